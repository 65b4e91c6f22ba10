"""Actions: what is kept, what is refused, what an approved plan remembers."""

from dataclasses import replace
from datetime import date

import pytest

from actieplannen.models import Actie, Amendement, Meting
from actieplannen.models.opvolging import Actieindicator
from actieplannen.services.acties import (
    ActieGegevens,
    actie_bijwerken,
    actie_kopieren,
    actie_toevoegen,
    actie_wissen,
    gegevens_van,
    voortgang_zetten,
)
from regie.core.exceptions import DomainError, Verouderd
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from tests.factories import (
    ActieFactory,
    ContactpersoonFactory,
    DoelstellingFactory,
    LidmaatschapFactory,
    OrganisatieFactory,
    PlanFactory,
)

RIJBEWIJS = ActieGegevens(titel="Rijbewijsproject", prioriteit="WSE-LR2", start=date(2026, 1, 1))


def _toegang(lid):
    return Lidmaatschap.objects.filter(pk=lid.pk).toegang()


@pytest.fixture
def partner(gebied):
    return OrganisatieFactory(gebied=gebied, naam="Vzw De Schakel")


@pytest.fixture
def medewerker(regieverband):
    return LidmaatschapFactory(organisatie=regieverband, rol=Rol.MEDEWERKER)


class TestToevoegen:
    def test_alles_wordt_bewaard_onderaan_de_doelstelling(self, toegang_regisseur, partner, vandaag):
        lid = LidmaatschapFactory(organisatie=partner, rol=Rol.PARTNERCONTACT)
        doelstelling = DoelstellingFactory()
        ActieFactory(doelstelling=doelstelling, volgorde=4)
        gegevens = replace(
            RIJBEWIJS, trekker_organisatie_id=partner.pk, trekker_id=lid.user_id, partners=((partner.pk, "lesgevers"),)
        )

        actie = actie_toevoegen(doelstelling=doelstelling, gegevens=gegevens, door=toegang_regisseur, vandaag=vandaag)

        assert gegevens_van(Actie.objects.get(pk=actie.pk)) == gegevens
        assert actie.volgorde == 5

    def test_een_goedgekeurd_plan_vraagt_een_reden_en_onthoudt(self, toegang_regisseur, vandaag):
        doelstelling = DoelstellingFactory(plan__status="GOEDGEKEURD")
        soort = {"doelstelling": doelstelling, "gegevens": RIJBEWIJS, "door": toegang_regisseur, "vandaag": vandaag}

        with pytest.raises(DomainError, match="goedgekeurd"):
            actie_toevoegen(**soort)
        actie_toevoegen(**soort, reden="extra middelen")

        amendement = Amendement.objects.get()
        assert (amendement.onderwerp, amendement.reden) == ("Rijbewijsproject", "extra middelen")

    def test_alleen_de_regisseur(self, medewerker, vandaag):
        with pytest.raises(DomainError, match="regisseur"):
            actie_toevoegen(
                doelstelling=DoelstellingFactory(), gegevens=RIJBEWIJS, door=_toegang(medewerker), vandaag=vandaag
            )

    @pytest.mark.parametrize(
        ("anders", "zin"),
        [
            ({"titel": " "}, "titel"),
            ({"eind": date(2025, 12, 31)}, "klaar voor ze begint"),
            ({"gemeenten": ("11002",)}, "gemeenten van dit gebied"),
            ({"regierolactie": "MVO"}, "golden niet in 2026"),
            ({"titel": "x" * 201}, "200"),
            ({"prioriteit": "WSE-LR9"}, "WSE-LR9"),
        ],
    )
    def test_geweigerd_in_woorden(self, toegang_regisseur, vandaag, anders, zin):
        with pytest.raises(DomainError, match=zin):
            actie_toevoegen(
                doelstelling=DoelstellingFactory(),
                gegevens=replace(RIJBEWIJS, **anders),
                door=toegang_regisseur,
                vandaag=vandaag,
            )
        assert not Actie.objects.exists()

    def test_de_verplichte_acties_van_vroeger(self, toegang_regisseur, vandaag):
        doelstelling = DoelstellingFactory(plan__jaar=2022)

        actie = actie_toevoegen(
            doelstelling=doelstelling,
            gegevens=replace(RIJBEWIJS, regierolactie="MVO"),
            door=toegang_regisseur,
            vandaag=vandaag,
        )

        assert actie.regierolactie == "MVO"

    def test_trekker_en_partner_moeten_kloppen(self, toegang_regisseur, partner, ander_gebied, vandaag):
        elders = OrganisatieFactory(gebied=ander_gebied)
        lid = LidmaatschapFactory(organisatie=partner, rol=Rol.PARTNERCONTACT)
        ander = OrganisatieFactory(gebied=partner.gebied)
        contact = ContactpersoonFactory(organisatie=partner)
        fout = [
            {"trekker_organisatie_id": elders.pk},
            {"trekker_organisatie_id": ander.pk, "trekker_id": lid.user_id},
            {"trekker_organisatie_id": ander.pk, "trekker_contact_id": contact.pk},
            {"trekker_organisatie_id": partner.pk, "trekker_id": lid.user_id, "trekker_contact_id": contact.pk},
            {"partners": ((elders.pk, ""),)},
            {"partners": ((partner.pk, ""), (partner.pk, "nog eens"))},
        ]

        for anders in fout:
            with pytest.raises(DomainError, match=r"Kies|Zet"):
                actie_toevoegen(
                    doelstelling=DoelstellingFactory(),
                    gegevens=replace(RIJBEWIJS, **anders),
                    door=toegang_regisseur,
                    vandaag=vandaag,
                )


