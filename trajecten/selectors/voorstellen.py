"""Proposals of partners: what waits for an answer, and what became of the others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from regie.core.notatie import datum
from trajecten.enums import VoorstelSoort, VoorstelStatus
from trajecten.models import Client, Link, Plaatsing, Voorstel


def open_voorstellen(*, user_id: int, hele_team: bool = False) -> QuerySet[Voorstel]:
    """What waits for an answer, oldest first: of the own files, or of the whole OCMW."""
    rijen = voorstellen().filter(status=VoorstelStatus.OPEN)
    if not hele_team:
        rijen = rijen.filter(plaatsing__stap__traject__begeleider_id=user_id)
    return rijen.order_by("ingediend_op", "pk")


def voorstellen() -> QuerySet[Voorstel]:
    return Voorstel.objects.select_related(
        "plaatsing__stap__traject__client", "plaatsing__gebruiker", "organisatie", "beslist_door"
    )


def voorstellen_van(client: Client) -> QuerySet[Voorstel]:
    """Open ones first, then the latest."""
    return voorstellen().filter(plaatsing__stap__traject__client=client).order_by("beslist_op", "-ingediend_op")


def eigen_voorstellen(link: Link) -> QuerySet[Voorstel]:
    """What this organisation proposed about this placement, for the page behind its link."""
    eigen = Voorstel.objects.filter(plaatsing_id=link.object_id, organisatie_id=link.organisatie_id)
    return eigen.order_by("-ingediend_op", "pk")


def eigen_voorstel(link: Link, voorstel_id: UUID) -> Voorstel | None:
    return eigen_voorstellen(link).filter(pk=voorstel_id).first()


@dataclass(frozen=True, slots=True)
class Partnerhand:
    """What the page of a client shows of the partner: proposals, links that work, and placements to make one for."""

    voorstellen: list[tuple[Voorstel, str]]
    links: list[Link]
    plaatsingen: list[Plaatsing]


def partnerhand(client: Client, vandaag: date) -> Partnerhand:
    plaatsingen = Plaatsing.objects.filter(stap__traject__client=client, einde=None, stap__einde=None)
    links = Link.objects.bruikbaar(vandaag).filter(client=client)
    return Partnerhand(
        voorstellen=[(rij, omschrijf(rij)) for rij in voorstellen_van(client)[:10]],
        links=list(links.select_related("organisatie").order_by("-created_at")),
        plaatsingen=list(plaatsingen.select_related("gebruiker").order_by("-start")),
    )


def omschrijf(voorstel: Voorstel) -> str:
    """What is proposed, as one sentence."""
    inhoud = voorstel.inhoud
    dag = datum(_dag(inhoud["datum"])) if inhoud.get("datum") else ""
    zinnen: dict[str, Callable[[], str]] = {
        VoorstelSoort.VERLENGEN: lambda: f"Verlengen tot en met {dag}.",
        VoorstelSoort.STOPPEN: lambda: f"Laatste werkdag op {dag}.",
        VoorstelSoort.EINDDATUM: lambda: f"Einde op {dag}.",
        VoorstelSoort.STARTDATUM: lambda: f"Beginnen op {dag}.",
        VoorstelSoort.UREN: lambda: f"{inhoud['breuk'].replace('.', ',')} van een voltijdse vanaf {dag}.",
        VoorstelSoort.AANWEZIGHEID: lambda: _omschrijf_maand(inhoud),
        VoorstelSoort.PLAATS: lambda: f"{inhoud['aantal']} × {inhoud['functie']}, vanaf {dag}.",
    }
    return zinnen[voorstel.soort]()


def _omschrijf_maand(inhoud: dict[str, Any]) -> str:
    rijen = [
        f"{rij['label']} van {datum(_dag(rij['van']))} tot en met {datum(_dag(rij['tot']))}"
        for rij in inhoud["afwezig"]
    ]
    return f"{inhoud['maand']}: {'; '.join(rijen) if rijen else 'elke dag aanwezig'}."


def _dag(tekst: str) -> date:
    return date.fromisoformat(tekst)
