"""A partner keeps its own data, people, places and accounts; of another organisation it keeps nothing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from partners import selectors
from partners.enums import Wijzigonderwerp
from partners.models import (
    Behoefte,
    Capaciteit,
    Contactpersoon,
    Doorverwijzing,
    Gegevenscheck,
    Partnerwijziging,
    Werkplaats,
)
from partners.services import ContactGegevens, WerkplaatsGegevens, eigen, eigen_plaatsen, gegevens, toegang
from partners.services.plaatsen import mag_plaats_wijzigen
from regie.accounts.models import Uitnodiging
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import (
    ContactpersoonFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
    WerkplaatsFactory,
)
from tests.rijen import rij_van


@pytest.fixture
def vandaag():
    return timezone.localdate()


@pytest.fixture
def partner(gebruiker):
    return gebruiker


@pytest.fixture
def lid(partner):
    return LidmaatschapFactory(organisatie=partner, rol=Rol.PARTNERCONTACT)


@pytest.fixture
def door(lid):
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


@pytest.fixture
def vreemd(gebied):
    """Another organisation in the same gebied, with a person and a place."""
    organisatie = OrganisatieFactory(gebied=gebied, gebruikersplaats=True)
    ContactpersoonFactory(organisatie=organisatie)
    WerkplaatsFactory(gebruiker=organisatie)
    return organisatie


@pytest.fixture
def als_partner(client, lid):
    client.force_login(lid.user)
    return client


def _zinnen():
    return list(Partnerwijziging.objects.order_by("created_at").values_list("omschrijving", flat=True))


class TestVanEenAnder:
    """Every service refuses, whatever a page let through."""

    @pytest.mark.parametrize(
        "dienst",
        [
            lambda o, **w: eigen.eigen_gegevens_bijwerken(organisatie=o, gegevens=eigen.EigenGegevens(), **w),
            lambda o, **w: eigen.eigen_contact_toevoegen(
                organisatie=o, gegevens=ContactGegevens(naam="X", email="x@y.example"), **w
            ),
            lambda o, **w: eigen.eigen_contact_deactiveren(contact=o.contactpersonen.get(), **w),
            lambda o, **w: gegevens.gegevens_bevestigen(organisatie=o, opmerking="", **w),
            lambda o, **w: eigen_plaatsen.eigen_plaats_toevoegen(
                organisatie=o, gegevens=WerkplaatsGegevens("poets", 1, w["vandaag"]), **w
            ),
            lambda o, **w: eigen_plaatsen.eigen_plaats_stoppen(werkplaats=o.werkplaatsen.get(), tot=w["vandaag"], **w),
            lambda o, **w: eigen_plaatsen.eigen_aantal_zetten(
                werkplaats=o.werkplaatsen.get(), aantal=0, van=w["vandaag"], tot=None, **w
            ),
            lambda o, **w: toegang.partner_uitnodigen(
                organisatie=o, voornaam="A", familienaam="B", email="a@b.example", nu=timezone.now(), **w
            ),
        ],
    )
    def test_weigert_elke_dienst(self, dienst, vreemd, door, vandaag):
        with pytest.raises(DomainError):
            dienst(vreemd, door=door, vandaag=vandaag)

        assert not Partnerwijziging.objects.exists()
        assert not Gegevenscheck.objects.exists()

    def test_wie_ook_elders_werkt_houdt_daar_niets_bij(self, lid, vreemd, vandaag):
        """A second role of the same person in another organisation is not that of a partnercontact."""
        LidmaatschapFactory(user=lid.user, organisatie=vreemd, rol=Rol.JOBHUNTER)
        door = Lidmaatschap.objects.filter(user=lid.user).toegang()

        assert door.partner_van == (lid.organisatie_id,)
        with pytest.raises(DomainError):
            gegevens.gegevens_bevestigen(organisatie=vreemd, opmerking="", door=door, vandaag=vandaag)

    def test_ziet_de_plaats_of_persoon_van_een_ander_niet(self, als_partner, vreemd):
        for naam, pk in (
            ("partners:eigen_plaats_bijwerken", vreemd.werkplaatsen.get().pk),
            ("partners:eigen_contact_bijwerken", vreemd.contactpersonen.get().pk),
            ("rapportage:van-partner", vreemd.pk),
            ("regio:eigen-vertrek", vreemd.pk),
        ):
            assert als_partner.get(gebied_url(naam, pk)).status_code == 404, naam
        assert als_partner.get(f"{gebied_url('partners:mijn_organisatie')}?organisatie={vreemd.pk}").status_code == 404


class TestGegevens:
    def test_bewaart_en_vertelt_wat(self, als_partner, partner):
        antwoord = als_partner.post(
            gebied_url("partners:eigen_gegevens_bijwerken", partner.pk),
            {"telefoon": "050 11 22 33", "website": "lus.example", "naam": "Andere naam", "kbo": "0428759497"},
        )

        assert antwoord.status_code == 302
        oud = partner.naam
        partner.refresh_from_db()
        assert (partner.telefoon, partner.website, partner.naam) == ("+3250112233", "https://lus.example", oud)
        assert _zinnen() == ["Gewijzigd: telefoon en website."]

    def test_niets_gewijzigd_is_niets_verteld(self, partner, door, vandaag):
        zelfde = eigen.EigenGegevens(partner.gemeente, partner.telefoon, partner.email, partner.website)
        eigen.eigen_gegevens_bijwerken(organisatie=partner, gegevens=zelfde, door=door, vandaag=vandaag)

        assert _zinnen() == []

    def test_alles_klopt(self, als_partner, partner):
        pagina = als_partner.get(gebied_url("partners:mijn_organisatie")).text
        assert "nog nooit nagekeken" in pagina

        antwoord = als_partner.post(gebied_url("partners:eigen_bevestigen", partner.pk), follow=True)

        assert "Kloppen deze gegevens nog?" not in antwoord.text
        assert "nagekeken op" in antwoord.text

    def test_de_laatste_contactpersoon_blijft(self, partner, door, vandaag):
        enige = ContactpersoonFactory(organisatie=partner)
        with pytest.raises(DomainError, match="enige contactpersoon"):
            eigen.eigen_contact_deactiveren(contact=enige, door=door, vandaag=vandaag)

    def test_wat_op_antwoord_wacht_is_van_hier_te_beantwoorden(self, als_partner, partner, regieverband, vandaag):
        with gebied_context(partner.gebied, lid_van=[regieverband.pk]):
            for status in ("OPEN", "INGETROKKEN"):
                behoefte = rij_van(Behoefte, regieverband, gedeeld=True, status=status, gepubliceerd_op=vandaag)
                rij_van(Doorverwijzing, partner, behoefte=behoefte)

        pagina = als_partner.get(gebied_url("partners:mijn_organisatie")).text
        lijst = als_partner.get(gebied_url("partners:vragen")).text

        assert "1 vraag van een werkgever wacht op jullie antwoord" in pagina
        assert f'href="{gebied_url("partners:vragen")}"' in pagina
        assert lijst.count("zonder antwoord") + lijst.count("vandaag gevraagd") == 1
        assert "ingetrokken" in lijst

    def test_zonder_vraag_staat_er_geen_kader(self, als_partner):
        pagina = als_partner.get(gebied_url("partners:mijn_organisatie")).text

        assert "Er wacht geen vraag op jullie antwoord." in pagina
        assert "Vragen beantwoorden" not in pagina

    def test_de_pagina_kost_weinig_vragen(self, als_partner, partner, django_assert_max_num_queries):
        ContactpersoonFactory.create_batch(12, organisatie=partner)
        als_partner.get(gebied_url("partners:mijn_organisatie"))
        with django_assert_max_num_queries(28):
            als_partner.get(gebied_url("partners:mijn_organisatie"))


class TestPlaatsen:
    def test_aanbieden_wijzigen_stoppen_en_hervatten(self, partner, door, vandaag, toegang):
        plaats = eigen_plaatsen.eigen_plaats_toevoegen(
            organisatie=partner, gegevens=WerkplaatsGegevens("sorteerder", 2, vandaag), door=door, vandaag=vandaag
        )
        nieuw = WerkplaatsGegevens("sorteerder", 4, vandaag)
        eigen_plaatsen.eigen_plaats_bijwerken(werkplaats=plaats, gegevens=nieuw, door=door, vandaag=vandaag)
        tot = vandaag + timedelta(days=10)
        eigen_plaatsen.eigen_plaats_stoppen(werkplaats=plaats, tot=tot, door=door, vandaag=vandaag)

        plaats = Werkplaats.objects.get()
        assert (plaats.aantal, plaats.tot, plaats.gebruiker) == (4, tot, partner)
        zinnen = [rij.wijziging.omschrijving for rij in selectors.wijzigingen_aan(plaats.pk)]
        assert zinnen == [
            f"Sorteerder: aangeboden tot en met {tot:%d/%m/%Y}.",
            "Sorteerder: gewijzigd: aantal plaatsen (nu 4).",
            f"Sorteerder: 2 plaatsen aangeboden vanaf {vandaag:%d/%m/%Y}.",
        ]
        eigen_plaatsen.eigen_plaats_hervatten(werkplaats=plaats, door=door, vandaag=vandaag)
        assert Werkplaats.objects.get().tot is None

    def test_met_welk_ocmw_ze_is_afgesproken_blijft(self, partner, door, vandaag, ocmw):
        plaats = WerkplaatsFactory(gebruiker=partner, ocmw=ocmw, functie="poets")
        nieuw = WerkplaatsGegevens("poets en onderhoud", 1, plaats.van)
        eigen_plaatsen.eigen_plaats_bijwerken(werkplaats=plaats, gegevens=nieuw, door=door, vandaag=vandaag)

        plaats.refresh_from_db()
        assert (plaats.functie, plaats.ocmw) == ("poets en onderhoud", ocmw)

    @pytest.mark.parametrize(("van", "tot", "nu"), [(0, None, 1), (0, 0, 1), (-5, -1, 3), (1, None, 3), (-5, None, 1)])
    def test_een_ander_aantal_voor_een_tijd(self, partner, door, vandaag, van, tot, nu):
        plaats = WerkplaatsFactory(gebruiker=partner, aantal=3)
        eigen_plaatsen.eigen_aantal_zetten(
            werkplaats=plaats,
            aantal=1,
            van=vandaag + timedelta(days=van),
            tot=None if tot is None else vandaag + timedelta(days=tot),
            door=door,
            vandaag=vandaag,
        )

        (rij,) = selectors.eigen_plaatsen(partner, vandaag=vandaag)
        assert rij.aantal == nu

    def test_een_ander_aantal_wissen(self, als_partner, partner):
        plaats = WerkplaatsFactory(gebruiker=partner, aantal=3)
        een = Capaciteit.objects.create(werkplaats=plaats, van=timezone.localdate(), aantal=0)

        antwoord = als_partner.post(gebied_url("partners:eigen_aantal_wissen", een.pk), follow=True)

        assert "weer het gewone aantal" in antwoord.text
        assert not Capaciteit.objects.exists()

    def test_zonder_categorie_zegt_het_wat_te_doen(self, gebied, client, vandaag):
        gewoon = OrganisatieFactory(gebied=gebied)
        client.force_login(LidmaatschapFactory(organisatie=gewoon, rol=Rol.PARTNERCONTACT).user)

        assert "niet als gebruiker van art. 60" in client.get(gebied_url("partners:eigen_plaatsen")).text
        antwoord = client.post(
            gebied_url("partners:eigen_plaats_toevoegen", gewoon.pk),
            {"functie": "poets", "aantal": 1, "uren": "38", "van": f"{vandaag:%d/%m/%Y}"},
        )
        assert antwoord.status_code == 422
        assert "Vraag de regio om dat in te vullen" in antwoord.text

    def test_het_ocmw_ziet_wie_wat_wijzigde(self, partner, door, lid, ocmw, vandaag, als_begeleider):
        plaats = WerkplaatsFactory(gebruiker=partner, ocmw=ocmw)
        eigen_plaatsen.eigen_plaats_stoppen(werkplaats=plaats, tot=vandaag, door=door, vandaag=vandaag)

        pagina = als_begeleider.get(gebied_url("trajecten:plaats", plaats.pk)).text

        assert "Wat de gebruiker zelf wijzigde" in pagina
        assert lid.user.naam in pagina

    def test_wie_een_plaats_mag_wijzigen(self, partner, door, vreemd):
        assert mag_plaats_wijzigen(WerkplaatsFactory(gebruiker=partner), door)
        assert not mag_plaats_wijzigen(vreemd.werkplaatsen.get(), door)


class TestUitnodigen:
    def test_een_collega_krijgt_alleen_de_rol_van_partnercontact(self, als_partner, partner, mailoutbox):
        antwoord = als_partner.post(
            gebied_url("partners:collega_uitnodigen", partner.pk),
            {"voornaam": "Jo", "familienaam": "Maes", "email": "Jo@lus.example", "rol": "REGISSEUR"},
        )

        assert antwoord.status_code == 302
        uitnodiging = Uitnodiging.objects.get()
        assert (uitnodiging.rol, uitnodiging.organisatie) == (Rol.PARTNERCONTACT, partner)
        assert mailoutbox[0].to == ["jo@lus.example"]
        assert Contactpersoon.objects.get(organisatie=partner).naam == "Jo Maes"
        assert _zinnen() == ["Een collega uitgenodigd voor een account."]

    def test_de_regio_nodigt_uit_vanop_de_pagina_van_de_partner(self, als_regisseur, partner, mailoutbox):
        contact = ContactpersoonFactory(organisatie=partner, naam="Els Van den Berg", email="els@lus.example")
        adres = gebied_url("partners:partner_uitnodigen", partner.pk)
        assert 'value="Van den Berg"' in als_regisseur.get(f"{adres}?contact={contact.pk}").text

        als_regisseur.post(adres, {"voornaam": "Els", "familienaam": "Van den Berg", "email": "els@lus.example"})

        assert len(mailoutbox) == 1
        assert Contactpersoon.objects.filter(organisatie=partner).count() == 1
        assert "uitgenodigd" in als_regisseur.get(gebied_url("partners:organisatie", partner.pk)).text

    def test_bij_een_ocmw_kan_dat_hier_niet(self, als_regisseur, ocmw):
        antwoord = als_regisseur.post(
            gebied_url("partners:partner_uitnodigen", ocmw.pk),
            {"voornaam": "Jo", "familienaam": "Maes", "email": "jo@ocmw.example"},
        )

        assert antwoord.status_code == 422
        assert not Uitnodiging.objects.exists()

    def test_intrekken(self, als_partner, partner, door, vandaag, mailoutbox):
        uitnodiging = toegang.partner_uitnodigen(
            organisatie=partner,
            voornaam="Jo",
            familienaam="Maes",
            email="jo@lus.example",
            door=door,
            nu=timezone.now(),
            vandaag=vandaag,
        )
        als_partner.post(gebied_url("partners:eigen_uitnodiging_intrekken", uitnodiging.pk))

        uitnodiging.refresh_from_db()
        assert uitnodiging.ingetrokken_op
        assert Partnerwijziging.objects.filter(onderwerp=Wijzigonderwerp.TOEGANG).count() == 2


class TestMensen:
    def test_account_contactpersoon_en_uitnodiging_zijn_een_mens(self, partner, lid, vandaag):
        ContactpersoonFactory(organisatie=partner, naam="Zelf", email=lid.user.email.upper())

        (mens,) = selectors.mensen_van(partner, vandaag=vandaag, nu=timezone.now())

        assert mens.contact is not None
        assert mens.lid == lid

    def test_wie_weg_is_telt_niet_als_account(self, partner, lid, vandaag):
        Lidmaatschap.objects.filter(pk=lid.pk).update(tot=vandaag - timedelta(days=1))

        assert selectors.mensen_van(partner, vandaag=vandaag, nu=timezone.now()) == []
