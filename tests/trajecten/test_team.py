"""Who follows which dossiers: handing over and back, cover, VTE, who has room."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import ClientFactory, LidmaatschapFactory, TrajectFactory
from trajecten import services
from trajecten.models import Inzet, Termijn, Tijdlijnitem, Toewijzing, Traject, Waarneming
from trajecten.selectors import lijst
from trajecten.selectors.team import Medewerker, inzet_op, team, voorstel
from trajecten.selectors.waarneming import waarneemt_voor, waarneming_van

VRAGEN = 8  # for one dossier as for many


@pytest.fixture
def collega(ocmw):
    return LidmaatschapFactory(organisatie=ocmw).user


@pytest.fixture
def lead(ocmw):
    lid = LidmaatschapFactory(organisatie=ocmw, rol=Rol.TEAMVERANTWOORDELIJKE)
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


@pytest.fixture
def wijs_toe(collega, lead, vandaag):
    def doe(*trajecten, reden="herverdeling", begeleider=None, door=None):
        return services.trajecten_toewijzen(
            ids=[t.pk for t in trajecten],
            begeleider=begeleider or collega,
            reden=reden,
            door=door or lead,
            vandaag=vandaag,
        )

    return doe


def zinnen(actie):
    return {regel["traject"]: (regel["ok"], regel["zin"]) for regel in actie.resultaat}


class TestToewijzen:
    def test_wijst_toe_en_zegt_per_dossier_wat_er_gebeurde(self, wijs_toe, begeleider, collega):
        van = TrajectFactory(begeleider=begeleider.user)
        zonder = TrajectFactory()
        al = TrajectFactory(begeleider=collega)
        dicht = TrajectFactory(afgesloten=True)

        actie = wijs_toe(van, zonder, al, dicht)

        assert zinnen(actie) == {
            str(van.pk): (True, f"Van {begeleider.user.naam} naar {collega.naam}."),
            str(zonder.pk): (True, f"Toegewezen aan {collega.naam}."),
            str(al.pk): (False, f"{collega.naam} volgt dit dossier al op."),
            str(dicht.pk): (False, "Dit dossier is afgesloten. Heropen het eerst."),
        }
        assert Traject.objects.filter(begeleider=collega).count() == 3
        van.refresh_from_db()
        assert van.versie == 2
        regel = Tijdlijnitem.objects.get(client=van.client)
        assert (regel.titel, regel.tekst) == (f"Begeleider: {collega.naam}", "herverdeling")
        assert not Tijdlijnitem.objects.filter(client=dicht.client).exists()

    def test_vraagt_een_reden_als_iemand_het_dossier_al_opvolgt(self, wijs_toe, begeleider):
        with pytest.raises(DomainError, match="Schrijf kort waarom"):
            wijs_toe(TrajectFactory(begeleider=begeleider.user), reden=" ")

        assert Toewijzing.objects.count() == 0

    def test_vraagt_geen_reden_als_niemand_het_opvolgt(self, wijs_toe):
        assert wijs_toe(TrajectFactory(), reden="").resultaat[0]["ok"]

    def test_geeft_niets_aan_wie_bij_een_ander_ocmw_werkt(self, wijs_toe, ander_ocmw):
        vreemde = LidmaatschapFactory(organisatie=ander_ocmw).user
        traject = TrajectFactory()

        actie = wijs_toe(traject, begeleider=vreemde)

        assert actie.resultaat[0]["zin"] == f"{vreemde.naam} werkt niet bij {traject.eigenaar}."

    def test_geeft_niets_aan_de_administratie(self, wijs_toe, ocmw):
        boekhouder = LidmaatschapFactory(organisatie=ocmw, rol=Rol.ADMINISTRATIE).user

        assert not wijs_toe(TrajectFactory(), begeleider=boekhouder).resultaat[0]["ok"]

    def test_een_dossier_van_een_ander_ocmw_bestaat_niet(self, wijs_toe, gebied, ander_ocmw):
        with gebied_context(gebied, [ander_ocmw.pk]):
            vreemd = TrajectFactory(client=ClientFactory(eigenaar=ander_ocmw))

        with pytest.raises(DomainError, match="Kies eerst"):
            wijs_toe(vreemd)

    def test_evenveel_vragen_voor_een_als_voor_dertig(self, wijs_toe, django_assert_num_queries):
        een = TrajectFactory()
        with django_assert_num_queries(VRAGEN):
            wijs_toe(een)
        dertig = TrajectFactory.create_batch(30)

        with django_assert_num_queries(VRAGEN):
            wijs_toe(*dertig)


class TestNieuwVoorMij:
    def test_is_nieuw_tot_het_dossier_geopend_wordt(self, wijs_toe, collega, ocmw):
        traject = TrajectFactory()
        wijs_toe(traject)
        toegang = Lidmaatschap.objects.filter(user=collega).toegang()

        assert lijst.nieuw_voor(collega.pk) == [traject.pk]
        services.toewijzing_gezien(traject=traject, door=toegang)

        assert lijst.nieuw_voor(collega.pk) == []

    def test_wat_ik_zelf_neem_is_niet_nieuw(self, wijs_toe, begeleider, toegang):
        wijs_toe(TrajectFactory(), begeleider=begeleider.user, door=toegang)

        assert lijst.nieuw_voor(begeleider.user.pk) == []

    def test_ook_een_dossier_dat_apart_toegewezen_wordt(self, collega, toegang, vandaag):
        traject = TrajectFactory()

        services.traject_toewijzen(traject=traject, begeleider=collega, door=toegang, vandaag=vandaag)

        assert lijst.nieuw_voor(collega.pk) == [traject.pk]


class TestOngedaan:
    def test_zet_ieder_dossier_terug_bij_wie_het_had(self, wijs_toe, begeleider, lead, vandaag, collega):
        van, zonder = TrajectFactory(begeleider=begeleider.user), TrajectFactory()
        actie = wijs_toe(van, zonder)

        actie = services.toewijzing_ongedaan(actie=actie, door=lead, vandaag=vandaag)

        assert dict(Traject.objects.values_list("pk", "begeleider_id")) == {
            van.pk: begeleider.user.pk,
            zonder.pk: None,
        }
        assert lijst.nieuw_voor(collega.pk) == []
        assert zinnen(actie)[str(zonder.pk)] == (True, "Teruggezet: begeleider is weer niemand.")

    def test_laat_staan_wat_intussen_weer_veranderde(self, wijs_toe, begeleider, lead, vandaag):
        traject = TrajectFactory()
        eerste = wijs_toe(traject)
        wijs_toe(traject, begeleider=begeleider.user)

        eerste = services.toewijzing_ongedaan(actie=eerste, door=lead, vandaag=vandaag)

        traject.refresh_from_db()
        assert traject.begeleider == begeleider.user
        assert eerste.resultaat[0]["zin"].startswith("Intussen veranderd")

    def test_kan_maar_een_keer(self, wijs_toe, lead, vandaag):
        actie = wijs_toe(TrajectFactory())
        services.toewijzing_ongedaan(actie=actie, door=lead, vandaag=vandaag)

        with pytest.raises(DomainError, match="al ongedaan"):
            services.toewijzing_ongedaan(actie=actie, door=lead, vandaag=vandaag)


class TestTaak:
    def test_komt_op_elk_open_dossier_en_vooraan_als_ze_eerst_valt(self, toegang, vandaag):
        vroeger = TrajectFactory(volgende_termijn_op=vandaag, volgende_termijn="Evaluatie")
        later = TrajectFactory(volgende_termijn_op=vandaag + timedelta(days=30), volgende_termijn="Evaluatie")
        dicht = TrajectFactory(afgesloten=True)

        actie = services.taak_toevoegen(
            ids=[vroeger.pk, later.pk, dicht.pk],
            omschrijving="Attest opvragen",
            vervalt_op=vandaag + timedelta(days=3),
            door=toegang,
            vandaag=vandaag,
        )

        assert Termijn.objects.count() == 2
        assert [Traject.objects.get(pk=t.pk).volgende_termijn for t in (vroeger, later)] == [
            "Evaluatie",
            "Attest opvragen",
        ]
        assert [regel["ok"] for regel in actie.resultaat].count(False) == 1


class TestWaarneming:
    @pytest.fixture
    def plan(self, begeleider, collega, toegang, vandaag):
        def doe(van=0, tot=5, **anders):
            gegevens = {
                "afwezige": begeleider.user,
                "waarnemer": collega,
                "van": vandaag + timedelta(days=van),
                "tot": vandaag + timedelta(days=tot),
                "reden": "verlof",
                "door": toegang,
                "vandaag": vandaag,
            }
            return services.waarneming_plannen(**{**gegevens, **anders})

        return doe

    @pytest.mark.parametrize(("dag", "neemt_waar"), [(-1, False), (0, True), (5, True), (6, False)])
    def test_geldt_van_de_eerste_tot_en_met_de_laatste_dag(self, plan, begeleider, collega, vandaag, dag, neemt_waar):
        plan()
        op = vandaag + timedelta(days=dag)

        assert waarneemt_voor(collega.pk, op) == ([begeleider.user.pk] if neemt_waar else [])
        assert (waarneming_van(begeleider.user.pk, op) is not None) is neemt_waar

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"van": 3, "tot": 2}, "voor de eerste"),
            ({"van": -9, "tot": -1}, "al voorbij"),
        ],
    )
    def test_weigert_dagen_die_niet_kunnen(self, plan, anders, zin):
        with pytest.raises(DomainError, match=zin):
            plan(**anders)

    def test_niemand_neemt_waar_voor_zichzelf(self, plan, begeleider):
        with pytest.raises(DomainError, match="niemand neemt waar voor zichzelf"):
            plan(waarnemer=begeleider.user)

    def test_niet_twee_tegelijk(self, plan, ocmw):
        plan()

        with pytest.raises(DomainError, match="neemt al waar"):
            plan(van=5, tot=9, waarnemer=LidmaatschapFactory(organisatie=ocmw).user)

    def test_niet_door_wie_zelf_weg_is(self, plan, begeleider, collega, lead):
        plan()

        with pytest.raises(DomainError, match="is zelf afwezig"):
            plan(afwezige=collega, waarnemer=begeleider.user, door=lead)

    def test_alleen_voor_jezelf_of_door_de_verantwoordelijke(self, plan, ocmw, lead):
        derde = LidmaatschapFactory(organisatie=ocmw)
        toegang = Lidmaatschap.objects.filter(pk=derde.pk).toegang()

        with pytest.raises(DomainError, match="alleen voor jezelf"):
            plan(door=toegang)

        assert plan(door=lead)

    def test_niet_door_een_ander_ocmw(self, plan, ander_ocmw):
        with pytest.raises(DomainError, match="hetzelfde OCMW"):
            plan(waarnemer=LidmaatschapFactory(organisatie=ander_ocmw).user)

    def test_stoppen_houdt_de_voorbije_dagen(self, plan, toegang, vandaag):
        [waarneming] = plan()

        services.waarneming_stoppen(waarneming=waarneming, door=toegang, vandaag=vandaag + timedelta(days=2))

        assert Waarneming.objects.get().tot == vandaag + timedelta(days=1)

    def test_stoppen_voor_het_begin_wist_ze(self, plan, toegang, vandaag):
        [waarneming] = plan(van=3)

        services.waarneming_stoppen(waarneming=waarneming, door=toegang, vandaag=vandaag)

        assert not Waarneming.objects.exists()

    def test_een_derde_stopt_ze_niet(self, plan, ocmw, vandaag):
        [waarneming] = plan()
        derde = LidmaatschapFactory(organisatie=ocmw)

        with pytest.raises(DomainError, match="Alleen wie afwezig is"):
            services.waarneming_stoppen(
                waarneming=waarneming, door=Lidmaatschap.objects.filter(pk=derde.pk).toegang(), vandaag=vandaag
            )


class TestInzet:
    def test_geldt_vanaf_een_dag_tot_de_volgende(self, begeleider, lead):
        for breuk, van in ((Decimal("1"), date(2026, 1, 1)), (Decimal("0.5"), date(2026, 9, 1))):
            services.inzet_bewaren(user=begeleider.user, breuk=breuk, van=van, door=lead)

        assert inzet_op(date(2025, 12, 31)) == {}
        assert inzet_op(date(2026, 8, 31)) == {begeleider.user.pk: Decimal("1")}
        assert inzet_op(date(2026, 9, 1)) == {begeleider.user.pk: Decimal("0.5")}

    def test_dezelfde_dag_verbetert(self, begeleider, lead, vandaag):
        for breuk in ("0.8", "0.6"):
            services.inzet_bewaren(user=begeleider.user, breuk=Decimal(breuk), van=vandaag, door=lead)

        assert [rij.breuk for rij in Inzet.objects.all()] == [Decimal("0.6")]

    def test_niet_voor_wie_hier_niet_werkt(self, lead, ander_ocmw, vandaag):
        vreemde = LidmaatschapFactory(organisatie=ander_ocmw).user

        with pytest.raises(DomainError, match="geen cliënten bij jouw OCMW"):
            services.inzet_bewaren(user=vreemde, breuk=Decimal("1"), van=vandaag, door=lead)


class TestTeam:
    def test_telt_per_begeleider_en_toont_wie_vertrok(self, ocmw, begeleider, vandaag):
        weg = LidmaatschapFactory(organisatie=ocmw, tot=vandaag - timedelta(days=1)).user
        TrajectFactory(begeleider=begeleider.user, lopend=True, volgende_termijn_op=vandaag - timedelta(days=2))
        TrajectFactory(begeleider=begeleider.user)
        TrajectFactory(begeleider=begeleider.user, afgesloten=True)
        TrajectFactory(begeleider=weg)
        TrajectFactory()

        een_team = team(organisatie_ids=[ocmw.pk], groepen=lijst.groepen(vandaag), vandaag=vandaag)

        [ik] = een_team.medewerkers
        assert (ik.aantal, ik.te_laat, ik.wacht_op_intake) == (2, 1, 1)
        assert [(m.naam, m.aantal) for m in een_team.vertrokken] == [(weg.naam, 1)]
        assert (een_team.aantal, een_team.zonder_begeleider, een_team.per_vte) == (4, 1, None)

    @pytest.mark.parametrize(
        ("lasten", "erbij", "wie"),
        [
            ([("an", 30, "1"), ("bo", 20, "0.5")], 1, "an"),  # 31 against 42 per VTE
            ([("an", 30, "1"), ("bo", 12, "0.5")], 1, "bo"),  # 31 against 26
            ([("an", 30, "1"), ("bo", 12, "0.5")], 10, "an"),  # 40 against 44: many at once weigh more on half a job
            ([("an", 10, None), ("bo", 40, "1")], 1, "bo"),  # unknown VTE is not compared
            ([("an", 10, None)], 1, None),
            ([("an", 10, "0")], 1, None),
        ],
    )
    def test_stelt_voor_wie_het_minst_last_krijgt(self, lasten, erbij, wie):
        mensen = [
            Medewerker(i, naam, aantal, 0, 0, Decimal(vte) if vte else None)
            for i, (naam, aantal, vte) in enumerate(lasten)
        ]

        keuze = voorstel(mensen, aantal=erbij)

        assert (keuze.naam if keuze else None) == wie

    def test_stelt_niemand_voor_die_weg_is(self, gebied):
        weg = Medewerker(1, "an", 1, 0, 0, Decimal(1), waarneming=Waarneming())

        assert voorstel([weg, Medewerker(2, "bo", 50, 0, 0, Decimal(1))]).naam == "bo"
