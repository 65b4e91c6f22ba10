"""The made-up people themselves: name, birth, number, address and where they stand. No rows yet."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from regie.core.models import Gemeente
from regie.portal.demo import kansen
from regie.portal.demo.identiteit import Nummers, adres
from regie.portal.demo.namen import naam_voor
from regie.portal.demo.toeval import Toeval
from trajecten.enums import Diploma, Geslacht, Inkomensstatuut

KORTGESCHOOLD = {Diploma.LAAG: 62, Diploma.MIDDEN: 28, Diploma.HOOG: 10}


@dataclass(frozen=True, slots=True)
class Persoon:
    voornaam: str
    familienaam: str
    geslacht: str
    geboren: date
    insz: str
    nis: str
    postcode: str
    taal: str
    tolk_nodig: bool
    diploma: str
    inkomen: str
    telefoon: str
    email: str

    @property
    def nieuwkomer(self) -> bool:
        return self.taal != "Nederlands"


@dataclass(frozen=True, slots=True)
class Bekende:
    """Somebody with a part in the story: on the screens of the manual, or in a client list that gets imported.

    `loopt`: this person must be at work in art. 60 since at most so many days.
    """

    ocmw: str
    voornaam: str
    familienaam: str
    geslacht: str
    geboren: date
    dagen_geleden: int
    loopt: int
    insz: str = ""
    zonder_insz: bool = False
    taal: str = "Nederlands"


BEKENDEN = (
    Bekende("ocmw-brugge", "Selin", "Aydın", Geslacht.VROUW, date(1991, 5, 14), 130, 45, taal="Turks"),
    Bekende("ocmw-brugge", "Milan", "Đorđević", Geslacht.MAN, date(1987, 2, 3), 420, 300, taal="Servo-Kroatisch"),
    Bekende("ocmw-brugge", "Ingrid", "Haddad", Geslacht.VROUW, date(1976, 8, 29), 300, 220, insz="76082952860"),
    Bekende("ocmw-brugge", "Karel", "Vermeulen", Geslacht.MAN, date(2004, 12, 22), 260, 200, zonder_insz=True),
    Bekende("ocmw-torhout", "Oksana", "Claeys", Geslacht.MAN, date(1975, 8, 11), 340, 260, insz="75081183182"),
)


class Personenmaker:
    """Makes people for one OCMW."""

    def __init__(self, toeval: Toeval, nummers: Nummers, gemeente: Gemeente) -> None:
        self.toeval, self.nummers, self.gemeente = toeval, nummers, gemeente

    def maak(self, aangemeld: date, *, einde_werkloosheid: bool) -> Persoon:
        toeval = self.toeval
        geslacht = Geslacht.MAN if toeval.kans(0.53) else Geslacht.VROUW
        naam = naam_voor(toeval, geslacht)
        geboren = self._geboren(aangemeld, ouder=einde_werkloosheid)
        return Persoon(
            voornaam=naam.voornaam,
            familienaam=naam.familienaam,
            geslacht=geslacht,
            geboren=geboren,
            insz=self._insz(geboren, geslacht, nieuwkomer=naam.nieuwkomer),
            nis=self.gemeente.pk,
            postcode=toeval.uit(self.gemeente.postcodes),
            taal=naam.taal,
            tolk_nodig=naam.nieuwkomer and toeval.kans(0.2),
            diploma=toeval.kies(KORTGESCHOOLD) if toeval.kans(0.93) else "",
            inkomen=self._inkomen(nieuwkomer=naam.nieuwkomer, einde_werkloosheid=einde_werkloosheid),
            telefoon=self.nummers.telefoon() if toeval.kans(0.85) else "",
            email=self._email(naam.voornaam, naam.familienaam),
        )

    def bekende(self, bekende: Bekende, aangemeld: date) -> Persoon:
        """The given facts, the rest by chance."""
        basis = self.maak(aangemeld, einde_werkloosheid=False)
        insz = bekende.insz or self.nummers.insz(bekende.geboren, bekende.geslacht, bis=False)
        return replace(
            basis,
            voornaam=bekende.voornaam,
            familienaam=bekende.familienaam,
            geslacht=bekende.geslacht,
            geboren=bekende.geboren,
            insz="" if bekende.zonder_insz else insz,
            taal=bekende.taal,
            tolk_nodig=False,
            inkomen=Inkomensstatuut.LEEFLOON,
            email=self._email(bekende.voornaam, bekende.familienaam),
        )

    def _geboren(self, aangemeld: date, *, ouder: bool) -> date:
        """Between 18 and 63: many young people, and an older group after a long time without work."""
        jaren = self.toeval.triangular(27, 63, 47) if ouder else self.toeval.triangular(18, 62, 27)
        return aangemeld - timedelta(days=round(jaren * 365.25) + self.toeval.randrange(200))

    def _insz(self, geboren: date, geslacht: str, *, nieuwkomer: bool) -> str:
        if self.toeval.kans(0.07):
            return ""
        return self.nummers.insz(geboren, geslacht, bis=nieuwkomer and self.toeval.kans(0.12))

    def _inkomen(self, *, nieuwkomer: bool, einde_werkloosheid: bool) -> str:
        if einde_werkloosheid:
            return Inkomensstatuut.LEEFLOON if self.toeval.kans(0.9) else Inkomensstatuut.GEEN_OF_ANDER
        return self.toeval.kies(kansen.INKOMEN_NIEUWKOMER if nieuwkomer else kansen.INKOMEN)

    def _email(self, voornaam: str, familienaam: str) -> str:
        if not self.toeval.kans(0.35):
            return ""
        return adres(f"{voornaam} {familienaam} {self.toeval.randrange(100)}", "post")
