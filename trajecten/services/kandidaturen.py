"""From a candidate to a place: keep the profile, propose a place, say what became of it."""

from dataclasses import asdict, dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction

from partners.enums import UitleenStatus
from partners.models import Uitlening, Werkplaats
from regie.core.exceptions import DomainError, Verouderd
from regie.core.permissions import Toegang
from trajecten.enums import Kandidatuurreden, KandidatuurStatus
from trajecten.models import Client, Kandidaatprofiel, Kandidatuur, Plaatsing, Traject
from trajecten.services.spoor import noteer
from trajecten.transitions import NIET_DOORGEGAAN, check_kandidatuur


@dataclass(frozen=True, slots=True)
class ProfielGegevens:
    jobdoelwit: str = ""
    categorieen: list[str] = field(default_factory=list)
    beschikbaar_vanaf: date | None = None
    uren: Decimal | None = None
    rijbewijs: str = ""
    nederlands: int | None = None
    vervoer: list[str] = field(default_factory=list)
    grenzen: list[str] = field(default_factory=list)
    sterktes: str = ""
    wensen: str = ""


@transaction.atomic
def profiel_bewaren(
    *, client: Client, gegevens: ProfielGegevens, versie: int, door: Toegang, vandaag: date
) -> Kandidaatprofiel:
    """Keep what a client looks for. `versie` 0: nobody kept a profile when the form was shown."""
    profiel = Kandidaatprofiel.objects.select_for_update(of=("self",)).filter(client=client).first()
    if (profiel.versie if profiel else 0) != versie:
        raise Verouderd("een collega")
    profiel = profiel or Kandidaatprofiel(eigenaar_id=client.eigenaar_id, client=client, versie=0)
    for veld, waarde in asdict(gegevens).items():
        setattr(profiel, veld, waarde)
    profiel.versie += 1
    profiel.full_clean()
    profiel.save()
    noteer(client, "wijziging", "Kandidaatprofiel bewaard", datum=vandaag, door=door)
    return profiel


@transaction.atomic
def plaats_voorstellen(
    *, traject: Traject, werkplaats: Werkplaats, toelichting: str, door: Toegang, vandaag: date
) -> Kandidatuur:
    traject = Traject.objects.select_for_update(of=("self",)).select_related("client").get(pk=traject.pk)
    if not traject.is_open:
        raise DomainError("Dit traject is afgesloten. Heropen het dossier of meld de cliënt opnieuw aan.")
    if werkplaats.gearchiveerd_op or (werkplaats.tot and werkplaats.tot < vandaag):
        raise DomainError("Deze plaats wordt niet meer aangeboden. Kies een andere plaats.")
    if Kandidatuur.objects.lopend().filter(client=traject.client, werkplaats=werkplaats).exists():
        raise DomainError("Deze plaats is al voorgesteld aan deze cliënt. Werk die kandidatuur bij.")
    kandidatuur = Kandidatuur(
        eigenaar_id=traject.eigenaar_id,
        client=traject.client,
        traject=traject,
        werkplaats=werkplaats,
        toelichting=toelichting.strip(),
        voorgesteld_op=vandaag,
        status_sinds=vandaag,
        door_id=door.user_id,
    )
    kandidatuur.full_clean()
    kandidatuur.save()
    _vertel(kandidatuur, "Plaats voorgesteld", door=door, vandaag=vandaag)
    return kandidatuur


@transaction.atomic
def kandidatuur_bijwerken(
    *,
    kandidatuur: Kandidatuur,
    status: str,
    reden: str,
    toelichting: str,
    kennismaking_op: date | None,
    door: Toegang,
    vandaag: date,
) -> Kandidatuur:
    """The next state, or only another date or note. What does not go on needs its reason."""
    kandidatuur = (
        Kandidatuur.objects.select_for_update(of=("self",))
        .select_related("client", "werkplaats__gebruiker")
        .get(pk=kandidatuur.pk)
    )
    if not kandidatuur.is_lopend:
        raise DomainError("Deze kandidatuur is afgelopen. Stel de plaats opnieuw voor als ze toch past.")
    naar = KandidatuurStatus(status)
    if naar in NIET_DOORGEGAAN and not reden:
        raise DomainError("Kies waarom het niet doorgaat. Zo houden de volgende suggesties er rekening mee.")
    if naar == KandidatuurStatus.KENNISMAKING and kennismaking_op is None:
        raise DomainError("Vul in wanneer de kennismaking is.")
    is_nieuw = naar != kandidatuur.status
    if is_nieuw:
        check_kandidatuur(KandidatuurStatus(kandidatuur.status), naar)
        kandidatuur.status_sinds = vandaag
    kandidatuur.status, kandidatuur.reden = naar, reden if naar in NIET_DOORGEGAAN else ""
    kandidatuur.toelichting, kandidatuur.kennismaking_op = toelichting.strip(), kennismaking_op
    kandidatuur.full_clean()
    kandidatuur.save()
    if is_nieuw:
        label = str(naar.label)
        _vertel(kandidatuur, f"Kandidatuur {label}", door=door, vandaag=vandaag)
    return kandidatuur


def kandidaturen_na_plaatsing(*, plaatsing: Plaatsing, door: Toegang, vandaag: date) -> None:
    """A placement was planned: the candidature of that place is accepted, the others are withdrawn with the reason."""
    client = plaatsing.stap.traject.client
    lopend = Kandidatuur.objects.lopend().filter(client=client).select_related("werkplaats__gebruiker", "client")
    for kandidatuur in lopend.select_for_update(of=("self",)).order_by("pk"):
        hier = kandidatuur.werkplaats_id == plaatsing.werkplaats_id
        naar = KandidatuurStatus.AANVAARD if hier else KandidatuurStatus.INGETROKKEN
        if kandidatuur.status == naar:
            continue
        kandidatuur.status, kandidatuur.status_sinds = naar, vandaag
        kandidatuur.reden = "" if hier else Kandidatuurreden.ANDERE_PLAATS
        kandidatuur.save(update_fields=["status", "status_sinds", "reden", "updated_at"])
        _vertel(kandidatuur, f"Kandidatuur {naar.label}", door=door, vandaag=vandaag)


def eis_eigen_of_geleend(*, werkplaats: Werkplaats | None, ocmw_id: int, op: date) -> None:
    """A place another OCMW agreed is used after a confirmed loan only."""
    if werkplaats is None or werkplaats.ocmw_id in {None, ocmw_id}:
        return
    geleend = Uitlening.objects.filter(
        werkplaats=werkplaats, aan_ocmw=ocmw_id, status=UitleenStatus.BEVESTIGD, van__lte=op, tot__gte=op
    )
    if not geleend.exists():
        raise DomainError(
            f"Deze plaats is van {werkplaats.ocmw} en is op {op:%d/%m/%Y} niet aan jouw OCMW geleend. "
            "Vraag eerst een uitlening op de pagina van de plaats."
        )


def _vertel(kandidatuur: Kandidatuur, titel: str, *, door: Toegang, vandaag: date) -> None:
    plaats = f"{kandidatuur.werkplaats.functie} bij {kandidatuur.werkplaats.gebruiker}"
    reden = f". Reden: {kandidatuur.get_reden_display()}." if kandidatuur.reden else "."
    noteer(
        kandidatuur.client,
        "plaatsing",
        titel,
        tekst=f"{plaats}{reden}",
        datum=vandaag,
        door=door,
        is_beperkt=bool(kandidatuur.reden),
    )
