"""The meter of the regierol: what a year needs, what is there, what exactly is missing, and how sure the rule is."""

from datetime import date

import pytest

from actieplannen.enums import Oordeel
from actieplannen.models import Actiebudget, Bewijsstuk, Kwartaalstand
from actieplannen.selectors.geld import tel
from actieplannen.selectors.planacties import jaarinhoud
from actieplannen.selectors.regierol import jaren, meter, onderdelen, peildag
from partners.models import Overeenkomst, Overeenkomstpartij
from regie.core.http import gebied_url
from regie.core.models import Gebiedslid, Gemeente, Mandaat, RegelParameter, Regiegebied
from regie.core.models.gebied import Rechtsvorm
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Rol, Toegang
from regie.core.tenancy import gebied_context
from tests.factories import (
    ActieFactory,
    DoelstellingFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
    PlanFactory,
    UserFactory,
)

BRUGGE, DAMME, OOSTKAMP, GENT = "31005", "31006", "31022", "44021"
IN_2024, NU = date(2024, 6, 1), date(2026, 11, 23)


@pytest.fixture
def regio(gebied):
    for nis in (BRUGGE, DAMME, OOSTKAMP):
        Gebiedslid.objects.create(gebied=gebied, gemeente_id=nis, van=date(2020, 1, 1))
    Regiegebied.objects.filter(pk=gebied.pk).update(
        beherende_gemeente=BRUGGE, rechtsvorm=Rechtsvorm.INTERLOKALE_VERENIGING
    )
    return gebied


def lezer(gebied, rol=Rol.REGISSEUR) -> Toegang:
    return Toegang(user_id=1, gebied_id=gebied.pk, rollen=frozenset({rol}), organisatie_ids=())


def actie(plan, code="WSE-LR1", *, bewijs=0, **velden):
    gemaakt = ActieFactory(doelstelling__plan=plan, prioriteit=code, **velden)
    for _ in range(bewijs):
        _bewijs(gemaakt)
    return gemaakt


def _bewijs(bij, **velden):
    van = {"titel": "Verslag", "datum": date(bij.doelstelling.plan.jaar, 5, 4), "door": UserFactory()}
    return Bewijsstuk.objects.create(actie=bij, **{**van, **velden})


def volledig(jaar=2026, **velden):
    plan = PlanFactory(jaar=jaar, **velden)
    for code in ("WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4"):
        actie(plan, code, bewijs=1)
    return plan


def deel(code, jaar=2024, vandaag=IN_2024):
    gevonden = onderdelen(jaar, jaarinhoud([jaar]), vandaag=vandaag)
    return next(onderdeel for onderdeel in gevonden if onderdeel.code == code)


def punt(gebied, code, *, jaar=2024, vandaag=IN_2024, rol=Rol.REGISSEUR):
    gemeten = meter(jaar, vandaag=vandaag, door=lezer(gebied, rol))
    return next(controle for controle in gemeten.controles if controle.code == code)


