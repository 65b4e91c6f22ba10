"""Needs of employers: what a partner answers, who is put forward, who fits."""

from datetime import date

import pytest

from partners.enums import BehoefteStatus as B
from partners.enums import Dienst, Voordrachtuitkomst
from partners.enums import DoorverwijzingStatus as A
from partners.models import Behoefte, Dienstaanbod, Voordracht
from partners.selectors import behoeften as selectors
from partners.selectors.routing import voorstellen
from partners.services import behoeften as services
from partners.services.doorverwijzingen import behoefte_doorverwijzen, doorverwijzing_intrekken
from partners.services.voordrachten import voordracht_toevoegen, voordracht_uitkomst
from regie.core.exceptions import DomainError
from tests.factories import OrganisatieFactory, WerkgeverFactory
from tests.partners.behoeften.hulp import VACATURE, VANDAAG, antwoord_geven


class TestAntwoord:
    @pytest.mark.parametrize(
        ("antwoord", "meer", "status", "ingevuld"),
        [
            (A.OPGENOMEN, {}, B.TOEGEWEZEN, 0),
            (A.NIET_VOOR_ONS, {"reden": "GEEN_CAPACITEIT"}, B.OPEN, 0),
            (A.OPGELOST, {"aantal": 1}, B.OPEN, 1),
            (A.OPGELOST, {"aantal": 2}, B.INGEVULD, 2),
        ],
    )
    def test_de_behoefte_volgt_het_antwoord(self, gevraagd, bij_partner, antwoord, meer, status, ingevuld):
        antwoord_geven(gevraagd, bij_partner, antwoord, **meer)

        behoefte = Behoefte.objects.get()
        assert (behoefte.status, behoefte.aantal_ingevuld) == (status, ingevuld)

    def test_tijd_tot_ingevuld(self, gevraagd, bij_partner):
        antwoord_geven(gevraagd, bij_partner, A.OPGELOST, aantal=2, dagen=12)

        assert Behoefte.objects.get().dagen_tot_ingevuld == 12
        assert selectors.cijfers(vanaf=VANDAAG).dagen == 12

    @pytest.mark.parametrize("antwoord", [A.NIET_VOOR_ONS, A.NIET_OPGELOST])
    def test_nee_vraagt_een_reden(self, gevraagd, bij_partner, antwoord):
        with pytest.raises(DomainError, match="Kies een reden"):
            antwoord_geven(gevraagd, bij_partner, antwoord)

    def test_niet_meer_ingevuld_dan_gevraagd(self, gevraagd, bij_partner):
        with pytest.raises(DomainError, match="tussen 1 en 2"):
            antwoord_geven(gevraagd, bij_partner, A.OPGELOST, aantal=3)

    def test_alleen_wie_gevraagd_is_antwoordt(self, gevraagd, jobhunter):
        with pytest.raises(DomainError, match="Alleen GTB"):
            antwoord_geven(gevraagd, jobhunter, A.OPGENOMEN)

    def test_niet_twee_keer_naar_dezelfde_tot_ze_ingetrokken_is(self, gevraagd, behoefte, partner, jobhunter):
        wat = {"behoefte": behoefte, "aan": [(partner, None)], "vraag": "", "mailen": False, "door": jobhunter}
        with pytest.raises(DomainError, match="kreeg deze behoefte al"):
            behoefte_doorverwijzen(**wat, vandaag=VANDAAG)

        doorverwijzing_intrekken(doorverwijzing=gevraagd, nu=gevraagd.created_at, vandaag=VANDAAG, door=jobhunter)
        assert behoefte_doorverwijzen(**wat, vandaag=VANDAAG)


class TestVoordracht:
    def test_aangenomen_en_gemeld_telt_nooit_dubbel(self, gevraagd, behoefte, partner, bij_partner):
        voordracht = voordracht_toevoegen(behoefte=behoefte, organisatie=partner, datum=VANDAAG, door=bij_partner)
        voordracht_uitkomst(
            voordracht=voordracht,
            uitkomst=Voordrachtuitkomst.AANGENOMEN,
            reden="",
            vandaag=VANDAAG,
            door=bij_partner,
        )
        antwoord_geven(gevraagd, bij_partner, A.OPGELOST, aantal=1)

        assert Behoefte.objects.get().aantal_ingevuld == 1

    def test_kent_geen_enkel_veld_voor_een_naam_of_dossier(self, behoefte, partner, bij_partner):
        voordracht_toevoegen(behoefte=behoefte, organisatie=partner, datum=VANDAAG, door=bij_partner)

        velden = {veld.name for veld in Voordracht._meta.get_fields()}
        assert velden == {
            "id", "gebied", "behoefte", "organisatie", "referentie", "datum", "uitkomst", "reden", "uitkomst_op",
            "door", "created_at",
        }  # fmt: skip
        assert Voordracht.objects.get().referentie.startswith("K-")


class TestRouting:
    def test_wie_de_dienst_daar_biedt_komt_eerst(self, gebied, alle, jobhunter, vdab):
        gent = OrganisatieFactory(gebied=gebied, naam="Overal vzw")
        hier = OrganisatieFactory(gebied=gebied, naam="Hier vzw")
        OrganisatieFactory(gebied=gebied, naam="Past niet vzw")
        werkgever = WerkgeverFactory(gemeente_id="31005")
        for organisatie, waar in ((gent, []), (hier, ["31005"])):
            Dienstaanbod.objects.create(
                organisatie=organisatie, dienst=Dienst.TOELEIDING, gemeenten=waar, van=date(2026, 1, 1)
            )
        behoefte = services.behoefte_noteren(werkgever=werkgever, eigenaar=vdab, gegevens=VACATURE, door=jobhunter)

        gevonden = voorstellen(behoefte, vandaag=VANDAAG)

        assert [v.organisatie.naam for v in gevonden][:2] == ["Hier vzw", "Overal vzw"]
        assert "Past niet vzw" not in [v.organisatie.naam for v in gevonden]
        assert gevonden[0].redenen == ("biedt in Brugge aan: toeleiding van kandidaten",)

    def test_een_dienst_die_stopte_telt_niet_meer(self, gebied, concept):
        vroeger = OrganisatieFactory(gebied=gebied)
        Dienstaanbod.objects.create(
            organisatie=vroeger, dienst=Dienst.TOELEIDING, van=date(2025, 1, 1), tot=date(2026, 11, 22)
        )

        assert vroeger not in [v.organisatie for v in voorstellen(concept, vandaag=VANDAAG)]
