"""Files of one OCMW that may be about the same person, and how two of them differ."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.formats import date_format

from regie.core.names import naam_sleutel, veldlabel
from regie.core.tenancy import DossierModel
from trajecten.models import Client, DuplicaatBesluit, Samenvoeging, Traject, Wissing
from trajecten.selectors.dubbels import Niveau, Profiel, beoordeel

VELDEN = (
    "voornaam",
    "familienaam",
    "geboortedatum",
    "geslacht",
    "gemeente",
    "postcode",
    "inkomensstatuut",
    "telefoon",
    "email",
    "taal",
    "tolk_nodig",
    "diploma",
    "vdab_ingeschreven",
    "opmerking",
)
_BLIJFT = (Samenvoeging, Wissing, DuplicaatBesluit)


@dataclass(frozen=True, slots=True)
class Paar:
    een: Client
    ander: Client
    niveau: Niveau
    redenen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verschil:
    veld: str
    label: str
    een: str
    ander: str

    @property
    def gelijk(self) -> bool:
        return self.een == self.ander


def mogelijke_dubbels(*, aantal: int = 50) -> list[Paar]:
    """Pairs that look alike inside one OCMW, surest first; what was decided to be two people is left out."""
    kolommen = ("pk", "eigenaar_id", "insz_index", "persoonssleutel", "voornaam", "geboortedatum", "telefoon", "email")
    rijen = {rij["pk"]: rij for rij in Client.objects.order_by("pk").values(*kolommen)}
    profielen = {
        pk: Profiel(
            rij["insz_index"],
            rij["persoonssleutel"],
            naam_sleutel(rij["voornaam"]),
            rij["geboortedatum"],
            rij["telefoon"],
            rij["email"],
        )
        for pk, rij in rijen.items()
    }
    besloten = {frozenset(paar) for paar in DuplicaatBesluit.objects.values_list("client_id", "andere_id")}
    gevonden = []
    for een, ander in _kandidaten(rijen.values()):
        if frozenset((een, ander)) not in besloten and (oordeel := beoordeel(profielen[een], profielen[ander])):
            gevonden.append((oordeel, een, ander))
    gevonden.sort(key=lambda paar: (-paar[0][0], profielen[paar[1]].persoonssleutel))
    clienten = Client.objects.in_bulk({pk for _, *paar in gevonden[:aantal] for pk in paar})
    return [Paar(clienten[een], clienten[ander], *oordeel) for oordeel, een, ander in gevonden[:aantal]]


def _kandidaten(rijen: Iterable[dict[str, Any]]) -> set[tuple[UUID, UUID]]:
    """Pairs that share a day of birth (or have it turned around), a number, an address or a name."""
    bakken: dict[tuple[int, object], list[UUID]] = defaultdict(list)
    for rij in rijen:
        for sleutel in _sleutels(rij):
            bakken[rij["eigenaar_id"], sleutel].append(rij["pk"])
    return {paar for bak in bakken.values() for paar in combinations(sorted(bak), 2)}


def _sleutels(rij: dict[str, Any]) -> Iterable[object]:
    dag: date | None = rij["geboortedatum"]
    if dag:
        yield (dag.year, *sorted((dag.month, dag.day)))
    yield from (rij[naam] for naam in ("persoonssleutel", "telefoon", "email") if rij[naam])


def verschillen(een: Client, ander: Client) -> list[Verschil]:
    return [Verschil(naam, veldlabel(Client, naam), _toon(een, naam), _toon(ander, naam)) for naam in VELDEN]


def _toon(client: Client, naam: str) -> str:
    waarde = getattr(client, f"get_{naam}_display")() if hasattr(client, f"get_{naam}_display") else None
    waarde = getattr(client, naam) if waarde is None else waarde
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return date_format(waarde, "d/m/Y")
    return str(waarde or "")


def bezwaren(een: Client, ander: Client) -> list[str]:
    """Why two files cannot become one now, in sentences that say what to do."""
    fouten = []
    if een.eigenaar_id != ander.eigenaar_id or een.pk == ander.pk:
        fouten.append("Kies twee dossiers van hetzelfde OCMW.")
    if een.insz_index and ander.insz_index:
        fouten.append("De twee dossiers hebben een verschillend INSZ: het gaat om twee personen.")
    if Traject.objects.open().filter(client__in=[een, ander]).count() > 1:
        fouten.append(
            "Beide dossiers hebben een open traject, en een persoon heeft er maar een tegelijk. Kies welk traject "
            "verdergaat en sluit het andere eerst af; de geschiedenis ervan blijft bewaard."
        )
    return fouten


def verwijzingen() -> list[models.ForeignKey]:
    """Every column of a table of dossiers that points at a client; a table somebody adds tomorrow comes along."""
    velden: list[models.ForeignKey] = []
    for relatie in Client._meta.get_fields(include_hidden=True):
        if isinstance(relatie, models.ManyToOneRel) and _verhuist(relatie.related_model):
            veld = relatie.field
            assert isinstance(veld, models.ForeignKey)  # noqa: S101  (what a ManyToOneRel comes from)
            velden.append(veld)
    return sorted(velden, key=lambda veld: (veld.model._meta.label, veld.name))


def _verhuist(model: type[models.Model]) -> bool:
    van_ons = issubclass(model, DossierModel) and not hasattr(model, "pgh_tracked_model")
    return van_ons and model is not Client and model not in _BLIJFT


def samenvoeging_van(client: Client) -> Samenvoeging | None:
    """The last merge into this file that can still be undone."""
    rijen = Samenvoeging.objects.filter(behouden=client, ongedaan_op=None, definitief_op=None)
    return rijen.select_related("opgenomen").order_by("-created_at").first()


def recente_samenvoegingen() -> list[Samenvoeging]:
    rijen = Samenvoeging.objects.filter(ongedaan_op=None, definitief_op=None)
    return list(rijen.select_related("behouden", "opgenomen", "door").order_by("-created_at"))


def tellingen(client: Client) -> list[tuple[str, int]]:
    """What a file holds, in numbers."""
    rijen = []
    for veld in verwijzingen():
        aantal = veld.model._default_manager.filter(**{veld.name: client}).count()
        if aantal:
            naam = veld.model._meta.verbose_name if aantal == 1 else veld.model._meta.verbose_name_plural
            rijen.append((str(naam), aantal))
    return rijen
