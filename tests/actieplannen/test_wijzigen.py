"""The ground rules: when a plan may change, who may change an action, what an approved plan remembers."""

import pytest

from actieplannen.enums import Planstatus
from actieplannen.models import Actie, Amendement
from actieplannen.selectors.plannen import boom
from actieplannen.services.rechten import mag_actie_bewerken, mag_actie_opvolgen
from actieplannen.services.wijzigen import (
    Wijziging,
    leg_wijziging_vast,
    open_voor_opvolging,
    open_voor_wijziging,
    verschillen,
)
from actieplannen.transitions import TRANSITIONS, TransitionNotAllowed, check_transition
from regie.core.exceptions import DomainError
from regie.core.permissions import Rol, Toegang
from tests.factories import ActieFactory, DoelstellingFactory, OrganisatieFactory, PlanFactory, UserFactory

WEL = Wijziging("actie", "een", "twee")


class TestWanneer:
    @pytest.mark.parametrize(
        ("status", "reden", "mag"),
        [
            ("CONCEPT", "", True),
            ("INGEDIEND", "daarom", False),
            ("GOEDGEKEURD", "", False),
            ("GOEDGEKEURD", "de partner stopte", True),
            ("UITGEVOERD", "daarom", False),
            ("VERANTWOORD", "daarom", False),
        ],
    )
    def test_wat_beloofd_is(self, gebied, status, reden, mag):
        plan = PlanFactory(status=status)

        if mag:
            assert open_voor_wijziging(plan, reden=reden).pk == plan.pk
        else:
            with pytest.raises(DomainError):
                open_voor_wijziging(plan, reden=reden)

    @pytest.mark.parametrize("status", Planstatus.values)
    def test_opvolgen_kan_tot_het_verantwoord_is(self, gebied, status):
        plan = PlanFactory(status=status)

        if status == "VERANTWOORD":
            with pytest.raises(DomainError):
                open_voor_opvolging(plan)
        else:
            assert open_voor_opvolging(plan) == plan

    def test_de_machine(self):
        for van in Planstatus:
            for naar in Planstatus:
                if naar in TRANSITIONS[van]:
                    check_transition(van, naar)
                else:
                    with pytest.raises(TransitionNotAllowed):
                        check_transition(van, naar)


class TestAmendement:
    def test_alleen_van_een_goedgekeurd_plan(self, gebied, toegang):
        for status, aantal in (("CONCEPT", 0), ("GOEDGEKEURD", 1)):
            plan = PlanFactory(status=status)
            leg_wijziging_vast(plan, onderwerp="de actie", wijzigingen=[WEL], reden="omdat", door=toegang)

            assert Amendement.objects.filter(plan=plan).count() == aantal

    def test_telt_door_en_zonder_wijziging_niets(self, gebied, toegang):
        plan = PlanFactory(status="GOEDGEKEURD")
        for wijzigingen in ([WEL], [], [WEL]):
            leg_wijziging_vast(plan, onderwerp="x", wijzigingen=wijzigingen, reden="omdat", door=toegang)

        assert [a.nummer for a in Amendement.objects.filter(plan=plan)] == [1, 2]

    def test_verschillen_in_woorden(self, gebied):
        actie = ActieFactory(titel="Oud", voortgang="TE_STARTEN")

        assert verschillen(actie, {"titel": "Nieuw", "voortgang": "LOPEND", "bbc_nummer": ""}) == [
            Wijziging("actie", "Oud", "Nieuw"),
            Wijziging("voortgang", "te starten", "lopend"),
        ]


def _als(rol: Rol, user_id: int, *lid_van: int) -> Toegang:
    return Toegang(user_id, 1, frozenset({rol}), (), lid_van)


class TestWie:
    @pytest.mark.parametrize(
        ("rol", "eigen", "bewerken", "opvolgen"),
        [
            (Rol.REGISSEUR, False, True, True),
            (Rol.MEDEWERKER, False, False, False),
            (Rol.MEDEWERKER, True, True, True),
            (Rol.TRAJECTBEGELEIDER, True, False, True),
            (Rol.TRAJECTBEGELEIDER, False, False, False),
            (Rol.PARTNERCONTACT, True, False, True),
            (Rol.PARTNERCONTACT, False, False, False),
            (Rol.ADMINISTRATIE, True, False, False),
        ],
    )
    def test_rol_en_trekker(self, gebied, rol, eigen, bewerken, opvolgen):
        user = UserFactory()
        actie = ActieFactory(trekker=user if eigen else UserFactory())

        door = _als(rol, user.pk)
        assert mag_actie_bewerken(actie, door) is bewerken
        assert mag_actie_opvolgen(actie, door) is opvolgen

    def test_zonder_naam_trekt_de_organisatie(self, gebied):
        organisatie = OrganisatieFactory(gebied=gebied)
        actie = ActieFactory(trekker_organisatie=organisatie)

        assert mag_actie_opvolgen(actie, _als(Rol.PARTNERCONTACT, 1, organisatie.pk))
        assert not mag_actie_opvolgen(actie, _als(Rol.PARTNERCONTACT, 1))

    def test_selectie_en_recht_zeggen_hetzelfde(self, gebied):
        organisatie, user = OrganisatieFactory(gebied=gebied), UserFactory()
        acties = [
            ActieFactory(trekker=user),
            ActieFactory(trekker_organisatie=organisatie),
            ActieFactory(trekker_organisatie=organisatie, trekker=UserFactory()),
            ActieFactory(),
        ]
        door = _als(Rol.PARTNERCONTACT, user.pk, organisatie.pk)

        getrokken = set(Actie.objects.getrokken_door(door.user_id, door.lid_van))
        assert getrokken == {actie for actie in acties if mag_actie_opvolgen(actie, door)}
        assert getrokken == set(acties[:2])


class TestBoom:
    def test_nummers(self, gebied):
        plan = PlanFactory()
        een = DoelstellingFactory(plan=plan, volgorde=1)
        twee = DoelstellingFactory(plan=plan, volgorde=2)
        onder = DoelstellingFactory(plan=plan, ouder=een, volgorde=1)
        actie = ActieFactory(doelstelling=onder)
        los = ActieFactory(doelstelling=twee)

        takken = boom(plan)

        assert [tak.nummer for tak in takken] == ["1", "2"]
        assert takken[0].takken[0].nummer == "1.1"
        assert [(g.nummer, g.actie) for tak in takken for g in tak.alle_acties] == [("1.1.1", actie), ("2.1", los)]

    def test_een_vast_aantal_vragen(self, gebied, django_assert_max_num_queries):
        plan = PlanFactory()
        for _ in range(3):
            ActieFactory(doelstelling__plan=plan)

        with django_assert_max_num_queries(2):
            boom(plan)
