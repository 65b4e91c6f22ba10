"""Subscriptions: who gets what on which day, once."""

from datetime import date, timedelta

import pytest

from rapportage.models import Rapport, RapportAbonnement, Verzending
from rapportage.services import abonnement_bewaren, abonnement_stoppen, abonnementen_uitvoeren
from rapportage.services.aanvragen import GeenOnderdelen
from regie.core.models import Gebeurtenis, Lidmaatschap
from regie.core.permissions import Rol
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory
from tests.factories.rapportage import AbonnementFactory, RapportFactory

NOVEMBER = date(2026, 11, 3)


@pytest.fixture
def contact(gebied):
    return ContactpersoonFactory(organisatie=OrganisatieFactory(gebied=gebied), email="An@Partner.example")


class TestAanDeBeurt:
    @pytest.mark.parametrize(
        ("frequentie", "vandaag", "perioden"),
        [
            ("MAAND", date(2026, 11, 2), []),
            ("MAAND", NOVEMBER, [date(2026, 10, 1)]),
            ("MAAND", date(2026, 11, 30), [date(2026, 10, 1)]),
            ("MAAND", date(2027, 1, 3), [date(2026, 12, 1)]),
            ("KWARTAAL", date(2026, 10, 2), []),
            ("KWARTAAL", date(2026, 10, 3), [date(2026, 7, 1)]),
            ("KWARTAAL", date(2026, 12, 31), [date(2026, 7, 1)]),
            ("KWARTAAL", date(2027, 1, 3), [date(2026, 10, 1)]),
        ],
    )
    def test_vanaf_de_verzenddag_over_de_vorige_periode(self, contact, frequentie, vandaag, perioden):
        AbonnementFactory(contactpersoon=contact, frequentie=frequentie)

        abonnementen_uitvoeren(vandaag=vandaag)

        assert list(Rapport.objects.values_list("periode_start", flat=True)) == perioden

    def test_nooit_twee_keer_ook_niet_elk_uur_een_jaar_lang(self, contact):
        AbonnementFactory(contactpersoon=contact)
        dag = date(2026, 1, 1)
        while dag < date(2027, 1, 1):
            abonnementen_uitvoeren(vandaag=dag)
            abonnementen_uitvoeren(vandaag=dag)
            dag += timedelta(days=1)

        assert Rapport.objects.count() == Verzending.objects.count() == 12

    def test_na_een_lange_stilstand_alleen_de_laatste_periode(self, contact):
        AbonnementFactory(contactpersoon=contact)

        abonnementen_uitvoeren(vandaag=date(2026, 3, 5))
        abonnementen_uitvoeren(vandaag=date(2026, 9, 5))

        assert set(Rapport.objects.values_list("periode_start", flat=True)) == {date(2026, 2, 1), date(2026, 8, 1)}

    @pytest.mark.parametrize(
        ("vanaf", "aantal"), [(date(2026, 11, 3), 1), (date(2026, 11, 4), 0), (date(2027, 1, 1), 0)]
    )
    def test_niets_over_een_verzenddag_voor_het_begin(self, contact, vanaf, aantal):
        AbonnementFactory(contactpersoon=contact, vanaf=vanaf)

        assert abonnementen_uitvoeren(vandaag=date(2026, 11, 20)) == aantal

    def test_zelfde_onderdelen_delen_een_rapport(self, gebied, contact):
        ander = ContactpersoonFactory(organisatie=contact.organisatie)
        AbonnementFactory(contactpersoon=contact)
        AbonnementFactory(contactpersoon=ander)
        AbonnementFactory(
            contactpersoon=ContactpersoonFactory(organisatie=contact.organisatie), onderdelen=["INSTROOM"]
        )

        abonnementen_uitvoeren(vandaag=NOVEMBER)

        assert Rapport.objects.count() == 2
        assert Verzending.objects.count() == 3

    def test_een_verbeterde_versie_vertrekt_niet_door_de_klok(self, contact):
        AbonnementFactory(contactpersoon=contact)
        abonnementen_uitvoeren(vandaag=NOVEMBER)
        RapportFactory(klaar=True, versie=2)

        assert abonnementen_uitvoeren(vandaag=NOVEMBER) == 0


class TestOntvanger:
    def test_contactpersoon_krijgt_het_op_zijn_adres_met_zijn_organisatie(self, contact):
        AbonnementFactory(contactpersoon=contact)

        abonnementen_uitvoeren(vandaag=NOVEMBER)

        verzending = Verzending.objects.get()
        assert (verzending.email, verzending.organisatie) == ("an@partner.example", contact.organisatie)
        assert verzending.aanleiding == "ABONNEMENT"

    def test_wie_weg_is_krijgt_niets_meer(self, contact):
        AbonnementFactory(contactpersoon=contact)
        contact.is_actief = False
        contact.save()

        assert abonnementen_uitvoeren(vandaag=NOVEMBER) == 0

    def test_een_account_zonder_geldige_rol_krijgt_niets_meer(self, regisseur):
        AbonnementFactory(contactpersoon=None, user=regisseur.user)
        assert abonnementen_uitvoeren(vandaag=NOVEMBER) == 1

        Lidmaatschap.objects.filter(pk=regisseur.pk).update(tot=date(2026, 11, 30))
        assert abonnementen_uitvoeren(vandaag=date(2026, 12, 3)) == 0

    def test_een_rol_in_een_ander_gebied_telt_niet(self, gebied, ander_gebied):
        lid = LidmaatschapFactory(organisatie=ander_gebied.ocmw, rol=Rol.REGISSEUR)
        AbonnementFactory(contactpersoon=None, user=lid.user)

        assert abonnementen_uitvoeren(vandaag=NOVEMBER) == 0


class TestBewarenEnStoppen:
    def test_bewaart_in_vaste_volgorde_en_schrijft_het_op(self, contact, toegang_regisseur):
        abonnement = abonnement_bewaren(
            abonnement=RapportAbonnement(),
            frequentie="KWARTAAL",
            onderdelen=["UITSTROOM", "INSTROOM"],
            verzenddag=7,
            vanaf=NOVEMBER,
            contactpersoon_id=contact.pk,
            door=toegang_regisseur,
        )

        assert abonnement.onderdelen == ["INSTROOM", "UITSTROOM"]
        assert Gebeurtenis.objects.get().soort == "abonnement.toegevoegd"

    def test_zonder_onderdeel_kan_niet(self, contact, toegang_regisseur):
        with pytest.raises(GeenOnderdelen):
            abonnement_bewaren(
                abonnement=RapportAbonnement(),
                frequentie="MAAND",
                onderdelen=[],
                verzenddag=3,
                vanaf=NOVEMBER,
                contactpersoon_id=contact.pk,
                door=toegang_regisseur,
            )

    def test_stoppen(self, contact, toegang_regisseur):
        abonnement = AbonnementFactory(contactpersoon=contact)

        abonnement_stoppen(abonnement=abonnement, door=toegang_regisseur)

        assert abonnementen_uitvoeren(vandaag=NOVEMBER) == 0
