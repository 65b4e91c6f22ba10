"""Places for interns, designs of jobs, and the pages of needs."""

from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from partners.enums import Behoeftesoort
from partners.enums import BehoefteStatus as B
from partners.models import Behoefte
from partners.selectors.stageplaatsen import per_gemeente, stageplaatsen
from partners.services import behoeften as services
from partners.services.behoeften import BehoefteGegevens
from partners.services.doorverwijzingen import behoefte_doorverwijzen
from partners.services.jobontwerpen import JobontwerpGegevens, Jobtaak, behoefte_uit_jobontwerp, jobontwerp_maken
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.permissions import Rol
from tests.factories import ContactpersoonFactory, LidmaatschapFactory, OrganisatieFactory, WerkgeverFactory
from tests.partners.behoeften.hulp import VANDAAG


class TestStageplaats:
    def test_bij_een_lokaal_bestuur_krijgt_het_een_kaart(self, gebied, alle, vdab, jobhunter):
        stad = OrganisatieFactory(gebied=gebied, naam="Stad", type=OrganisatieType.GEMEENTE)
        gegevens = BehoefteGegevens(soort=Behoeftesoort.STAGEPLAATS, functie="Stage", aantal=3)
        for _ in range(2):
            services.stageplaats_noteren(
                organisatie=stad, eigenaar=vdab, gegevens=gegevens, door=jobhunter, vandaag=VANDAAG
            )

        rijen = list(stageplaatsen(VANDAAG))
        assert {rij.werkgever.organisatie for rij in rijen} == {stad}
        assert [(rij.plaatsen, rij.bezet, rij.vrij) for rij in per_gemeente(rijen)] == [(6, 0, 6)]


class TestJobontwerp:
    @pytest.mark.parametrize(("uren", "klopt"), [("7.5", True), ("8", False)])
    def test_de_uren_moeten_kloppen(self, alle, vdab, jobhunter, uren, klopt):
        taken = (
            Jobtaak("Rekken vullen", Decimal(5), afsplitsen=True),
            Jobtaak("Folie persen", Decimal("2.5"), afsplitsen=True),
            Jobtaak("Kassa", Decimal(20)),
        )
        ontwerp = jobontwerp_maken(
            werkgever=WerkgeverFactory(),
            eigenaar=vdab,
            gegevens=JobontwerpGegevens(functie="Assistent", uren=Decimal(uren), taken=taken),
            door=jobhunter,
        )

        assert ontwerp.klopt == klopt
        if klopt:
            behoefte = behoefte_uit_jobontwerp(jobontwerp=ontwerp, door=jobhunter)
            assert (behoefte.functie, behoefte.uren, behoefte.status) == ("Assistent", Decimal("7.5"), B.CONCEPT)
        else:
            with pytest.raises(DomainError, match="samen 7,5 uur per week"):
                behoefte_uit_jobontwerp(jobontwerp=ontwerp, door=jobhunter)


class TestPaginas:
    def test_de_lijst_blijft_binnen_het_budget(self, client, gevraagd, gebied, vdab, django_assert_max_num_queries):
        client.force_login(LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER).user)

        with django_assert_max_num_queries(16):
            antwoord = client.get(reverse("werkgevers:behoeften", args=[gebied.slug]))

        assert "Inpakker" in antwoord.content.decode()

    def test_noteren_publiceren_en_doorverwijzen(self, client, gebied, vdab, partner):
        client.force_login(LidmaatschapFactory(organisatie=vdab, rol=Rol.JOBHUNTER).user)
        werkgever = WerkgeverFactory()
        adres = reverse("werkgevers:behoefte_noteren", args=[gebied.slug, werkgever.pk])

        zonder = client.post(adres, {"soort": "VACATURE", "aantal": 1})
        gelukt = client.post(adres, {"soort": "VACATURE", "aantal": 1, "functie": "Inpakker"})
        behoefte = Behoefte.objects.get()
        doorverwezen = client.post(
            reverse("werkgevers:behoefte_doorverwijzen", args=[gebied.slug, behoefte.pk]),
            {"organisaties": [partner.pk], "hoe": "link"},
        )

        assert (zonder.status_code, gelukt.status_code, doorverwezen.status_code) == (422, 302, 200)
        assert behoefte.doorverwijzingen.get().organisatie == Organisatie.objects.get(pk=partner.pk)

    def test_antwoorden_met_een_link(self, client, behoefte, partner, jobhunter):
        contact = ContactpersoonFactory(organisatie=partner)
        verzonden = behoefte_doorverwijzen(
            behoefte=behoefte,
            aan=[(partner, contact)],
            vraag="",
            mailen=False,
            door=jobhunter,
            vandaag=timezone.localdate(),
        )
        adres = "/" + verzonden[0].adres.split("/", 3)[3]

        pagina = client.get(adres)
        antwoord = client.post(adres, {"antwoord": "OPGENOMEN", "naam": "An"})

        assert behoefte.werkgever.naam in pagina.content.decode()
        assert antwoord.status_code == 302
        assert Behoefte.objects.get().status == B.TOEGEWEZEN
