"""The demo world is consistent: every row could have been written by the services."""

from collections import defaultdict
from datetime import date
from io import StringIO
from itertools import pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from partners.models import Claim, Contactnotitie, Opvolging, Overnamevraag, Werkgever
from partners.models import Contactmoment as Werkgeverscontact
from partners.selectors.contact import contacten_van_anderen
from regie.accounts.models import User
from regie.core.models import Lidmaatschap, Organisatie, Regiegebied
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from regie.core.validators import (
    geboortedatum_uit_insz,
    geslacht_uit_insz,
    normaliseer_insz,
    normaliseer_kbo,
    valideer_ven,
)
from regie.portal.demo.logins import LOGINS, WACHTWOORD
from regie.portal.demo.wereld import wereld_laden
from regie.portal.demo.werkgevers import vestigingsnummer
from regie.portal.management.commands.telrijen import tel
from trajecten.enums import TrajectStatus
from trajecten.enums_verhuis import Herkomst
from trajecten.models import (
    Client,
    Contactmoment,
    Dossierteller,
    Evaluatie,
    Nazorgmeting,
    Plaatsing,
    Quotum,
    Stap,
    StatusWijziging,
    Traject,
)
from trajecten.selectors.dag import wakkere_termijnen
from trajecten.transitions import EINDSTATUSSEN, check_transition

VANDAAG = date(2026, 11, 23)


@pytest.fixture(scope="module")
def wereld(django_db_setup, django_db_blocker):
    """A third of the world, loaded once for this module and rolled back after it; inside Regio Brugge."""
    with django_db_blocker.unblock(), transaction.atomic():
        wereld_laden(vandaag=VANDAAG, zaad="polder", schaal=0.35)
        gebied = Regiegebied.objects.get(slug="brugge")
        ocmws = Organisatie.objects.filter(gebied=gebied).ocmws().values_list("pk", flat=True)
        with gebied_context(gebied, ocmws):
            yield gebied
        transaction.set_rollback(True)


@pytest.mark.usefixtures("wereld")
class TestGebieden:
    def test_regio_brugge_telt_tien_gemeenten_en_voldoet_aan_de_grens(self, wereld):
        inwoners, op = wereld.inwoners_op(VANDAAG)

        assert wereld.gemeenten_op(VANDAAG).count() == 10
        assert inwoners > 60_000
        assert op is not None

    def test_een_lid_van_midwest_trad_later_toe(self):
        midwest = Regiegebied.objects.get(slug="midwest")

        assert midwest.gemeenten_op(date(2024, 6, 1)).count() == 5
        assert midwest.gemeenten_op(VANDAAG).count() == 7

    def test_elk_lid_heeft_een_ocmw_en_een_mandaat_duurt_drie_jaar(self, wereld):
        mandaat = wereld.mandaten.geldig_op(VANDAAG).get()

        assert Organisatie.objects.van_gebied().ocmws().count() == 10
        assert (mandaat.van, mandaat.tot) == (date(2026, 1, 1), date(2028, 12, 31))

    def test_elk_kbo_nummer_klopt(self):
        for kbo in Organisatie.objects.exclude(kbo="").values_list("kbo", flat=True):
            assert normaliseer_kbo(kbo) == kbo

    def test_een_login_per_rol_met_het_demowachtwoord(self):
        rollen = set(
            Lidmaatschap.objects.filter(user__email__in=[x.email for x in LOGINS]).values_list("rol", flat=True)
        )

        assert rollen == set(Rol.values)
        assert all(User.objects.get(email=login.email).check_password(WACHTWOORD) for login in LOGINS[:2])
        assert User.objects.get(is_superuser=True).email == "platform@regiekompas.example"

    def test_wie_geen_login_heeft_kan_niet_aanmelden(self):
        for user in User.objects.exclude(email__in=[x.email for x in LOGINS]):
            assert not user.has_usable_password()


