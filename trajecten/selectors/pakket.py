"""What travels with a person to another OCMW: a snapshot as plain values, without the keys of our own rows.

Fields follow their privacy class: what identifies or describes goes along, what is sensitive or secret only where it
is named here. A column somebody adds tomorrow therefore stays at home when it is sensitive.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import models

from regie.accounts.models import User
from regie.core.privacy import Klasse, klassen_van
from regie.core.tenancy import DossierModel
from trajecten.enums import TermijnSoort, TrajectStatus, Zichtbaarheid
from trajecten.enums_verhuis import Pakketdeel
from trajecten.models import (
    Client,
    Contactmoment,
    Drempel,
    Evaluatie,
    Plaatsing,
    Stap,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
)
from trajecten.selectors.dagteller import invoer_van

VERSIE = 1
# Sensitive or secret fields that do go along when their part is chosen.
OOK_GEVOELIG: dict[type[models.Model], set[str]] = {
    Client: {"insz"},
    Traject: {"afstand", "twe_test", "gpmi_vrijstelling", "onderbreking"},
    Stap: {"einde_motivering"},
    Evaluatie: {"scores", "doelen", "besluit", "opmerking_client"},
    Drempel: {"code", "ernst", "status", "actie"},
    Contactmoment: {"tekst"},
}
BLIJFT = frozenset({"gebied", "eigenaar", "versie", "created_at", "updated_at", "overgenomen_op", "dossiernummer"})


def velden(model: type[models.Model]) -> list[models.Field]:
    """The columns of a model that may travel: no keys to rows of an OCMW or a gebied, no accounts."""
    klassen, ook = klassen_van(model._meta.label), OOK_GEVOELIG.get(model, set())
    mee = []
    for veld in model._meta.local_concrete_fields:
        dicht = klassen[veld.name] in {Klasse.GEVOELIG, Klasse.GEHEIM} and veld.name not in ook
        if veld.name in BLIJFT or veld.name.startswith("samengevoegd") or dicht or not veld.editable:
            continue
        doel = veld.related_model if isinstance(veld, models.ForeignKey) else None
        if doel is None or _van_iedereen(doel):
            mee.append(veld)
    return mee


def _van_iedereen(doel: Any) -> bool:
    """Code tables and municipalities are the same for every OCMW."""
    return doel is not User and not any(veld.name == "gebied" for veld in doel._meta.local_fields)


def als_rij(obj: models.Model) -> dict[str, Any]:
    return {"id": str(obj.pk), **{veld.attname: getattr(obj, veld.attname) for veld in velden(type(obj))}}


def _rijen(objecten: Iterable[models.Model]) -> list[dict[str, Any]]:
    return [als_rij(obj) for obj in objecten]


def maak_pakket(traject: Traject, onderdelen: Collection[str]) -> dict[str, Any]:
    """The chosen parts of one file, as JSON can hold them (dates and decimals become text on the way)."""
    client = traject.client
    pakket: dict[str, Any] = {
        "versie": VERSIE,
        "onderdelen": sorted(onderdelen),
        "client": als_rij(client),
        "traject": als_rij(traject),
        "geschiedenis": _rijen(_huidige_ronde(traject)),
        "mijlpalen": _mijlpalen(client),
    }
    if Pakketdeel.STAPPEN in onderdelen:
        pakket["stappen"] = [_stap(stap) for stap in Stap.objects.filter(traject=traject).order_by("start", "pk")]
    if Pakketdeel.EVALUATIES in onderdelen:
        pakket["evaluaties"] = _rijen(Evaluatie.objects.filter(traject=traject).order_by("gepland_op", "pk"))
        pakket["termijnen"] = _termijnen(traject)
    if Pakketdeel.CONTACTEN in onderdelen:
        pakket["contacten"] = _contacten(client)
    if Pakketdeel.DREMPELS in onderdelen:
        pakket["drempels"] = _rijen(_drempels(traject, gevoelig=Pakketdeel.GEVOELIG in onderdelen))
    if Pakketdeel.DOCUMENTEN in onderdelen:
        pakket["documenten"] = _documenten(traject)
    return pakket


def _huidige_ronde(traject: Traject) -> list[StatusWijziging]:
    """The steps since the aanmelding or the last reopening: earlier outcomes stay in the figures of this OCMW."""
    rijen = list(StatusWijziging.objects.filter(traject=traject).order_by("pk"))
    heropend = [i for i, rij in enumerate(rijen) if rij.van == TrajectStatus.AFGESLOTEN]
    return rijen[heropend[-1] :] if heropend else rijen


def _mijlpalen(client: Client) -> list[dict[str, Any]]:
    items = Tijdlijnitem.objects.filter(client=client, is_mijlpaal=True, is_beperkt=False).order_by("datum", "pk")
    return [{"titel": item.titel, "datum": item.datum} for item in items]


def _stap(stap: Stap) -> dict[str, Any]:
    """A step with its places, every fraction it was worked at, and what other tables tell about its clock."""
    plaatsen = Plaatsing.objects.filter(stap=stap).select_related("gebruiker").order_by("start")
    return {
        **als_rij(stap),
        "plaatsen": [{**als_rij(plaats), "gebruiker": _gebruiker(plaats)} for plaats in plaatsen],
        "breuken": [
            {"vanaf": vanaf, "breuk": str(float(breuk))} for vanaf, breuk in invoer_van(stap, stap.start).breuken
        ],
        "verwant": {model._meta.label: _rijen(_van_stap(model, stap)) for model in stapmodellen()},
    }


def stapmodellen() -> list[type[DossierModel]]:
    """Tables that describe the clock of a step, whoever made them: absence, suspension, prolongation, hours."""
    relaties = [r for r in Stap._meta.related_objects if isinstance(r.field, models.ForeignKey)]
    modellen = [r.related_model for r in relaties if not hasattr(r.related_model, "pgh_tracked_model")]
    eigen = [m for m in modellen if m is not Plaatsing and issubclass(m, DossierModel)]
    return sorted((m for m in eigen if m._meta.model_name != "breukperiode"), key=lambda m: m._meta.label)


def _van_stap(model: type[DossierModel], stap: Stap) -> models.QuerySet:
    return model.objects.filter(stap=stap).order_by("pk")


def _gebruiker(plaatsing: Plaatsing) -> dict[str, str]:
    """Public facts of the place of work, so that it can be found again in another gebied."""
    gebruiker = plaatsing.gebruiker
    namen = ("naam", "type", "kbo", "gebruikerscategorie")
    return {naam: getattr(gebruiker, naam) for naam in namen} | {"gebied": str(gebruiker.gebied_id)}


def _termijnen(traject: Traject) -> list[dict[str, Any]]:
    """Open deadlines people set, the calendar of evaluations, and the GPMI evaluations already held."""
    open_ = models.Q(afgehandeld_op=None, vervallen_op=None) & (
        models.Q(sleutel="") | models.Q(evaluatie__isnull=False)
    )
    gpmi = models.Q(soort=TermijnSoort.GPMI_EVALUATIE, afgehandeld_op__isnull=False)
    rijen = Termijn.objects.filter(open_ | gpmi, traject=traject, nazorgmeting=None).order_by("vervalt_op", "pk")
    return [{**als_rij(rij), "evaluatie": str(rij.evaluatie_id or "")} for rij in rijen]


def _contacten(client: Client) -> list[dict[str, Any]]:
    rijen = Contactmoment.objects.filter(client=client, zichtbaarheid=Zichtbaarheid.OCMW).select_related("door")
    return [{**als_rij(rij), "door": rij.door_id, "wie": rij.door.naam} for rij in rijen.order_by("datum", "pk")]


def _drempels(traject: Traject, *, gevoelig: bool) -> models.QuerySet[Drempel]:
    rijen = Drempel.objects.filter(traject=traject).order_by("geopend_op", "pk")
    return rijen if gevoelig else rijen.filter(code__gevoelig=False)


def _documenten(traject: Traject) -> list[str]:
    """What has been signed, in words: the papers themselves stay, and are asked for when they are needed."""
    lijst = [f"GPMI, getekend op {traject.gpmi_getekend_op:%d/%m/%Y}"] if traject.gpmi_getekend_op else []
    for stap in Stap.objects.filter(traject=traject).order_by("start"):
        if stap.weo_getekend_op:
            lijst.append(f"WEO, getekend op {stap.weo_getekend_op:%d/%m/%Y}")
    for plaats in Plaatsing.objects.filter(stap__traject=traject).select_related("gebruiker").order_by("start"):
        if plaats.contract_getekend_op:
            lijst.append(f"arbeidsovereenkomst, getekend op {plaats.contract_getekend_op:%d/%m/%Y}")
        if plaats.tbs_werknemer_op:
            lijst.append(
                f"terbeschikkingstelling bij {plaats.gebruiker}, getekend op {plaats.tbs_werknemer_op:%d/%m/%Y}"
            )
    return lijst