class TestBijwerken:
    def test_telt_een_versie_en_bewaart_wat_anders_is(self, toegang_regisseur, partner):
        actie = ActieFactory(titel="Oud")

        actie_bijwerken(
            actie=actie,
            gegevens=replace(RIJBEWIJS, partners=((partner.pk, "zaal"),)),
            versie=1,
            door=toegang_regisseur,
        )

        actie.refresh_from_db()
        assert (actie.versie, actie.titel, actie.partners.get().bijdrage) == (2, "Rijbewijsproject", "zaal")

    def test_zonder_wijziging_geen_nieuwe_versie(self, toegang_regisseur):
        actie = ActieFactory()

        zelfde = actie_bijwerken(actie=actie, gegevens=gegevens_van(actie), versie=1, door=toegang_regisseur)

        assert zelfde.versie == 1

    def test_een_oude_versie_wordt_geweigerd(self, toegang_regisseur):
        actie = ActieFactory()
        actie_bijwerken(actie=actie, gegevens=RIJBEWIJS, versie=1, door=toegang_regisseur)

        with pytest.raises(Verouderd):
            actie_bijwerken(actie=actie, gegevens=replace(RIJBEWIJS, titel="x"), versie=1, door=toegang_regisseur)

    def test_in_een_goedgekeurd_plan_staat_elk_verschil_in_het_amendement(self, toegang_regisseur, partner):
        actie = ActieFactory(titel="Oud", doelstelling__plan__status="GOEDGEKEURD")
        contact = ContactpersoonFactory(organisatie=partner, naam="Bieke Bulcke")
        gegevens = replace(
            gegevens_van(actie),
            titel="Nieuw",
            trekker_organisatie_id=partner.pk,
            trekker_contact_id=contact.pk,
            partners=((partner.pk, "zaal"),),
        )

        actie_bijwerken(actie=actie, gegevens=gegevens, versie=1, door=toegang_regisseur, reden="afspraak")

        assert Amendement.objects.get().wijzigingen == [
            ["actie", "Oud", "Nieuw"],
            ["trekker", "niemand", "een contactpersoon (Vzw De Schakel)"],
            ["partners", "niemand", "Vzw De Schakel (zaal)"],
        ]

    def test_een_medewerker_alleen_de_eigen_actie(self, medewerker):
        eigen, ander = ActieFactory(trekker=medewerker.user), ActieFactory()
        door = _toegang(medewerker)

        actie_bijwerken(actie=eigen, gegevens=replace(gegevens_van(eigen), titel="Nieuw"), versie=1, door=door)
        with pytest.raises(DomainError, match="regisseur of de trekker"):
            actie_bijwerken(actie=ander, gegevens=RIJBEWIJS, versie=1, door=door)

        eigen.refresh_from_db()
        assert eigen.titel == "Nieuw"


