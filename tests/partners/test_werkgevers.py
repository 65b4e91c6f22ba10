"""The services of the shared employer card, and the numbers on it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from partners import services
from partners.enums import NaceVersie, WerkgeverStatus
from partners.models import Contactpersoon, Werkgever
from partners.services import ContactGegevens, KboBestaatAl, VestigingGegevens, WerkgeverGegevens
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.nace import SECTOREN, afdelingen_van, nace_omschrijving, normaliseer_nace, sector_van
from regie.core.validators import normaliseer_ven, toon_ven
from tests.factories import ContactpersoonFactory, OrganisatieFactory, WerkgeverFactory

DAG = date(2026, 11, 23)


class TestVestigingsnummer:
    @pytest.mark.parametrize("getypt", ["2123456791", "2.123.456.791", "2 123 456 791", 2123456791, "2123456791.0"])
    def test_leest_elke_schrijfwijze(self, getypt):
        assert normaliseer_ven(getypt) == "2123456791"
        assert toon_ven("2123456791") == "2.123.456.791"

    @pytest.mark.parametrize(
        ("getypt", "zin"),
        [
            ("212345679", "9 cijfers, er moeten er 10 zijn"),
            ("0428759497", "begint met een cijfer van 2 tot 8"),
            ("9123456791", "begint met een cijfer van 2 tot 8"),
            ("2123456790", "controlegetal klopt niet"),
            ("abc", "0 cijfers"),
        ],
    )
    def test_zegt_wat_er_scheelt(self, getypt, zin):
        with pytest.raises(ValidationError, match=zin):
            normaliseer_ven(getypt)


class TestNace:
    @pytest.mark.parametrize(
        ("getypt", "versie", "code", "titel"),
        [
            ("81.210", "2025", "81210", "Algemene reiniging van gebouwen"),
            ("8121", "2025", "8121", "Algemene reiniging van gebouwen"),
            (81210.0, "2025", "81210", "Algemene reiniging van gebouwen"),
            ("01.191", "2025", "01191", "Teelt van bloemen"),
            ("56.101", "2008", "56101", "Activiteiten van restaurants en mobiele eetgelegenheden"),
            ("45", "2008", "45", "Groot- en detailhandel in en onderhoud en reparatie van motorvoertuigen"),
        ],
    )
    def test_leest_en_noemt_een_code(self, getypt, versie, code, titel):
        assert normaliseer_nace(getypt, versie) == code
        assert nace_omschrijving(code, versie).startswith(titel)

    @pytest.mark.parametrize(
        ("getypt", "versie", "zin"),
        [
            ("", "2025", "gebruik 2 tot 5 cijfers"),
            ("8", "2025", "gebruik 2 tot 5 cijfers"),
            ("812101", "2025", "gebruik 2 tot 5 cijfers"),
            ("poets", "2025", "gebruik 2 tot 5 cijfers"),
            ("81219", "2025", "81.219 staat niet in NACE-BEL 2025"),
            ("45200", "2025", "Is het een code van 2008"),
            ("00", "2008", "Kijk ze na"),
        ],
    )
    def test_zegt_wat_er_scheelt(self, getypt, versie, zin):
        with pytest.raises(ValidationError, match=zin):
            normaliseer_nace(getypt, versie)

    @pytest.mark.parametrize(
        ("code", "letter"), [("01", "A"), ("45200", "G"), ("62010", "K"), ("81210", "O"), ("99", "V"), ("", "")]
    )
    def test_elke_code_hoort_in_een_sector(self, code, letter):
        assert sector_van(code) == letter

    def test_de_sectoren_dekken_alle_afdelingen_een_keer(self):
        alle = [afdeling for letter in SECTOREN for afdeling in afdelingen_van(letter)]

        assert sorted(alle) == [f"{n:02}" for n in range(1, 100)]


class TestToevoegen:
    def test_bewaart_de_kaart_met_haar_zoeksleutel(self, gebied, toegang):
        werkgever = services.werkgever_toevoegen(
            gegevens=WerkgeverGegevens(naam="Bakkerij D'Haene", kbo="0428759497", nace="10.711"), door=toegang
        )

        werkgever.refresh_from_db()
        assert (werkgever.sleutel, werkgever.nace, werkgever.nace_versie) == ("bakkerijdhaene", "10711", "2025")

    def test_weigert_een_kbo_nummer_dat_er_al_is_en_zegt_welke_kaart(self, gebied, toegang):
        bestaand = WerkgeverFactory(naam="Polderhaven nv", kbo="0428759497")

        with pytest.raises(KboBestaatAl, match="Polderhaven nv heeft dit KBO-nummer al") as fout:
            services.werkgever_toevoegen(gegevens=WerkgeverGegevens("Haven", kbo="0428759497"), door=toegang)

        assert fout.value.werkgever == bestaand

    def test_mag_hetzelfde_nummer_hebben_als_in_een_ander_gebied(self, gebied, ander_gebied, toegang):
        assert Werkgever.objects.filter(kbo="0428759497").count() == 0
        services.werkgever_toevoegen(gegevens=WerkgeverGegevens("Haven", kbo="0428759497"), door=toegang)
        assert Werkgever.objects.filter(kbo="0428759497").count() == 1

    @pytest.mark.parametrize(
        ("gegevens", "zin"),
        [
            ({"naam": " - "}, "Geef de werkgever een naam"),
            ({"naam": "A", "nace": "99999"}, "99.999 staat niet in NACE-BEL 2025"),
            ({"naam": "A", "nace": "56101", "nace_versie": "1999"}, "NACE"),
            ({"naam": "A", "kbo": "0428759498"}, "controlegetal"),
            ({"naam": "A", "email": "geen adres"}, "e-mailadres"),
            ({"naam": "A", "status": "NIET_BENADEREN"}, "er hoort een reden bij"),
        ],
    )
    def test_weigert_wat_niet_kan(self, gegevens, zin, gebied, toegang):
        with pytest.raises(DomainError, match=zin):
            services.werkgever_toevoegen(gegevens=WerkgeverGegevens(**gegevens), door=toegang)

        assert not Werkgever.objects.exists()


class TestBijwerken:
    def test_bewaart_niets_als_er_niets_verandert(self, gebied, toegang):
        werkgever = WerkgeverFactory(naam="Haven", kbo="0428759497")

        services.werkgever_bijwerken(
            werkgever=werkgever, gegevens=WerkgeverGegevens("Haven", kbo="0428759497"), door=toegang
        )

        assert [event.pgh_label for event in werkgever.events.all()] == ["insert"]

    def test_laat_niet_benaderen_staan(self, gebied, toegang):
        werkgever = WerkgeverFactory(
            naam="Haven", status=WerkgeverStatus.NIET_BENADEREN, niet_benaderen_reden="vraagt rust"
        )

        services.werkgever_bijwerken(
            werkgever=werkgever, gegevens=WerkgeverGegevens("Haven nv", status="NIET_BENADEREN"), door=toegang
        )

        werkgever.refresh_from_db()
        assert (werkgever.naam, werkgever.status) == ("Haven nv", "NIET_BENADEREN")

    def test_wist_de_versie_zonder_code(self, gebied, toegang):
        werkgever = WerkgeverFactory(naam="Haven", nace="81210", nace_versie=NaceVersie.V2025)

        gegevens = WerkgeverGegevens("Haven", nace_versie=NaceVersie.V2025)
        werkgever = services.werkgever_bijwerken(werkgever=werkgever, gegevens=gegevens, door=toegang)

        assert (werkgever.nace, werkgever.nace_versie) == ("", "")


class TestArchief:
    def test_gaat_heen_en_terug(self, gebied, toegang):
        werkgever = WerkgeverFactory()

        services.werkgever_archiveren(werkgever=werkgever, vandaag=DAG, door=toegang)
        werkgever.refresh_from_db()
        assert werkgever.gearchiveerd_op == DAG

        services.werkgever_terughalen(werkgever=werkgever, door=toegang)
        werkgever.refresh_from_db()
        assert werkgever.gearchiveerd_op is None

    def test_een_samengevoegde_kaart_komt_niet_terug(self, gebied, toegang):
        werkgever = WerkgeverFactory(samengevoegd_met=WerkgeverFactory(), gearchiveerd_op=DAG)

        with pytest.raises(DomainError, match="Werk verder op die kaart"):
            services.werkgever_terughalen(werkgever=werkgever, door=toegang)


class TestAlsPartner:
    @pytest.mark.parametrize(("nace", "type_"), [("81210", "WERKGEVER_PRIVAAT"), ("84110", "WERKGEVER_PUBLIEK")])
    def test_maakt_een_organisatie_met_dezelfde_gegevens(self, nace, type_, gebied, toegang):
        werkgever = WerkgeverFactory(
            naam="Haven", kbo="0428759497", nace=nace, nace_versie="2025", email="a@b.example"
        )

        organisatie = services.als_partner(werkgever=werkgever, door=toegang)

        assert (organisatie.naam, organisatie.kbo, organisatie.type) == ("Haven", "0428759497", type_)
        werkgever.refresh_from_db()
        assert (werkgever.organisatie, werkgever.status) == (organisatie, WerkgeverStatus.PARTNER)

    def test_vindt_de_organisatie_die_er_al_is(self, gebied, toegang):
        bekend = OrganisatieFactory(gebied=gebied, kbo="0428759497", type=OrganisatieType.MAATWERKBEDRIJF)
        werkgever = WerkgeverFactory(naam="Haven", kbo="0428759497")
        voor = Organisatie.objects.count()

        assert services.als_partner(werkgever=werkgever, door=toegang) == bekend
        assert services.als_partner(werkgever=werkgever, door=toegang) == bekend
        assert Organisatie.objects.count() == voor

    def test_contactpersonen_verhuizen_en_een_dubbele_blijft_achter(self, gebied, toegang):
        bekend = OrganisatieFactory(gebied=gebied, kbo="0428759497")
        ContactpersoonFactory(organisatie=bekend, email="an@haven.example")
        werkgever = WerkgeverFactory(naam="Haven", kbo="0428759497")
        dubbel = ContactpersoonFactory(organisatie=None, werkgever=werkgever, email="An@haven.example")
        nieuw = ContactpersoonFactory(organisatie=None, werkgever=werkgever, email="bo@haven.example")

        services.als_partner(werkgever=werkgever, door=toegang)

        nieuw.refresh_from_db()
        dubbel.refresh_from_db()
        assert (nieuw.organisatie, nieuw.werkgever, nieuw.is_actief) == (bekend, None, True)
        assert (dubbel.organisatie, dubbel.werkgever, dubbel.is_actief) == (None, werkgever, False)

    def test_weigert_uit_het_archief(self, gebied, toegang):
        with pytest.raises(DomainError, match="Haal de kaart eerst terug"):
            services.als_partner(werkgever=WerkgeverFactory(gearchiveerd_op=DAG), door=toegang)


class TestContactpersonen:
    def test_hangt_op_de_kaart_of_op_de_partner(self, gebied, toegang):
        kaart, partner = WerkgeverFactory(), WerkgeverFactory(organisatie=OrganisatieFactory(gebied=gebied))
        gegevens = ContactGegevens(naam="An", email="", telefoon="+3250123456", taal="fr", toestemming_op=DAG)

        op_kaart = services.werkgever_contact_toevoegen(werkgever=kaart, gegevens=gegevens, door=toegang)
        op_partner = services.werkgever_contact_toevoegen(werkgever=partner, gegevens=gegevens, door=toegang)

        assert (op_kaart.werkgever, op_kaart.taal, op_kaart.toestemming_op) == (kaart, "fr", DAG)
        assert (op_partner.organisatie, op_partner.werkgever) == (partner.organisatie, None)

    def test_moet_te_bereiken_zijn(self, gebied, toegang):
        with pytest.raises(DomainError, match="e-mailadres of een telefoonnummer"):
            services.werkgever_contact_toevoegen(
                werkgever=WerkgeverFactory(), gegevens=ContactGegevens("An", ""), door=toegang
            )

        assert not Contactpersoon.objects.exists()


class TestVestigingen:
    def test_komen_erbij_wijzigen_en_gaan_weg(self, gebied, toegang):
        werkgever = WerkgeverFactory()
        gegevens = VestigingGegevens(ven="2123456791", naam="Magazijn")

        vestiging = services.vestiging_toevoegen(werkgever=werkgever, gegevens=gegevens, door=toegang)
        services.vestiging_bijwerken(vestiging=vestiging, gegevens=VestigingGegevens(naam="Winkel"), door=toegang)
        vestiging.refresh_from_db()
        assert (vestiging.ven, vestiging.naam) == ("", "Winkel")

        assert services.vestiging_wissen(vestiging=vestiging, door=toegang) == VestigingGegevens(naam="Winkel")
        assert not werkgever.vestigingen.exists()

    @pytest.mark.parametrize(
        ("gegevens", "zin"),
        [
            (VestigingGegevens(ven="2123456790", naam="M"), "controlegetal"),
            (VestigingGegevens(ven="2123456791"), "minstens een naam"),
            (VestigingGegevens(ven="2987654339", naam="M"), "staat al bij een werkgever"),
        ],
    )
    def test_weigert_wat_niet_kan(self, gegevens, zin, gebied, toegang):
        bezet = VestigingGegevens(ven="2987654339", naam="Bezet")
        services.vestiging_toevoegen(werkgever=WerkgeverFactory(), gegevens=bezet, door=toegang)

        with pytest.raises(DomainError, match=zin):
            services.vestiging_toevoegen(werkgever=WerkgeverFactory(), gegevens=gegevens, door=toegang)
