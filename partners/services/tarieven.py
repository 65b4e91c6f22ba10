"""What gebruikers pay: one tariff a day, kept as it was billed. An indexation makes many new ones in one go."""

from datetime import date, timedelta
from decimal import Decimal

from django.db import transaction

from partners.models import Indexatie, Tarief
from partners.selectors.tarieven import geindexeerd, te_indexeren
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.models import Organisatie
from regie.core.permissions import Recht, Toegang

DAG = timedelta(days=1)


@transaction.atomic
def tarief_toevoegen(
    *,
    organisatie: Organisatie | None,
    categorie: str,
    functieniveau: str,
    bedrag: Decimal,
    geldig_van: date,
    noot: str,
    door: Toegang,
) -> Tarief:
    """A tariff from a day on; the one that ran until then ends the day before, so that no day has two."""
    zelfde = Tarief.objects.select_for_update(of=("self",)).filter(
        organisatie=organisatie, categorie=categorie, functieniveau=functieniveau
    )
    if zelfde.filter(geldig_van__gte=geldig_van).exists():
        raise DomainError(
            f"Er is al een tarief dat op of na {geldig_van:%d/%m/%Y} begint. Kies een latere dag: "
            "een tarief van vroeger blijft zoals het gefactureerd is."
        )
    zelfde.geldig_op(geldig_van).update(geldig_tot=geldig_van - DAG)
    tarief = Tarief(
        organisatie=organisatie,
        categorie=categorie,
        functieniveau=functieniveau,
        bedrag=bedrag,
        geldig_van=geldig_van,
        noot=noot.strip(),
    )
    return _schrijf(tarief, "tarief.toegevoegd", door)


@transaction.atomic
def tarief_bijwerken(*, tarief: Tarief, bedrag: Decimal, noot: str, door: Toegang, vandaag: date) -> Tarief:
    """The amount only as long as it has not begun; the note always."""
    tarief = _vergrendel(tarief, door)
    if bedrag != tarief.bedrag and tarief.geldig_van <= vandaag:
        raise DomainError(
            "Dit tarief is al begonnen: het bedrag blijft zoals het gefactureerd is. Voeg een tarief toe vanaf een "
            "latere dag."
        )
    tarief.bedrag, tarief.noot = bedrag, noot.strip()
    return _schrijf(tarief, "tarief.bijgewerkt", door)


@transaction.atomic
def tarief_beeindigen(*, tarief: Tarief, tot: date, door: Toegang, vandaag: date) -> Tarief:
    """After `tot` it holds no more; an exception that ends leaves the tariff of the gebied."""
    tarief = _vergrendel(tarief, door)
    if tot < max(vandaag, tarief.geldig_van):
        raise DomainError("Een tarief eindigt vandaag of later: wat voorbij is, blijft zoals het gefactureerd is.")
    if tarief.geldig_tot and tot > tarief.geldig_tot:
        raise DomainError(f"Dit tarief eindigt al op {tarief.geldig_tot:%d/%m/%Y}. Kies een vroegere dag.")
    tarief.geldig_tot = tot
    return _schrijf(tarief, "tarief.beeindigd", door)


@transaction.atomic
def tarief_wissen(*, tarief: Tarief, door: Toegang, vandaag: date) -> None:
    """Only what has not begun; the one before runs on as it would have."""
    tarief = _vergrendel(tarief, door)
    if tarief.geldig_van <= vandaag:
        raise DomainError("Dit tarief is al begonnen. Beëindig het in plaats van het te wissen.")
    record_event("tarief.gewist", tarief, door=door, bedrag=str(tarief.bedrag), vanaf=tarief.geldig_van.isoformat())
    _verwijder(tarief)


