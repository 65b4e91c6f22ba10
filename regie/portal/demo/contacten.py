"""Contacts with the client and the obstacles that were found."""

from datetime import date, timedelta

from regie.core.dates import naar_werkdag
from regie.portal.demo import kansen, teksten
from regie.portal.demo.dossier import Dossier
from regie.portal.demo.oogst import tijdstip
from trajecten.enums import Contactsoort, DrempelStatus, Ernst, TrajectStatus, Zichtbaarheid
from trajecten.models import Contactmoment, Drempel

S = TrajectStatus
ERNST = {Ernst.LICHT: 3, Ernst.MATIG: 5, Ernst.ZWAAR: 2}
STAND = {
    DrempelStatus.VASTGESTELD: 25,
    DrempelStatus.IN_AANPAK: 40,
    DrempelStatus.OPGELOST: 30,
    DrempelStatus.AANVAARD: 5,
}
AANTAL_DREMPELS = {0: 6, 1: 25, 2: 38, 3: 22, 4: 9}


def drempels_maken(dossier: Dossier) -> None:
    """Found at the screening; some are worked on, some are gone after a while."""
    gescreend, toeval = dossier.verloop.op(S.SCREENING), dossier.toeval
    if gescreend is None:
        return
    gewichten = dict(kansen.DREMPELS)
    if dossier.nieuwkomer:
        gewichten.update(kansen.NIEUWKOMERSDREMPELS)
    codes = {toeval.kies(gewichten): None for _ in range(toeval.kies(AANTAL_DREMPELS))}
    gestart = dossier.verloop.op(S.LOPEND)
    for code in codes:
        drempel = Drempel(
            id=toeval.uuid(),
            eigenaar_id=dossier.traject.eigenaar_id,
            traject=dossier.traject,
            code_id=code,
            ernst=toeval.kies(ERNST),
            status=toeval.kies(STAND) if gestart else DrempelStatus.VASTGESTELD,
            geopend_op=gescreend,
            created_at=tijdstip(gescreend),
        )
        if drempel.status == DrempelStatus.OPGELOST:
            gesloten = naar_werkdag(gescreend + timedelta(days=toeval.randint(30, 240)))
            drempel.gesloten_op = gesloten if gesloten <= (dossier.einde or dossier.vandaag) else None
            drempel.status = DrempelStatus.OPGELOST if drempel.gesloten_op else DrempelStatus.IN_AANPAK
        if drempel.status == DrempelStatus.IN_AANPAK:
            drempel.actie = teksten.DREMPELACTIE.get(code, teksten.DREMPELACTIE_ANDER)
        dossier.oogst.neem(drempel)


def contacten_maken(dossier: Dossier) -> None:
    """Weekly at first, later every month or so; now and then it stays quiet for too long."""
    toeval, verloop = dossier.toeval, dossier.verloop
    laatste = verloop.afgesloten or verloop.vandaag
    dag = naar_werkdag(verloop.aangemeld + timedelta(days=toeval.randint(0, 6)))
    gestart = verloop.op(S.LOPEND)
    while dag <= laatste:
        _contact(dossier, dag, aan_het_werk=_aan_het_werk(dossier, dag))
        dossier.traject.laatste_contact_op = dag
        if verloop.uitgestroomd and dag > verloop.uitgestroomd:
            dagen = toeval.randint(60, 110)
        elif gestart and dag >= gestart:
            dagen = toeval.randint(75, 120) if toeval.kans(0.05) else toeval.randint(18, 52)
        else:
            dagen = toeval.randint(8, 22)
        dag = naar_werkdag(dag + timedelta(days=dagen))


def _aan_het_werk(dossier: Dossier, dag: date) -> bool:
    """In a contract of art. 60 on `dag`."""
    stap = dossier.verloop.stap
    return bool(stap and stap.berekening and stap.start < dag and (stap.einde is None or dag < stap.einde))


def _contact(dossier: Dossier, dag: date, *, aan_het_werk: bool) -> None:
    toeval = dossier.toeval
    gewichten = {soort: n for soort, n in teksten.CONTACTSOORT.items() if aan_het_werk or soort != "WERKPLEK"}
    soort = toeval.kies(gewichten)
    teksten_nu = teksten.CONTACT.get(soort, ())
    if aan_het_werk:
        teksten_nu += teksten.CONTACT_AAN_HET_WERK.get(soort, ())
    tekst = toeval.uit(teksten_nu)
    team = toeval.kans(0.35)
    dossier.oogst.neem(
        Contactmoment(
            id=toeval.uuid(),
            eigenaar_id=dossier.traject.eigenaar_id,
            client=dossier.client,
            traject=dossier.traject,
            soort=soort,
            datum=dag,
            tekst=tekst,
            zichtbaarheid=Zichtbaarheid.TEAM if team else Zichtbaarheid.OCMW,
            door=dossier.begeleider,
            created_at=tijdstip(dag, toeval.randint(8, 17), toeval.randrange(60)),
        )
    )
    dossier.lijn("contact", f"Contact: {Contactsoort(soort).label}", dag, tekst=tekst, is_beperkt=team)
