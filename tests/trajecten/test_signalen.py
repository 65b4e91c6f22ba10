"""The engine: rows follow the rules, twice is once, and what people did stays."""

from datetime import date, timedelta

import pytest

from regie.core.exceptions import DomainError
from tests.factories import ClientFactory, StapFactory, TrajectFactory
from trajecten import services
from trajecten.enums import TermijnSoort
from trajecten.models import EigenTaak, Termijn, Traject, UitstroomCode
from trajecten.services.signalen import herbereken, herbereken_alles

D = date


def open_rijen(**filters):
    return Termijn.objects.filter(afgehandeld_op=None, vervallen_op=None, **filters)


def stand():
    velden = [v.attname for v in Termijn._meta.concrete_fields]
    return list(Termijn.objects.order_by("pk").values_list(*velden))


class TestVerzoenen:
    def test_twee_keer_is_een_keer(self, stappenplan, vandaag):
        traject = stappenplan("LOPEND", instrument="TWE")
        herbereken(traject, vandaag=vandaag)
        eerst = stand()

        assert herbereken_alles(vandaag=vandaag) == 0
        assert stand() == eerst

    def test_ook_wat_gisteren_berekend_is(self, stappenplan, vandaag):
        stappenplan("LOPEND")
        morgen = vandaag + timedelta(days=400)

        assert herbereken_alles(vandaag=morgen) > 0
        assert herbereken_alles(vandaag=morgen) == 0

    def test_een_afgesloten_dossier_vraagt_niets_meer(self, stappenplan, toegang, vandaag):
        traject = stappenplan("LOPEND")
        services.traject_afsluiten(
            traject=traject, uitstroomcode=_code(), datum=vandaag, motivering="verhuisd", door=toegang, vandaag=vandaag
        )

        assert not open_rijen().exists()
        assert herbereken_alles(vandaag=vandaag + timedelta(days=90)) == 0

    def test_neemt_een_termijn_van_vroeger_over(self, stappenplan, vandaag):
        traject = stappenplan("ACTIEPLAN")
        Termijn.objects.filter(soort="GPMI").update(sleutel="", regel={}, signaal_vanaf=None)

        herbereken(traject, vandaag=vandaag)

        rij = Termijn.objects.get(soort="GPMI")
        assert (rij.sleutel, rij.vervalt_op) == ("gpmi", D(2026, 12, 14))
        assert rij.regel["bron"]

    def test_een_verzette_termijn_blijft_verzet(self, stappenplan, toegang, vandaag):
        traject = stappenplan("ACTIEPLAN")
        rij = Termijn.objects.get(soort="GPMI")
        services.termijn_verzetten(
            termijn=rij, naar=D(2027, 1, 15), reden="cliënt in het ziekenhuis", door=toegang, vandaag=vandaag
        )
        herbereken(traject, vandaag=vandaag)

        rij.refresh_from_db()
        assert (rij.vervalt_op, rij.verzet_reden) == (D(2027, 1, 15), "cliënt in het ziekenhuis")

    def test_tot_de_regel_een_andere_dag_geeft(self, stappenplan, toegang, vandaag):
        traject = stappenplan("LOPEND")
        rij = Termijn.objects.get(sleutel__startswith="art60_einde:uitstroomplan")
        services.termijn_verzetten(termijn=rij, naar=D(2027, 5, 3), reden="afspraak", door=toegang, vandaag=vandaag)
        traject.stappen.update(einde_voorzien=D(2027, 12, 31))
        herbereken(traject, vandaag=vandaag)

        rij.refresh_from_db()
        assert (rij.vervalt_op, rij.verzet_reden) == (D(2027, 6, 30), "")

    def test_wat_klaar_is_komt_alleen_terug_als_het_opnieuw_moet(self, stappenplan, toegang, vandaag):
        traject = stappenplan("LOPEND")
        rij = Termijn.objects.get(sleutel__startswith="art60_einde:uitstroomplan")
        services.termijn_afhandelen(termijn=rij, door=toegang, vandaag=vandaag)
        herbereken(traject, vandaag=vandaag)
        rij.refresh_from_db()
        assert rij.afgehandeld_op == vandaag

        traject.stappen.update(einde_voorzien=D(2027, 12, 31))
        herbereken(traject, vandaag=vandaag)
        rij.refresh_from_db()
        assert rij.afgehandeld_op is None

    def test_verdwijnt_vanzelf_en_komt_vanzelf_terug(self, registreer, toegang, vandaag):
        client = registreer().client
        wie = {"door": toegang, "vandaag": vandaag, "versie": None}
        leefloon = {"leefloon_toegekend_op": D(2026, 10, 1), "vdab_ingeschreven": False}
        client = services.client_bijwerken(client=client, velden=leefloon, **wie)
        assert open_rijen(soort="VDAB").get().vervalt_op == D(2026, 10, 31)

        client = services.client_bijwerken(client=client, velden={"vdab_ingeschreven": True}, **wie)
        assert not open_rijen(soort="VDAB").exists()

        services.client_bijwerken(client=client, velden={"vdab_ingeschreven": False}, **wie)
        assert open_rijen(soort="VDAB").count() == 1
        assert Termijn.objects.filter(soort="VDAB").count() == 1

    def test_een_contact_verzet_de_klok(self, stappenplan, toegang, vandaag):
        traject = stappenplan("INTAKE")
        assert open_rijen(soort="CONTACT").exists()

        services.contactmoment_toevoegen(
            client=traject.client,
            soort="GESPREK",
            datum=vandaag,
            tekst="gebeld",
            zichtbaarheid="TEAM",
            taak="",
            taak_op=None,
            door=toegang,
            vandaag=vandaag,
        )

        assert not open_rijen(soort="CONTACT").exists()

    def test_evaluaties_zijn_pas_na_de_marge_te_laat(self, stappenplan):
        stappenplan("LOPEND")

        for rij in open_rijen(soort=TermijnSoort.EVALUATIE):
            assert rij.te_laat_na == rij.vervalt_op + timedelta(days=7)
            assert rij.ernst(rij.te_laat_na) == "LETOP"
            assert rij.ernst(rij.te_laat_na + timedelta(days=1)) == "TE_LAAT"

    def test_een_onderbreking_laat_evaluaties_wachten(self, stappenplan, toegang, vandaag):
        traject = stappenplan("LOPEND")
        services.traject_onderbreken(
            traject=traject,
            reden="ZIEKTE",
            vanaf=D(2026, 11, 1),
            verwacht_tot=D(2027, 3, 31),
            door=toegang,
            vandaag=vandaag,
        )

        eerste = open_rijen(soort=TermijnSoort.EVALUATIE).order_by("vervalt_op")[0]
        assert eerste.te_laat_na == D(2027, 4, 7)
        assert open_rijen(soort="HERVATTEN").get().vervalt_op == D(2027, 3, 31)

    def test_evenveel_vragen_bij_vijf_als_bij_vijftig(self, gebied, vandaag, django_assert_max_num_queries):
        def maak(aantal):
            for _ in range(aantal):
                client = ClientFactory(vdab_ingeschreven=False, inkomensstatuut="LEEFLOON")
                traject = TrajectFactory(client=client, lopend=True)
                StapFactory(traject=traject, status="LOPEND", start=D(2026, 3, 2), einde_voorzien=D(2027, 3, 1))

        maak(5)
        herbereken_alles(vandaag=vandaag)
        Termijn.objects.all().delete()
        with django_assert_max_num_queries(40) as vijf:
            assert herbereken_alles(vandaag=vandaag)
        maak(45)
        Termijn.objects.all().delete()
        Traject.objects.update(volgende_termijn_op=None, volgende_termijn="")
        with django_assert_max_num_queries(len(vijf) + 2):
            assert herbereken_alles(vandaag=vandaag) > 50


