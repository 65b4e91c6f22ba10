"""Asking how actions go: which, when, of whom, how often, and what ends it."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from actieplannen.models import Bijsturing, Kwartaalstand
from actieplannen.selectors.kwartalen import (
    acties_van_kwartaal,
    gevraagd_kwartaal,
    is_gesloten,
    te_vragen_kwartaal,
    vraagdag,
)
from actieplannen.selectors.standen import laatste_standen, zonder_stand
from actieplannen.services import nachtwerk, standmail, standvraag
from actieplannen.services.standen import Standantwoord, Wie, stand_geven
from partners.enums import Partnerlinkdoel
from partners.models import Opvolging, Partnerlink
from regie.cijfers.periode import Periode
from regie.core.exceptions import DomainError
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.factories import (
    ActieFactory,
    ContactpersoonFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
    PlanFactory,
)
from tests.factories.actieplannen import buiten_de_diensten

Q3 = Periode.kwartaal(2026, 3)
VRAAGDAG = date(2026, 10, 5)  # three days after 30 September is a Saturday


@pytest.fixture
def plan(gebied):
    return PlanFactory(jaar=2026, status="GOEDGEKEURD", titel="Jaaractieplan 2026")


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="De Lus")


@pytest.fixture
def els(partner):
    return ContactpersoonFactory(organisatie=partner, naam="Els Maes", email="els@lus.example")


@pytest.fixture
def actie(plan, els):
    return ActieFactory(doelstelling__plan=plan, titel="Rijbewijsproject", trekker_contact=els)


@pytest.fixture
def lid(ocmw):
    return LidmaatschapFactory(organisatie=ocmw, rol=Rol.TRAJECTBEGELEIDER)


def _nachten(van: date, tot: date) -> None:
    """Every night once, as the clock does."""
    for na in range((tot - van).days + 1):
        standvraag.standen_opvolgen(van + timedelta(days=na))


def _geef(stand, kleur="GROEN", door=None, vandaag=VRAAGDAG):
    stand_geven(
        stand=stand,
        antwoord=Standantwoord(kleur=kleur, tekst="Loopt goed.", afwijking="Omdat."),
        wie=Wie(door=door),
        nu=timezone.make_aware(datetime(vandaag.year, vandaag.month, vandaag.day, 10)),
        vandaag=vandaag,
    )


def _kapot(*args, **kwargs):
    raise OSError


class TestWanneer:
    @pytest.mark.parametrize(
        ("dag", "gevraagd", "tonight"),
        [
            (date(2026, 9, 30), "Q2 2026", None),
            (date(2026, 10, 4), "Q2 2026", None),
            (date(2026, 10, 5), "Q3 2026", "Q3 2026"),
            (date(2026, 10, 26), "Q3 2026", "Q3 2026"),
            (date(2026, 10, 27), "Q3 2026", None),
            (date(2027, 1, 3), "Q3 2026", None),
            (date(2027, 1, 4), "Q4 2026", "Q4 2026"),
        ],
    )
    def test_welk_kwartaal(self, gebied, dag, gevraagd, tonight):
        kwartaal = te_vragen_kwartaal(dag)

        assert gevraagd_kwartaal(dag).label == gevraagd
        assert (kwartaal.label if kwartaal else None) == tonight

    def test_vraagdag_is_een_werkdag_en_sluit_het_vorige(self, gebied):
        assert vraagdag(Q3) == VRAAGDAG
        assert is_gesloten(Periode.kwartaal(2026, 2), VRAAGDAG)
        assert not is_gesloten(Q3, date(2027, 1, 3))
        assert is_gesloten(Q3, date(2027, 1, 4))


class TestWelkeActies:
    @pytest.mark.parametrize(
        ("status", "anders", "gevraagd"),
        [
            ("GOEDGEKEURD", {}, True),
            ("UITGEVOERD", {}, True),
            ("CONCEPT", {}, False),
            ("INGEDIEND", {}, False),
            ("VERANTWOORD", {}, False),
            ("GOEDGEKEURD", {"start": date(2026, 10, 1)}, False),
            ("GOEDGEKEURD", {"start": date(2026, 9, 30)}, True),
            ("GOEDGEKEURD", {"eind": date(2026, 6, 30)}, False),
            ("GOEDGEKEURD", {"eind": date(2026, 7, 1)}, True),
            ("GOEDGEKEURD", {"eind": date(2026, 6, 30), "voortgang": "LOPEND"}, True),
            ("GOEDGEKEURD", {"voortgang": "KLAAR"}, True),
        ],
    )
    def test_wat_liep_in_het_kwartaal(self, gebied, status, anders, gevraagd):
        ActieFactory(doelstelling__plan=PlanFactory(jaar=2026, status=status), **anders)

        assert acties_van_kwartaal(Q3).exists() is gevraagd

    def test_een_plan_van_een_ander_jaar_niet(self, gebied):
        ActieFactory(doelstelling__plan=PlanFactory(jaar=2027, status="GOEDGEKEURD"))

        assert not acties_van_kwartaal(Q3).exists()

    def test_wie_klaar_is_wordt_nog_een_keer_gevraagd(self, actie, mailoutbox):
        actie.voortgang = "KLAAR"
        actie.save()
        standvraag.standen_opvolgen(VRAAGDAG)

        assert Kwartaalstand.objects.get().is_laatste
        assert acties_van_kwartaal(Q3).exists()  # the same quarter stays asked
        assert not acties_van_kwartaal(Periode.kwartaal(2026, 4)).exists()


class TestNacht:
    def test_een_contactpersoon_krijgt_een_link_en_geen_lijst(self, actie, mailoutbox, partner, gebied):
        standvraag.standen_opvolgen(VRAAGDAG)

        (mail,) = mailoutbox
        assert mail.to == ["els@lus.example"]
        assert "/p/" in mail.body
        assert "<" not in mail.body
        assert "Graag tegen 26/10/2026." in mail.body
        stand = Kwartaalstand.objects.get()
        assert (stand.gevraagd_op, stand.gemaild_op, stand.gevraagd_aan) == (VRAAGDAG, VRAAGDAG, "Els Maes")
        assert stand.antwoord_tegen == date(2026, 10, 26)
        assert not Opvolging.objects.exists()
        with gebied_context(gebied, lid_van=[partner.pk]):
            link = Partnerlink.objects.get()
        assert (link.doel, link.object_id, link.geldig_tot) == ("ACTIESTAND", stand.pk, date(2027, 1, 3))

    def test_wie_een_account_heeft_krijgt_de_pagina_en_een_opvolging(self, plan, lid, ocmw, mailoutbox):
        ActieFactory(doelstelling__plan=plan, trekker=lid.user, titel="Lerend netwerk")

        standvraag.standen_opvolgen(VRAAGDAG)

        (mail,) = mailoutbox
        stand = Kwartaalstand.objects.get()
        assert f"/jaaractieplan/stand/{stand.pk}/" in mail.body
        assert "/p/" not in mail.body
        opvolging = Opvolging.objects.get()
        assert (opvolging.wie, opvolging.organisatie, opvolging.soort) == (lid.user, ocmw, "JAARPLAN")
        assert opvolging.datum == stand.antwoord_tegen

    def test_een_mail_voor_al_zijn_acties(self, actie, plan, els, mailoutbox):
        ActieFactory(doelstelling__plan=plan, titel="Tweede", trekker_contact=els)
        ander = PlanFactory(jaar=2026, status="GOEDGEKEURD", titel="VDAB-plan")
        ActieFactory(doelstelling__plan=ander, titel="Derde", trekker_contact=els)

        standvraag.standen_opvolgen(VRAAGDAG)

        (mail,) = mailoutbox
        assert all(titel in mail.body for titel in ("Rijbewijsproject", "Tweede", "Derde"))
        assert mail.body.count("/p/") == 3
        assert "3 acties" in mail.subject

    @pytest.mark.parametrize(
        ("tot", "onderwerpen"),
        [
            (date(2026, 10, 4), 0),
            (date(2026, 10, 5), 1),
            (date(2026, 10, 11), 1),
            (date(2026, 10, 12), 2),
            (date(2026, 10, 18), 2),
            (date(2026, 10, 19), 3),
            (date(2026, 10, 26), 4),
            (date(2026, 12, 31), 4),
        ],
    )
    def test_de_ladder_van_herinneringen(self, actie, mailoutbox, tot, onderwerpen):
        _nachten(date(2026, 10, 1), tot)

        assert len(mailoutbox) == onderwerpen
        assert sum(mail.subject.startswith("Herinnering") for mail in mailoutbox) == max(onderwerpen - 1, 0)

    @pytest.mark.parametrize(
        ("beantwoord", "mails"),
        [(date(2026, 10, 6), 1), (date(2026, 10, 12), 2), (date(2026, 10, 20), 3), (date(2026, 10, 27), 4)],
    )
    def test_stopt_zodra_beantwoord(self, actie, mailoutbox, toegang_regisseur, beantwoord, mails):
        _nachten(VRAAGDAG, beantwoord)
        _geef(Kwartaalstand.objects.get(), door=toegang_regisseur, vandaag=beantwoord)
        _nachten(beantwoord, date(2026, 12, 31))

        assert len(mailoutbox) == mails

    def test_twee_keer_dezelfde_nacht_is_een_keer(self, actie, plan, lid, mailoutbox):
        ActieFactory(doelstelling__plan=plan, trekker=lid.user)
        for _ in range(3):
            standvraag.standen_opvolgen(VRAAGDAG)

        assert len(mailoutbox) == 2
        assert Kwartaalstand.objects.count() == 2
        assert Opvolging.objects.count() == 1

    def test_een_tweede_werker_die_te_laat_komt_mailt_niet(self, actie, mailoutbox, monkeypatch):
        """It found the question open; under lock it reads that the mail left."""
        echt = standmail._grendel
        gezien = []

        def intussen(standen):
            if not gezien:
                gezien.append(1)
                standmail.standen_mailen(vandaag=VRAAGDAG)  # the first worker, just before
            return echt(standen)

        monkeypatch.setattr(standmail, "_grendel", intussen)
        standvraag.standen_opvolgen(VRAAGDAG)

        assert len(mailoutbox) == 1

    def test_nooit_twee_mails_op_een_dag(self, actie, plan, els, toegang_regisseur, mailoutbox):
        """What is asked later that day waits for the next night."""
        standvraag.standen_opvolgen(VRAAGDAG)
        nieuw = ActieFactory(doelstelling__plan=plan, titel="Nieuw", trekker_contact=els)
        uitkomst = standvraag.actiestand_vragen(actie=nieuw, kwartaal=Q3, door=toegang_regisseur, vandaag=VRAAGDAG)
        assert (uitkomst.gevraagd, uitkomst.mails, len(mailoutbox)) == (1, 0, 1)

        standvraag.standen_opvolgen(VRAAGDAG + timedelta(days=1))

        assert len(mailoutbox) == 2
        assert "Nieuw" in mailoutbox[-1].body
        assert "Rijbewijsproject" not in mailoutbox[-1].body

    def test_op_een_dag_met_twee_redenen_vertrekt_een_mail(self, actie, plan, els, toegang_regisseur, mailoutbox):
        _nachten(VRAAGDAG, date(2026, 10, 9))
        ActieFactory(doelstelling__plan=plan, titel="Tweede", trekker_contact=els)

        _nachten(date(2026, 10, 10), date(2026, 10, 12))  # asked, and the first reminder of the other

        assert len(mailoutbox) == 2
        assert "dit vroegen we al eerder" in mailoutbox[-1].body
        assert "Tweede" in mailoutbox[-1].body

    def test_een_mail_die_niet_vertrekt_gaat_de_nacht_erna(self, actie, mailoutbox, monkeypatch, gebied, partner):
        with monkeypatch.context() as even:
            even.setattr(standmail, "stuur_standvraag", _kapot)
            standvraag.standen_opvolgen(VRAAGDAG)
        stand = Kwartaalstand.objects.get()
        assert (stand.gevraagd_op, stand.gemaild_op) == (VRAAGDAG, None)
        with gebied_context(gebied, lid_van=[partner.pk]):
            assert not Partnerlink.objects.exists()

        standvraag.standen_opvolgen(VRAAGDAG + timedelta(days=1))

        assert len(mailoutbox) == 1
        stand.refresh_from_db()
        assert stand.gemaild_op == VRAAGDAG + timedelta(days=1)

    def test_een_andere_trekker_wordt_opnieuw_gevraagd(self, actie, lid, mailoutbox):
        _nachten(VRAAGDAG, date(2026, 10, 13))
        buiten_de_diensten(actie.doelstelling.plan)
        actie.trekker_contact, actie.trekker = None, lid.user
        actie.save()

        standvraag.standen_opvolgen(date(2026, 10, 14))

        assert [mail.to for mail in mailoutbox[2:]] == [[lid.user.email]]
        assert not mailoutbox[-1].subject.startswith("Herinnering")
        assert Opvolging.objects.get(klaar_op=None).wie == lid.user

    def test_in_het_weekend_vertrekt_niets(self, actie, mailoutbox):
        standvraag.standen_opvolgen(date(2026, 10, 10))

        assert not Kwartaalstand.objects.exists()
        assert mailoutbox == []

    def test_wie_het_uit_zichzelf_vertelde_wordt_niet_gevraagd(self, actie, toegang_regisseur, mailoutbox):
        _geef(standvraag.stand_van_kwartaal(actie, Q3), door=toegang_regisseur, vandaag=date(2026, 10, 1))

        standvraag.standen_opvolgen(VRAAGDAG)

        assert mailoutbox == []

    def test_hoort_bij_de_nacht(self, gebied):
        assert "actieplannen.services.standvraag.standen_opvolgen" in nachtwerk.namen()


class TestRegisseur:
    @pytest.mark.parametrize(("dag", "gemeld"), [(date(2026, 11, 1), False), (date(2026, 11, 2), True)])
    def test_wie_stil_blijft(self, actie, regieverband, mailoutbox, dag, gemeld):
        _nachten(VRAAGDAG, dag)

        assert Opvolging.objects.filter(organisatie=regieverband, klaar_op=None).exists() is gemeld

    def test_een_antwoord_haalt_het_van_de_lijst(self, actie, regieverband, toegang_regisseur, mailoutbox):
        _nachten(VRAAGDAG, date(2026, 11, 3))
        _geef(Kwartaalstand.objects.get(), door=toegang_regisseur, vandaag=date(2026, 11, 3))

        assert not Opvolging.objects.filter(klaar_op=None).exists()

    @pytest.mark.parametrize("wat", ["niemand", "zonder adres", "weg", "account weg"])
    def test_zonder_trekker_is_het_meteen_voor_de_regisseur(
        self, wat, plan, partner, lid, regieverband, mailoutbox, gebied
    ):
        trekkers = {
            "niemand": {},
            "zonder adres": {"trekker_contact": ContactpersoonFactory(organisatie=partner, email="")},
            "weg": {
                "trekker_contact": ContactpersoonFactory(organisatie=partner, email="x@y.example", is_actief=False)
            },
            "account weg": {"trekker": lid.user},
        }
        lid.tot = date(2026, 9, 1)
        lid.save()
        ActieFactory(doelstelling__plan=plan, titel="Circulaire hub", **trekkers[wat])

        _nachten(VRAAGDAG, VRAAGDAG + timedelta(days=1))

        opvolging = Opvolging.objects.get()
        assert opvolging.organisatie == regieverband
        assert "Niemand om de stand te vragen" in opvolging.titel
        assert "Circulaire hub" in opvolging.titel
        assert mailoutbox == []
        assert [rij.actie.titel for rij in zonder_stand(VRAAGDAG)] == ["Circulaire hub"]

    def test_een_trekker_die_er_alsnog_komt_haalt_het_van_de_lijst(self, plan, els, regieverband, mailoutbox):
        actie = ActieFactory(doelstelling__plan=plan)
        standvraag.standen_opvolgen(VRAAGDAG)
        buiten_de_diensten(plan)
        actie.trekker_contact = els
        actie.save()

        standvraag.standen_opvolgen(VRAAGDAG + timedelta(days=1))

        assert len(mailoutbox) == 1
        assert not Opvolging.objects.filter(klaar_op=None).exists()

    def test_wat_te_laat_is_verdwijnt_van_elke_lijst(self, plan, lid, regieverband, mailoutbox):
        actie = ActieFactory(doelstelling__plan=plan, trekker=lid.user)
        _nachten(VRAAGDAG, date(2027, 1, 5))

        open_rijen = Opvolging.objects.filter(klaar_op=None)
        q4 = Kwartaalstand.objects.get(actie=actie, kwartaal=4)
        assert [rij.object_id for rij in open_rijen] == [q4.pk]

    def test_vragen_kan_ook_nu(self, actie, plan, toegang_regisseur, mailoutbox):
        dag = date(2026, 11, 23)
        uitkomst = standvraag.standen_vragen(
            plan=plan, kwartaal=Periode.kwartaal(2026, 4), door=toegang_regisseur, vandaag=dag
        )

        assert (uitkomst.gevraagd, uitkomst.mails, uitkomst.onbereikbaar) == (1, 1, [])

    def test_een_actie_vragen_mailt_niemand_anders(self, actie, plan, lid, toegang_regisseur, mailoutbox, monkeypatch):
        """Also not who still waits for a mail that could not leave."""
        ActieFactory(doelstelling__plan=plan, titel="Van iemand anders", trekker=lid.user)
        with monkeypatch.context() as even:
            even.setattr(standmail, "stuur_standvraag", _kapot)
            standvraag.standen_opvolgen(VRAAGDAG)
        dag = VRAAGDAG + timedelta(days=1)

        standvraag.actiestand_vragen(actie=actie, kwartaal=Q3, door=toegang_regisseur, vandaag=dag)
        assert [mail.to for mail in mailoutbox] == [["els@lus.example"]]
        assert standvraag.standen_vragen(plan=plan, kwartaal=Q3, door=toegang_regisseur, vandaag=dag).mails == 0

    def test_nog_eens_vragen_is_herinneren_maar_niet_dezelfde_dag(self, actie, toegang_regisseur, mailoutbox):
        vraag = {"actie": actie, "kwartaal": Q3, "door": toegang_regisseur}
        standvraag.actiestand_vragen(**vraag, vandaag=date(2026, 10, 6))
        with pytest.raises(DomainError, match="vandaag al een mail"):
            standvraag.actiestand_vragen(**vraag, vandaag=date(2026, 10, 6))

        standvraag.actiestand_vragen(**vraag, vandaag=date(2026, 10, 7))

        assert [mail.subject.startswith("Herinnering") for mail in mailoutbox] == [False, True]

    @pytest.mark.parametrize(
        ("status", "kwartaal", "zin"),
        [
            ("CONCEPT", Q3, "goedgekeurd"),
            ("GOEDGEKEURD", Periode.kwartaal(2026, 4), "al begonnen"),
            ("GOEDGEKEURD", Periode.kwartaal(2025, 3), "van 2026"),
            ("GOEDGEKEURD", Periode.kwartaal(2026, 1), "afgesloten"),
        ],
    )
    def test_wat_niet_gevraagd_kan_worden(self, gebied, toegang_regisseur, status, kwartaal, zin):
        plan = PlanFactory(jaar=2026, status=status)
        with pytest.raises(DomainError, match=zin):
            standvraag.standen_vragen(plan=plan, kwartaal=kwartaal, door=toegang_regisseur, vandaag=date(2026, 9, 1))

    def test_alleen_de_regisseur_vraagt(self, plan, toegang):
        with pytest.raises(DomainError, match="regisseur"):
            standvraag.standen_vragen(plan=plan, kwartaal=Q3, door=toegang, vandaag=VRAAGDAG)


class TestMail:
    def test_vertelt_een_keer_wat_van_een_voorstel_werd_en_geen_woord_van_anderen(
        self, actie, gebied, partner, mailoutbox
    ):
        juni = standvraag.stand_van_kwartaal(actie, Periode.kwartaal(2026, 2))
        Kwartaalstand.objects.filter(pk=juni.pk).update(door_naam="Els Maes")
        Bijsturing.objects.create(
            stand=juni, voorstel="GEHEIM", antwoord="NOTA", status="AFGEWEZEN", beslist_op=date(2026, 8, 1)
        )
        van_ander = Bijsturing.objects.create(
            stand=standvraag.stand_van_kwartaal(actie, Periode.kwartaal(2026, 1)), voorstel="X", status="OVERGENOMEN"
        )
        _nachten(VRAAGDAG, date(2026, 10, 12))

        eerste, tweede = mailoutbox
        for mail in (eerste, tweede):
            alles = mail.body + mail.alternatives[0][0]
            assert "GEHEIM" not in alles
            assert "NOTA" not in alles
        assert "niet overgenomen" in eerste.body
        assert "niet overgenomen" not in tweede.body
        van_ander.refresh_from_db()
        assert van_ander.verteld_op is None


class TestLezen:
    def test_de_laatste_die_gegeven_is(self, actie, toegang_regisseur, django_assert_num_queries):
        for kwartaal, kleur in ((1, "ROOD"), (2, "ORANJE")):
            stand = standvraag.stand_van_kwartaal(actie, Periode.kwartaal(2026, kwartaal))
            _geef(stand, kleur=kleur, door=toegang_regisseur, vandaag=date(2026, 4 if kwartaal == 1 else 7, 2))
        standvraag.stand_van_kwartaal(actie, Q3)

        with django_assert_num_queries(1):
            assert laatste_standen([actie], vandaag=VRAAGDAG)[actie.pk].kleur == "ORANJE"

    def test_zonder_stand_zegt_waarom(self, actie, mailoutbox, toegang_regisseur):
        assert [rij.zin for rij in zonder_stand(VRAAGDAG)] == ["De stand van Q3 2026 is niet gevraagd."]
        standvraag.standen_opvolgen(VRAAGDAG)
        assert [rij.zin for rij in zonder_stand(VRAAGDAG)] == ["Geen stand van Q3 2026, gevraagd aan Els Maes."]
        _geef(Kwartaalstand.objects.get(), door=toegang_regisseur)
        assert zonder_stand(VRAAGDAG) == []


def test_doel_van_de_link_mag_meer_dan_een_keer():
    assert Partnerlinkdoel.ACTIESTAND not in Partnerlinkdoel.eenmalig()
