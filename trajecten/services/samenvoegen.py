"""Two files of one person become one, and exactly two again when that was a mistake."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from regie.core.audit import record_event
from regie.core.exceptions import DomainError, DomainErrors
from regie.core.parameters import waarde
from regie.core.permissions import Toegang
from trajecten.models import Client, ClientVingerafdruk, Samenvoeging, Traject
from trajecten.selectors.samenvoegen import VELDEN, bezwaren, verwijzingen
from trajecten.services.registratie import bewaar_client, bewaar_vingerafdrukken
from trajecten.services.spoor import noteer


@transaction.atomic
def dossiers_samenvoegen(
    *, behouden: Client, opgenomen: Client, overnemen: Collection[str], door: Toegang, vandaag: date
) -> Samenvoeging:
    """Everything of `opgenomen` moves to `behouden`; `overnemen` names the fields whose value comes along."""
    behouden, opgenomen = _vergrendel(behouden, opgenomen)
    if fouten := bezwaren(behouden, opgenomen):
        raise DomainErrors(fouten)
    velden = [naam for naam in VELDEN if naam in set(overnemen)]
    insz = opgenomen.insz
    vorige = {
        "behouden": _waarden(behouden, [*velden, "insz"]),
        "opgenomen": _waarden(opgenomen, ["insz"]),
    }
    dagen = int(waarde("samenvoegen_terug", op=vandaag))
    samenvoeging = Samenvoeging(
        eigenaar_id=behouden.eigenaar_id,
        behouden=behouden,
        opgenomen=opgenomen,
        verplaatst={_naam(veld): _verplaats(veld, opgenomen, behouden) for veld in verwijzingen()},
        terug_tot=vandaag + timedelta(days=dagen),
        door_id=door.user_id,
    )
    _maak_schaduw(opgenomen, behouden)
    for naam in velden:
        setattr(behouden, naam, getattr(opgenomen, naam))
    behouden.insz = behouden.insz or insz
    behouden.versie += 1
    bewaar_client(behouden)
    vorige["nieuw"] = _waarden(behouden, [*velden, "insz"])
    samenvoeging.vorige = vorige
    samenvoeging.save()
    Traject.objects.filter(client=behouden).update(sorteernaam=behouden.sorteernaam)
    titel = f"Samengevoegd met dossier {opgenomen.dossiernummer}"
    tekst = f"Ongedaan te maken tot en met {samenvoeging.terug_tot:%d/%m/%Y}."
    noteer(behouden, "wijziging", titel, tekst=tekst, datum=vandaag, door=door, is_mijlpaal=True)
    record_event("dossier.samengevoegd", samenvoeging, door=door)
    return samenvoeging


def _vergrendel(een: Client, ander: Client) -> tuple[Client, Client]:
    """Both rows locked, always in the same order."""
    rijen = Client.objects.select_for_update(of=("self",)).filter(pk__in=[een.pk, ander.pk]).order_by("pk")
    per_pk = {rij.pk: rij for rij in rijen}
    if set(per_pk) != {een.pk, ander.pk}:
        raise DomainError("Een van de dossiers is intussen samengevoegd. Open de lijst opnieuw.")
    return per_pk[een.pk], per_pk[ander.pk]


def _waarden(client: Client, velden: Iterable[str]) -> dict[str, Any]:
    return {naam: getattr(client, _veld(naam).attname) for naam in velden}


def _verplaats(veld: models.ForeignKey, van: Client, naar: Client) -> list[str]:
    """The keys of the rows that moved. A row that the kept file has already stays with the absorbed one."""
    rijen = veld.model._base_manager.filter(**{veld.name: van})
    pks = list(rijen.order_by("pk").values_list("pk", flat=True))
    if not pks or getattr(veld.model, "append_only", False):
        return []
    try:
        with transaction.atomic():
            rijen.update(**{veld.name: naar})
    except IntegrityError:
        pks = [pk for pk in pks if _verplaats_een(veld, pk, naar)]
    return [str(pk) for pk in pks]


def _verplaats_een(veld: models.ForeignKey, pk: object, naar: Client) -> bool:
    try:
        with transaction.atomic():
            veld.model._base_manager.filter(pk=pk).update(**{veld.name: naar})
    except IntegrityError:
        return False
    return True


def _maak_schaduw(client: Client, naar: Client) -> None:
    ClientVingerafdruk.objects.filter(client_id=client.pk).delete()
    Client.ook_schaduwen.filter(pk=client.pk).update(samengevoegd_met=naar, insz="", insz_index="")


@transaction.atomic
def samenvoeging_ongedaan(*, samenvoeging_id: UUID, door: Toegang, vandaag: date) -> tuple[Samenvoeging, list[str]]:
    """Two files again, as they were. Returns what stays with the kept file, in sentences."""
    samenvoeging = (
        Samenvoeging.objects.select_for_update(of=("self",))
        .select_related("behouden", "opgenomen")
        .get(pk=samenvoeging_id)
    )
    _controleer_terug(samenvoeging, vandaag)
    behouden, opgenomen = samenvoeging.behouden, samenvoeging.opgenomen
    los = _losse_rijen(samenvoeging)
    for veld in verwijzingen():
        pks = samenvoeging.verplaatst.get(_naam(veld), [])
        veld.model._base_manager.filter(pk__in=pks, **{veld.name: behouden}).update(**{veld.name: opgenomen})
    gewijzigd = _zet_velden_terug(samenvoeging)
    Traject.objects.filter(client=opgenomen).update(sorteernaam=opgenomen.sorteernaam)
    samenvoeging.ongedaan_op, samenvoeging.vorige = timezone.now(), None
    samenvoeging.save(update_fields=["ongedaan_op", "vorige"])
    blijft = _zinnen(los, gewijzigd)
    for client, ander in ((behouden, opgenomen), (opgenomen, behouden)):
        titel = f"Samenvoeging met dossier {ander.dossiernummer} ongedaan gemaakt"
        tekst = " ".join(blijft) if client == behouden else ""
        noteer(client, "wijziging", titel, tekst=tekst, datum=vandaag, door=door, is_mijlpaal=True)
    record_event("dossier.samenvoeging_ongedaan", samenvoeging, door=door)
    return samenvoeging, blijft


def _controleer_terug(samenvoeging: Samenvoeging, vandaag: date) -> None:
    if samenvoeging.ongedaan_op or samenvoeging.definitief_op or vandaag > samenvoeging.terug_tot:
        raise DomainError("Deze samenvoeging is niet meer ongedaan te maken.")
    later = Samenvoeging.objects.filter(ongedaan_op=None, created_at__gt=samenvoeging.created_at)
    betrokken = models.Q(behouden=samenvoeging.behouden) | models.Q(opgenomen=samenvoeging.behouden)
    if later.filter(betrokken).exists():
        raise DomainError("Dit dossier is daarna nog eens samengevoegd. Maak die latere samenvoeging eerst ongedaan.")


def _losse_rijen(samenvoeging: Samenvoeging) -> int:
    """Rows written after the merge that belong to a traject that goes back: they stay, without that traject."""
    trajecten = samenvoeging.verplaatst.get("trajecten.Traject.client", [])
    aantal = 0
    for veld in verwijzingen():
        naar_traject = [
            f for f in veld.model._meta.local_fields if isinstance(f, models.ForeignKey) and f.related_model is Traject
        ]
        verplaatst = samenvoeging.verplaatst.get(_naam(veld), [])
        for traject in naar_traject:
            filters = {veld.name: samenvoeging.behouden, f"{traject.name}__in": trajecten}
            nieuw = veld.model._base_manager.filter(**filters).exclude(pk__in=verplaatst)
            if traject.null:
                aantal += nieuw.update(**{traject.name: None})
            else:
                nieuw.update(**{veld.name: samenvoeging.opgenomen})
    return aantal


def _zet_velden_terug(samenvoeging: Samenvoeging) -> list[str]:
    """Former values of the kept file, unless somebody changed them since; returns the fields that stay as they are."""
    behouden, opgenomen, vorige = samenvoeging.behouden, samenvoeging.opgenomen, samenvoeging.vorige or {}
    attnamen = {naam: _veld(naam) for naam in vorige.get("behouden", {})}
    anders = []
    for naam, veld in attnamen.items():
        nieuw = veld.to_python(vorige["nieuw"][naam])
        if getattr(behouden, veld.attname) == nieuw:
            setattr(behouden, veld.attname, veld.to_python(vorige["behouden"][naam]))
        else:
            anders.append(naam)
    behouden.versie += 1
    bewaar_client(behouden)
    opgenomen.samengevoegd_met = None
    insz = vorige.get("opgenomen", {}).get("insz", "")
    opgenomen.insz = "" if "insz" in anders else insz
    bewaar_terug(opgenomen)
    Traject.objects.filter(client=behouden).update(sorteernaam=behouden.sorteernaam)
    return anders


def bewaar_terug(client: Client) -> None:
    """The absorbed file as it was, without a new stamp or version."""
    stempel = client.updated_at
    bewaar_vingerafdrukken(client)
    Client.ook_schaduwen.filter(pk=client.pk).update(
        samengevoegd_met=None, insz=client.insz, insz_index=client.insz_index, updated_at=stempel
    )


def _zinnen(los: int, gewijzigd: list[str]) -> list[str]:
    zinnen = ["Wat na de samenvoeging is toegevoegd, blijft in het behouden dossier."]
    if los:
        zinnen.append(f"{los} {'regel hoort' if los == 1 else 'regels horen'} daar niet langer bij een traject.")
    if gewijzigd:
        labels = ", ".join(str(_veld(naam).verbose_name) for naam in gewijzigd)
        zinnen.append(f"Intussen gewijzigd en zo gelaten: {labels}.")
    return zinnen


@transaction.atomic
def samenvoegingen_afronden(*, vandaag: date) -> int:
    """Nightly: what nobody undid in time becomes final; the former values are not kept any longer."""
    rijen = Samenvoeging.objects.filter(ongedaan_op=None, definitief_op=None, terug_tot__lt=vandaag)
    return rijen.update(definitief_op=vandaag, vorige=None)


def _veld(naam: str) -> models.Field:
    veld = Client._meta.get_field(naam)
    assert isinstance(veld, models.Field)  # noqa: S101  (VELDEN are columns)
    return veld


def _naam(veld: models.ForeignKey) -> str:
    return f"{veld.model._meta.label}.{veld.name}"
