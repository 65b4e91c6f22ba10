"""The scan from start to plan: who may do what, what counts, and who never sees which row."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from partners import scanadvies
from partners.enums import Partnerlinkdoel, Scanactiestatus, Scandimensie, Scanstatus
from partners.models import Opvolging, Partnerlink, Scan, Scanactie, Scanantwoord, Scandeelnemer, ScanStelling
from partners.scanscore import uitkomst_van_json
from partners.selectors.scanblad import scanblad
from partners.selectors.scanresultaat import scanresultaat
from partners.services import scan as services
from partners.services import scandeelnemers, scanplan
from regie.core.exceptions import DomainError, LinkOngeldig
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory, OrganisatieFactory


@pytest.fixture
def huis(gebied):
    return OrganisatieFactory(gebied=gebied, naam="De Kringloop")


@pytest.fixture
def trekker(huis):
    return _toegang(LidmaatschapFactory(organisatie=huis, rol=Rol.PARTNERCONTACT))


@pytest.fixture
def collega(huis):
    return _toegang(LidmaatschapFactory(organisatie=huis, rol=Rol.PARTNERCONTACT))


@pytest.fixture
def binnen(gebied, huis):
    """As somebody of the organisatie."""
    with gebied_context(gebied, lid_van=[huis.pk]):
        yield


@pytest.fixture
def scan(binnen, huis, trekker, vandaag):
    return services.scan_starten(organisatie=huis, naam="An", antwoorden_tot=None, door=trekker, vandaag=vandaag)


def _toegang(lid):
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


def antwoord(scan, score, *, user_id=None, **anders):
    """Somebody who answers every statement the same, and sends it."""
    rijen = Scandeelnemer.objects.filter(scan=scan, user_id=user_id) if user_id else Scandeelnemer.objects.none()
    deelnemer = rijen.first() or Scandeelnemer.objects.create(
        eigenaar_id=scan.eigenaar_id, scan=scan, naam="Iemand", gevraagd_op=scan.gestart_op
    )
    waarden = {str(nr): str(score) for nr in range(1, 21)} | {
        str(nr): w for nr, w in anders.get("behalve", {}).items()
    }
    services.antwoorden_bewaren(deelnemer=deelnemer, waarden=waarden)
    return services.antwoorden_indienen(deelnemer=deelnemer, nu=timezone.now())


def rond_af(scan, door, vandaag):
    return services.scan_afronden(scan=scan, door=door, vandaag=vandaag, nu=timezone.now())


class TestVragenlijst:
    def test_er_zijn_vier_stellingen_per_dimensie(self, db):
        stellingen = ScanStelling.objects.filter(versie=1)

        assert {d: stellingen.filter(dimensie=d).count() for d in Scandimensie.values} == dict.fromkeys(
            Scandimensie.values, 4
        )

    def test_elk_niveau_van_elke_dimensie_heeft_een_advies_en_drie_voorstellen(self):
        assert scanadvies.is_volledig()

    def test_zonder_score_is_er_geen_advies_maar_wel_een_reden(self):
        assert scanadvies.advies("D1", "").voorstellen == ()
        assert "Te weinig stellingen" in scanadvies.advies("D1", "").tekst


class TestVerloop:
    def test_een_organisatie_heeft_een_scan_tegelijk(self, scan, huis, collega, vandaag):
        with pytest.raises(DomainError, match="Er loopt al een scan"):
            services.scan_starten(organisatie=huis, naam="B", antwoorden_tot=None, door=collega, vandaag=vandaag)

    def test_niet_voor_een_andere_organisatie(self, binnen, huis, toegang, vandaag):
        with pytest.raises(DomainError, match="eigen organisatie"):
            services.scan_starten(organisatie=huis, naam="B", antwoorden_tot=None, door=toegang, vandaag=vandaag)

    def test_van_antwoorden_naar_resultaat(self, scan, trekker, vandaag):
        antwoord(scan, 2, user_id=trekker.user_id)

        rond_af(scan, trekker, vandaag)

        scan.refresh_from_db()
        assert (scan.status, scan.afgerond_op) == (Scanstatus.AFGEROND, vandaag)
        assert {s.score for _, s in uitkomst_van_json(scan.uitkomst).dimensies} == {50}

    def test_wie_niet_verstuurde_telt_niet_mee(self, scan, trekker, vandaag):
        antwoord(scan, 4, user_id=trekker.user_id)
        stil = Scandeelnemer.objects.create(
            eigenaar_id=scan.eigenaar_id, scan=scan, naam="Stil", gevraagd_op=scan.gestart_op
        )
        services.antwoorden_bewaren(deelnemer=stil, waarden={"1": "0", "2": "0", "3": "0"})

        uitkomst = uitkomst_van_json(rond_af(scan, trekker, vandaag).uitkomst)

        assert (uitkomst.deelnemers, uitkomst.totaal.score) == (1, 100)

    def test_zonder_antwoord_is_er_niets_af_te_ronden(self, scan, trekker, vandaag):
        with pytest.raises(DomainError, match="Nog niemand heeft de scan verstuurd"):
            rond_af(scan, trekker, vandaag)

    def test_versturen_zegt_waar_er_nog_iets_ontbreekt(self, scan, trekker):
        deelnemer = Scandeelnemer.objects.get(scan=scan)
        services.antwoorden_bewaren(deelnemer=deelnemer, waarden={str(nr): "3" for nr in range(1, 20)})

        with pytest.raises(DomainError, match=r"Arbeidsontwikkeling, bedrijfsvoering en opvolging \(1\)"):
            services.antwoorden_indienen(deelnemer=deelnemer, nu=timezone.now())

    def test_wat_geen_antwoord_is_wordt_niet_bewaard(self, scan):
        deelnemer = Scandeelnemer.objects.get(scan=scan)

        services.antwoorden_bewaren(deelnemer=deelnemer, waarden={"1": "5", "2": "", "99": "1", "3": "nvt", "4": "0"})

        rijen = Scanantwoord.objects.filter(deelnemer=deelnemer).values_list("stelling__nr", "score")
        assert set(rijen) == {(3, None), (4, 0)}

    def test_alleen_de_trekker_beslist_tot_een_collega_overneemt(self, scan, trekker, collega, vandaag):
        antwoord(scan, 1, user_id=trekker.user_id)
        with pytest.raises(DomainError, match="Alleen de trekker"):
            rond_af(scan, collega, vandaag)

        services.scan_overnemen(scan=scan, naam="Bert", door=collega, vandaag=vandaag)

        assert rond_af(scan, collega, vandaag).status == Scanstatus.AFGEROND
        with pytest.raises(DomainError, match="Alleen de trekker"):
            services.scan_delen(scan=scan, door=trekker, vandaag=vandaag)

    def test_afronden_en_stoppen_zijn_ongedaan_te_maken(self, scan, trekker, vandaag):
        antwoord(scan, 1, user_id=trekker.user_id)
        rond_af(scan, trekker, vandaag)

        assert services.scan_heropenen(scan=scan, door=trekker).uitkomst == {}
        services.scan_stoppen(scan=scan, door=trekker, nu=timezone.now())
        assert services.scan_hervatten(scan=scan, door=trekker).status == Scanstatus.OPEN

    def test_na_afronden_kan_niemand_nog_antwoorden(self, scan, trekker, vandaag):
        deelnemer = antwoord(scan, 1, user_id=trekker.user_id)
        rond_af(scan, trekker, vandaag)

        with pytest.raises(DomainError, match="Antwoorden kan niet meer"):
            services.antwoorden_bewaren(deelnemer=deelnemer, waarden={"1": "4"})

    def test_een_gedeelde_scan_gaat_niet_stil_weer_open(self, scan, trekker, vandaag):
        antwoord(scan, 1, user_id=trekker.user_id)
        rond_af(scan, trekker, vandaag)
        services.scan_delen(scan=scan, door=trekker, vandaag=vandaag)

        with pytest.raises(DomainError, match="Trek het eerst in"):
            services.scan_heropenen(scan=scan, door=trekker)

    def test_belang_moet_van_elke_dimensie_komen(self, scan, trekker):
        with pytest.raises(DomainError, match="belang van 1 tot 5"):
            services.belang_zetten(scan=scan, belang={"D1": 6}, door=trekker)


class TestHerhalen:
    def test_neemt_de_opzet_over_en_toont_de_beweging(self, scan, huis, trekker, vandaag):
        services.belang_zetten(scan=scan, belang=dict.fromkeys(Scandimensie.values, 5), door=trekker)
        antwoord(scan, 1, user_id=trekker.user_id)
        rond_af(scan, trekker, vandaag)
        later = vandaag + timedelta(days=380)

        nieuw = services.scan_starten(organisatie=huis, naam="An", antwoorden_tot=None, door=trekker, vandaag=later)
        antwoord(nieuw, 3, user_id=trekker.user_id)
        resultaat = scanresultaat(rond_af(nieuw, trekker, later))

        assert nieuw.belang["D1"] == 5
        assert [d.beweging.woord for d in resultaat.dimensies] == ["▲ 50 punten hoger"] * 5
        assert "met dezelfde vragenlijst" in resultaat.vergelijking

    def test_vergelijkt_niet_met_een_andere_vragenlijst(self, scan, huis, trekker, vandaag):
        antwoord(scan, 1, user_id=trekker.user_id)
        rond_af(scan, trekker, vandaag)
        Scan.objects.filter(pk=scan.pk).update(lijst=9)
        nieuw = services.scan_starten(organisatie=huis, naam="An", antwoorden_tot=None, door=trekker, vandaag=vandaag)
        antwoord(nieuw, 3, user_id=trekker.user_id)
        resultaat = scanresultaat(rond_af(nieuw, trekker, vandaag))

        assert not any(d.beweging for d in resultaat.dimensies)
        assert "andere versie van de vragenlijst" in resultaat.vergelijking

    def test_na_een_jaar_staat_het_op_de_lijst_tot_er_een_nieuwe_is(self, scan, huis, trekker, vandaag):
        antwoord(scan, 1, user_id=trekker.user_id)
        rond_af(scan, trekker, vandaag)
        herhalen = Opvolging.objects.get(sleutel=f"scan:herhalen:{huis.pk}")

        assert (herhalen.datum.year, herhalen.datum.month) == (vandaag.year + 1, vandaag.month)
        assert scanblad(huis.pk, user_id=trekker.user_id, vandaag=vandaag).herhalen_op == herhalen.datum
        services.scan_starten(organisatie=huis, naam="An", antwoorden_tot=None, door=trekker, vandaag=vandaag)
        herhalen.refresh_from_db()
        assert herhalen.klaar_op == vandaag


class TestDeelnemers:
    def _vraag(self, scan, door, vandaag, **wie):
        vast = {"user": None, "naam": "Bo Peeters", "email": "bo@elders.example", "mailen": True} | wie
        return scandeelnemers.deelnemer_vragen(scan=scan, **vast, door=door, vandaag=vandaag)

    def test_wie_geen_account_heeft_krijgt_een_link_die_stopt_bij_het_afronden(self, scan, trekker, vandaag):
        deelnemer, adres = self._vraag(scan, trekker, vandaag)
        antwoord(scan, 2, user_id=trekker.user_id)

        assert "/p/" in adres
        assert adres in mail.outbox[0].body
        rond_af(scan, trekker, vandaag)
        link = Partnerlink.objects.get(object_id=deelnemer.pk, doel=Partnerlinkdoel.SCAN)
        assert not link.is_bruikbaar(vandaag)

    def test_een_collega_met_account_meldt_zich_aan(self, scan, trekker, collega, vandaag):
        user = Lidmaatschap.objects.get(user_id=collega.user_id).user

        _, adres = self._vraag(scan, trekker, vandaag, user=user)

        assert adres.endswith("/partners/scan/")
        assert not Partnerlink.objects.exists()

    def test_niemand_twee_keer(self, scan, trekker, vandaag):
        self._vraag(scan, trekker, vandaag)

        with pytest.raises(DomainError, match="al gevraagd"):
            self._vraag(scan, trekker, vandaag, naam="Bo")

    def test_een_herinnering_per_dag_en_niet_na_een_antwoord(self, scan, trekker, vandaag):
        deelnemer, _ = self._vraag(scan, trekker, vandaag)
        opnieuw = {"deelnemer": deelnemer, "mailen": True, "door": trekker, "vandaag": vandaag}
        scandeelnemers.deelnemer_herinneren(**opnieuw)

        assert mail.outbox[1].subject.startswith("Herinnering: ")
        with pytest.raises(DomainError, match="vandaag al een herinnering"):
            scandeelnemers.deelnemer_herinneren(**opnieuw)
        Scandeelnemer.objects.filter(pk=deelnemer.pk).update(ingediend_op=timezone.now())
        with pytest.raises(DomainError, match="heeft al geantwoord"):
            scandeelnemers.deelnemer_herinneren(**opnieuw)

    def test_wie_van_de_lijst_is_antwoordt_niet_en_telt_niet(self, scan, trekker, vandaag):
        antwoord(scan, 4, user_id=trekker.user_id)
        weg = antwoord(scan, 0)
        scandeelnemers.deelnemer_intrekken(deelnemer=weg, door=trekker, vandaag=vandaag, nu=timezone.now())

        with pytest.raises(LinkOngeldig):
            services.antwoorden_bewaren(deelnemer=weg, waarden={"1": "4"})
        assert uitkomst_van_json(rond_af(scan, trekker, vandaag).uitkomst).totaal.score == 100

    def test_de_vorige_deelnemers_worden_opnieuw_gevraagd(self, scan, huis, trekker, vandaag):
        self._vraag(scan, trekker, vandaag)
        antwoord(scan, 1, user_id=trekker.user_id)
        rond_af(scan, trekker, vandaag)
        nieuw = services.scan_starten(organisatie=huis, naam="An", antwoorden_tot=None, door=trekker, vandaag=vandaag)

        assert scandeelnemers.deelnemers_opnieuw_vragen(scan=nieuw, door=trekker, vandaag=vandaag) == 1
        assert set(nieuw.deelnemers.values_list("naam", flat=True)) == {"An", "Bo Peeters"}


class TestZichtbaar:
    """Another organisatie of the same gebied, the regisseur included, reads the result once it is shared: no more."""

    @pytest.fixture
    def afgerond(self, scan, trekker, vandaag):
        for score in (1, 2, 4):
            antwoord(scan, score)
        antwoord(scan, 2, user_id=trekker.user_id)
        rond_af(scan, trekker, vandaag)
        scanplan.plan_maken(
            scan=scan, codes=["D1-GEVORDERD-1"], wie=None, wie_naam="An", klaar_tegen=vandaag, door=trekker
        )
        return scan

    @pytest.mark.parametrize("gedeeld", [False, True])
    def test_per_tabel(self, gebied, ander_ocmw, afgerond, trekker, vandaag, gedeeld):
        if gedeeld:
            services.scan_delen(scan=afgerond, door=trekker, vandaag=vandaag)

        with gebied_context(gebied, [ander_ocmw.pk]):
            tabellen = (Scan, Scandeelnemer, Scanantwoord, Scanactie)
            via_orm = [model.objects.exists() for model in tabellen]
            via_sql = []
            with connection.cursor() as cursor:
                for tabel in (*(m._meta.db_table for m in tabellen), "partners_scanactieevent"):
                    cursor.execute(f"SELECT count(*) FROM {tabel}")  # names of our own tables
                    via_sql.append(cursor.fetchone()[0] > 0)

        assert via_orm == [gedeeld, False, False, False]
        assert via_sql == [gedeeld, False, False, False, False]

    def test_intrekken_sluit_weer(self, gebied, ander_ocmw, afgerond, trekker, vandaag):
        services.scan_delen(scan=afgerond, door=trekker, vandaag=vandaag)
        services.scan_delen_intrekken(scan=afgerond, door=trekker)

        with gebied_context(gebied, [ander_ocmw.pk]):
            assert not Scan.objects.exists()

    def test_wie_leest_kan_niet_schrijven(self, gebied, ander_ocmw, afgerond, trekker, vandaag):
        services.scan_delen(scan=afgerond, door=trekker, vandaag=vandaag)

        with gebied_context(gebied, [ander_ocmw.pk]), connection.cursor() as cursor:
            cursor.execute("DELETE FROM partners_scan")
            assert cursor.rowcount == 0

    def test_de_gedeelde_rij_noemt_niemand(self, afgerond):
        tekst = str(Scan.objects.filter(pk=afgerond.pk).values().get())

        assert not any(naam in tekst for naam in ("An'", "Iemand", str(afgerond.deelnemers.first().pk)))

    def test_de_vorige_scan_van_een_ander_wordt_niet_vergeleken(self, gebied, huis, afgerond, trekker, vandaag):
        nieuw = services.scan_starten(organisatie=huis, naam="An", antwoorden_tot=None, door=trekker, vandaag=vandaag)
        antwoord(nieuw, 3, user_id=trekker.user_id)
        rond_af(nieuw, trekker, vandaag)
        services.scan_delen(scan=nieuw, door=trekker, vandaag=vandaag)

        with gebied_context(gebied):
            resultaat = scanresultaat(Scan.objects.select_related("eigenaar").get(pk=nieuw.pk))
        assert resultaat.vergelijking == ""
        assert not any(d.beweging for d in resultaat.dimensies)

    def test_de_gedeelde_opvolging_zegt_niets_over_het_plan(self, gebied, afgerond):
        titels = " ".join(Opvolging.objects.values_list("titel", flat=True))

        assert Scanactie.objects.get().titel not in titels


class TestPlan:
    @pytest.fixture
    def klaar(self, scan, trekker, vandaag):
        antwoord(scan, 0, user_id=trekker.user_id)
        return rond_af(scan, trekker, vandaag)

    def _plan(self, scan, door, vandaag, *codes):
        return scanplan.plan_maken(
            scan=scan, codes=codes, wie=None, wie_naam="Bo", klaar_tegen=vandaag + timedelta(days=30), door=door
        )

    def test_gekozen_voorstellen_worden_acties(self, klaar, trekker, vandaag):
        acties = self._plan(klaar, trekker, vandaag, "D1-STARTER-1", "D2-STARTER-3")

        assert [a.titel for a in acties] == ["Zet doorstroom in het beleidsplan", "Zet op één blad wat je regelt"]
        assert Opvolging.objects.filter(sleutel=f"scanactie:{acties[0].pk}", klaar_op=None).exists()

    def test_geen_voorstel_twee_keer(self, klaar, trekker, vandaag):
        self._plan(klaar, trekker, vandaag, "D1-STARTER-1")

        assert len(self._plan(klaar, trekker, vandaag, "D1-STARTER-1", "D1-STARTER-2")) == 1
        with pytest.raises(DomainError, match="staan al in het plan"):
            self._plan(klaar, trekker, vandaag, "D1-STARTER-1")

    def test_een_voorstel_dat_niet_bestaat(self, klaar, trekker, vandaag):
        with pytest.raises(DomainError, match="bestaat niet meer"):
            self._plan(klaar, trekker, vandaag, "D9-STARTER-1")

    def test_geen_plan_bij_de_scan_van_een_ander(self, klaar, toegang, vandaag):
        with pytest.raises(DomainError, match="eigen organisatie"):
            self._plan(klaar, toegang, vandaag, "D1-STARTER-1")

    def test_klaar_en_terug_volgt_op_de_gedeelde_lijst(self, klaar, trekker, vandaag):
        actie = self._plan(klaar, trekker, vandaag, "D1-STARTER-1")[0]
        rij = Opvolging.objects.filter(sleutel=f"scanactie:{actie.pk}")

        actie = scanplan.actie_zetten(actie=actie, status=Scanactiestatus.KLAAR, door=trekker, vandaag=vandaag)
        assert (actie.klaar_op, rij.get().klaar_op) == (vandaag, vandaag)
        actie = scanplan.actie_zetten(actie=actie, status=Scanactiestatus.BEZIG, door=trekker, vandaag=vandaag)
        assert (actie.klaar_op, rij.get().klaar_op) == (None, None)

    def test_een_actie_heeft_iemand_nodig(self, klaar, trekker, vandaag):
        gegevens = scanplan.ActieGegevens("Bellen", "D2", vandaag)

        with pytest.raises(DomainError, match="zonder iemand"):
            scanplan.actie_toevoegen(scan=klaar, gegevens=gegevens, door=trekker, vandaag=vandaag)

    def test_te_laat(self, klaar, trekker, vandaag):
        self._plan(klaar, trekker, vandaag, "D1-STARTER-1")

        assert Scanactie.objects.te_laat(vandaag + timedelta(days=31)).count() == 1
        assert not Scanactie.objects.te_laat(vandaag + timedelta(days=30)).exists()