class TestWissen:
    def test_kan_in_een_concept(self, toegang_regisseur, vandaag):
        actie = ActieFactory()

        actie_wissen(actie=actie, door=toegang_regisseur, vandaag=vandaag)

        assert not Actie.objects.exists()

    def test_niet_uit_een_goedgekeurd_plan(self, toegang_regisseur, vandaag):
        actie = ActieFactory(doelstelling__plan__status="GOEDGEKEURD")

        with pytest.raises(DomainError, match="gestopt"):
            actie_wissen(actie=actie, door=toegang_regisseur, vandaag=vandaag, reden="weg")

    def test_niet_met_bevroren_cijfers(self, toegang_regisseur, vandaag):
        actie = ActieFactory()
        indicator = Actieindicator.objects.create(actie=actie, naam="Rijbewijzen")
        Meting.objects.create(
            indicator=indicator, jaar=2026, kwartaal=1, op=date(2026, 3, 31), bevroren_op="2026-04-01T00:00Z"
        )

        with pytest.raises(DomainError, match="afgesloten kwartaal"):
            actie_wissen(actie=actie, door=toegang_regisseur, vandaag=vandaag)

    def test_alleen_de_regisseur(self, medewerker, vandaag):
        actie = ActieFactory(trekker=medewerker.user)

        with pytest.raises(DomainError, match="regisseur"):
            actie_wissen(actie=actie, door=_toegang(medewerker), vandaag=vandaag)


class TestKopieren:
    def test_zelfde_inhoud_eigen_reeks(self, toegang_regisseur, partner, vandaag):
        plan = PlanFactory()
        actie = ActieFactory(titel="Lerend netwerk", doelstelling__plan=plan, prioriteit="WSE-LR4", voortgang="KLAAR")
        actie.partners.create(organisatie=partner, bijdrage="zaal")

        kopie = actie_kopieren(actie=actie, titel="Tweede groep", door=toegang_regisseur, vandaag=vandaag)

        assert replace(gegevens_van(kopie), titel="Lerend netwerk") == gegevens_van(actie)
        assert (kopie.titel, kopie.voortgang) == ("Tweede groep", "TE_STARTEN")
        assert kopie.reeks != actie.reeks


class TestVoortgang:
    def test_trekker_van_een_partner_zet_de_eigen_actie(self, partner, vandaag):
        lid = LidmaatschapFactory(organisatie=partner, rol=Rol.PARTNERCONTACT)
        eigen = ActieFactory(trekker_organisatie=partner, doelstelling__plan__status="GOEDGEKEURD")

        voortgang_zetten(actie=eigen, voortgang="LOPEND", door=_toegang(lid), vandaag=vandaag)
        with pytest.raises(DomainError, match="trekker"):
            voortgang_zetten(actie=ActieFactory(), voortgang="LOPEND", door=_toegang(lid), vandaag=vandaag)

        eigen.refresh_from_db()
        assert (eigen.voortgang, eigen.versie) == ("LOPEND", 1)

    @pytest.mark.parametrize(("status", "voortgang"), [("VERANTWOORD", "LOPEND"), ("CONCEPT", "ANDERS")])
    def test_geweigerd(self, toegang_regisseur, vandaag, status, voortgang):
        actie = ActieFactory(doelstelling__plan__status=status)

        with pytest.raises(DomainError):
            voortgang_zetten(actie=actie, voortgang=voortgang, door=toegang_regisseur, vandaag=vandaag)