@pytest.mark.usefixtures("wereld")
class TestClienten:
    def test_insz_klopt_met_geboortedatum_en_geslacht(self):
        soorten = set()
        for client in Client.objects.all():
            soorten.add(bool(client.insz) and int(client.insz[2:4]) > 12)
            if client.insz:
                assert normaliseer_insz(client.insz) == client.insz
                assert geboortedatum_uit_insz(client.insz) in {client.geboortedatum, None}
                assert geslacht_uit_insz(client.insz) in {client.geslacht, None}
        assert soorten == {True, False}
        assert Client.objects.filter(insz_index="").exists()

    def test_dossiernummers_volgen_de_teller(self):
        for teller in Dossierteller.objects.all():
            nummers = Client.ook_schaduwen.filter(
                eigenaar=teller.eigenaar_id, dossiernummer__contains=f"-{teller.jaar}-"
            ).values_list("dossiernummer", flat=True)
            assert max(int(nummer[-4:]) for nummer in nummers) == teller.laatste == len(nummers)

    def test_kleine_ocmws_hebben_weinig_clienten(self):
        for slug in ("ocmw-damme", "ocmw-zuienkerke"):
            assert 1 <= Client.objects.filter(eigenaar__slug=slug).count() <= 6

    def test_selin_is_aan_het_werk_bij_lien(self):
        traject = Traject.objects.get(client__voornaam="Selin", client__familienaam="Aydın")

        assert (traject.status, traject.instrument_id) == (TrajectStatus.LOPEND, "ART60")
        assert traject.begeleider.naam == "Lien Vermeulen"


@pytest.mark.usefixtures("wereld")
class TestTrajecten:
    def test_elke_status_komt_voor(self):
        assert set(Traject.objects.values_list("status", flat=True)) == set(TrajectStatus.values)

    def test_de_wijzigingen_zijn_een_geldige_keten_tot_de_status(self):
        ketens = defaultdict(list)
        eigen = StatusWijziging.objects.exclude(herkomst=Herkomst.AANKOMST)
        for wijziging in eigen.order_by("pk"):
            ketens[wijziging.traject_id].append(wijziging)
        for traject in Traject.objects.all():
            keten = ketens[traject.pk]
            assert (keten[0].van, keten[0].naar) == ("", TrajectStatus.AANGEMELD)
            assert (keten[-1].naar, keten[-1].geldig_op) == (traject.status, traject.status_sinds)
            for vorige, volgende in pairwise(keten):
                assert vorige.naar == volgende.van
                assert vorige.geldig_op <= volgende.geldig_op <= VANDAAG
                check_transition(TrajectStatus(volgende.van), TrajectStatus(volgende.naar))

    def test_een_uitstroom_heeft_een_code_en_een_instrument(self):
        uitstroom = StatusWijziging.objects.filter(
            van__in=["LOPEND", "ONDERBROKEN"], naar__in=["NAZORG", "AFGESLOTEN"]
        )

        assert uitstroom.exists()
        assert not uitstroom.filter(uitstroomcode="").exists()
        assert not uitstroom.filter(instrument="").exists()

    def test_niets_ligt_in_de_toekomst_behalve_wat_gepland_is(self):
        assert not Contactmoment.objects.filter(datum__gt=VANDAAG).exists()
        assert not Evaluatie.objects.filter(uitgevoerd_op__gt=VANDAAG).exists()
        assert not Nazorgmeting.objects.filter(gemeten_op__gt=VANDAAG).exists()
        assert not Stap.objects.filter(einde__gt=VANDAAG).exists()
        assert set(Stap.objects.filter(start__gt=VANDAAG).values_list("status", flat=True)) <= {"GEPLAND"}

    def test_wie_werkt_heeft_een_getekende_terbeschikkingstelling(self):
        """A place that came along from another OCMW is signed again, and says so."""
        overgenomen = Plaatsing.objects.filter(stap__overgenomen_op__isnull=False)
        assert all(plaatsing.afwijking_reden for plaatsing in overgenomen)
        for plaatsing in Plaatsing.objects.filter(start__lte=VANDAAG, stap__overgenomen_op=None).select_related(
            "stap"
        ):
            assert plaatsing.contract_getekend_op <= plaatsing.start
            getekend = (plaatsing.tbs_ocmw_op, plaatsing.tbs_gebruiker_op, plaatsing.tbs_werknemer_op)
            assert all(dag and dag <= plaatsing.start for dag in getekend) or plaatsing.afwijking_reden

    def test_een_werkplaats_telt_nooit_meer_mensen_dan_plaatsen(self):
        lopend = Plaatsing.objects.filter(start__lte=VANDAAG, einde=None, werkplaats__isnull=False)
        per_werkplaats = defaultdict(int)
        for plaatsing in lopend.select_related("werkplaats"):
            per_werkplaats[plaatsing.werkplaats] += 1
        assert per_werkplaats
        assert all(n <= werkplaats.aantal for werkplaats, n in per_werkplaats.items())

    def test_de_eerstvolgende_termijn_staat_op_het_traject(self):
        eerste: dict[object, date] = {}
        for termijn in wakkere_termijnen(VANDAAG).order_by("-vervalt_op"):
            eerste[termijn.traject_id] = termijn.vervalt_op
        for traject in Traject.objects.all():
            assert traject.volgende_termijn_op == eerste.get(traject.pk)
            if traject.status in EINDSTATUSSEN:
                assert traject.volgende_termijn_op is None

    def test_ongeveer_85_procent_van_de_evaluaties_is_op_tijd(self):
        gepland = Evaluatie.objects.filter(geannuleerd_op=None, gepland_op__lt=date(2026, 11, 10))
        op_tijd = sum(
            e.uitgevoerd_op is not None and (e.uitgevoerd_op - e.gepland_op).days <= 7 for e in gepland
        ) / len(gepland)

        assert 0.75 < op_tijd < 0.95

    def test_het_quotum_is_nooit_kleiner_dan_wat_gestart_is(self):
        for quotum in Quotum.objects.all():
            gestart = Stap.objects.filter(
                eigenaar_id=quotum.organisatie_id, instrument="ART60_VST", start__year=quotum.jaar, start__lte=VANDAAG
            )
            assert gestart.count() <= quotum.toegekend


