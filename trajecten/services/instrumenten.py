"""What only some instruments need noted: hours, a decision, an evaluation of the GPMI."""

from datetime import date

from django.db import transaction

from regie.core.exceptions import DomainError
from regie.core.notatie import datum
from regie.core.permissions import Toegang
from trajecten.enums import StapStatus, TermijnSoort
from trajecten.models import GpmiEvaluatie, ImwBeslissing, Stap, Traject, Wijkwerkuren
from trajecten.regels.instrumenten import als_json
from trajecten.selectors.instrumenten import bezwaren_overlap, stappen_van
from trajecten.selectors.wijkwerken import Urenstand, jaarstand, maanden_van, maandstand
from trajecten.services.spoor import bewaar, handel_af, noteer, vergrendel, ververs_termijn
from trajecten.services.stappen import leid_af
from trajecten.services.stapplan import ImwInvoer, bezwaren_beslissing, imw_grens, maak_beslissing
from trajecten.services.verloop import eis


@transaction.atomic
def uren_noteren(
    *, stap: Stap, uren: dict[date, int | None], door: Toegang, vandaag: date, versie: int | None = None
) -> list[Urenstand]:
    """Hours per month ({first of the month: hours or None}); returns the months and years that ask attention.

    Refused as a whole when a month or a calendar year goes over its limit.
    """
    traject = vergrendel(stap.traject, versie)
    if stap.instrument_id != "WIJKWERKEN":
        raise DomainError("Uren noteer je bij een stap wijk-werken.")
    eis(_vreemde_maanden(stap, uren, vandaag))
    for maand, aantal in uren.items():
        if aantal is None:
            Wijkwerkuren.objects.filter(stap=stap, maand=maand).delete()
        else:
            Wijkwerkuren.objects.update_or_create(
                stap=stap, maand=maand, defaults={"uren": aantal, "eigenaar_id": stap.eigenaar_id}
            )
    standen = _standen(traject, uren)
    eis(_over_de_grens(standen))
    bewaar(traject, [])
    totaal = sum(aantal or 0 for aantal in uren.values())
    noteer(
        traject.client, "wijziging", "Uren wijk-werken bijgewerkt", tekst=f"{totaal} uur.", datum=vandaag, door=door
    )
    ververs_termijn(traject, vandaag=vandaag)
    return [stand for stand in standen if stand.toestand != "OK"]


def _vreemde_maanden(stap: Stap, uren: dict[date, int | None], vandaag: date) -> list[str]:
    gekend = set(maanden_van(stap, vandaag))
    return [f"In {maand:%m/%Y} liep deze stap niet." for maand in sorted(uren) if maand not in gekend]


def _standen(traject: Traject, uren: dict[date, int | None]) -> list[Urenstand]:
    maanden = [maandstand(traject.client_id, maand) for maand in sorted(uren)]
    return maanden + [jaarstand(traject.client_id, jaar) for jaar in sorted({maand.year for maand in uren})]


def _over_de_grens(standen: list[Urenstand]) -> list[str]:
    return [
        f"In {stand.wat} kan hoogstens {int(stand.grens.waarde)} uur wijk-werken; je komt aan {stand.uren} uur."
        for stand in standen
        if stand.uren > int(stand.grens.waarde)
    ]


@transaction.atomic
def imw_beslissing_noteren(
    *, stap: Stap, dossiernummer: str, kwartaal: date, soort: str, door: Toegang, vandaag: date
) -> ImwBeslissing:
    """The decision of the Departement WSE, or its renewal: the end of the step follows from it."""
    traject = vergrendel(stap.traject)
    stap = Stap.objects.select_related("instrument").get(pk=stap.pk)
    if stap.instrument_id != "IMW" or stap.status == StapStatus.BEEINDIGD:
        raise DomainError("Een beslissing noteer je bij een lopende stap individueel maatwerk.")
    imw = ImwInvoer(dossiernummer=dossiernummer, kwartaal=kwartaal, soort=soort)
    vorige = ImwBeslissing.objects.filter(stap=stap).order_by("-kwartaal").first()
    grens = imw_grens(imw)
    eis(bezwaren_beslissing(vorige, imw, vandaag))
    if grens.dag < stap.start:
        raise DomainError(f"Die beslissing liep af op {datum(grens.dag)}, voor de start van de stap.")
    stappen = stappen_van(traject)
    eis(bezwaren_overlap(stappen, stap.instrument, start=stap.start, einde=grens.dag, behalve=stap))
    beslissing = maak_beslissing(stap, imw)
    stap.einde_berekend = stap.einde_voorzien = grens.dag
    stap.einde_regel, stap.einde_motivering = als_json(grens), ""
    stap.save(update_fields=["einde_berekend", "einde_voorzien", "einde_regel", "einde_motivering", "updated_at"])
    leid_af(traject, vandaag=vandaag)
    titel = "Beslissing individueel maatwerk" if vorige is None else "Individueel maatwerk hernieuwd"
    noteer(traject.client, "document", titel, tekst=f"Loopt tot {datum(grens.dag)}.", datum=vandaag, door=door)
    ververs_termijn(traject, vandaag=vandaag)
    return beslissing


@transaction.atomic
def gpmi_evaluatie_noteren(
    *,
    traject: Traject,
    datum: date,
    in_persoon: bool,
    notitie: str,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> GpmiEvaluatie:
    """One of the three a year; the next is due an interval after this one."""
    traject = vergrendel(traject, versie)
    if traject.gpmi_getekend_op is None:
        raise DomainError("Er is nog geen GPMI getekend.")
    if datum > vandaag:
        raise DomainError("De evaluatie ligt in de toekomst.")
    if datum < traject.gpmi_getekend_op:
        raise DomainError(f"Het GPMI is getekend op {traject.gpmi_getekend_op:%d/%m/%Y}. Kies een latere dag.")
    if GpmiEvaluatie.objects.filter(traject=traject, datum=datum).exists():
        raise DomainError("Op die dag staat al een GPMI-evaluatie.")
    evaluatie = GpmiEvaluatie.objects.create(
        eigenaar_id=traject.eigenaar_id,
        traject=traject,
        datum=datum,
        in_persoon=in_persoon,
        notitie=notitie.strip(),
        door_id=door.user_id,
    )
    handel_af(traject, TermijnSoort.GPMI_EVALUATIE, op=datum)
    bewaar(traject, [])
    titel = "GPMI geëvalueerd in persoon" if in_persoon else "GPMI geëvalueerd op afstand"
    noteer(traject.client, "evaluatie", titel, datum=datum, door=door, is_beperkt=True)
    ververs_termijn(traject, vandaag=vandaag)
    return evaluatie
