"""The scan of an organisatie from start to result: who is asked, what they answer, and what comes out."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from partners.enums import Opvolgingsoort, Partnerlinkdoel, Scandimensie, Scanschaal, Scanstatus
from partners.models import Scan, Scanantwoord, Scandeelnemer, ScanStelling
from partners.scanregels import scanregels
from partners.scanscore import GEWOON_BELANG, Antwoorden, bereken
from partners.selectors.scan import geldige_lijst, stellingen_van
from partners.selectors.scanblad import herhalen_op
from partners.services.links import partnerlinks_intrekken
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from regie.core.audit import record_event
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.models import Organisatie
from regie.core.parameters import waarde
from regie.core.permissions import Toegang

NVT = "nvt"
WAARDEN = frozenset({NVT, *map(str, Scanschaal.values)})
BELANGEN = range(1, 6)
STILTE = "scan:stil:"


@transaction.atomic
def scan_starten(
    *, organisatie: Organisatie, naam: str, antwoorden_tot: date | None, door: Toegang, vandaag: date
) -> Scan:
    """A new round. Who starts it leads it and answers too; a repeat takes over what was important the last time."""
    Organisatie.objects.select_for_update(of=("self",)).get(pk=organisatie.pk)
    if organisatie.pk not in door.lid_van:
        raise DomainError("Je kunt alleen een scan starten voor je eigen organisatie.")
    van_ons = Scan.objects.filter(eigenaar=organisatie)
    if van_ons.filter(status=Scanstatus.OPEN).exists():
        raise DomainError("Er loopt al een scan. Rond die eerst af, of stop ze.")
    tot = antwoorden_tot or vandaag + timedelta(days=int(waarde("scan_antwoordtermijn", op=vandaag)))
    if tot < vandaag:
        raise DomainError("Kies een dag vanaf vandaag om de antwoorden binnen te hebben.")
    vorige = van_ons.afgerond().nieuwste_eerst().first()
    scan = Scan(
        eigenaar=organisatie,
        lijst=geldige_lijst(vandaag),
        gestart_op=vandaag,
        antwoorden_tot=tot,
        vorige=vorige,
        belang=vorige.belang if vorige else dict.fromkeys(Scandimensie.values, GEWOON_BELANG),
    )
    scan.full_clean(exclude=["gebied", "eigenaar"])
    scan.save()
    Scandeelnemer.objects.create(
        eigenaar=organisatie, scan=scan, user_id=door.user_id, naam=naam, is_trekker=True, gevraagd_op=vandaag
    )
    sluit_opvolging(sleutel=_herhaling(scan), vandaag=vandaag, door=door)
    record_event("scan.gestart", scan, door=door)
    return scan


@transaction.atomic
def antwoorden_bewaren(*, deelnemer: Scandeelnemer, waarden: Mapping[str, str]) -> None:
    """What somebody filled in so far: {number of the statement: "0" to "4", or "nvt"}. Anything else is left alone."""
    deelnemer = _die_mag_antwoorden(deelnemer)
    stellingen = {str(stelling.nr): stelling for stelling in stellingen_van(deelnemer.scan.lijst)}
    for nr, gekozen in waarden.items():
        if nr in stellingen and gekozen in WAARDEN:
            Scanantwoord.objects.update_or_create(
                deelnemer=deelnemer,
                stelling=stellingen[nr],
                defaults={"eigenaar_id": deelnemer.eigenaar_id, "score": None if gekozen == NVT else int(gekozen)},
            )


@transaction.atomic
def antwoorden_indienen(*, deelnemer: Scandeelnemer, nu: datetime) -> Scandeelnemer:
    """From now on these answers count. They may still be changed until the scan closes."""
    deelnemer = _die_mag_antwoorden(deelnemer)
    open_ = ontbrekend(deelnemer)
    if open_:
        waar = ", ".join(f"{dimensie.label} ({len(nrs)})" for dimensie, nrs in open_.items())
        raise DomainError(f"Nog niet alles is ingevuld: {waar}. Past een stelling niet, kies dan n.v.t.")
    deelnemer.ingediend_op = nu
    deelnemer.save(update_fields=["ingediend_op"])
    return deelnemer


def ontbrekend(deelnemer: Scandeelnemer) -> dict[Scandimensie, list[int]]:
    """Numbers of the statements without an answer, per dimension."""
    gegeven = set(Scanantwoord.objects.filter(deelnemer=deelnemer).values_list("stelling_id", flat=True))
    open_: dict[Scandimensie, list[int]] = {}
    for stelling in stellingen_van(deelnemer.scan.lijst):
        if stelling.pk not in gegeven:
            open_.setdefault(Scandimensie(stelling.dimensie), []).append(stelling.nr)
    return open_


@transaction.atomic
def belang_zetten(*, scan: Scan, belang: Mapping[str, int], door: Toegang) -> Scan:
    """How much each dimension matters to the organisatie, 1 to 5: it decides which one comes first in the advice."""
    scan = vergrendel_scan(scan, door)
    if set(belang) != set(Scandimensie.values) or not set(belang.values()) <= set(BELANGEN):
        raise DomainError("Geef elke dimensie een belang van 1 tot 5.")
    scan.belang = dict(belang)
    scan.save(update_fields=["belang"])
    record_event("scan.belang_gezet", scan, door=door)
    return scan


@transaction.atomic
def scan_afronden(*, scan: Scan, door: Toegang, vandaag: date, nu: datetime) -> Scan:
    """The result is counted once and kept; links to the questionnaire stop working."""
    scan = vergrendel_scan(scan, door)
    _eis_status(scan, Scanstatus.OPEN)
    antwoorden = _antwoorden_per_deelnemer(scan)
    if not antwoorden:
        raise DomainError("Nog niemand heeft de scan verstuurd. Vul ze zelf in, of wacht op een antwoord.")
    scan.uitkomst = bereken(antwoorden, scanregels(vandaag)).als_json()
    scan.status, scan.afgerond_op = Scanstatus.AFGEROND, vandaag
    scan.full_clean(exclude=["gebied", "eigenaar"])
    scan.save()
    _sluit_links(scan, nu)
    sluit_opvolging(sleutel=sleutel_stilte(scan.pk), vandaag=vandaag, door=door)
    plan_opvolging(
        sleutel=_herhaling(scan),
        soort=Opvolgingsoort.ACTIE,
        titel="Scan werkgeversgerichtheid herhalen",
        datum=herhalen_op(scan, vandaag) or vandaag,
        organisatie=scan.eigenaar,
        wie_id=door.user_id,
        adres="partners:scan_resultaat",
        object_id=scan.pk,
    )
    record_event("scan.afgerond", scan, door=door, deelnemers=len(antwoorden))
    return scan


@transaction.atomic
def scan_heropenen(*, scan: Scan, door: Toegang) -> Scan:
    """Undo of closing, as long as nobody built on the result."""
    scan = vergrendel_scan(scan, door)
    _eis_status(scan, Scanstatus.AFGEROND)
    if scan.gedeeld:
        raise DomainError("Het resultaat is gedeeld met de regio. Trek het eerst in.")
    if scan.acties.exists():
        raise DomainError("Er staan al acties in het plan. Start een nieuwe scan om opnieuw te meten.")
    _eis_geen_andere_open(scan)
    scan.status, scan.afgerond_op, scan.uitkomst = Scanstatus.OPEN, None, {}
    scan.save(update_fields=["status", "afgerond_op", "uitkomst"])
    record_event("scan.heropend", scan, door=door)
    return scan


@transaction.atomic
def scan_stoppen(*, scan: Scan, door: Toegang, nu: datetime) -> Scan:
    """No result; the answers stay where they are, so that stopping can be undone."""
    scan = vergrendel_scan(scan, door)
    _eis_status(scan, Scanstatus.OPEN)
    scan.status = Scanstatus.GESTOPT
    scan.save(update_fields=["status"])
    _sluit_links(scan, nu)
    record_event("scan.gestopt", scan, door=door)
    return scan


@transaction.atomic
def scan_hervatten(*, scan: Scan, door: Toegang) -> Scan:
    scan = vergrendel_scan(scan, door)
    _eis_status(scan, Scanstatus.GESTOPT)
    _eis_geen_andere_open(scan)
    scan.status = Scanstatus.OPEN
    scan.save(update_fields=["status"])
    record_event("scan.hervat", scan, door=door)
    return scan


@transaction.atomic
def scan_overnemen(*, scan: Scan, naam: str, door: Toegang, vandaag: date) -> Scan:
    """A colleague goes on where the one who led it stopped, for instance because that person left."""
    scan = _vergrendel(scan)
    if scan.eigenaar_id not in door.lid_van:
        raise DomainError("Alleen een collega van dezelfde organisatie kan een scan overnemen.")
    Scandeelnemer.objects.filter(scan=scan, is_trekker=True).update(is_trekker=False)
    deelnemer = Scandeelnemer.objects.filter(scan=scan, user_id=door.user_id).first()
    if deelnemer is None:
        deelnemer = Scandeelnemer(eigenaar_id=scan.eigenaar_id, scan=scan, user_id=door.user_id, gevraagd_op=vandaag)
    deelnemer.naam, deelnemer.is_trekker = deelnemer.naam or naam, True
    deelnemer.save()
    record_event("scan.overgenomen", scan, door=door)
    return scan


@transaction.atomic
def scan_delen(*, scan: Scan, door: Toegang, vandaag: date) -> Scan:
    """From now on the whole gebied reads the scores and the advice. Never an answer, never who answered."""
    scan = vergrendel_scan(scan, door)
    _eis_status(scan, Scanstatus.AFGEROND)
    scan.gedeeld, scan.gedeeld_op = True, vandaag
    scan.full_clean(exclude=["gebied", "eigenaar"])
    scan.save(update_fields=["gedeeld", "gedeeld_op"])
    record_event("scan.gedeeld", scan, door=door)
    return scan


@transaction.atomic
def scan_delen_intrekken(*, scan: Scan, door: Toegang) -> Scan:
    scan = vergrendel_scan(scan, door)
    if not scan.gedeeld:
        raise DomainError("Dit resultaat is niet gedeeld.")
    scan.gedeeld, scan.gedeeld_op = False, None
    scan.save(update_fields=["gedeeld", "gedeeld_op"])
    record_event("scan.delen_ingetrokken", scan, door=door)
    return scan


def vergrendel_scan(scan: Scan, door: Toegang) -> Scan:
    """Only who leads the scan decides about it."""
    scan = _vergrendel(scan)
    if not Scandeelnemer.objects.filter(scan=scan, is_trekker=True, user_id=door.user_id).exists():
        raise DomainError(
            "Alleen de trekker van de scan kan dit. Doet je collega dat niet meer? Neem de scan dan over."
        )
    return scan


def _vergrendel(scan: Scan) -> Scan:
    return Scan.objects.select_for_update(of=("self",)).get(pk=scan.pk)


def _die_mag_antwoorden(deelnemer: Scandeelnemer) -> Scandeelnemer:
    """Locked against closing at the same moment. Who was withdrawn does not get to know more than a stranger."""
    scan = _vergrendel(deelnemer.scan)
    gevonden = Scandeelnemer.objects.select_for_update(of=("self",)).gevraagd().filter(pk=deelnemer.pk).first()
    if gevonden is None:
        raise LinkOngeldig
    gevonden.scan = scan
    if scan.status != Scanstatus.OPEN:
        raise DomainError(f"Deze scan is {scan.get_status_display()}. Antwoorden kan niet meer.")
    return gevonden


def sleutel_stilte(scan_id: object) -> str:
    return f"{STILTE}{scan_id}"


def _herhaling(scan: Scan) -> str:
    return f"scan:herhalen:{scan.eigenaar_id}"


def _eis_status(scan: Scan, status: Scanstatus) -> None:
    if scan.status != status:
        raise DomainError(f"Dat kan niet: deze scan is '{scan.get_status_display()}'.")


def _eis_geen_andere_open(scan: Scan) -> None:
    if Scan.objects.filter(eigenaar_id=scan.eigenaar_id, status=Scanstatus.OPEN).exists():
        raise DomainError("Er loopt intussen een andere scan. Rond die eerst af, of stop ze.")


def _antwoorden_per_deelnemer(scan: Scan) -> list[Antwoorden]:
    per_stelling = {s.pk: (s.dimensie, s.nr) for s in ScanStelling.objects.filter(versie=scan.lijst)}
    rijen = Scanantwoord.objects.filter(deelnemer__in=Scandeelnemer.objects.filter(scan=scan).ingediend())
    per_deelnemer: dict[object, dict[str, list[int | None]]] = {}
    for deelnemer_id, stelling_id, score in rijen.values_list("deelnemer_id", "stelling_id", "score"):
        dimensie, _ = per_stelling[stelling_id]
        per_deelnemer.setdefault(deelnemer_id, {}).setdefault(dimensie, []).append(score)
    return list(per_deelnemer.values())


def _sluit_links(scan: Scan, nu: datetime) -> None:
    for deelnemer_id in Scandeelnemer.objects.filter(scan=scan).values_list("pk", flat=True):
        partnerlinks_intrekken(doel=Partnerlinkdoel.SCAN, object_id=deelnemer_id, nu=nu)