def _code():
    return UitstroomCode.objects.order_by("volgorde")[0]


class TestSluimeren:
    @pytest.fixture
    def rij(self, stappenplan, vandaag):
        traject = stappenplan("ACTIEPLAN")
        traject.laatste_contact_op = vandaag
        traject.save()
        herbereken(traject, vandaag=vandaag)
        return Termijn.objects.get(soort="GPMI")

    def test_geen_herinnering_tot_die_dag_en_dan_vanzelf_terug(self, rij, toegang, vandaag):
        tot = vandaag + timedelta(days=10)
        services.termijn_sluimeren(termijn=rij, tot=tot, reden="wacht op papieren", door=toegang, vandaag=vandaag)

        rij.refresh_from_db()
        assert rij.sluimert(vandaag)
        assert rij.sluimert(tot - timedelta(days=1))
        assert not rij.sluimert(tot)
        assert "GPMI" not in Traject.objects.get().volgende_termijn
        herbereken_alles(vandaag=tot)
        assert "GPMI" in Traject.objects.get().volgende_termijn

    @pytest.mark.parametrize(
        ("dagen", "reden", "melding"), [(0, "x", "na vandaag"), (61, "x", "hoogstens"), (5, " ", "Schrijf waarom")]
    )
    def test_weigert_in_woorden(self, rij, toegang, vandaag, dagen, reden, melding):
        with pytest.raises(DomainError, match=melding):
            services.termijn_sluimeren(
                termijn=rij, tot=vandaag + timedelta(days=dagen), reden=reden, door=toegang, vandaag=vandaag
            )

    def test_wekken_maakt_het_ongedaan(self, rij, toegang, vandaag):
        services.termijn_sluimeren(
            termijn=rij, tot=vandaag + timedelta(days=5), reden="even wachten", door=toegang, vandaag=vandaag
        )
        services.termijn_wekken(termijn=rij, door=toegang, vandaag=vandaag)

        rij.refresh_from_db()
        assert (rij.gesluimerd_tot, rij.sluimer_reden) == (None, "")
        assert "GPMI" in Traject.objects.get().volgende_termijn


