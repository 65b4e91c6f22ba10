"""Rows for the pages of needs: one sent to the partner, somebody proposed, a service and a job design."""

from decimal import Decimal
from typing import Any

from partners.enums import Behoeftesoort, Dienst
from partners.models import Dienstaanbod
from partners.services import behoeften, jobontwerpen, voordrachten
from partners.services.doorverwijzingen import behoefte_doorverwijzen
from regie.core.permissions import Rol
from tests.e2e.wereld import Wereld
from tests.factories import WerkgeverFactory


def vul_behoeften(wereld: Wereld) -> dict[str, Any]:
    door = wereld.toegang(Rol.TRAJECTBEGELEIDER)
    werkgever = WerkgeverFactory(naam="Bakkerij Polderkorst", gebied=wereld.gebied)
    behoefte = behoeften.behoefte_noteren_en_publiceren(
        werkgever=werkgever,
        eigenaar=wereld.ocmw,
        gegevens=behoeften.BehoefteGegevens(soort=Behoeftesoort.STAGEPLAATS, functie="Bakkershulp", aantal=2),
        vandaag=wereld.vandaag,
        door=door,
    )
    verzonden = behoefte_doorverwijzen(
        behoefte=behoefte,
        aan=[(wereld.gebruiker, None)],
        vraag="Kunnen jullie iemand sturen?",
        mailen=False,
        door=door,
        vandaag=wereld.vandaag,
    )
    voordracht = voordrachten.voordracht_toevoegen(
        behoefte=behoefte, organisatie=wereld.ocmw, datum=wereld.vandaag, door=door
    )
    ontwerp = jobontwerpen.jobontwerp_maken(
        werkgever=werkgever,
        eigenaar=wereld.ocmw,
        gegevens=jobontwerpen.JobontwerpGegevens(
            functie="Winkelassistent",
            uren=Decimal(8),
            taken=(jobontwerpen.Jobtaak("Rekken vullen", Decimal(8), "verkopers", afsplitsen=True),),
        ),
        door=door,
    )
    jobontwerpen.jobontwerp_delen(jobontwerp=ontwerp, gedeeld=True, door=door)
    aanbod = Dienstaanbod.objects.create(
        organisatie=wereld.gebruiker, dienst=Dienst.WERKPLEKSTAGE, van=wereld.dagen(-30)
    )
    return {
        "behoefte_id": behoefte.pk,
        "doorverwijzing_id": verzonden[0].doorverwijzing.pk,
        "voordracht_id": voordracht.pk,
        "jobontwerp_id": ontwerp.pk,
        "aanbod_id": aanbod.pk,
    }