@transaction.atomic
def indexatie_toepassen(
    *, percentage: Decimal, vanaf: date, organisatie: Organisatie | None, door: Toegang, vandaag: date
) -> Indexatie:
    """The tariffs of the gebied (or the exceptions of one OCMW) as they run on `vanaf`, each followed by a new one."""
    _eis(organisatie.pk if organisatie else None, door)
    if vanaf < vandaag:
        raise DomainError("Een indexatie begint vandaag of later: wat voorbij is, blijft zoals het gefactureerd is.")
    later = Tarief.objects.filter(organisatie=organisatie, geldig_van__gte=vanaf)
    if later.exists():
        raise DomainError(
            f"Er zijn al {later.count()} tarieven die op of na {vanaf:%d/%m/%Y} beginnen. Kies een latere dag, "
            "of maak eerst die nieuwe tarieven ongedaan."
        )
    oude = list(te_indexeren(vanaf=vanaf, organisatie=organisatie).select_for_update(of=("self",)))
    if not oude:
        raise DomainError("Er zijn geen tarieven die op die dag gelden. Voeg eerst tarieven toe.")
    indexatie = Indexatie(
        percentage=percentage, vanaf=vanaf, organisatie=organisatie, aantal=len(oude), door_id=door.user_id
    )
    indexatie.full_clean()
    indexatie.save()
    for oud in oude:
        nieuw = Tarief(
            organisatie_id=oud.organisatie_id,
            categorie=oud.categorie,
            functieniveau=oud.functieniveau,
            bedrag=geindexeerd(oud.bedrag, percentage),
            geldig_van=vanaf,
            geldig_tot=oud.geldig_tot,
            noot=oud.noot,
            indexatie=indexatie,
        )
        Tarief.objects.filter(pk=oud.pk).update(geldig_tot=vanaf - DAG)
        nieuw.full_clean()
        nieuw.save()
    record_event("indexatie.toegepast", indexatie, door=door, aantal=len(oude))
    return indexatie


@transaction.atomic
def indexatie_ongedaan(*, indexatie: Indexatie, door: Toegang, vandaag: date) -> Indexatie:
    """As if it had never been, as long as it has not begun."""
    indexatie = Indexatie.objects.select_for_update(of=("self",)).get(pk=indexatie.pk)
    _eis(indexatie.organisatie_id, door)
    if indexatie.ongedaan_op:
        raise DomainError("Deze indexatie is al ongedaan gemaakt.")
    if indexatie.vanaf <= vandaag:
        raise DomainError("Deze indexatie is al begonnen: de nieuwe tarieven kunnen al gefactureerd zijn.")
    for tarief in Tarief.objects.select_for_update(of=("self",)).filter(indexatie=indexatie):
        if _volgende(tarief) is not None:
            raise DomainError("Na deze indexatie zijn nog nieuwere tarieven toegevoegd. Wis die eerst.")
        _verwijder(tarief)
    indexatie.ongedaan_op = vandaag
    indexatie.save(update_fields=["ongedaan_op"])
    record_event("indexatie.ongedaan", indexatie, door=door)
    return indexatie


def mag_tarief(organisatie_id: int | None, door: Toegang) -> bool:
    """For the whole gebied by who runs it; an OCMW its own exceptions."""
    return door.mag(Recht.PARTNER_BEWERKEN) or (organisatie_id is not None and organisatie_id in door.organisatie_ids)


def _eis(organisatie_id: int | None, door: Toegang) -> None:
    if not mag_tarief(organisatie_id, door):
        raise DomainError("Dit tarief geldt voor heel het gebied of voor een ander OCMW. Vraag de regisseur.")


def _vergrendel(tarief: Tarief, door: Toegang) -> Tarief:
    gegrendeld = Tarief.objects.select_for_update(of=("self",)).get(pk=tarief.pk)
    _eis(gegrendeld.organisatie_id, door)
    return gegrendeld


def _schrijf(tarief: Tarief, soort: str, door: Toegang) -> Tarief:
    tarief.full_clean()
    tarief.save()
    record_event(soort, tarief, door=door)
    return tarief


def _volgende(tarief: Tarief) -> Tarief | None:
    return Tarief.objects.filter(
        organisatie=tarief.organisatie,
        categorie=tarief.categorie,
        functieniveau=tarief.functieniveau,
        geldig_van__gt=tarief.geldig_van,
    ).first()


def _verwijder(tarief: Tarief) -> None:
    """The tariff before it takes its last day back."""
    Tarief.objects.filter(
        organisatie=tarief.organisatie,
        categorie=tarief.categorie,
        functieniveau=tarief.functieniveau,
        geldig_tot=tarief.geldig_van - DAG,
    ).update(geldig_tot=tarief.geldig_tot)
    tarief.delete()