class TestTaken:
    def test_met_een_client_staat_ze_in_het_dossier(self, stappenplan, ocmw, toegang, vandaag):
        traject = stappenplan("INTAKE")
        services.taak_maken(
            omschrijving="attest opvragen",
            vervalt_op=vandaag,
            traject=traject,
            organisatie_id=ocmw.pk,
            door=toegang,
            vandaag=vandaag,
        )

        rij = Termijn.objects.get(soort="TAAK")
        services.termijn_afhandelen(termijn=rij, door=toegang, vandaag=vandaag)
        services.termijn_heropenen(termijn=rij, door=toegang, vandaag=vandaag)
        assert open_rijen(soort="TAAK").get() == rij

    def test_zonder_client_is_ze_van_jou_alleen(self, ocmw, toegang, vandaag):
        taak = services.taak_maken(
            omschrijving="teamvergadering voorbereiden",
            vervalt_op=vandaag,
            traject=None,
            organisatie_id=ocmw.pk,
            door=toegang,
            vandaag=vandaag,
        )

        assert EigenTaak.objects.get() == taak
        assert taak.voor_id == toegang.user_id

    def test_wat_een_formulier_heeft_vink_je_niet_af(self, stappenplan, toegang, vandaag):
        stappenplan("ACTIEPLAN")

        with pytest.raises(DomainError, match="plan ondertekenen"):
            services.termijn_afhandelen(termijn=Termijn.objects.get(soort="GPMI"), door=toegang, vandaag=vandaag)

    def test_na_een_gpmi_evaluatie_volgt_de_volgende(self, stappenplan, toegang, vandaag):
        traject = stappenplan("WACHT_OP_START")
        services.gpmi_evaluatie_noteren(
            traject=traject, datum=vandaag, in_persoon=True, notitie="plan klopt nog", door=toegang, vandaag=vandaag
        )

        assert open_rijen(soort="GPMI_EVALUATIE").get().vervalt_op == D(2027, 3, 23)
        assert Termijn.objects.filter(soort="GPMI_EVALUATIE").count() == 2
