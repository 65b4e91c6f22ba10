"""What a trajectbegeleider finds on Mijn dag: signals by the rules, a task of her own, a draft and a question."""

from datetime import date, timedelta

from regie.accounts.models import User
from regie.core.models import Organisatie
from regie.portal.demo.logins import LOGINS
from regie.portal.demo.oogst import tijdstip
from trajecten.enums import TermijnSoort, TrajectStatus
from trajecten.models import Contactvraag, EigenTaak, Ontwerp, Termijn, Traject, Waarneming
from trajecten.services.signalen import herbereken_alles

LIEN = LOGINS[0]


def werkdag_maken(ocmws: list[Organisatie], *, vandaag: date) -> None:
    """The signals of every file, and a true day for the login of the trajectbegeleider."""
    herbereken_alles(vandaag=vandaag)
    lien = User.objects.get(email=LIEN.email)
    eigen = next((o for o in ocmws if o.slug == LIEN.lid_van[0][1]), None)
    lopend = Traject.objects.filter(begeleider=lien, status=TrajectStatus.LOPEND).select_related("client")
    trajecten = list(lopend.order_by("sorteernaam", "pk")[:3])
    if eigen is None or not trajecten:
        return
    _taken(eigen, lien, trajecten, vandaag)
    _ontwerp(eigen, lien, vandaag)
    _vraag(ocmws, eigen, trajecten[0], vandaag)
    _sluimer(lien, vandaag)
    _waarneming(eigen, lien, vandaag)
    herbereken_alles(vandaag=vandaag)  # the next deadline of what was added or put to sleep just now


def _taken(eigen: Organisatie, lien: User, trajecten: list[Traject], vandaag: date) -> None:
    for dagen, tekst in ((0, "Teamoverleg voorbereiden"), (3, "Nieuwe formulieren bestellen")):
        EigenTaak.objects.create(
            eigenaar=eigen, voor=lien, omschrijving=tekst, vervalt_op=vandaag + timedelta(days=dagen)
        )
    for dagen, tekst in ((-1, "Attest van de school opvragen"), (0, "Bellen over het uurrooster")):
        Termijn.objects.create(
            eigenaar=eigen,
            traject=trajecten[dagen],
            soort=TermijnSoort.TAAK,
            omschrijving=tekst,
            vervalt_op=vandaag + timedelta(days=dagen),
        )


def _ontwerp(eigen: Organisatie, lien: User, vandaag: date) -> None:
    persoon = {"voornaam": "Hamza", "familienaam": "Verbeke", "inkomensstatuut": "LEEFLOON"}
    gisteren = tijdstip(vandaag - timedelta(days=1), 16, 40)
    Ontwerp.objects.create(eigenaar=eigen, door=lien, gegevens={"persoon": persoon, "andere": []}, geopend_op=gisteren)


def _vraag(ocmws: list[Organisatie], eigen: Organisatie, traject: Traject, vandaag: date) -> None:
    """A neighbouring OCMW thinks it knows one of her clients."""
    ander = next((o for o in ocmws if o.slug == "ocmw-torhout"), None)
    collega = User.objects.filter(lidmaatschappen__organisatie=ander).order_by("pk").first() if ander else None
    if ander and collega:
        Contactvraag.objects.create(van=ander, aan=eigen, door=collega, client_bij_ontvanger=traject.client_id)


def _sluimer(lien: User, vandaag: date) -> None:
    rij = Termijn.objects.filter(
        traject__begeleider=lien, afgehandeld_op=None, vervallen_op=None, soort=TermijnSoort.GPMI_EVALUATIE
    )
    for termijn in rij.order_by("vervalt_op", "pk")[:1]:
        termijn.gesluimerd_tot = vandaag + timedelta(days=9)
        termijn.sluimer_reden = "Cliënt is met verlof tot volgende week."
        termijn.save(update_fields=["gesluimerd_tot", "sluimer_reden"])


def _waarneming(eigen: Organisatie, lien: User, vandaag: date) -> None:
    """A colleague is away this week; her files stand apart on the day of who covers."""
    collega = User.objects.filter(email__startswith="sofie@").first()
    if collega is None:
        return
    Waarneming.objects.create(
        eigenaar=eigen,
        afwezige=collega,
        waarnemer=lien,
        van=vandaag - timedelta(days=1),
        tot=vandaag + timedelta(days=4),
        reden="verlof",
        door=collega,
    )
