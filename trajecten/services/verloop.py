"""The path of a traject through its phases (domein.md 4.2). Every guard answers in Dutch sentences, all at once."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from regie.accounts.models import User
from regie.core.dates import naar_werkdag, plus_maanden
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.notatie import meervoud
from regie.core.parameters import waarde
from regie.core.permissions import DOSSIERROLLEN, Toegang
from regie.core.validators import normaliseer_kbo
from trajecten.enums import Onderbrekingsreden, StapStatus, TermijnSoort, TrajectStatus, Weigerreden
from trajecten.models import Drempel, Evaluatie, Instrument, Nazorgmeting, Plaatsing, Stap, Traject, UitstroomCode
from trajecten.regels.kalender import nazorgmaanden
from trajecten.selectors import overgangen
from trajecten.selectors.instrumenten import bezwaren_instroom, bezwaren_uitstroom
from trajecten.services.aanvragen import hervat_na_onderbreking, schors_bij_onderbreking
from trajecten.services.drempels import zet_ernst
from trajecten.services.looptijd import sluit_looptijd
from trajecten.services.nazorg import werkperioden_afleiden, werkperioden_vastzetten
from trajecten.services.spoor import (
    bewaar,
    handel_af,
    laat_vervallen,
    noteer,
    plan_termijn,
    vergrendel,
    ververs_termijn,
    zet_status,
)
from trajecten.services.toewijzing import noteer_toewijzing


def eis(bezwaren: Iterable[str]) -> None:
    """Raise all objections together, or nothing."""
    if meldingen := list(bezwaren):
        raise DomainErrors(meldingen)


def controleer_datum(datum: date, *, niet_voor: date, wat: str, vandaag: date) -> None:
    if datum > vandaag:
        raise DomainError(f"{wat} ligt in de toekomst.")
    if datum < niet_voor:
        raise DomainError(f"{wat} ligt voor {niet_voor:%d/%m/%Y}, de datum van de vorige fase.")


@transaction.atomic
def traject_toewijzen(*, traject: Traject, begeleider: User, door: Toegang, vandaag: date) -> Traject:
    """Choose who follows this dossier: a member of the own OCMW."""
    traject = vergrendel(traject)
    leden = begeleider.lidmaatschappen.geldig_op(vandaag)
    if not leden.filter(organisatie_id=traject.eigenaar_id, rol__in=DOSSIERROLLEN).exists():
        raise DomainError("Deze persoon werkt niet bij dit OCMW.")
    noteer_toewijzing(traject, begeleider, reden="", door=door)
    traject.begeleider = begeleider
    bewaar(traject, ["begeleider"])
    noteer(traject.client, "wijziging", f"Begeleider: {begeleider.naam}", datum=vandaag, door=door)
    return traject


@transaction.atomic
def intake_voeren(
    *, traject: Traject, datum: date, door: Toegang, vandaag: date, versie: int | None = None
) -> Traject:
    traject = vergrendel(traject, versie)
    eis(overgangen.bezwaren_intake(traject))
    controleer_datum(datum, niet_voor=traject.aangemeld_op, wat="Het intakegesprek", vandaag=vandaag)
    traject.intake_op = datum
    zet_status(traject, TrajectStatus.INTAKE, geldig_op=datum, door=door, velden=["intake_op"])
    handel_af(traject, TermijnSoort.INTAKE, op=datum)
    noteer(traject.client, "status", "Intakegesprek gevoerd", datum=datum, door=door, is_mijlpaal=True)
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def traject_weigeren(
    *,
    traject: Traject,
    reden: str,
    toelichting: str,
    datum: date,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Traject:
    traject = vergrendel(traject, versie)
    controleer_datum(datum, niet_voor=traject.status_sinds, wat="De beslissing", vandaag=vandaag)
    traject.weigerreden, traject.afgesloten_op = reden, datum
    zet_status(
        traject,
        TrajectStatus.GEWEIGERD,
        geldig_op=datum,
        door=door,
        reden=toelichting,
        velden=["weigerreden", "afgesloten_op"],
    )
    _einde_van_alles(traject, op=datum, vandaag=vandaag)
    titel = f"Niet opgestart: {Weigerreden(reden).label}"
    noteer(traject.client, "status", titel, tekst=toelichting, datum=datum, door=door, is_mijlpaal=True)
    return traject


@transaction.atomic
def screening_bewaren(
    *,
    traject: Traject,
    drempels: dict[str, int],
    drempels_bevraagd: bool,
    jobdoelwit: str,
    afstand: int | None,
    datum: date,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Traject:
    """Record the screening and go to SCREENING. `drempels`: {code: ernst}; an empty dict means none were found."""
    traject = vergrendel(traject, versie)
    eis(overgangen.bezwaren_screening(drempels_bevraagd=drempels_bevraagd, jobdoelwit=jobdoelwit))
    controleer_datum(datum, niet_voor=traject.status_sinds, wat="De screening", vandaag=vandaag)
    open_drempels = {d.code_id: d for d in Drempel.objects.filter(traject=traject, gesloten_op=None)}
    for code, ernst in drempels.items():
        drempel = open_drempels.get(code)
        if drempel is None:
            drempel = Drempel(
                eigenaar_id=traject.eigenaar_id, traject=traject, code_id=code, geopend_op=datum, ernst=ernst
            )
        else:
            zet_ernst(drempel, ernst, status=drempel.status, datum=datum, door=door)
        drempel.save()
    traject.drempels_bevraagd_op, traject.jobdoelwit, traject.afstand = datum, jobdoelwit.strip(), afstand
    velden = ["drempels_bevraagd_op", "jobdoelwit", "afstand"]
    zet_status(traject, TrajectStatus.SCREENING, geldig_op=datum, door=door, velden=velden)
    tekst = f"Jobdoelwit: {traject.jobdoelwit}. {meervoud(len(drempels), 'drempel', 'drempels')} vastgesteld."
    noteer(traject.client, "status", "Screening ingevuld", tekst=tekst, datum=datum, door=door, is_mijlpaal=True)
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def instrument_kiezen(
    *,
    traject: Traject,
    instrument: Instrument,
    twe_test: dict[str, bool] | None,
    datum: date,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Traject:
    traject = vergrendel(traject, versie)
    eis(overgangen.bezwaren_instrument(instrument_code=instrument.pk, twe_test=twe_test))
    eis(bezwaren_instroom(instrument, datum))
    controleer_datum(datum, niet_voor=traject.status_sinds, wat="De keuze", vandaag=vandaag)
    traject.instrument, traject.twe_test = instrument, twe_test if instrument.pk == "TWE" else None
    zet_status(traject, TrajectStatus.ACTIEPLAN, geldig_op=datum, door=door, velden=["instrument", "twe_test"])
    noteer(
        traject.client, "status", f"Gekozen instrument: {instrument.naam}", datum=datum, door=door, is_mijlpaal=True
    )
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def plan_ondertekenen(
    *,
    traject: Traject,
    gpmi_op: date | None,
    vrijstelling: str,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Traject:
    traject = vergrendel(traject, versie)
    eis(overgangen.bezwaren_plan(gpmi_op=gpmi_op, vrijstelling=vrijstelling))
    datum = gpmi_op or vandaag
    controleer_datum(datum, niet_voor=traject.status_sinds, wat="De ondertekening", vandaag=vandaag)
    traject.gpmi_getekend_op, traject.gpmi_vrijstelling = gpmi_op, vrijstelling.strip()
    velden = ["gpmi_getekend_op", "gpmi_vrijstelling"]
    zet_status(traject, TrajectStatus.WACHT_OP_START, geldig_op=datum, door=door, velden=velden)
    handel_af(traject, TermijnSoort.GPMI, op=datum)
    titel = "GPMI ondertekend" if gpmi_op else "Vrijgesteld van GPMI"
    noteer(traject.client, "status", titel, tekst=vrijstelling, datum=datum, door=door, is_mijlpaal=True)
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def traject_onderbreken(
    *,
    traject: Traject,
    reden: str,
    vanaf: date,
    verwacht_tot: date | None,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Traject:
    """Suspend the guidance. The contract's end stays as it is; of art. 60 the day counter stops (a Schorsing)."""
    traject = vergrendel(traject, versie)
    controleer_datum(vanaf, niet_voor=traject.status_sinds, wat="De onderbreking", vandaag=vandaag)
    if verwacht_tot and verwacht_tot < vanaf:
        raise DomainError("De verwachte einddatum van de onderbreking ligt voor het begin.")
    label = Onderbrekingsreden(reden).label
    traject.onderbreking, traject.onderbreking_tot = reden, verwacht_tot
    velden = ["onderbreking", "onderbreking_tot"]
    zet_status(traject, TrajectStatus.ONDERBROKEN, geldig_op=vanaf, door=door, reden=label, velden=velden)
    titel = f"Onderbroken: {label}"
    noteer(traject.client, "status", titel, datum=vanaf, door=door, is_mijlpaal=True, is_beperkt=True)
    schors_bij_onderbreking(traject, reden=reden, vanaf=vanaf, verwacht_tot=verwacht_tot, door=door, vandaag=vandaag)
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def traject_hervatten(
    *, traject: Traject, datum: date, door: Toegang, vandaag: date, versie: int | None = None
) -> Traject:
    traject = vergrendel(traject, versie)
    controleer_datum(datum, niet_voor=traject.status_sinds, wat="De hervatting", vandaag=vandaag)
    traject.onderbreking, traject.onderbreking_tot = "", None
    velden = ["onderbreking", "onderbreking_tot"]
    zet_status(traject, TrajectStatus.LOPEND, geldig_op=datum, door=door, velden=velden)
    noteer(traject.client, "status", "Hervat na onderbreking", datum=datum, door=door, is_mijlpaal=True)
    hervat_na_onderbreking(traject, datum_hervat=datum, door=door, vandaag=vandaag)
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def traject_uitstromen(
    *,
    traject: Traject,
    uitstroomcode: UitstroomCode,
    datum: date,
    werkgever_kbo: str,
    motivering: str,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Traject:
    """Leave the instrument and go to nazorg, with a measurement after 1, 3, 6 and 12 months."""
    traject = vergrendel(traject, versie)
    controleer_datum(datum, niet_voor=traject.status_sinds, wat="De uitstroom", vandaag=vandaag)
    eis(bezwaren_uitstroom(traject, uitstroomcode))
    kbo = normaliseer_kbo(werkgever_kbo) if werkgever_kbo.strip() else ""
    traject.uitstroomcode, traject.uitgestroomd_op = uitstroomcode, datum
    traject.uitstroom_kbo, traject.uitstroom_motivering = kbo, motivering
    velden = ["uitstroomcode", "uitgestroomd_op", "uitstroom_kbo", "uitstroom_motivering"]
    zet_status(traject, TrajectStatus.NAZORG, geldig_op=datum, door=door, reden=motivering, velden=velden)
    _einde_van_alles(traject, op=datum, vandaag=vandaag)
    _plan_nazorg(traject, vanaf=datum, is_doorstroom=uitstroomcode.telt_als_doorstroom)
    werkperioden_afleiden(traject)
    noteer(
        traject.client,
        "status",
        f"Uitstroom: {uitstroomcode.label}",
        tekst=motivering,
        datum=datum,
        door=door,
        is_mijlpaal=True,
    )
    ververs_termijn(traject, vandaag=vandaag)
    return traject


@transaction.atomic
def traject_afsluiten(
    *,
    traject: Traject,
    uitstroomcode: UitstroomCode | None,
    datum: date,
    motivering: str,
    door: Toegang,
    vandaag: date,
    versie: int | None = None,
) -> Traject:
    """End nazorg, or stop before that: then an outcome and a motivation are asked."""
    traject = vergrendel(traject, versie)
    na_nazorg = traject.status == TrajectStatus.NAZORG
    controleer_datum(datum, niet_voor=traject.status_sinds, wat="De afsluiting", vandaag=vandaag)
    if not na_nazorg:
        eis([*_bezwaren_stopzetting(uitstroomcode, motivering), *bezwaren_uitstroom(traject, uitstroomcode)])
        traject.uitstroomcode, traject.uitstroom_motivering = uitstroomcode, motivering
        traject.uitgestroomd_op = datum if traject.gestart_op else None
    traject.afgesloten_op = datum
    velden = ["afgesloten_op", "uitstroomcode", "uitstroom_motivering", "uitgestroomd_op"]
    zet_status(traject, TrajectStatus.AFGESLOTEN, geldig_op=datum, door=door, reden=motivering, velden=velden)
    _einde_van_alles(traject, op=datum, vandaag=vandaag)
    Nazorgmeting.objects.filter(traject=traject, gemeten_op=None, gepland_op__gt=datum).delete()
    titel = "Nazorg beëindigd" if na_nazorg else f"Stopgezet: {uitstroomcode}"
    noteer(traject.client, "status", titel, tekst=motivering, datum=datum, door=door, is_mijlpaal=True)
    return traject


def _bezwaren_stopzetting(uitstroomcode: UitstroomCode | None, motivering: str) -> list[str]:
    bezwaren = []
    if uitstroomcode is None:
        bezwaren.append("Kies waarom het traject stopt.")
    if not motivering.strip():
        bezwaren.append("Schrijf in enkele woorden waarom het traject stopt.")
    return bezwaren


@transaction.atomic
def traject_heropenen(
    *, traject: Traject, datum: date, reden: str, door: Toegang, vandaag: date, versie: int | None = None
) -> Traject:
    """Within the period of the parameter heropenen_maanden the same file goes on; later a new traject is made."""
    traject = vergrendel(traject, versie)
    if traject.afgesloten_op is None:
        raise DomainError("Dit dossier is niet afgesloten.")
    controleer_datum(datum, niet_voor=traject.afgesloten_op, wat="De heropening", vandaag=vandaag)
    maanden = int(waarde("heropenen_maanden", op=datum))
    if datum > plus_maanden(traject.afgesloten_op, maanden):
        raise DomainError(f"Dit dossier is langer dan {maanden} maanden afgesloten. Meld de cliënt opnieuw aan.")
    if Traject.objects.open().filter(client=traject.client).exists():
        raise DomainError("Deze cliënt heeft al een actief traject.")
    werkperioden_vastzetten(traject)
    traject.afgesloten_op = traject.uitgestroomd_op = traject.gestart_op = traject.uitstroomcode = None
    traject.uitstroom_motivering, traject.intake_op = "", datum
    velden = [
        "afgesloten_op",
        "uitgestroomd_op",
        "gestart_op",
        "uitstroomcode",
        "uitstroom_motivering",
        "intake_op",
    ]
    zet_status(traject, TrajectStatus.INTAKE, geldig_op=datum, door=door, reden=reden, velden=velden)
    noteer(traject.client, "status", "Dossier heropend", tekst=reden, datum=datum, door=door, is_mijlpaal=True)
    ververs_termijn(traject, vandaag=vandaag)
    return traject


def _einde_van_alles(traject: Traject, *, op: date, vandaag: date) -> None:
    """Whatever still ran or was planned ends with the traject: steps, places, evaluations, deadlines."""
    sluit_looptijd(traject, op=op)
    stappen = Stap.objects.filter(traject=traject)
    stappen.filter(status=StapStatus.GEPLAND).delete()
    stappen.filter(status=StapStatus.LOPEND).update(einde=op, status=StapStatus.BEEINDIGD)
    Plaatsing.objects.filter(stap__traject=traject, einde=None, start__gt=op).delete()
    Plaatsing.objects.filter(stap__traject=traject, einde=None, start__lte=op).update(einde=op)
    Evaluatie.objects.filter(traject=traject, uitgevoerd_op=None, geannuleerd_op=None, gepland_op__gt=op).update(
        geannuleerd_op=op
    )
    laat_vervallen(traject, op=op)
    ververs_termijn(traject, vandaag=vandaag)


def _plan_nazorg(traject: Traject, *, vanaf: date, is_doorstroom: bool) -> None:
    for maand in nazorgmaanden(vanaf):
        gepland = naar_werkdag(plus_maanden(vanaf, maand))
        meting = Nazorgmeting.objects.create(
            eigenaar_id=traject.eigenaar_id,
            traject=traject,
            maand=maand,
            gepland_op=gepland,
            is_doorstroom=is_doorstroom,
        )
        woord = "maand" if maand == 1 else "maanden"
        plan_termijn(traject, TermijnSoort.NAZORG, f"Nazorgmeting na {maand} {woord}", gepland, nazorgmeting=meting)
