class DomainError(Exception):
    """A business rule said no. The message is Dutch and meant for the user."""


class DomainErrors(DomainError):
    """Several rules said no at once; `meldingen` holds one Dutch sentence each."""

    def __init__(self, meldingen: list[str]) -> None:
        super().__init__(" ".join(meldingen))
        self.meldingen = meldingen


class Verouderd(DomainError):
    """Somebody else saved the same object in the meantime."""

    def __init__(self, wie: str = "iemand anders") -> None:
        super().__init__(
            f"Dit dossier is intussen gewijzigd door {wie}. Je invoer staat nog in het formulier: "
            "kijk de nieuwe gegevens na en bewaar opnieuw."
        )


class LinkOngeldig(DomainError):
    """Expired, revoked, used or never made: the one who asks does not get to know which."""

    def __init__(self) -> None:
        super().__init__("Deze link werkt niet of niet meer. Vraag een nieuwe aan wie hem je stuurde.")


class NoActiveScope(RuntimeError):
    """A tenant query ran outside `gebied_context()`; always a programming error."""


class DecryptieFout(RuntimeError):
    """An encrypted value cannot be read with the keys of this installation."""
