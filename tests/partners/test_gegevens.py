"""Is this still right? When data are stale, who is asked and reminded when, and what ends it."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from partners import selectors
from partners.enums import Checkweg, Partnerlinkdoel, Vraagstand
from partners.models import (
    Contactpersoon,
    Gegevenscheck,
    Gegevensherinnering,
    Gegevensvraag,
    Opvolging,
    Partnerlink,
    Partnerwijziging,
)
from partners.services import gegevens, gegevensvraag
from regie.accounts.services import MailMislukt
from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.models import Organisatie
from regie.core.tenancy import gebied_context
from tests.client import StrengeClient
from tests.factories import ContactpersoonFactory, OrganisatieFactory


@pytest.fixture
def vandaag():
    return timezone.localdate()


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="De Lus", telefoon="+3250341234", email="info@lus.example")


@pytest.fixture
def els(partner):
    return ContactpersoonFactory(organisatie=partner, naam="Els Maes", email="els@lus.example")


@pytest.fixture
def vraag(partner, els, toegang_regisseur, vandaag, regieverband):
    return gegevensvraag.gegevens_vragen(organisatie=partner, contact=els, door=toegang_regisseur, vandaag=vandaag)


@pytest.fixture
def adres(vraag, mailoutbox):
    """The path in the mail that left."""
    (regel,) = [r for r in mail.outbox[-1].body.splitlines() if "/p/" in r]
    return regel[regel.index("/p/") :]


def _check(partner, op):
    return Gegevenscheck.objects.create(organisatie=partner, bevestigd_op=op, langs=Checkweg.LINK)


class TestVerouderd:
    @pytest.mark.parametrize(
        ("dagen", "verouderd", "tekst"),
        [
            (None, True, "nog nooit nagekeken"),
            (366, True, "niet nagekeken sinds"),
            (365, False, "nagekeken op"),
            (0, False, "nagekeken op"),
        ],
    )
    def test_na_een_jaar(self, partner, vandaag, dagen, verouderd, tekst):
        if dagen is not None:
            _check(partner, vandaag - timedelta(days=dagen))

        nazicht = selectors.nazicht(partner, vandaag=vandaag)
        rij = selectors.organisaties_lijst(vandaag).get(pk=partner.pk)

        assert nazicht.is_verouderd == rij.is_verouderd == verouderd
        assert nazicht.tekst.startswith(tekst)

    def test_het_laatste_nazicht_telt(self, partner, vandaag):
        for dagen in (10, 500):
            _check(partner, vandaag - timedelta(days=dagen))

        assert not selectors.nazicht(partner, vandaag=vandaag).is_verouderd

    def test_een_ocmw_kijkt_niemand_na(self, ocmw, vandaag):
        assert not selectors.nazicht(ocmw, vandaag=vandaag).geldt

    @pytest.mark.parametrize(("vraag_in_adres", "gevonden"), [("verouderd", True), ("nagekeken", False), ("", True)])
    def test_de_lijst_filtert(self, als_regisseur, partner, vraag_in_adres, gevonden):
        pagina = als_regisseur.get(f"{gebied_url('partners:lijst')}?nazicht={vraag_in_adres}").text

        assert ("De Lus</a>" in pagina) == gevonden


class TestVragen:
    def test_er_vertrekt_een_mail_zonder_wachtwoord(self, vraag, mailoutbox):
        assert mailoutbox[-1].to == ["els@lus.example"]
        assert "Kloppen jullie gegevens nog?" in mailoutbox[-1].subject
        assert "Els" in mailoutbox[-1].body

    def test_geen_tweede_vraag_zolang_de_eerste_open_is(self, vraag, partner, toegang_regisseur, vandaag):
        with pytest.raises(DomainError, match="kreeg de vraag al"):
            gegevensvraag.gegevens_vragen(organisatie=partner, contact=None, door=toegang_regisseur, vandaag=vandaag)

    def test_zonder_adres_zegt_het_wat_te_doen(self, gebied, toegang_regisseur, vandaag):
        stil = OrganisatieFactory(gebied=gebied, email="")
        with pytest.raises(DomainError, match="geen e-mailadres"):
            gegevensvraag.gegevens_vragen(organisatie=stil, contact=None, door=toegang_regisseur, vandaag=vandaag)

    def test_een_mail_die_niet_vertrekt_is_geen_vraag(self, partner, els, toegang_regisseur, vandaag, monkeypatch):
        def kapot(*args, **kwargs):
            raise OSError

        monkeypatch.setattr(gegevensvraag, "stuur_gegevensvraag", kapot)
        with pytest.raises(MailMislukt):
            gegevensvraag.gegevens_vragen(organisatie=partner, contact=els, door=toegang_regisseur, vandaag=vandaag)

        assert not Gegevensvraag.objects.exists()

    def test_in_bulk_zegt_het_wie_niet(self, partner, els, ocmw, toegang_regisseur, vandaag, mailoutbox):
        uitkomst = gegevensvraag.gegevens_vragen_aan(
            organisatie_ids=[partner.pk, ocmw.pk], door=toegang_regisseur, vandaag=vandaag
        )

        assert (uitkomst.gevraagd, [naam for naam, _ in uitkomst.niet]) == (1, [ocmw.naam])
        assert len(mailoutbox) == 1

    def test_van_op_de_lijst(self, als_regisseur, partner, els, mailoutbox):
        antwoord = als_regisseur.post(
            gebied_url("partners:gegevens_vragen_aan_selectie"), {"id": [partner.pk]}, follow=True
        )

        assert "De vraag is verstuurd naar 1 partner." in antwoord.text
        assert len(mailoutbox) == 1


class TestNacht:
    @pytest.mark.parametrize(("dagen", "gevraagd"), [(None, 0), (100, 0), (365, 0), (366, 1), (900, 1)])
    def test_vraagt_een_jaar_na_het_vorige_nazicht(self, partner, els, mailoutbox, werkdag, dagen, gevraagd):
        if dagen is not None:
            _check(partner, werkdag - timedelta(days=dagen))

        gegevensvraag.gegevens_opvolgen(werkdag)

        assert Gegevensvraag.objects.count() == len(mailoutbox) == gevraagd

    def test_vraagt_maar_een_keer(self, partner, els, mailoutbox, werkdag):
        _check(partner, werkdag - timedelta(days=400))

        gegevensvraag.gegevens_opvolgen(werkdag)
        gegevensvraag.gegevens_opvolgen(werkdag + timedelta(days=1))

        assert len(mailoutbox) == 1

    @pytest.mark.parametrize(
        ("dag", "nummers"), [(0, []), (13, []), (14, [1]), (20, [1]), (34, [1]), (35, [1, 2]), (90, [1, 2])]
    )
    def test_de_ladder_van_herinneringen(self, vraag, werkdag, dag, nummers):
        """Every day once, as the clock does."""
        Gegevensvraag.objects.update(gevraagd_op=werkdag)
        for na in range(dag + 1):
            for vraag_id, nummer in gegevensvraag.te_herinneren(werkdag + timedelta(days=na)):
                gegevensvraag.herinnering_sturen(
                    vraag_id=vraag_id, nummer=nummer, vandaag=werkdag + timedelta(days=na)
                )

        assert list(Gegevensherinnering.objects.order_by("nummer").values_list("nummer", flat=True)) == nummers

    def test_stopt_na_een_antwoord(self, vraag, toegang_regisseur, partner, werkdag, vandaag):
        gegevens.gegevens_nagekeken_door_regio(organisatie=partner, door=toegang_regisseur, vandaag=vandaag)

        assert gegevensvraag.te_herinneren(vandaag + timedelta(days=40)) == []

    def test_wie_stil_blijft_komt_op_de_lijst_van_de_regio_tot_hij_antwoordt(
        self, vraag, partner, regieverband, toegang_regisseur, vandaag
    ):
        gegevensvraag.stilte_opvolgen(vandaag + timedelta(days=59))
        assert not Opvolging.objects.exists()

        gegevensvraag.stilte_opvolgen(vandaag + timedelta(days=60))
        gegevensvraag.stilte_opvolgen(vandaag + timedelta(days=61))
        assert Opvolging.objects.get().organisatie == regieverband
        gegevens.gegevens_nagekeken_door_regio(
            organisatie=partner, door=toegang_regisseur, vandaag=vandaag + timedelta(days=62)
        )

        assert Opvolging.objects.get().klaar_op

    @pytest.fixture
    def werkdag(self, vandaag):
        return vandaag + timedelta(days=(7 - vandaag.weekday()) % 7)


class TestLink:
    def test_een_klik_is_genoeg(self, client, adres, partner, els, vraag):
        antwoord = client.post(adres, {"antwoord": "klopt"})

        assert antwoord.headers["Location"] == reverse("partnerlink_bedankt")
        check = Gegevenscheck.objects.get()
        assert (check.langs, check.is_gewijzigd, check.organisatie) == (Checkweg.LINK, False, partner)
        els.refresh_from_db()
        assert els.bevestigd_op == check.bevestigd_op
        vraag.refresh_from_db()
        assert not vraag.is_open

    def test_werkt_maar_een_keer(self, client, adres):
        client.post(adres, {"antwoord": "klopt"})

        assert client.post(adres, {"antwoord": "klopt"}).status_code == 404
        assert "Deze link werkt niet" in client.get(adres).text
        assert Gegevenscheck.objects.count() == 1

    def test_kijken_is_nog_geen_openen(self, client, adres, vraag):
        assert client.get(adres).status_code == 200
        assert selectors.vraagstand(vraag) == Vraagstand.STIL

        client.post(adres, {"geopend": "1"})

        assert selectors.vraagstand(vraag) == Vraagstand.GEOPEND

    def test_verbeteren_bewaart_en_vertelt_het(self, client, adres, partner, els):
        weg = ContactpersoonFactory(organisatie=partner, naam="Zoë Weg", email="weg@lus.example")

        antwoord = client.post(adres, {**_velden(els, weg), "org-telefoon": "050 99 88 77", "c2-is_weg": "on"})

        assert antwoord.status_code == 302
        partner.refresh_from_db()
        weg.refresh_from_db()
        assert (partner.telefoon, weg.is_actief) == ("+3250998877", False)
        assert Gegevenscheck.objects.get().is_gewijzigd
        zinnen = set(Partnerwijziging.objects.values_list("omschrijving", flat=True))
        assert zinnen == {"Gewijzigd: telefoon.", "Een contactpersoon gewijzigd."}

    def test_naam_en_kbo_wijzigt_een_partner_niet(self, client, adres, els, partner):
        client.post(adres, {**_velden(els), "org-naam": "Iets anders", "org-kbo": "0428759497"})

        partner.refresh_from_db()
        assert (partner.naam, partner.kbo) == ("De Lus", "")

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"org-telefoon": "12"}, "telefoonnummer"),
            ({"c1-email": "geen adres"}, "e-mailadres"),
            ({"nieuw-naam": "Half"}, "E-mailadres"),
            ({"c1-is_weg": "on"}, "Er blijft niemand over om te bellen"),
        ],
    )
    def test_een_fout_bewaart_niets_en_verliest_niets(self, client, adres, els, partner, anders, zin):
        antwoord = client.post(adres, {**_velden(els), "org-website": "lus.example", **anders})

        assert antwoord.status_code == 422
        assert zin in antwoord.text
        assert "lus.example" in antwoord.text
        assert not Gegevenscheck.objects.exists()
        els.refresh_from_db()
        assert els.is_actief

    def test_een_verlopen_of_verzonnen_link_opent_niets(self, client, adres, partner, gebied):
        assert client.get(adres[:-4] + "AAA/").status_code == 404
        with gebied_context(gebied, lid_van=[partner.pk]):
            Partnerlink.objects.update(geldig_tot=timezone.localdate() - timedelta(days=1))

        assert client.get(adres).status_code == 404

    def test_een_antwoord_langs_een_andere_weg_sluit_de_link(self, client, adres, partner, toegang_regisseur, vandaag):
        gegevens.gegevens_nagekeken_door_regio(organisatie=partner, door=toegang_regisseur, vandaag=vandaag)

        assert client.get(adres).status_code == 404

    def test_stoppen_sluit_de_link(self, adres, vraag, als_regisseur):
        als_regisseur.post(gebied_url("partners:gegevensvraag_stoppen", vraag.pk))

        assert StrengeClient().get(adres).status_code == 404

    def test_de_link_van_een_andere_organisatie_wijzigt_die_alleen(self, client, adres, els, gebied, vraag):
        """Also when the form names a contact person of somebody else: only the own ones are looked at."""
        ander = ContactpersoonFactory(organisatie=OrganisatieFactory(gebied=gebied), naam="Vreemd")

        client.post(adres, {**_velden(els), "c2-naam": "Gekaapt", "c2-email": "x@y.example"})

        ander.refresh_from_db()
        assert ander.naam == "Vreemd"

    def test_de_regio_ziet_de_stand(self, als_regisseur, vraag, partner):
        pagina = als_regisseur.get(gebied_url("partners:organisatie", partner.pk)).text

        assert "nog nooit nagekeken" in pagina
        assert "nog niet geopend" in pagina
        # the link itself stays inside the partner
        assert not Partnerlink.objects.filter(doel=Partnerlinkdoel.GEGEVENS).exists()


def _velden(*contacten: Contactpersoon) -> dict[str, str]:
    """The form as it stands when nobody changes anything."""
    organisatie = Organisatie.objects.get(pk=contacten[0].organisatie_id)
    velden = {"antwoord": "verbeterd", "org-telefoon": organisatie.telefoon, "org-email": organisatie.email}
    for nummer, contact in enumerate(contacten, 1):
        for naam in ("naam", "functie", "email", "telefoon"):
            velden[f"c{nummer}-{naam}"] = getattr(contact, naam)
    return velden
