"""Pages of the scan: filling in on both sides of the door, result, report, plan, and what the region sees."""

import io
import re
from datetime import date

import pikepdf
import pytest
from django.urls import reverse
from django.utils import timezone

from partners.models import Partnerlink, Scan, Scanactie, Scanantwoord, Scandeelnemer
from partners.pdf import adviesrapport
from partners.selectors.scanresultaat import scanresultaat
from partners.services import scan as services
from partners.services import scandeelnemers
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory


@pytest.fixture
def lid(gebied):
    return LidmaatschapFactory(
        organisatie=OrganisatieFactory(gebied=gebied, naam="De Kringloop", type="MAATWERKBEDRIJF"),
        rol=Rol.PARTNERCONTACT,
    )


@pytest.fixture
def trekker(lid):
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


@pytest.fixture
def partner(client, lid):
    client.force_login(lid.user)
    return client


@pytest.fixture
def url(gebied):
    return lambda naam, *args: reverse(naam, args=[gebied.slug, *args])


@pytest.fixture
def binnen(gebied, lid):
    with gebied_context(gebied, lid_van=[lid.organisatie_id]):
        yield


@pytest.fixture
def scan(binnen, lid, trekker):
    return services.scan_starten(
        organisatie=lid.organisatie, naam="An", antwoorden_tot=None, door=trekker, vandaag=timezone.localdate()
    )


@pytest.fixture
def afgerond(scan, trekker):
    for score in (1, 2, 4):
        deelnemer = Scandeelnemer.objects.create(
            eigenaar_id=scan.eigenaar_id, scan=scan, naam=f"Respondent {score}", gevraagd_op=scan.gestart_op
        )
        services.antwoorden_bewaren(deelnemer=deelnemer, waarden={str(nr): str(score) for nr in range(1, 21)})
        services.antwoorden_indienen(deelnemer=deelnemer, nu=timezone.now())
    return services.scan_afronden(scan=scan, door=trekker, vandaag=timezone.localdate(), nu=timezone.now())


def stap(score, begin):
    return {f"stelling_{nr}": score for nr in range(begin, begin + 4)}


class TestInvullen:
    def test_vijf_stappen_en_versturen(self, partner, url, scan):
        adres = url("partners:scan_invullen", scan.pk)
        for nummer in range(1, 5):
            antwoord = partner.post(f"{adres}?stap={nummer}", {**stap("3", 4 * nummer - 3), "naar": str(nummer + 1)})
            assert antwoord.headers["Location"] == f"{adres}?stap={nummer + 1}"

        partner.post(f"{adres}?stap=5", {**stap("nvt", 17), "versturen": "1"})

        deelnemer = Scandeelnemer.objects.get(scan=scan)
        assert deelnemer.ingediend_op
        assert Scanantwoord.objects.filter(deelnemer=deelnemer, score=None).count() == 4

    def test_te_vroeg_versturen_verliest_niets_en_zegt_waar(self, partner, url, scan):
        antwoord = partner.post(
            f"{url('partners:scan_invullen', scan.pk)}?stap=5", {**stap("2", 17), "versturen": "1"}
        )

        assert antwoord.status_code == 422
        assert "Visie en rol (4)" in antwoord.text
        assert len(re.findall(r'value="2"[^>]*checked', antwoord.text)) == 4

    def test_bewaart_tussendoor(self, partner, url, scan):
        lading = {"autobewaar": "1", "was:stelling_1": "", "wordt:stelling_1": "4", "wordt:stelling_2": "onzin"}

        antwoord = partner.post(url("partners:scan_invullen", scan.pk), lading).json()

        assert antwoord["ontwerp"] == {"stelling_1": "4"}
        assert antwoord["tijd"].endswith(" uur")

    def test_een_afgeronde_scan_vul_je_niet_meer_in(self, partner, url, afgerond):
        assert partner.get(url("partners:scan_invullen", afgerond.pk)).status_code == 302


class TestMetEenLink:
    @pytest.fixture
    def adres(self, scan, trekker):
        _, adres = scandeelnemers.deelnemer_vragen(
            scan=scan,
            user=None,
            naam="Bo Peeters",
            email="bo@elders.example",
            mailen=False,
            door=trekker,
            vandaag=timezone.localdate(),
        )
        return f"/p/{adres.rstrip('/').rsplit('/', 1)[-1]}/"

    def test_antwoordt_zonder_account(self, client, adres, scan):
        for nummer in range(1, 5):
            assert client.post(f"{adres}?stap={nummer}", {**stap("1", 4 * nummer - 3), "naar": "2"}).status_code == 302
        antwoord = client.post(f"{adres}?stap=5", {**stap("1", 17), "versturen": "1"})

        assert antwoord.headers["Location"] == reverse("partnerlink_bedankt")
        assert Scandeelnemer.objects.get(scan=scan, naam="Bo Peeters").ingediend_op
        assert Partnerlink.objects.get().gebruikt_op

    def test_ziet_niets_van_een_ander(self, client, adres, scan):
        services.antwoorden_bewaren(deelnemer=Scandeelnemer.objects.get(is_trekker=True), waarden={"1": "4"})

        pagina = client.get(adres).text
        assert 'name="stelling_1"' in pagina
        assert not re.search(r'name="stelling_[^>]*checked', pagina)

    def test_na_het_stoppen_werkt_de_link_niet(self, client, adres, scan, trekker):
        services.scan_stoppen(scan=scan, door=trekker, nu=timezone.now())

        assert client.get(adres).status_code == 404
        assert client.post(adres, {"autobewaar": "1", "wordt:stelling_1": "1"}).status_code == 404