class TestPrioriteit:
    def test_zonder_plan_zegt_ze_waar_het_begint(self, gebied):
        controle = deel("WSE-LR3").controle

        assert (controle.oordeel, controle.geldt) == (Oordeel.ONTBREEKT, True)
        assert controle.zin == "Geen actie in 2024. Er is er minstens 1 nodig."
        assert controle.herstel.url == gebied_url("actieplannen:lijst")

    def test_zonder_actie_naar_het_plan_van_de_regierol(self, gebied):
        PlanFactory(jaar=2024, soort="VDAB")
        regierol = PlanFactory(jaar=2024, soort="REGIEROL")
        PlanFactory(jaar=2024, soort="REGIEROL", status="VERANTWOORD")

        assert deel("WSE-LR3").controle.herstel.url == gebied_url("actieplannen:plan", regierol.pk)

    def test_een_actie_zonder_bewijs_is_niet_genoeg(self, gebied):
        zonder = actie(PlanFactory(jaar=2024), "WSE-LR2")

        controle = deel("WSE-LR2").controle

        assert controle.oordeel == Oordeel.ONTBREEKT
        assert controle.zin == "1 actie, nog zonder bewijs van 2024. Voeg een bewijsstuk toe aan een van de acties."
        assert controle.herstel.url == gebied_url("actieplannen:actie", zonder.pk)

    def test_een_actie_met_bewijs_volstaat(self, gebied):
        plan = PlanFactory(jaar=2024)
        actie(plan, "WSE-LR2", bewijs=2)
        actie(plan, "WSE-LR2")

        onderdeel = deel("WSE-LR2")

        assert onderdeel.controle.oordeel == Oordeel.IN_ORDE
        assert onderdeel.controle.zin == "2 acties, waarvan 1 met bewijs van 2024."
        assert [rij.bewijzen for rij in onderdeel.acties] == [2, 0]

    def test_ingetrokken_bewijs_telt_niet(self, gebied):
        _bewijs(actie(PlanFactory(jaar=2024)), ingetrokken_op=IN_2024)

        assert deel("WSE-LR1").controle.is_rood

    @pytest.mark.parametrize(
        ("datum", "telt"),
        [
            (date(2023, 12, 31), False),
            (date(2024, 1, 1), True),
            (date(2024, 12, 31), True),
            (date(2025, 1, 1), False),
        ],
    )
    def test_bewijs_is_van_het_jaar_van_het_plan(self, gebied, datum, telt):
        _bewijs(actie(PlanFactory(jaar=2024)), datum=datum)

        assert deel("WSE-LR1").controle.is_rood is not telt

    def test_een_gestopte_actie_telt_niet(self, gebied):
        actie(PlanFactory(jaar=2024), bewijs=1, voortgang="GESTOPT")

        onderdeel = deel("WSE-LR1")

        assert (onderdeel.acties, onderdeel.gestopt) == ((), 1)
        assert onderdeel.controle.zin.endswith("nodig. 1 gestopte actie telt niet mee.")

    def test_alle_plannen_van_het_jaar_tellen_samen(self, gebied):
        actie(PlanFactory(jaar=2024, titel="Regierol"), bewijs=1)
        actie(PlanFactory(jaar=2024, titel="Met VDAB", soort="VDAB"))
        actie(PlanFactory(jaar=2023, titel="Vorig"))

        assert [rij.plan_titel for rij in deel("WSE-LR1").acties] == ["Regierol", "Met VDAB"]

    def test_van_een_jaar_dat_nog_komt_is_geen_bewijs_nodig(self, gebied):
        actie(PlanFactory(jaar=2025))

        controle = deel("WSE-LR1", 2025).controle

        assert controle.oordeel == Oordeel.IN_ORDE
        assert controle.zin == "1 actie. Bewijs volgt als 2025 begonnen is."

    def test_na_2025_is_de_regel_te_verifieren_en_nooit_van_kracht(self, gebied):
        controle = deel("WSE-LR1", 2026, NU).controle

        assert (controle.oordeel, controle.geldt, controle.te_verifieren) == (Oordeel.ONTBREEKT, False, True)
        assert {regel.geldig_tot for regel in controle.regels} == {date(2025, 12, 31)}
        assert all(regel.bron and regel.zekerheid for regel in controle.regels)

    def test_een_nieuwe_regel_van_het_gebied_gaat_voor(self, gebied):
        RegelParameter.objects.create(
            code="regierol_min_acties",
            omschrijving="Minimum acties",
            waarde=2,
            eenheid="aantal",
            dimensie="WSE-LR1..4",
            gebied=gebied,
            geldig_van=date(2026, 1, 1),
            bron="nieuw besluit",
            zekerheid="hoog",
        )
        actie(PlanFactory(jaar=2026), bewijs=1)

        assert deel("WSE-LR1", 2026, NU).controle.zin == "1 actie in 2026. Er is er minstens 2 nodig."


class TestDrieActies:
    def test_tot_en_met_2022(self, gebied):
        plan = PlanFactory(jaar=2022)
        actie(plan, "", regierolactie="UITBOUW")

        gevonden = onderdelen(2022, jaarinhoud([2022]), vandaag=NU)

        assert [o.code for o in gevonden] == ["NETWERKING", "UITBOUW", "MVO"]
        assert [o.controle.oordeel for o in gevonden] == [Oordeel.ONTBREEKT, Oordeel.IN_ORDE, Oordeel.ONTBREEKT]
        assert all(o.controle.geldt for o in gevonden)

    def test_vanaf_2023_de_vier_prioriteiten(self, gebied):
        codes = [o.code for o in onderdelen(2023, jaarinhoud([2023]), vandaag=NU)]

        assert codes == ["WSE-LR1", "WSE-LR2", "WSE-LR3", "WSE-LR4"]

    def test_voor_de_eerste_regel_is_niets_bekend(self, gebied):
        assert {o.controle.oordeel for o in onderdelen(2011, jaarinhoud([2011]), vandaag=NU)} == {Oordeel.ONBEKEND}


