"""The question how actions go, and its reminders: one mail per trekker, with a way to each action.

A mail names actions and days, never what others wrote: that stands on the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from actieplannen.models import Kwartaalstand
from actieplannen.selectors.kwartalen import kwartaal_van
from actieplannen.selectors.trekkers import Trekker
from regie.core.mail import stel_mail_op
from regie.core.notatie import datum, meervoud
from regie.core.tenancy import current_scope


@dataclass(frozen=True, slots=True)
class Vraag:
    """One action in the mail: where to answer, and whether it was asked before."""

    stand: Kwartaalstand
    adres: str
    is_herinnering: bool

    @property
    def titel(self) -> str:
        return self.stand.actie.titel

    @property
    def plan(self) -> str:
        return self.stand.actie.doelstelling.plan.titel

    @property
    def kwartaal(self) -> str:
        return kwartaal_van(self.stand).label

    @property
    def tegen(self) -> date | None:
        return self.stand.antwoord_tegen


@dataclass(frozen=True, slots=True)
class Beslissing:
    """What became of a proposal of the receiver."""

    actie: str
    is_overgenomen: bool


def stuur_standvraag(
    trekker: Trekker, vragen: Sequence[Vraag], beslissingen: Sequence[Beslissing], *, vandaag: date
) -> None:
    """Hand one mail to the mail server. Raises OSError when that fails."""
    gebied = current_scope().gebied
    herinnering = all(vraag.is_herinnering for vraag in vragen)
    stel_mail_op(
        "stand",
        aan=trekker.email,
        onderwerp=_onderwerp(vragen, herinnering=herinnering),
        voorproef="Groen, oranje of rood, met een zin erbij. Een paar minuten per actie.",
        reden=_reden(trekker, gebied.naam),
        context={
            "naam": trekker.naam,
            "vragen": vragen,
            "enige": vragen[0] if len(vragen) == 1 else None,
            "tegen": datum(max((vraag.tegen for vraag in vragen if vraag.tegen), default=None)),
            "herinnering": herinnering,
            "beslissingen": beslissingen,
            "met_account": trekker.heeft_account,
            "gebied": str(gebied),
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        message_id=f"<stand-{vragen[0].stand.pk}-{vandaag:%Y%m%d}@{gebied.slug}.regiekompas>",
    ).send()


def _onderwerp(vragen: Sequence[Vraag], *, herinnering: bool) -> str:
    wat = "je actie" if len(vragen) == 1 else f"je {meervoud(len(vragen), 'actie', 'acties')}"
    werkwoord = "loopt" if len(vragen) == 1 else "lopen"
    zin = f"hoe {werkwoord} {wat} van het jaaractieplan?"
    return f"Herinnering: {zin}" if herinnering else zin.capitalize()


def _reden(trekker: Trekker, gebied: str) -> str:
    if trekker.organisatie and not trekker.heeft_account:
        return f"Je krijgt deze mail omdat {trekker.organisatie} een actie van {gebied} trekt."
    return f"Je krijgt deze mail omdat je een actie van {gebied} trekt."
