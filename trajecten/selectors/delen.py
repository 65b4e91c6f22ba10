"""Who may see what of one client, why, until when; and who looked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import QuerySet

from regie.accounts.models import User
from regie.core.parameters import waarde
from regie.core.privacy import Klasse, klassen_van
from regie.core.tenancy import DossierModel
from regie.core.validators import masker_insz
from trajecten.enums_verhuis import OverdrachtStatus
from trajecten.models import Client, Inzage, Link, Overdracht, Plaatsing, Toestemming, Traject
from trajecten.selectors.client import met_schaduwen


@dataclass(frozen=True, slots=True)
class Deling:
    """One party that sees something now."""

    wie: str
    wat: str
    waarom: str
    tot: date | None


def toestemmingen(client: Client) -> list[Toestemming]:
    rijen = Toestemming.objects.filter(client=client).select_related("organisatie", "door")
    return list(rijen.order_by(models.F("ingetrokken_op").asc(nulls_first=True), "-van", "pk"))


def loopt_af(toestemming: Toestemming, vandaag: date) -> bool:
    """Ends within the days of the parameter toestemming_vervalt."""
    if toestemming.ingetrokken_op or toestemming.tot is None or toestemming.tot < vandaag:
        return False
    return toestemming.tot <= vandaag + timedelta(days=int(waarde("toestemming_vervalt", op=vandaag)))


def delingen(client: Client, vandaag: date) -> list[Deling]:
    """Active links, the places where somebody works, and a file that is on its way to another OCMW."""
    return [*_links(client, vandaag), *_werkplekken(client, vandaag), *_overdrachten(client)]


def _links(client: Client, vandaag: date) -> Iterator[Deling]:
    links = Link.objects.filter(client=client).bruikbaar(vandaag).select_related("organisatie")
    for link in links.order_by("geldig_tot", "pk"):
        wie = link.ontvanger_naam or "wie de link kreeg"
        if link.organisatie:
            wie = f"{wie}, {link.organisatie}"
        yield Deling(wie, link.get_doel_display(), "een link voor één doel", link.geldig_tot)


def _werkplekken(client: Client, vandaag: date) -> Iterator[Deling]:
    lopend = models.Q(einde=None) | models.Q(einde__gte=vandaag)
    plaatsen = Plaatsing.objects.filter(lopend, stap__traject__client=client).select_related("gebruiker", "stap")
    for plaats in plaatsen.order_by("start", "pk"):
        tot = plaats.einde or plaats.stap.einde_voorzien
        yield Deling(str(plaats.gebruiker), "naam, functie, uren en leerdoelen", "werkt daar", tot)


def _overdrachten(client: Client) -> Iterator[Deling]:
    for rij in Overdracht.objects.filter(client=client, status=OverdrachtStatus.AANGEVRAAGD):
        yield Deling(rij.naar_naam, "nog niets: het pakket is versleuteld", "overdracht gevraagd", rij.vervalt_op)


@dataclass(frozen=True, slots=True)
class Lezing:
    inzage: Inzage
    wie: str

    @property
    def onderdeel(self) -> str:
        return "overzicht" if self.inzage.pagina == "client" else self.inzage.pagina.replace("_", " ")


def lezingen(client: Client, *, door: str = "", met_reden: bool = False) -> QuerySet[Inzage]:
    """The read log, newest first; of merged files too, because a log is never rewritten."""
    rijen = Inzage.objects.filter(client_id__in=met_schaduwen(client))
    if door.isdigit():
        rijen = rijen.filter(user_id=int(door))
    if met_reden:
        rijen = rijen.exclude(reden="")
    return rijen.order_by("-created_at", "-pk")


def met_namen(rijen: QuerySet[Inzage]) -> list[Lezing]:
    lijst = list(rijen)
    namen = {user.pk: user.naam for user in User.objects.filter(pk__in={rij.user_id for rij in lijst})}
    return [Lezing(rij, namen.get(rij.user_id, "verwijderd account")) for rij in lijst]


def lezers(client: Client) -> list[tuple[int, str]]:
    ids = set(Inzage.objects.filter(client_id__in=met_schaduwen(client)).values_list("user_id", flat=True))
    return sorted(((u.pk, u.naam) for u in User.objects.filter(pk__in=ids)), key=lambda paar: paar[1])


def partnerbeeld(client: Client, traject: Traject | None) -> list[tuple[str, str]]:
    """What a gebruiker may know of somebody who works there (domein.md 2.3), and nothing more."""
    beeld = [("Naam", client.naam), ("Begeleid door", client.eigenaar.naam)]
    if traject is None:
        return beeld
    if traject.begeleider:
        beeld.append(("Begeleider", traject.begeleider.naam))
    plaats = Plaatsing.objects.filter(stap__traject=traject).select_related("gebruiker").order_by("-start").first()
    if plaats:
        beeld += [
            ("Werkplek", str(plaats.gebruiker)),
            ("Functie", plaats.functie),
            ("Vanaf", f"{plaats.start:%d/%m/%Y}"),
            ("Uren", f"{float(plaats.breuk) * 100:.0f} % van een voltijdse week"),
        ]
    return beeld


NOOIT_VOOR_PARTNERS = (
    "INSZ en geboortedatum",
    "inkomen en GPMI",
    "drempels, ook niet over gezondheid, schulden of justitie",
    "gesprekken en notities",
    "andere evaluaties dan het eigen formulier",
)


def alles_over(client: Client) -> dict[str, list[dict[str, Any]]]:
    """Every row about one person, table by table, for a request under the AVG. Keys and hashes are left out."""
    rijen: dict[str, list[dict[str, Any]]] = {"cliënt": [_als_tekst(client)]}
    gezien: dict[type[models.Model], set[Any]] = {Client: {client.pk}}
    wachtrij: list[type[models.Model]] = [Client]
    while wachtrij:
        ouder = wachtrij.pop(0)
        for veld in _kinderen(ouder):
            kind = veld.model
            nieuw = kind._default_manager.filter(**{f"{veld.name}__in": gezien[ouder]})
            pks = gezien.setdefault(kind, set())
            erbij = [rij for rij in nieuw.order_by("pk") if rij.pk not in pks]
            if erbij:
                pks.update(rij.pk for rij in erbij)
                rijen.setdefault(str(kind._meta.verbose_name_plural), []).extend(_als_tekst(rij) for rij in erbij)
                wachtrij.append(kind)
    rijen["wie dit dossier las"] = [
        {"wanneer": lees.inzage.created_at, "wie": lees.wie, "onderdeel": lees.onderdeel, "reden": lees.inzage.reden}
        for lees in met_namen(lezingen(client))
    ]
    return rijen


def _kinderen(ouder: type[models.Model]) -> list[models.ForeignKey]:
    velden = []
    for relatie in ouder._meta.get_fields(include_hidden=True):
        if not isinstance(relatie, models.ManyToOneRel) or not isinstance(relatie.field, models.ForeignKey):
            continue
        kind = relatie.field.model
        if kind is not Client and issubclass(kind, DossierModel) and not hasattr(kind, "pgh_tracked_model"):
            velden.append(relatie.field)
    return velden


def _als_tekst(rij: models.Model) -> dict[str, Any]:
    """{label: value} without our own keys; the INSZ as it is masked on the screen."""
    klassen, uit = klassen_van(rij._meta.label), {}
    for veld in rij._meta.local_concrete_fields:
        if veld.name in {"id", "gebied", "eigenaar", "versie"} or veld.primary_key:
            continue
        if veld.name == "insz":
            uit["INSZ"] = masker_insz(rij.insz)  # type: ignore[attr-defined]
        elif klassen[veld.name] != Klasse.GEHEIM and (tekst := _tekst(rij, veld)) not in ("", None, [], {}):
            uit[str(veld.verbose_name)] = tekst
    return uit


def _tekst(rij: models.Model, veld: models.Field) -> Any:
    if isinstance(veld, models.ForeignKey):
        doel = veld.related_model
        waarde_ = getattr(rij, veld.name)
        is_dossier = isinstance(doel, type) and issubclass(doel, DossierModel)
        return None if waarde_ is None or is_dossier else getattr(waarde_, "naam", str(waarde_))
    if veld.choices:
        return getattr(rij, f"get_{veld.name}_display")()
    if isinstance(veld, models.BinaryField):
        return None
    return veld.value_from_object(rij)
