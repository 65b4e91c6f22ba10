"""Regio en gemeenten: any day, the rule with its source, and the quota a regisseur fills in."""

from datetime import date

import pytest
from django.utils import timezone

from regie.core.exceptions import DomainError
from regie.core.http import gebied_url
from regie.core.models import Gebeurtenis, Gebiedslid, Gemeente, Mandaat, Regiegebied
from regie.core.models.gebied import Rechtsvorm
from regie.core.regierol import inwonersregel
from regie.portal import selectors, services
from trajecten.models import Quotum

BRUGGE, OOSTKAMP, DAMME = "31005", "31022", "31006"
IN_2025, IN_2026 = date(2025, 6, 1), date(2026, 6, 1)


@pytest.fixture
def regio(gebied):
    """Brugge and Oostkamp since 2020; Damme until the end of 2024."""
    for nis, tot in ((BRUGGE, None), (OOSTKAMP, None), (DAMME, date(2024, 12, 31))):
        Gebiedslid.objects.create(gebied=gebied, gemeente_id=nis, van=date(2020, 1, 1), tot=tot)
    Mandaat.objects.create(gebied=gebied, regisseur="Lien Vermeulen", van=date(2023, 1, 1), tot=date(2025, 12, 31))
    Regiegebied.objects.filter(pk=gebied.pk).update(beherende_gemeente=BRUGGE)
    gebied.refresh_from_db()
    return gebied


class TestRegioBeeld:
    def test_leden_inwoners_en_mandaat_van_die_dag(self, regio):
        beeld = selectors.regio_beeld(regio, op=date(2024, 12, 31))

        assert [lid.gemeente.naam for lid in beeld.leden] == ["Brugge", "Damme", "Oostkamp"]
        assert beeld.inwoners == sum(
            Gemeente.objects.filter(nis__in=[BRUGGE, OOSTKAMP, DAMME]).values_list("inwoners", flat=True)
        )
        assert beeld.mandaat.regisseur == "Lien Vermeulen"
        assert beeld.beheerder_is_lid
        assert beeld.referentieregios == ["Regio Brugge"]

    def test_na_het_mandaat(self, regio):
        assert selectors.regio_beeld(regio, op=IN_2026).mandaat is None

    def test_zonder_leden(self, regio):
        beeld = selectors.regio_beeld(regio, op=date(2019, 12, 31))

        assert (beeld.leden, beeld.inwoners, beeld.inwoners_op) == ([], 0, None)


class TestInwonersRegel:
    def regel(self, gebied, op, inwoners):
        return inwonersregel(gebied, aantal_leden=gebied.gemeenten_op(op).count(), inwoners=inwoners, op=op)

    @pytest.mark.parametrize(("inwoners", "gehaald"), [(59_999, False), (60_000, True)])
    def test_op_de_grens(self, inwoners, gehaald, regio):
        regel = self.regel(regio, IN_2025, inwoners)

        assert (regel.gehaald, regel.geldt, regel.regel.waarde) == (gehaald, True, 60_000)

    def test_na_2025_is_ze_te_verifieren(self, regio):
        regel = self.regel(regio, IN_2026, 100_000)

        assert (regel.geldt, regel.gehaald, regel.regel.geldig_tot) == (False, True, date(2025, 12, 31))

    def test_een_centrumstad_alleen_heeft_geen_ondergrens(self, regio):
        regio.rechtsvorm = Rechtsvorm.CENTRUMSTAD
        regio.leden.exclude(gemeente=BRUGGE).delete()

        regel = self.regel(regio, IN_2025, 100)

        assert (regel.nodig, regel.gehaald) == (False, True)

    def test_voor_de_regel_bestond_is_er_geen(self, regio):
        assert self.regel(regio, date(2019, 6, 1), 100).regel is None


class TestPagina:
    def test_toont_bron_regel_en_mandaat(self, als_regisseur, regio):
        pagina = als_regisseur.get(f"{gebied_url('regio:gemeenten')}?op=01/06/2025").text

        for tekst in (
            "Statbel; gebiedsindeling Provincies in Cijfers",
            "Gehaald.",
            "60.000",
            "oproep regie lokale besturen 2020-2025",
            "Lien Vermeulen",
            "beherende gemeente",
            "zo 1 juni 2025",
        ):
            assert tekst in pagina, tekst
        assert "Te verifiëren." not in pagina
        assert "Damme" not in pagina

    def test_na_2025_te_verifieren(self, als_regisseur, regio):
        assert "Te verifiëren." in als_regisseur.get(f"{gebied_url('regio:gemeenten')}?op=01/06/2026").text

    def test_te_weinig_inwoners_in_woorden(self, als_regisseur, gebied):
        Gebiedslid.objects.create(gebied=gebied, gemeente_id=DAMME, van=date(2020, 1, 1))

        assert "Niet gehaald." in als_regisseur.get(f"{gebied_url('regio:gemeenten')}?op=01/06/2025").text

    def test_onmogelijke_dag_wordt_een_zin(self, als_regisseur, regio):
        antwoord = als_regisseur.get(f"{gebied_url('regio:gemeenten')}?op=31/02/2025")

        assert antwoord.status_code == 422
        assert "geldige datum" in antwoord.text

    def test_zonder_leden_zegt_de_pagina_dat(self, als_regisseur, gebied):
        assert "Geen gemeenten op deze dag" in als_regisseur.get(gebied_url("regio:gemeenten")).text


class TestQuota:
    def test_bewaart_wat_gewijzigd_is(self, gebied, ocmw, ander_ocmw, toegang_regisseur):
        Quotum.objects.create(organisatie=ander_ocmw, jaar=2026, toegekend=4)

        aantal = services.quota_bewaren(jaar=2026, toegekend={ocmw.pk: 10, ander_ocmw.pk: 4}, door=toegang_regisseur)

        assert aantal == 1
        assert Quotum.objects.get(organisatie=ocmw).toegekend == 10
        assert Gebeurtenis.objects.get().details == {"jaar": 2026, "toegekend": {str(ocmw.pk): 10}}

    def test_leeg_is_onbekend_en_nul_is_geen(self, gebied, ocmw, ander_ocmw, toegang_regisseur):
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=4)

        services.quota_bewaren(jaar=2026, toegekend={ocmw.pk: None, ander_ocmw.pk: 0}, door=toegang_regisseur)

        assert [rij.toegekend for rij in selectors.quota(2026)] == [None, 0]

    def test_niet_van_een_ander_gebied(self, gebied, ander_gebied, toegang_regisseur):
        with pytest.raises(DomainError, match="OCMW van jouw gebied"):
            services.quota_bewaren(jaar=2026, toegekend={ander_gebied.ocmw.pk: 1}, door=toegang_regisseur)

    def test_regisseur_vult_in(self, als_regisseur, ocmw):
        jaar = timezone.localdate().year
        url = f"{gebied_url('regio:quota')}?jaar={jaar}"

        antwoord = als_regisseur.post(url, {f"ocmw_{ocmw.pk}": "12"})

        assert antwoord.headers["Location"] == url
        assert Quotum.objects.get().toegekend == 12
        assert "(1 wijziging)" in als_regisseur.get(url).text

    def test_onmogelijk_getal_wordt_een_zin(self, als_regisseur, ocmw):
        antwoord = als_regisseur.post(gebied_url("regio:quota"), {f"ocmw_{ocmw.pk}": "-1"})

        assert antwoord.status_code == 422
        assert "Vul 0 of meer in." in antwoord.text
        assert not Quotum.objects.exists()
