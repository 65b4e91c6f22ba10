"""What every document asks: the people, the place, and what is missing."""

from dataclasses import dataclass
from datetime import date

from regie.accounts.models import User
from regie.core.models import Organisatie
from regie.core.notatie import datum, getal, moment
from regie.core.permissions import Toegang
from regie.core.stukken.blokken import Kop
from trajecten.models import Client, Evaluatie, Huisstijl, Plaatsing, Stap, Traject


@dataclass(frozen=True, slots=True)
class Bron:
    """The facts of one client that documents are made of; read once."""

    client: Client
    traject: Traject | None
    stap: Stap | None
    plaatsing: Plaatsing | None
    evaluatie: Evaluatie | None
    vandaag: date

    @property
    def begeleider(self) -> str:
        return self.traject.begeleider.naam if self.traject and self.traject.begeleider else ""


def persoon(client: Client) -> tuple[tuple[str, str], ...]:
    """Who it is about. Never the INSZ: a paper lies on a table."""
    return (
        ("Naam", client.naam),
        ("Geboren op", datum(client.geboortedatum) if client.geboortedatum else ""),
        ("Woonplaats", f"{client.postcode} {client.gemeente}".strip()),
    )


def organisatie(rij: Organisatie | None) -> tuple[tuple[str, str], ...]:
    if rij is None:
        return (("Naam", ""), ("Ondernemingsnummer", ""), ("Gemeente", ""))
    kbo = f"{rij.kbo[:4]}.{rij.kbo[4:7]}.{rij.kbo[7:]}" if rij.kbo else ""
    return (
        ("Naam", rij.naam),
        ("Ondernemingsnummer", kbo),
        ("Gemeente", str(rij.gemeente) if rij.gemeente else ""),
    )


def breuk_in_woorden(plaatsing: Plaatsing | None) -> str:
    if plaatsing is None:
        return ""
    if plaatsing.breuk == 1:
        return "voltijds"
    return (
        f"{getal(plaatsing.breuk * 100, 0 if (plaatsing.breuk * 100) % 1 == 0 else 2)} % van een voltijdse betrekking"
    )


def ontbrekend(*eisen: tuple[object, str]) -> tuple[str, ...]:
    """The sentence of each requirement that is empty."""
    return tuple(zin for waarde, zin in eisen if not waarde)


def op(dag: date | None) -> str:
    return datum(dag) if dag else ""


def kop_van(ocmw: Organisatie, sjabloon: str) -> Kop:
    """The letterhead of an OCMW; what was never set falls back on its name."""
    stijl = Huisstijl.objects.filter(eigenaar=ocmw).first() or Huisstijl()
    return Kop(
        organisatie=ocmw.naam,
        adres=stijl.adres,
        voettekst=stijl.voettekst,
        kleur=stijl.kleur,
        logo=bytes(stijl.logo),
        inleiding=stijl.teksten.get(sjabloon, ""),
    )


def voet_van(door: Toegang, dossiernummer: str, nu: object) -> str:
    maker = User.objects.filter(pk=door.user_id).first()
    return f"Dossier {dossiernummer} · gemaakt door {maker.naam if maker else 'onbekend'} op {moment(nu)}"  # type: ignore[arg-type]
