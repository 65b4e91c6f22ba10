"""The network: who may be added, what is kept, and the sentence when something is wrong."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from partners import services
from partners.models import Contactpersoon, Werkplaats
from partners.services import ContactGegevens, OrganisatieGegevens, WerkplaatsGegevens
from regie.core.exceptions import DomainError
from regie.core.models import Gebeurtenis, Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.tenancy import gebied_context
from tests.factories import ContactpersoonFactory, OrganisatieFactory, WerkplaatsFactory

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def door(toegang_regisseur):
    return toegang_regisseur


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied)


class TestOrganisatieToevoegen:
    def test_krijgt_een_vrije_adresnaam(self, gebied, door):
        gegevens = OrganisatieGegevens(naam="Groep Intro vzw", type=OrganisatieType.VZW, kbo="0428759497")

        slugs = [services.organisatie_toevoegen(gegevens=g, door=door).slug for g in (gegevens, _andere(gegevens))]

        assert slugs == ["groep-intro-vzw", "groep-intro-vzw-2"]
        assert Gebeurtenis.objects.filter(soort="organisatie.toegevoegd").count() == 2

    @pytest.mark.parametrize("soort", [OrganisatieType.OCMW, OrganisatieType.REGIEVERBAND])
    def test_geen_ocmw_of_regieverband(self, soort, gebied, door):
        with pytest.raises(DomainError, match="platformbeheer"):
            services.organisatie_toevoegen(gegevens=OrganisatieGegevens(naam="X", type=soort), door=door)

    def test_zelfde_naam_en_kbo_wordt_een_zin(self, gebied, door):
        gegevens = OrganisatieGegevens(naam="Intro", type=OrganisatieType.VZW, kbo="0428759497")
        services.organisatie_toevoegen(gegevens=gegevens, door=door)

        with pytest.raises(ValidationError, match="al een organisatie met dit KBO-nummer"):
            services.organisatie_toevoegen(gegevens=gegevens, door=door)


def _andere(gegevens):
    return OrganisatieGegevens(naam=gegevens.naam, type=gegevens.type)


class TestOrganisatieBijwerken:
    def test_bewaart_de_gegevens(self, partner, door):
        services.organisatie_bijwerken(
            organisatie=partner,
            gegevens=OrganisatieGegevens(naam="Nieuwe naam", type=OrganisatieType.WELZIJN, is_actief=False),
            door=door,
        )

        partner.refresh_from_db()
        assert (partner.naam, partner.type, partner.is_actief) == ("Nieuwe naam", OrganisatieType.WELZIJN, False)

    def test_een_ocmw_blijft_een_ocmw(self, ocmw, door):
        with pytest.raises(DomainError, match="kan alleen het platformbeheer"):
            services.organisatie_bijwerken(
                organisatie=ocmw, gegevens=OrganisatieGegevens(naam="X", type=OrganisatieType.VZW), door=door
            )

    def test_niet_in_een_ander_gebied(self, ander_gebied, door):
        with pytest.raises(Organisatie.DoesNotExist):
            services.organisatie_bijwerken(
                organisatie=ander_gebied.ocmw,
                gegevens=OrganisatieGegevens(naam="X", type=OrganisatieType.OCMW),
                door=door,
            )


class TestContactpersoon:
    def test_toevoegen(self, partner, door):
        contact = services.contactpersoon_toevoegen(
            organisatie=partner,
            gegevens=ContactGegevens(naam="Els", email="els@intro.example", telefoon="+32470711930"),
            door=door,
        )

        assert Contactpersoon.objects.get() == contact
        assert "Els" not in str(Gebeurtenis.objects.get().details)

    def test_twee_keer_hetzelfde_adres_wordt_een_zin(self, partner, door):
        gegevens = ContactGegevens(naam="Els", email="els@intro.example")
        services.contactpersoon_toevoegen(organisatie=partner, gegevens=gegevens, door=door)

        with pytest.raises(ValidationError, match="Deze persoon staat al bij deze organisatie"):
            services.contactpersoon_toevoegen(organisatie=partner, gegevens=gegevens, door=door)

    def test_bijwerken(self, partner, door):
        contact = ContactpersoonFactory(organisatie=partner)

        services.contactpersoon_bijwerken(
            contact=contact,
            gegevens=ContactGegevens(naam="Jan", email="jan@intro.example", functie="jobcoach"),
            door=door,
        )

        contact.refresh_from_db()
        assert (contact.naam, contact.functie) == ("Jan", "jobcoach")

    def test_deactiveren_en_weer_activeren(self, partner, door):
        contact = ContactpersoonFactory(organisatie=partner)

        assert not services.contactpersoon_deactiveren(contact=contact, door=door).is_actief
        assert services.contactpersoon_activeren(contact=contact, door=door).is_actief

    def test_niet_in_een_ander_gebied(self, ander_gebied, door):
        with gebied_context(ander_gebied):
            vreemd = ContactpersoonFactory(organisatie=ander_gebied.ocmw)

        with pytest.raises(Contactpersoon.DoesNotExist):
            services.contactpersoon_deactiveren(contact=vreemd, door=door)


def gegevens(**velden):
    return WerkplaatsGegevens(**{"functie": "groenarbeider", "aantal": 1, "van": VANDAAG, **velden})


class TestWerkplaats:
    def test_toevoegen_en_bijwerken(self, gebruiker, door):
        plaats = services.werkplaats_toevoegen(
            gebruiker=gebruiker, gegevens=gegevens(functie="groenarbeider", aantal=2), door=door
        )

        services.werkplaats_bijwerken(werkplaats=plaats, gegevens=gegevens(aantal=3, tot=date(2027, 6, 30)), door=door)

        assert Werkplaats.objects.values_list("aantal", "tot").get() == (3, date(2027, 6, 30))

    def test_alleen_bij_een_gebruiker(self, partner, door):
        with pytest.raises(DomainError, match="is geen gebruiker van art"):
            services.werkplaats_toevoegen(gebruiker=partner, gegevens=gegevens(), door=door)

    def test_einde_voor_begin_wordt_een_zin(self, gebruiker, door):
        with pytest.raises(ValidationError, match="De einddatum ligt voor de begindatum"):
            services.werkplaats_toevoegen(gebruiker=gebruiker, gegevens=gegevens(tot=date(2026, 1, 1)), door=door)

    @pytest.mark.parametrize(
        ("van", "laatste_dag"), [(date(2020, 1, 1), date(2026, 11, 22)), (date(2027, 1, 1), date(2027, 1, 1))]
    )
    def test_beeindigen(self, van, laatste_dag, gebruiker, door):
        plaats = WerkplaatsFactory(gebruiker=gebruiker, van=van)

        assert services.werkplaats_beeindigen(werkplaats=plaats, vandaag=VANDAAG, door=door).tot == laatste_dag

    def test_niet_twee_keer_beeindigen(self, gebruiker, door):
        plaats = WerkplaatsFactory(gebruiker=gebruiker, tot=date(2026, 1, 1))

        with pytest.raises(DomainError, match="al beëindigd op 01/01/2026"):
            services.werkplaats_beeindigen(werkplaats=plaats, vandaag=VANDAAG, door=door)
