"""Addresses of the whole gebied: region, partners, reports, members."""

from uuid import uuid4

from tests.architecture.argumenten.wereld import Maak, geen, van_partner
from tests.factories import ContactpersoonFactory
from tests.factories.rapportage import AbonnementFactory, VerzendingFactory
from trajecten.models import Contactvraag

# Of the whole gebied, or without an object.
VAN_HET_GEBIED: dict[str, Maak] = {
    **dict.fromkeys(
        (
            "regio:thuis",
            "regio:hoe-tellen-we",
            "regio:gemeenten",
            "regio:quota",
            "trajecten:mijn_dag",
            "trajecten:zoeken",
            "trajecten:lijst",
            "trajecten:lijst_excel",
            "trajecten:registreren",
            "trajecten:dubbels",
            "trajecten:inladen",
            "trajecten:inladen_sjabloon",
            "partners:lijst",
            "partners:lijst_excel",
            "partners:organisatie_toevoegen",
            "rapportage:cockpit",
            "rapportage:cockpit-excel",
            "rapportage:signalen",
            "rapportage:archief",
            "rapportage:maken",
            "rapportage:abonnementen",
            "rapportage:abonnement-toevoegen",
            "accounts:leden",
            "accounts:uitnodigen",
        ),
        geen,
    ),
    **dict.fromkeys(
        (
            "partners:organisatie",
            "partners:organisatie_bijwerken",
            "partners:contact_toevoegen",
            "partners:werkplaats_toevoegen",
        ),
        van_partner,
    ),
    **dict.fromkeys(
        ("partners:contact_bijwerken", "partners:contact_deactiveren", "partners:contact_activeren"),
        lambda wereld, user: [ContactpersoonFactory(organisatie=wereld.partner).pk],
    ),
    **dict.fromkeys(
        (
            "rapportage:rapport",
            "rapportage:pdf",
            "rapportage:opnieuw",
            "rapportage:corrigeren",
            "rapportage:versturen",
        ),
        lambda wereld, user: [wereld.rapport.pk],
    ),
    "rapportage:verzending-opnieuw": lambda wereld, user: [VerzendingFactory(rapport=wereld.rapport).pk],
    **dict.fromkeys(
        ("rapportage:abonnement-bewerken", "rapportage:abonnement-stoppen"),
        lambda wereld, user: [AbonnementFactory(contactpersoon__organisatie=wereld.partner).pk],
    ),
    # A question to another OCMW, and its answer: both sides are OCMW's, the address holds no dossier of the asker.
    "trajecten:contact_vragen": lambda wereld, user: [wereld.ander_ocmw.pk, uuid4()],
    "trajecten:contactvraag_beantwoorden": lambda wereld, user: [wereld.rij(Contactvraag).pk],
    "accounts:beeindigen": lambda wereld, user: [wereld.lid.pk],
    "accounts:uitnodiging-opnieuw": lambda wereld, user: [wereld.uitnodiging.pk],
    "accounts:uitnodiging-intrekken": lambda wereld, user: [wereld.uitnodiging.pk],
}