class TestInwoners:
    CODE = "regierol_min_inwoners"

    def test_gehaald_met_de_datum_van_de_telling(self, regio):
        inwoners = sum(Gemeente.objects.filter(nis__in=[BRUGGE, DAMME, OOSTKAMP]).values_list("inwoners", flat=True))

        controle = punt(regio, self.CODE)

        assert controle.oordeel == Oordeel.IN_ORDE
        assert f"{inwoners:,}".replace(",", ".") in controle.zin
        assert "telling van 01/01/2020" in controle.zin

    def test_te_weinig_zegt_hoeveel(self, regio):
        regio.leden.filter(gemeente=BRUGGE).delete()
        over = 60_000 - sum(Gemeente.objects.filter(nis__in=[DAMME, OOSTKAMP]).values_list("inwoners", flat=True))

        controle = punt(regio, self.CODE)

        assert controle.oordeel == Oordeel.ONTBREEKT
        assert f"{over:,} te weinig".replace(",", ".") in controle.zin

    def test_een_centrumstad_alleen_heeft_geen_minimum(self, regio):
        regio.leden.exclude(gemeente=BRUGGE).delete()
        Regiegebied.objects.filter(pk=regio.pk).update(rechtsvorm=Rechtsvorm.CENTRUMSTAD)

        assert punt(regio, self.CODE).oordeel == Oordeel.NVT
        assert punt(regio, "regierol_aaneengesloten").oordeel == Oordeel.NVT

    def test_zonder_gemeenten_weten_we_het_niet(self, gebied):
        assert punt(gebied, self.CODE).oordeel == Oordeel.ONBEKEND
        assert punt(gebied, "regierol_vdab").oordeel == Oordeel.ONBEKEND


class TestAaneengesloten:
    CODE = "regierol_aaneengesloten"

    def test_een_geheel(self, regio):
        controle = punt(regio, self.CODE)

        assert controle.oordeel == Oordeel.IN_ORDE
        assert controle.zin == "3 gemeenten vormen één aaneengesloten gebied."

    def test_wie_los_ligt_staat_erbij(self, regio):
        Gebiedslid.objects.create(gebied=regio, gemeente_id=GENT, van=date(2020, 1, 1))

        controle = punt(regio, self.CODE)

        assert controle.oordeel == Oordeel.ONTBREEKT
        assert controle.ontbreekt == ("Brugge, Damme en Oostkamp", "Gent")

    def test_de_leden_van_die_dag(self, regio):
        Gebiedslid.objects.create(gebied=regio, gemeente_id=GENT, van=date(2025, 1, 1))

        assert not punt(regio, self.CODE, jaar=2024, vandaag=NU).is_rood
        assert punt(regio, self.CODE, jaar=2025, vandaag=NU).is_rood


class TestBeheerder:
    CODE = "regierol_beheerder"

    @pytest.mark.parametrize(
        ("nis", "oordeel", "woord"),
        [
            (BRUGGE, Oordeel.IN_ORDE, "Brugge beheert"),
            (GENT, Oordeel.ONTBREEKT, "geen lid van het gebied"),
            (None, Oordeel.ONTBREEKT, "geen beherende gemeente ingevuld"),
        ],
    )
    def test_is_lid(self, regio, nis, oordeel, woord):
        Regiegebied.objects.filter(pk=regio.pk).update(beherende_gemeente=nis)

        controle = punt(regio, self.CODE)

        assert controle.oordeel == oordeel
        assert woord in controle.zin