@pytest.mark.usefixtures("wereld")
class TestOpdrachten:
    def test_een_tweede_keer_laden_verandert_niets(self):
        uitvoer, voor = StringIO(), tel()

        call_command("demodata", stdout=uitvoer)

        assert "zijn er al" in uitvoer.getvalue()
        assert tel() == voor

    def test_telrijen_telt_over_alle_gebieden(self):
        aantallen = tel()

        assert aantallen["gebieden"] == 2
        assert aantallen["clienten"] > Client.objects.count()

    def test_demologins_toont_elke_login(self):
        uitvoer = StringIO()

        call_command("demologins", stdout=uitvoer)

        assert all(login.email in uitvoer.getvalue() for login in LOGINS)

    @pytest.mark.parametrize("opdracht", ["demodata", "demologins"])
    def test_buiten_de_demo_gebeurt_er_niets(self, opdracht, settings):
        settings.DEMO = False

        with pytest.raises(CommandError, match="demo"):
            call_command(opdracht)


@pytest.mark.django_db
def test_hetzelfde_zaad_geeft_dezelfde_wereld():
    def verhaal() -> list[tuple]:
        try:
            with transaction.atomic():
                wereld_laden(vandaag=VANDAAG, schaal=0.02)
                gebied = Regiegebied.objects.get(slug="midwest")
                ocmws = Organisatie.objects.filter(gebied=gebied).ocmws().values_list("pk", flat=True)
                with gebied_context(gebied, ocmws):
                    velden = ("pk", "client__dossiernummer", "sorteernaam", "status", "status_sinds")
                    rijen = list(Traject.objects.order_by("pk").values_list(*velden))
                raise transaction.TransactionManagementError
        except transaction.TransactionManagementError:
            return rijen

    assert verhaal() == verhaal() != []


@pytest.mark.usefixtures("wereld")
class TestWerkgeverscontact:
    def test_een_paar_werkgevers_kregen_twee_organisaties_binnen_dertig_dagen(self):
        momenten = Werkgeverscontact.objects.select_related("werkgever")
        dubbel = [m for m in momenten if contacten_van_anderen(m.werkgever, eigen=[m.organisatie_id], op=m.datum)]

        assert 3 <= len(dubbel) < momenten.count() / 2

    def test_elke_organisatie_belt_en_elke_belofte_heeft_een_plaats_op_de_lijst(self):
        assert Werkgeverscontact.objects.values("organisatie").distinct().count() >= 3
        assert Opvolging.objects.open().filter(soort="CONTACT").count() >= 3
        assert not Werkgeverscontact.objects.filter(datum__gt=VANDAAG).exists()

    def test_er_lopen_leads_met_een_vraag_en_een_werkgever_wil_rust(self):
        assert Claim.objects.actief_op(VANDAAG).count() >= 4
        assert Overnamevraag.objects.filter(status="GEVRAAGD").count() == 1
        assert Werkgever.objects.filter(status="NIET_BENADEREN").count() == 1

    def test_een_notitie_is_van_wie_belde(self):
        notities = Contactnotitie.objects.select_related("contactmoment")

        assert notities
        assert all(notitie.eigenaar_id == notitie.contactmoment.organisatie_id for notitie in notities)


@pytest.mark.parametrize("gebied_id", [1, 6_999, 7_000, 123_456])
def test_een_vestigingsnummer_klopt_bij_elk_gebied(gebied_id):
    nummers = {vestigingsnummer(gebied_id, volgnummer) for volgnummer in (0, 1, 9_999)}

    assert len(nummers) == 3
    for nummer in nummers:
        valideer_ven(nummer)
