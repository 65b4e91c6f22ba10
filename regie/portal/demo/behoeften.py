"""Needs of employers in the demo: who asked what, to whom it went, and who lets them wait. Through the services."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import F

from partners.enums import Behoeftesoort as S
from partners.enums import Dienst, Voordrachtuitkomst
from partners.enums import DoorverwijzingStatus as A
from partners.models import Behoefte, Dienstaanbod, Jobontwerp, Voordracht, Werkgever
from partners.services.behoefteladder import behoeften_opvolgen
from partners.services.behoeften import (
    BehoefteGegevens,
    behoefte_noteren,
    behoefte_noteren_en_publiceren,
    stageplaats_noteren,
)
from partners.services.doorverwijzingen import Antwoord, behoefte_doorverwijzen, doorverwijzing_beantwoorden
from partners.services.jobontwerpen import JobontwerpGegevens, Jobtaak, jobontwerp_delen, jobontwerp_maken
from partners.services.voordrachten import voordracht_toevoegen, voordracht_uitkomst
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.names import naam_sleutel
from regie.core.permissions import Rol, Toegang
from regie.core.tenancy import gebied_context
from regie.portal.demo.gebieden import Gebied

LADDERDAGEN = 30


@dataclass(frozen=True, slots=True)
class Vraagplan:
    """`aan`: (slug of the partner, days ago, answer, reason, places filled)."""

    werkgever: str
    soort: S
    functie: str
    dagen: int
    aan: tuple[tuple[str, int, str, str, int], ...] = ()
    wat: Any = None
    tekst: str = ""


VRAGEN = (
    Vraagplan("Hotel Duinroos", S.VACATURE, "Kamermedewerker", 40, (("vdab-brugge", 38, "OPGELOST", "", 2),),
              {"aantal": 2, "uren": Decimal(30), "categorie": "SCHOONMAAK", "weekend": True}),
    Vraagplan("Diepvriesgroenten Polderfris", S.VACATURE, "Inpakker", 24,
              (("vdab-brugge", 23, "OPGENOMEN", "", 0), ("vlot-werk", 20, "NIET_VOOR_ONS", "GEEN_KANDIDATEN", 0)),
              {"aantal": 4, "uren": Decimal(38), "categorie": "PRODUCTIE", "ploegen": True, "met_ov": True}),
    Vraagplan("Schoonmaak Helderwit", S.VACATURE, "Schoonmaker kantoren", 18, (("vdab-brugge", 16, "", "", 0),),
              {"aantal": 3, "uren": Decimal(19), "categorie": "SCHOONMAAK", "met_fiets": True, "jobcarving": True}),
    Vraagplan("Supermarkt Versmarkt Noord", S.VACATURE, "Rekkenvuller", 6, (("ocmw-brugge", 5, "", "", 0),),
              {"aantal": 1, "uren": Decimal(24), "categorie": "WINKEL", "met_fiets": True, "stage_mogelijk": True}),
    Vraagplan("Bouwmarkt De Spijker", S.VACATURE, "Magazijnmedewerker", 2, (),
              {"aantal": 1, "uren": Decimal(38), "categorie": "LOGISTIEK", "rijbewijs": "B"}),
    Vraagplan("WZC De Vlierboom", S.WERKPLEKLEREN, "Zorgkundige in opleiding", 12,
              (("de-horizon", 11, "OPGENOMEN", "", 0),), {"aantal": 3, "categorie": "ZORG", "nederlands": 3}),
    Vraagplan("Kinderopvang Het Kwetternest", S.STAGEPLAATS, "Keukenhulp opvang", 15, (),
              {"aantal": 1, "categorie": "KINDEROPVANG", "met_fiets": True}),
    Vraagplan("Metaalwerken Vandamme-Lust", S.JOBCARVING, "", 20, (("gtb-brugge", 18, "OPGENOMEN", "", 0),),
              None, "De lassers ruimen zelf op en halen materiaal. Kan iemand dat overnemen?"),
    Vraagplan("Restaurant De Garnaalpan", S.PREMIES, "", 9, (("ondernemers-noordzee", 8, "", "", 0),),
              None, "Welke premies bestaan er bij een aanwerving van iemand van 58 jaar?"),
    Vraagplan("Garage Boussemaere", S.BEGELEIDING, "", 33, (("gtb-brugge", 32, "OPGELOST", "", 0),),
              None, "Een nieuwe medewerker heeft wat extra uitleg nodig in de eerste weken."),
)  # fmt: skip
DIENSTEN = (
    ("vdab-brugge", (Dienst.TOELEIDING, Dienst.PREMIES, Dienst.WERKPLEKSTAGE), ()),
    ("ocmw-brugge", (Dienst.TBS, Dienst.TOELEIDING, Dienst.NAZORG), ("31005",)),
    ("ocmw-torhout", (Dienst.TBS,), ("31033",)),
    ("gtb-brugge", (Dienst.JOBCARVING, Dienst.BEGELEIDING, Dienst.NAZORG), ()),
    ("de-horizon", (Dienst.WERKPLEKSTAGE,), ("31005", "31040")),
    ("kringwinkel", (Dienst.JOBCARVING, Dienst.BEGELEIDING), ("31005", "31004")),
    ("vlot-werk", (Dienst.TOELEIDING, Dienst.ONTZORGEN), ("31005",)),
    ("ondernemers-noordzee", (Dienst.HR_ADVIES, Dienst.PREMIES), ()),
    ("de-kaai", (Dienst.RANDVOORWAARDEN,), ("31005",)),
)
STAGES = (
    ("groendienst", "Stage groendienst", "GROEN", 2, 20),
    ("technische-dienst", "Stage klusjesdienst", "ONDERHOUD", 1, 25),
    ("blankenberge-netheid", "Stage netheid", "SCHOONMAAK", 2, 14),
    ("oostkamp-buitendienst", "Stage wegen en groen", "GROEN", 1, 8),
    ("torhout-gebouwen", "Stage onderhoud gebouwen", "SCHOONMAAK", 2, 30),
    ("ocmw-brugge", "Stage onthaal", "ONTHAAL", 1, 11),
)
TAKEN = (
    ("Rekken bijvullen", "9", "winkelmedewerkers", True, 1, "kleuren op de rekken"),
    ("Karton en folie persen", "4", "magazijnier", True, 1, "een kaart met foto's"),
    ("Groenten en fruit nakijken", "6", "winkelmedewerkers", True, 2, "samen starten met een vaste collega"),
    ("Kassa", "30", "kassamedewerkers", False, 2, ""),
    ("Bestellen", "5", "winkelverantwoordelijke", False, 3, ""),
)


class Behoeftemaker:
    def __init__(self, wereld: Gebied, vandaag: date) -> None:
        self.wereld, self.vandaag = wereld, vandaag
        self.organisaties = {o.slug: o for o in Organisatie.objects.filter(gebied=wereld.gebied)}

    def maak(self) -> None:
        Dienstaanbod.objects.bulk_create(
            Dienstaanbod(organisatie=self.organisaties[slug], dienst=dienst, gemeenten=list(waar), van="2025-01-01")
            for slug, diensten, waar in DIENSTEN
            for dienst in diensten
        )
        for nummer, plan in enumerate(VRAGEN):
            self._vraag(plan, "vdab-brugge" if nummer % 3 else "ocmw-brugge")
        for slug, functie, categorie, aantal, dagen in STAGES:
            self._stage(slug, functie, categorie, aantal, dagen)
        self._concept()
        self._jobontwerp()
        for dagen in range(LADDERDAGEN, -1, -1):
            behoeften_opvolgen(self._dag(dagen))
        Behoefte.objects.filter(gepubliceerd_op__isnull=False).update(created_at=F("gepubliceerd_op"))

    def _dag(self, dagen: int) -> date:
        return self.vandaag - timedelta(days=dagen)

    def _door(self, slug: str) -> Toegang:
        """Somebody who works there."""
        organisatie = self.organisaties[slug]
        lid = Lidmaatschap.objects.filter(organisatie=organisatie).order_by("pk").first()
        if lid is None:
            lid = Lidmaatschap.objects.filter(gebied=self.wereld.gebied).order_by("pk")[0]
        rollen = frozenset({Rol.JOBHUNTER})
        return Toegang(lid.user_id, self.wereld.gebied.pk, rollen, (), (organisatie.pk,))

    def _werkgever(self, naam: str) -> Werkgever:
        return Werkgever.objects.filter(sleutel__startswith=naam_sleutel(naam)).order_by("pk")[0]

    def _vraag(self, plan: Vraagplan, eigenaar: str) -> None:
        gegevens = BehoefteGegevens(
            soort=plan.soort,
            functie=plan.functie,
            omschrijving=plan.tekst,
            geldig_tot=self._dag(-60),
            **(plan.wat or {}),
        )
        behoefte = behoefte_noteren_en_publiceren(
            werkgever=self._werkgever(plan.werkgever),
            eigenaar=self.organisaties[eigenaar],
            gegevens=gegevens,
            vandaag=self._dag(plan.dagen),
            door=self._door(eigenaar),
        )
        for slug, dagen, antwoord, reden, aantal in plan.aan:
            self._verwijs(behoefte, eigenaar, (slug, dagen))
            if behoefte.vraagt_mensen and antwoord == A.OPGENOMEN:
                self._voordrachten(behoefte, slug, dagen)
            if antwoord:
                self._antwoord(behoefte, slug, dagen, Antwoord(A(antwoord), "Medewerker werkgevers", reden, aantal))

    def _verwijs(self, behoefte: Behoefte, eigenaar: str, naar: tuple[str, int]) -> None:
        behoefte_doorverwijzen(
            behoefte=behoefte,
            aan=[(self.organisaties[naar[0]], None)],
            vraag="",
            mailen=False,
            door=self._door(eigenaar),
            vandaag=self._dag(naar[1]),
        )

    def _antwoord(self, behoefte: Behoefte, slug: str, dagen: int, antwoord: Antwoord) -> None:
        doorverwijzing = behoefte.doorverwijzingen.get(organisatie=self.organisaties[slug])
        klaar = antwoord.status == A.OPGELOST
        doorverwijzing_beantwoorden(
            doorverwijzing=doorverwijzing,
            antwoord=antwoord,
            vandaag=self._dag(max(dagen - (19 if klaar else 2), 0)),
            door=self._door(slug),
        )

    def _voordrachten(self, behoefte: Behoefte, slug: str, dagen: int) -> None:
        door, organisatie = self._door(slug), self.organisaties[slug]
        uitkomsten = (Voordrachtuitkomst.AANGENOMEN, Voordrachtuitkomst.GEWEIGERD, Voordrachtuitkomst.LOOPT)
        for nummer, uitkomst in enumerate(uitkomsten):
            dag = self._dag(max(dagen - 4 - nummer, 1))
            rij: Voordracht = voordracht_toevoegen(behoefte=behoefte, organisatie=organisatie, datum=dag, door=door)
            if uitkomst != Voordrachtuitkomst.LOOPT:
                reden = "TAAL" if uitkomst == Voordrachtuitkomst.GEWEIGERD else ""
                voordracht_uitkomst(
                    voordracht=rij, uitkomst=uitkomst, reden=reden, vandaag=dag + timedelta(days=1), door=door
                )

    def _stage(self, slug: str, functie: str, categorie: str, aantal: int, dagen: int) -> None:
        stageplaats_noteren(
            organisatie=self.organisaties[slug],
            eigenaar=self.organisaties["ocmw-brugge"],
            gegevens=BehoefteGegevens(
                soort=S.STAGEPLAATS, functie=functie, categorie=categorie, aantal=aantal, geldig_tot=self._dag(-200)
            ),
            door=self._door("ocmw-brugge"),
            vandaag=self._dag(dagen),
        )

    def _concept(self) -> None:
        behoefte_noteren(
            werkgever=self._werkgever("Wasserij Witlinnen"),
            eigenaar=self.organisaties["vdab-brugge"],
            gegevens=BehoefteGegevens(soort=S.VACATURE, functie="Medewerker wasserij", aantal=2, uren=Decimal(38)),
            door=self._door("vdab-brugge"),
        )

    def _jobontwerp(self) -> Jobontwerp:
        taken = tuple(Jobtaak(t, Decimal(u), wie, af, niveau, hulp) for t, u, wie, af, niveau, hulp in TAKEN)
        ontwerp = jobontwerp_maken(
            werkgever=self._werkgever("Supermarkt Versmarkt Noord"),
            eigenaar=self.organisaties["vdab-brugge"],
            gegevens=JobontwerpGegevens(
                functie="Winkelassistent",
                uren=Decimal(19),
                taken=taken,
                afdeling="Winkelploeg",
                aanleiding="De kassamedewerkers vullen tussendoor rekken. Daardoor zijn er rijen aan de kassa.",
                categorie="WINKEL",
                nederlands=2,
                begeleiding="VAST",
                vereisten="Vanaf 7 uur kunnen starten.",
                ondersteuning="Een vaste collega in de eerste maand, een dagkaart met foto's.",
                winst="Kortere rijen aan de kassa, rekken die altijd vol staan.",
                besproken_op=self._dag(10),
            ),
            door=self._door("vdab-brugge"),
        )
        return jobontwerp_delen(jobontwerp=ontwerp, gedeeld=True, door=self._door("vdab-brugge"))


def behoeften_maken(wereld: Gebied, *, vandaag: date) -> None:
    """Only in Regio Brugge; in the scope of all its organisaties, as the nightly walk is."""
    if wereld.plan.slug != "brugge":
        return
    leden = Organisatie.objects.filter(gebied=wereld.gebied).values_list("pk", flat=True)
    with gebied_context(wereld.gebied, wereld.ocmw_ids, lid_van=list(leden)):
        Behoeftemaker(wereld, vandaag).maak()