class TestVdab:
    CODE = "regierol_vdab"

    @pytest.fixture
    def besturen(self, regio):
        return [
            OrganisatieFactory(gebied=regio, naam=f"OCMW {naam}", type=OrganisatieType.OCMW, gemeente_id=nis)
            for naam, nis in (("Brugge", BRUGGE), ("Damme", DAMME), ("Oostkamp", OOSTKAMP))
        ]

    @pytest.fixture
    def teken(self, regio):
        vdab = OrganisatieFactory(gebied=regio, naam="VDAB Brugge", type=OrganisatieType.VDAB)

        def teken(besturen, *, van=date(2023, 1, 1), tot=None, getekend=date(2023, 1, 1)):
            eigen = {"eigenaar": besturen[0], "gedeeld": True}
            with gebied_context(regio, lid_van=[besturen[0].pk]):
                overeenkomst = Overeenkomst.objects.create(
                    soort="VDAB_SAMENWERKING", titel="Samen sterk", van=van, tot=tot, **eigen
                )
                for partij in (vdab, *besturen):
                    Overeenkomstpartij.objects.create(
                        overeenkomst=overeenkomst, organisatie=partij, getekend_op=getekend, **eigen
                    )

        return teken

    def test_elk_bestuur_heeft_er_een(self, regio, besturen, teken):
        teken(besturen)

        assert punt(regio, self.CODE).oordeel == Oordeel.IN_ORDE

    def test_wie_er_geen_heeft_staat_er_met_de_reden(self, regio, besturen, teken):
        teken(besturen[:1])
        teken(besturen[1:2], tot=date(2023, 12, 31))

        controle = punt(regio, self.CODE)

        assert controle.oordeel == Oordeel.ONTBREEKT
        assert controle.zin.startswith("2 van de 3 gemeenten hebben geen overeenkomst")
        assert controle.ontbreekt == ("Damme: Samen sterk, verlopen", "Oostkamp: geen overeenkomst")
        assert controle.herstel.url == gebied_url("partners:overeenkomsten_stand")

    def test_zonder_handtekening_telt_ze_niet(self, regio, besturen, teken):
        teken(besturen, getekend=None)

        assert punt(regio, self.CODE).ontbreekt[0].startswith("Brugge: nog niet getekend door VDAB Brugge")

    def test_een_gemeente_zonder_bestuur_in_regiekompas(self, regio):
        assert "Damme: geen OCMW of gemeentebestuur in Regiekompas" in punt(regio, self.CODE).ontbreekt

    def test_op_de_dag_van_dat_jaar(self, regio, besturen, teken):
        teken(besturen, van=date(2025, 1, 1))

        assert punt(regio, self.CODE, jaar=2024, vandaag=NU).is_rood
        assert not punt(regio, self.CODE, jaar=2025, vandaag=NU).is_rood

    def test_een_beheerder_kan_de_regel_uitzetten(self, regio):
        RegelParameter.objects.filter(code=self.CODE).update(waarde=0)

        assert punt(regio, self.CODE).oordeel == Oordeel.NVT

    def test_geen_link_voor_wie_er_niet_mag_komen(self, regio):
        assert punt(regio, self.CODE, rol=Rol.PARTNERCONTACT).herstel is None


class TestRegisseur:
    CODE = "regierol_regisseur"

    def test_niemand(self, regio):
        controle = punt(regio, self.CODE)

        assert controle.oordeel == Oordeel.ONTBREEKT
        assert "heeft niemand de rol regisseur" in controle.zin

    def test_wie_de_rol_heeft_op_die_dag(self, regio):
        LidmaatschapFactory(
            organisatie=OrganisatieFactory(gebied=regio), rol=Rol.REGISSEUR, van=date(2024, 1, 1), tot=None
        )

        controle = punt(regio, self.CODE)

        assert controle.oordeel == Oordeel.IN_ORDE
        assert "geen mandaat ingevuld" in controle.zin
        assert punt(regio, self.CODE, jaar=2023, vandaag=IN_2024).is_rood

    def test_van_een_vorig_jaar_zegt_het_mandaat_het(self, regio):
        Mandaat.objects.create(gebied=regio, regisseur="Lien Vermeulen", van=date(2023, 1, 1), tot=date(2025, 12, 31))

        assert punt(regio, self.CODE, jaar=2023, vandaag=NU).zin == "Op 31/12/2023: Lien Vermeulen."


class TestMeter:
    @pytest.mark.parametrize(
        ("jaar", "op"),
        [(2024, date(2024, 12, 31)), (2026, NU), (2027, date(2027, 1, 1))],
    )
    def test_de_dag_waarop_een_jaar_beoordeeld_wordt(self, jaar, op):
        assert peildag(jaar, NU) == op

    def test_jaren_met_een_plan_en_dit_en_het_volgende(self, gebied):
        PlanFactory(jaar=2021)

        assert jaren(2026) == [2027, 2026, 2021]

    def test_een_ander_gebied_telt_niet_mee(self, gebied, ander_gebied):
        with gebied_context(ander_gebied):
            volledig(2024)

        assert jaarinhoud([2024]).acties == ()

    def test_lege_plannen_en_doelstellingen_zijn_er_ook(self, gebied):
        plan = PlanFactory(jaar=2024)
        DoelstellingFactory(plan=plan)
        DoelstellingFactory(plan=plan)

        inhoud = jaarinhoud([2024])

        assert ([rij.pk for rij in inhoud.plannen], inhoud.acties) == ([plan.pk], ())

    def test_geld_en_stand_van_een_actie(self, gebied):
        een = actie(PlanFactory(jaar=2026), bewijs=3)
        Actiebudget.objects.create(actie=een, jaar=2026, bron="VLAANDEREN", gepland="1000.10", besteed="300.05")
        Actiebudget.objects.create(actie=een, jaar=2026, bron="VDAB", gepland="0.20", besteed="10")
        Actiebudget.objects.create(actie=een, jaar=2027, bron="VDAB", gepland="500", besteed="500")
        for kwartaal, kleur in ((1, "ROOD"), (3, "ORANJE"), (4, "")):
            beantwoord = "2026-10-01T10:00Z" if kleur else None
            Kwartaalstand.objects.create(
                actie=een, jaar=2026, kwartaal=kwartaal, kleur=kleur, beantwoord_op=beantwoord
            )

        (rij,) = jaarinhoud([2026]).acties

        per_jaar = tel(rij.geld, lambda regel: regel.jaar)
        assert (str(per_jaar[2026].gepland), str(per_jaar[2026].besteed)) == ("1000.30", "310.05")
        assert (str(per_jaar[2027].gepland), rij.bewijzen) == ("500.00", 3)
        assert (rij.kleur, rij.mist_stand) == ("ORANJE", False)


