"""The ladder under a referral: who hears on which day that nobody answered, and who hears the answer.

Three rungs while it waits (the partner, the accounthouder, the regisseur), and one after it was taken up: how did it
go? Every rung is a row on the shared list of follow-ups; the days are parameters, per kind of need where that differs.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from partners.enums import BehoefteStatus, DoorverwijzingStatus, Opvolgingsoort, Partnerlinkdoel
from partners.models import Behoefte, Doorverwijzing
from partners.notifications.behoeften import vraag_mail
from partners.services.behoeftestand import werk_stand_bij, zet_status
from partners.services.links import maak_partnerlink
from partners.services.opvolging import plan_opvolging, sluit_opvolging
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.parameters import RegelOnbekend, waarde
from regie.core.permissions import Toegang

HERINNERING, ACCOUNTHOUDER, REGISSEUR = 1, 2, 3
TRAPPEN = ("behoefte_herinnering", "behoefte_naar_accounthouder", "behoefte_naar_regisseur")
BEHOEFTE, ANTWOORDEN = "werkgevers:behoefte", "werkgevers:doorverwijzing_beantwoorden"


@dataclass(frozen=True, slots=True)
class Ladder:
    """Days after the question on which each rung is climbed, for one kind of need on one day."""

    dagen: tuple[int, int, int]
    resultaat: int

    def trap(self, gewacht: int) -> int:
        """The highest rung reached after waiting so many days: 0 to 3."""
        return sum(gewacht >= dag for dag in self.dagen)


def ladder_voor(soort: str, *, op: date) -> Ladder:
    herinnering, accounthouder, regisseur = (_dagen(code, soort, op) for code in TRAPPEN)
    return Ladder((herinnering, accounthouder, regisseur), _dagen("behoefte_resultaat", soort, op))


def _dagen(code: str, soort: str, op: date) -> int:
    """Of this kind of need when it has its own value, else of all kinds."""
    try:
        return int(waarde(code, op=op, dimensie=soort))
    except RegelOnbekend:
        return int(waarde(code, op=op))


def _sleutel(doorverwijzing: Doorverwijzing, wat: str) -> str:
    return f"behoefte:{doorverwijzing.pk}:{wat}"


def lead_van(behoefte: Behoefte) -> Organisatie:
    """Who speaks with the employer: the accounthouder, else who noted the need."""
    return behoefte.werkgever.accounthouder or behoefte.eigenaar


def ladder_begint(doorverwijzing: Doorverwijzing, *, vandaag: date) -> None:
    """The partner finds the question on its own list, to be answered before the first reminder."""
    ladder = ladder_voor(doorverwijzing.behoefte.soort, op=vandaag)
    plan_opvolging(
        sleutel=_sleutel(doorverwijzing, "antwoord"),
        soort=Opvolgingsoort.BEHOEFTE,
        titel=f"Beantwoorden: {_wat(doorverwijzing.behoefte)}",
        datum=vandaag + timedelta(days=ladder.dagen[0]),
        organisatie=doorverwijzing.organisatie,
        adres=ANTWOORDEN,
        object_id=doorverwijzing.pk,
    )


def ladder_stopt(doorverwijzing: Doorverwijzing, *, vandaag: date, door: Toegang | None) -> None:
    """There is an answer, or the question was taken back: nobody is reminded any more."""
    for wat in ("antwoord", "accounthouder", "regisseur", "resultaat"):
        sluit_opvolging(sleutel=_sleutel(doorverwijzing, wat), vandaag=vandaag, door=door)


def meld_antwoord(doorverwijzing: Doorverwijzing, behoefte: Behoefte, *, vandaag: date) -> None:
    """Back to the lead of the employer; and who takes it up is asked how it went, later."""
    plan_opvolging(
        sleutel=_sleutel(doorverwijzing, f"terug:{doorverwijzing.status.lower()}"),
        soort=Opvolgingsoort.BEHOEFTE,
        titel=f"{doorverwijzing.organisatie}: {doorverwijzing.get_status_display()}. {_wat(behoefte)}",
        datum=vandaag,
        organisatie=lead_van(behoefte),
        wie_id=behoefte.door_id if lead_van(behoefte).pk == behoefte.eigenaar_id else None,
        adres=BEHOEFTE,
        object_id=behoefte.pk,
    )
    if doorverwijzing.status == DoorverwijzingStatus.OPGENOMEN:
        dagen = ladder_voor(behoefte.soort, op=vandaag).resultaat
        plan_opvolging(
            sleutel=_sleutel(doorverwijzing, "resultaat"),
            soort=Opvolgingsoort.BEHOEFTE,
            titel=f"Resultaat doorgeven: {_wat(behoefte)}",
            datum=vandaag + timedelta(days=dagen),
            organisatie=doorverwijzing.organisatie,
            adres=ANTWOORDEN,
            object_id=doorverwijzing.pk,
        )


def behoeften_opvolgen(vandaag: date) -> None:
    """Nightly: climb the ladder where nobody answered, and let lapse what is past its last day."""
    _laat_vervallen(vandaag)
    rijen = Doorverwijzing.objects.onbeantwoord().select_for_update(of=("self",), skip_locked=True)
    rijen = rijen.filter(behoefte__status__in=(BehoefteStatus.OPEN, BehoefteStatus.TOEGEWEZEN))
    rijen = rijen.select_related(
        "behoefte__werkgever__accounthouder", "behoefte__eigenaar", "organisatie", "contactpersoon"
    )
    for doorverwijzing in rijen.order_by("verstuurd_op", "pk"):
        klim(doorverwijzing, vandaag=vandaag)


def klim(doorverwijzing: Doorverwijzing, *, vandaag: date) -> None:
    """Every rung that is due and was not climbed yet, once."""
    ladder = ladder_voor(doorverwijzing.behoefte.soort, op=vandaag)
    tot = ladder.trap((vandaag - doorverwijzing.verstuurd_op).days)
    if tot <= doorverwijzing.trap:
        return
    for trap in range(doorverwijzing.trap + 1, tot + 1):
        _TREDEN[trap](doorverwijzing, vandaag)
    doorverwijzing.trap = tot
    doorverwijzing.save(update_fields=["trap", "herinnerd_op", "accounthouder_op", "regisseur_op"])


def _herinner(doorverwijzing: Doorverwijzing, vandaag: date) -> None:
    """The row on the list of the partner is due today; with an address, a mail with a fresh link goes along."""
    doorverwijzing.herinnerd_op = vandaag
    contact = doorverwijzing.contactpersoon
    if not (doorverwijzing.met_mail and contact and contact.email and contact.is_actief):
        return
    link, adres = maak_partnerlink(
        doel=Partnerlinkdoel.BEHOEFTE,
        object_id=doorverwijzing.pk,
        organisatie=doorverwijzing.organisatie,
        ontvanger_naam=contact.naam,
        ontvanger_email=contact.email,
        door=None,
        vandaag=vandaag,
    )
    mail = vraag_mail(link, adres, doorverwijzing, herinnering=1)
    transaction.on_commit(mail.send, robust=True)  # one address that fails stops nobody else's reminder


def _meld_accounthouder(doorverwijzing: Doorverwijzing, vandaag: date) -> None:
    doorverwijzing.accounthouder_op = vandaag
    _meld(doorverwijzing, "accounthouder", lead_van(doorverwijzing.behoefte), vandaag)


def _meld_regisseur(doorverwijzing: Doorverwijzing, vandaag: date) -> None:
    doorverwijzing.regisseur_op = vandaag
    verbanden = Organisatie.objects.van_gebied().filter(type=OrganisatieType.REGIEVERBAND, is_actief=True)
    if verband := verbanden.order_by("pk").first():
        _meld(doorverwijzing, "regisseur", verband, vandaag)


def _meld(doorverwijzing: Doorverwijzing, wat: str, organisatie: Organisatie, vandaag: date) -> None:
    dagen = (vandaag - doorverwijzing.verstuurd_op).days
    plan_opvolging(
        sleutel=_sleutel(doorverwijzing, wat),
        soort=Opvolgingsoort.BEHOEFTE,
        titel=f"{doorverwijzing.organisatie} antwoordt al {dagen} dagen niet. {_wat(doorverwijzing.behoefte)}",
        datum=vandaag,
        organisatie=organisatie,
        adres=BEHOEFTE,
        object_id=doorverwijzing.behoefte_id,
    )


_TREDEN = {HERINNERING: _herinner, ACCOUNTHOUDER: _meld_accounthouder, REGISSEUR: _meld_regisseur}


def _laat_vervallen(vandaag: date) -> None:
    """Past its last day: nobody is asked any more, and the lists say so."""
    rijen = Behoefte.objects.lopend().filter(geldig_tot__lt=vandaag).select_for_update(of=("self",), skip_locked=True)
    for behoefte in rijen.select_related("werkgever", "eigenaar").order_by("pk"):
        behoefte.sluitreden = "De laatste dag is voorbij."
        zet_status(behoefte, BehoefteStatus.VERVALLEN, vandaag=vandaag, door=None)
        stop_ladders(behoefte, vandaag=vandaag, door=None)


def stop_ladders(behoefte: Behoefte, *, vandaag: date, door: Toegang | None) -> None:
    for doorverwijzing in Doorverwijzing.objects.filter(behoefte=behoefte):
        ladder_stopt(doorverwijzing, vandaag=vandaag, door=door)


def herbegin_ladders(behoefte: Behoefte, *, vandaag: date) -> None:
    """Open again: who had not answered yet gets the full time once more."""
    for doorverwijzing in Doorverwijzing.objects.onbeantwoord().filter(behoefte=behoefte):
        doorverwijzing.verstuurd_op, doorverwijzing.trap = vandaag, 0
        doorverwijzing.herinnerd_op = doorverwijzing.accounthouder_op = doorverwijzing.regisseur_op = None
        doorverwijzing.save()
        ladder_begint(doorverwijzing, vandaag=vandaag)


def na_antwoord(behoefte: Behoefte, *, vandaag: date, door: Toegang | None) -> Behoefte:
    """The need follows its answers; when that closes it, nobody is asked any more."""
    stand = werk_stand_bij(behoefte, vandaag=vandaag, door=door)
    if not stand.loopt:
        stop_ladders(stand, vandaag=vandaag, door=door)
    return stand


def _wat(behoefte: Behoefte) -> str:
    return f"{behoefte.titel} bij {behoefte.werkgever}"
