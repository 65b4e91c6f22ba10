from typing import Any
from uuid import UUID

from django import forms

from actieplannen.forms.wijziging import RedenMixin
from actieplannen.models import Doelstelling
from actieplannen.selectors.plannen import Tak


class VerplaatsForm(RedenMixin):
    """One list of every place there is: the id of what it comes below, a colon, and the place from 0."""

    def __init__(self, *args: Any, plekken: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuze = forms.ChoiceField(
            label="Nieuwe plaats",
            choices=plekken,
            error_messages={"invalid_choice": "Deze plaats is er niet meer. Kies een andere."},
        )
        self.fields = {"plek": keuze, **self.fields}

    @property
    def boven(self) -> UUID | None:
        """What it comes below; None among the strategic objectives."""
        pk = self.cleaned_data["plek"].split(":")[0]
        return UUID(pk) if pk else None

    @property
    def plaats(self) -> int:
        return int(self.cleaned_data["plek"].split(":")[1])


def plekken_voor_doelstelling(takken: list[Tak], doelstelling: Doelstelling) -> list[Any]:
    """Where an objective can go: among the strategic ones, or below one of them when nothing hangs below itself."""
    boven = [tak for tak in takken if tak.doelstelling.pk != doelstelling.pk]
    keuzes: list[Any] = [("Strategische doelstellingen", _plaatsen("", "", [_naam(tak) for tak in boven]))]
    if any(tak.takken for tak in takken if tak.doelstelling.pk == doelstelling.pk):
        return keuzes
    for tak in boven:
        onder = [_naam(kind) for kind in tak.takken if kind.doelstelling.pk != doelstelling.pk]
        keuzes.append((f"Onder {_naam(tak)}", _plaatsen(str(tak.doelstelling.pk), tak.nummer, onder)))
    return keuzes


def plekken_voor_actie(takken: list[Tak], actie_id: UUID) -> list[Any]:
    """Every objective of the plan, and every place in it."""
    keuzes = []
    for tak in (rij for boven in takken for rij in (boven, *boven.takken)):
        namen = [f"{rij.nummer} {rij.actie.titel}" for rij in tak.acties if rij.actie.pk != actie_id]
        keuzes.append((_naam(tak), _plaatsen(str(tak.doelstelling.pk), tak.nummer, namen)))
    return keuzes


def _naam(tak: Tak) -> str:
    return f"{tak.nummer} {tak.doelstelling.titel}"


def _plaatsen(boven: str, nummer: str, namen: list[str]) -> list[tuple[str, str]]:
    """A closed list shows only the option, so each says below what it comes."""
    waar = f"Onder {nummer}, " if nummer else "Strategisch, "
    return [
        (f"{boven}:0", f"{waar}vooraan"),
        *((f"{boven}:{i}", f"{waar}na {naam}") for i, naam in enumerate(namen, 1)),
    ]


def plek_nu(rijen: list[UUID], pk: UUID, boven: UUID | None) -> str:
    """The choice that leaves something where it is. `rijen`: what stands below `boven`, in order."""
    return f"{boven or ''}:{rijen.index(pk)}"
