"""How the trekkers of the demo were asked: names, mails and reminders, who stays silent, and what they propose."""

from datetime import date, timedelta

from actieplannen.enums import Bijsturingstatus
from actieplannen.models import Actie, Bijsturing, Kwartaalstand
from actieplannen.selectors.kwartalen import (
    acties_van_kwartaal,
    antwoorddag,
    gevraagd_kwartaal,
    is_gesloten,
    kwartaal_van,
    ladder,
    nummer,
    vraagdag,
)
from actieplannen.selectors.trekkers import Trekker, trekkers_van
from actieplannen.services.standlijst import op_de_lijst_van_de_trekker
from regie.accounts.models import User

VOORSTEL, WERD_NIETS = Bijsturingstatus.VOORGESTELD, Bijsturingstatus.AFGEWEZEN
# (action, quarter, proposal, status, answer)
VOORSTELLEN = (
    ("Rijbewijsproject", 2, "Ook oefenkansen op zaterdag, met vrijwillige begeleiders uit de buurt.", VOORSTEL, ""),
    (
        "Rijbewijsproject",
        1,
        "Een eigen lesauto kopen voor de regio.",
        WERD_NIETS,
        "De verzekering en het onderhoud kosten meer dan de lessen. We bekijken het opnieuw met de provincie.",
    ),
    ("Uniforme tarieven art. 60", 3, "Een overgang van twee jaar opnemen in het voorstel aan de raden.", VOORSTEL, ""),
    ("Gemeenten kopen sociaal aan", 2, "De opdracht delen met de aankoopcentrale van de provincie.", VOORSTEL, ""),
)


VELDEN = ["gevraagd_op", "antwoord_tegen", "gevraagd_aan", "gemaild_op", "trap", "herinnerd_op", "door_naam", "door"]


def opvolging_maken(*, vandaag: date, regisseur: User) -> None:
    """After the plans: what was answered gets its question, what was not answered is still asked."""
    standen = list(_rijen())
    trekkers = trekkers_van([stand.actie for stand in standen], vandaag=vandaag)
    for stand in standen:
        _gevraagd(stand, trekkers[stand.actie_id], vandaag)
    Kwartaalstand.objects.bulk_update(standen, VELDEN)
    _stilte(vandaag)
    _voorstellen(vandaag, regisseur)


def _rijen() -> list[Kwartaalstand]:
    rijen = Kwartaalstand.objects.select_related(
        "actie__trekker", "actie__trekker_contact__organisatie", "actie__trekker_organisatie"
    )
    return list(rijen.order_by("jaar", "kwartaal", "pk"))


def _gevraagd(stand: Kwartaalstand, trekker: Trekker, vandaag: date) -> None:
    dag = vraagdag(kwartaal_van(stand))
    antwoord = stand.beantwoord_op.date() if stand.beantwoord_op else vandaag
    stand.gevraagd_op = min(dag, antwoord)
    stand.antwoord_tegen = antwoorddag(stand.gevraagd_op)
    stand.gevraagd_aan, stand.gemaild_op = trekker.naam, stand.gevraagd_op if trekker.is_bereikbaar else None
    for trede, dagen in ladder(vandaag):
        if stand.gemaild_op and stand.gemaild_op + timedelta(days=dagen) < antwoord:
            stand.trap, stand.herinnerd_op = trede, stand.gemaild_op + timedelta(days=dagen)
    if stand.beantwoord_op:
        stand.door_naam, stand.door_id = trekker.naam, trekker.user_id


def _stilte(vandaag: date) -> None:
    """The actions of the last quarter nobody told about."""
    kwartaal = gevraagd_kwartaal(vandaag)
    gegeven = Kwartaalstand.objects.filter(jaar=kwartaal.start.year, kwartaal=nummer(kwartaal))
    acties: list[Actie] = list(acties_van_kwartaal(kwartaal).exclude(pk__in=gegeven.values("actie")))
    trekkers = trekkers_van(acties, vandaag=vandaag)
    for actie in acties:
        stand = Kwartaalstand(actie=actie, jaar=kwartaal.start.year, kwartaal=nummer(kwartaal))
        _gevraagd(stand, trekkers[actie.pk], vandaag)
        stand.save()
        if not is_gesloten(kwartaal, vandaag):
            op_de_lijst_van_de_trekker(stand, trekkers[actie.pk], vandaag=vandaag)


def _voorstellen(vandaag: date, regisseur: User) -> None:
    for titel, kwartaal, voorstel, status, antwoord in VOORSTELLEN:
        stand = Kwartaalstand.objects.filter(
            actie__titel=titel, jaar=vandaag.year, kwartaal=kwartaal, beantwoord_op__isnull=False
        ).first()
        if stand is None:
            continue
        beslist = status != VOORSTEL
        Bijsturing.objects.create(
            stand=stand,
            voorstel=voorstel,
            status=status,
            antwoord=antwoord,
            beslist_op=stand.antwoord_tegen if beslist else None,
            beslist_door=regisseur if beslist else None,
            verteld_op=stand.antwoord_tegen if beslist else None,
        )