class TestPagina:
    def test_zegt_wat_ontbreekt_met_bron_en_zekerheid(self, als_regisseur, regio):
        plan = volledig(2026, titel="Plan voor de regierol")
        plan.doelstellingen.filter(acties__prioriteit="WSE-LR3").delete()

        pagina = als_regisseur.get(f"{gebied_url('actieplannen:regierol')}?jaar=2026").text

        for tekst in (
            "niet in orde:",
            "Geen actie in 2026. Er is er minstens 1 nodig.",
            "1 actie, waarvan 1 met bewijs van 2026.",
            "Te verifiëren.",
            "31/12/2025",
            "BVR 29-04-2022",
            "Zekerheid: hoog; na 2025 te verifiëren.",
            "Plan voor de regierol",
            "3 gemeenten vormen één aaneengesloten gebied.",
        ):
            assert tekst in pagina, tekst

    def test_drie_verplichte_acties_in_2022(self, als_regisseur, regio):
        PlanFactory(jaar=2022)

        pagina = als_regisseur.get(f"{gebied_url('actieplannen:regierol')}?jaar=2022").text

        assert "De drie verplichte acties" in pagina
        assert "WSE-LR1" not in pagina

    def test_een_jaar_zonder_plan_wordt_een_zin(self, als_regisseur, regio):
        antwoord = als_regisseur.get(f"{gebied_url('actieplannen:regierol')}?jaar=1999")

        assert antwoord.status_code == 422
        assert "Van dat jaar is er geen plan." in antwoord.text

    @pytest.mark.parametrize(
        ("rol", "status"),
        [
            (Rol.REGISSEUR, 200),
            (Rol.MEDEWERKER, 200),
            (Rol.TEAMVERANTWOORDELIJKE, 200),
            (Rol.JOBHUNTER, 200),
            (Rol.PARTNERCONTACT, 403),
            (Rol.ADMINISTRATIE, 403),
        ],
    )
    def test_wie_het_plan_leest_leest_de_meter(self, client, regio, ocmw, rol, status):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)

        assert client.get(gebied_url("actieplannen:regierol")).status_code == status

    def test_evenveel_vragen_bij_een_of_bij_twintig_acties(self, als_regisseur, regio, django_assert_max_num_queries):
        plan = volledig(2026)
        for _ in range(16):
            actie(plan, "WSE-LR2", bewijs=1)

        with django_assert_max_num_queries(20):
            als_regisseur.get(gebied_url("actieplannen:regierol"))


class TestBijHetPlan:
    def test_het_blok_zegt_alleen_wat_ontbreekt(self, als_regisseur, regio):
        plan = volledig(2026)
        plan.doelstellingen.filter(acties__prioriteit="WSE-LR3").delete()

        pagina = als_regisseur.get(gebied_url("actieplannen:plan", plan.pk)).text

        assert "WSE-LR3 · (sociaal) ondernemen en MVO: Geen actie in 2026." in pagina
        assert "WSE-LR4 · samenwerken met VDAB en lokale actoren:" not in pagina
        assert f'{gebied_url("actieplannen:regierol")}?jaar=2026"' in pagina

    def test_alles_in_orde_in_een_zin(self, als_regisseur, regio):
        pagina = als_regisseur.get(gebied_url("actieplannen:plan", volledig(2026).pk)).text

        assert "De 4 prioriteiten zijn in orde." in pagina
        assert "De regel is te verifiëren." in pagina

    def test_van_een_jaar_zonder_regel_staat_er_niets(self, als_regisseur, regio):
        pagina = als_regisseur.get(gebied_url("actieplannen:plan", PlanFactory(jaar=2011).pk)).text

        assert "Regierol 2011" not in pagina