class TestResultaat:
    def test_toont_spreiding_en_geen_namen(self, partner, url, afgerond):
        pagina = partner.get(url("partners:scan_resultaat", afgerond.pk)).text

        assert "van 25 tot 100, mediaan 50, 3 deelnemers" in pagina
        assert "Respondent" not in pagina
        assert pagina.count("Drie voorstellen") == 5

    def test_delen_toont_het_aan_de_regio_en_intrekken_niet_meer(self, partner, url, afgerond, regisseur, gebied):
        adres = url("partners:scan_gedeeld", afgerond.pk)
        regio = type(partner)()
        regio.force_login(regisseur.user)
        assert regio.get(adres).status_code == 404

        assert "Niemand ziet wie antwoordde" in partner.get(url("partners:scan_delen", afgerond.pk)).text
        partner.post(url("partners:scan_delen", afgerond.pk))
        assert regio.get(adres).status_code == 200
        assert regio.get(url("partners:scan_resultaat", afgerond.pk)).status_code == 404
        assert "De Kringloop" in regio.get(url("rapportage:scans")).text

        partner.post(url("partners:scan_delen_intrekken", afgerond.pk))
        assert regio.get(adres).status_code == 404

    def test_de_startpagina_en_de_lijst_van_de_regio_doen_weinig_vragen(
        self, partner, url, afgerond, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(20):
            assert partner.get(url("partners:scan")).status_code == 200
        with django_assert_max_num_queries(20):
            assert partner.get(url("partners:scan_resultaat", afgerond.pk)).status_code == 200


class TestRegio:
    def test_nodigt_een_organisatie_uit(self, als_regisseur, url, lid, mailoutbox):
        contact = ContactpersoonFactory(organisatie=lid.organisatie)

        als_regisseur.post(url("partners:scan_uitnodigen", lid.organisatie_id), {"contact": contact.pk})

        assert mailoutbox[0].to == [contact.email]
        assert f"{timezone.localdate():%d/%m/%Y}" in als_regisseur.get(url("rapportage:scans")).text

    def test_zegt_niet_wie_een_scan_heeft_die_niet_gedeeld_is(self, als_regisseur, url, afgerond):
        pagina = als_regisseur.get(url("rapportage:scans")).text

        assert "niets gedeeld" in pagina
        assert str(afgerond.pk) not in pagina


class TestPlan:
    def test_een_klik_maakt_acties_van_de_prioriteiten(self, partner, url, afgerond, lid):
        adres = url("partners:scan_plan", afgerond.pk)
        gekozen = re.findall(r'value="(D\d-[A-Z]+-\d)"[^>]*checked', partner.get(adres).text)

        partner.post(adres, {"voorstellen": gekozen, "wie": lid.user_id, "klaar_tegen": "01/03/2027"})

        assert len(gekozen) == 6
        assert Scanactie.objects.filter(wie=lid.user_id, klaar_tegen=date(2027, 3, 1)).count() == 6
        assert partner.get(url("partners:scanplan")).text.count("Klaar: ") == 6
        assert partner.get(url("partners:scanplan_excel")).status_code == 200

    def test_zonder_iemand_blijft_de_keuze_staan(self, partner, url, afgerond):
        antwoord = partner.post(
            url("partners:scan_plan", afgerond.pk), {"voorstellen": ["D1-GEVORDERD-1"], "klaar_tegen": "01/03/2027"}
        )

        assert antwoord.status_code == 422
        assert re.search(r'value="D1-GEVORDERD-1"[^>]*checked', antwoord.text)


class TestAdviesrapport:
    @pytest.fixture
    def pdf(self, afgerond):
        return adviesrapport(scanresultaat(Scan.objects.get(pk=afgerond.pk)), vandaag=date(2026, 11, 23))

    def test_is_toegankelijk_klein_en_zonder_namen(self, pdf):
        assert len(pdf) < 500_000
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert document.Root.Lang == "nl-BE"
            assert document.docinfo["/Title"] == "Adviesrapport scan werkgeversgerichtheid – De Kringloop"
            figuren = [o for o in document.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/Figure"]
            assert figuren
            assert all(str(figuur.get("/Alt", "")).strip() for figuur in figuren)
            with document.open_metadata() as meta:
                assert meta["pdfuaid:part"] == "1"

    def test_download_heet_naar_de_scan_en_niet_naar_iemand(self, partner, url, afgerond):
        antwoord = partner.get(url("partners:scan_pdf", afgerond.pk))

        assert antwoord.content.startswith(b"%PDF")
        assert f"adviesrapport-scan-{afgerond.afgerond_op:%Y-%m-%d}.pdf" in antwoord.headers["Content-Disposition"]
