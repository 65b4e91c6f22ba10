"""What a partner gets to see behind a link: the least that is needed to recognise somebody."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trajecten.models import Client, Evaluatie, Evaluatievraag, Plaatsing


@dataclass(frozen=True, slots=True)
class OverWie:
    """First name with one letter, the work, and whom to call. No birth date, no status, no family name."""

    naam: str
    functie: str
    sinds: date | None
    ocmw: str
    begeleider: str
    begeleider_email: str


def korte_naam(client: Client) -> str:
    letter = client.familienaam[:1].upper()
    return f"{client.voornaam} {letter}." if letter else client.voornaam


def over_wie(evaluatie: Evaluatie) -> OverWie:
    return _over(evaluatie.plaatsing, evaluatie.traject.client, evaluatie.traject)


def over_plaatsing(plaatsing: Plaatsing) -> OverWie:
    return _over(plaatsing, plaatsing.stap.traject.client, plaatsing.stap.traject)


def _over(plaatsing: Plaatsing | None, client: Client, traject: object) -> OverWie:
    begeleider = getattr(traject, "begeleider", None)
    return OverWie(
        naam=korte_naam(client),
        functie=plaatsing.functie if plaatsing else "",
        sinds=plaatsing.start if plaatsing else None,
        ocmw=str(client.eigenaar),
        begeleider=begeleider.naam if begeleider else "",
        begeleider_email=begeleider.email if begeleider else "",
    )


def te_beantwoorden_vraag(vraag_id: UUID) -> Evaluatievraag | None:
    """A question that still waits for an answer."""
    return (
        Evaluatievraag.objects.select_related(
            "evaluatie__traject__client__eigenaar", "evaluatie__traject__begeleider", "evaluatie__plaatsing"
        )
        .filter(
            pk=vraag_id,
            beantwoord_op=None,
            ingetrokken_op=None,
            evaluatie__geannuleerd_op=None,
            evaluatie__uitgevoerd_op=None,
        )
        .first()
    )


def plaatsing_van_link(plaatsing_id: UUID) -> Plaatsing | None:
    """The placement of a link, while it runs."""
    return (
        Plaatsing.objects.select_related(
            "stap__instrument", "stap__traject__client__eigenaar", "stap__traject__begeleider", "gebruiker"
        )
        .filter(pk=plaatsing_id, einde=None, stap__einde=None)
        .first()
    )
