"""Which partners fit a need, and why: a list of reasons, never a score that nobody can follow."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count

from partners.enums import DIENSTEN_VAN, TYPES_VAN, Behoeftesoort, Dienst, DoorverwijzingStatus
from partners.models import Behoefte, Contactpersoon, Dienstaanbod, Doorverwijzing
from regie.core.models import Gemeente, Organisatie
from regie.core.models.organisatie import OrganisatieType
from regie.core.notatie import meervoud

# Never asked to help: they keep the region, or speak for others.
NOOIT = (OrganisatieType.REGIEVERBAND, OrganisatieType.VAKBOND)


@dataclass(frozen=True, slots=True)
class Voorstel:
    """One organisatie that fits, with why, and whom one asks there."""

    organisatie: Organisatie
    redenen: tuple[str, ...]
    rang: tuple[int, ...]
    contacten: list[Contactpersoon] = field(default_factory=list)
    al_gevraagd: str = ""


def gemeente_van(behoefte: Behoefte) -> Gemeente | None:
    """Where the work is: the vestiging, else the employer."""
    if behoefte.vestiging and behoefte.vestiging.gemeente:
        return behoefte.vestiging.gemeente
    return behoefte.werkgever.gemeente


def voorstellen(behoefte: Behoefte, *, vandaag: date) -> list[Voorstel]:
    """Best first: offers the service there, offers it everywhere, usually does, is near, solved it before."""
    plek = gemeente_van(behoefte)
    soort = Behoeftesoort(behoefte.soort)
    aanbod = _aanbod(soort, vandaag)
    gelukt = _gelukt(soort)
    gevraagd = {d.organisatie_id: d.get_status_display() for d in _lopende(behoefte)}
    contacten = _contacten()
    gevonden = []
    organisaties = Organisatie.objects.van_gebied().filter(is_actief=True).exclude(type__in=NOOIT)
    for organisatie in organisaties.select_related("gemeente"):
        if organisatie.pk == behoefte.werkgever.organisatie_id:
            continue
        rang, redenen = _weeg(organisatie, soort, plek, aanbod.get(organisatie.pk, []), gelukt)
        if any(rang[:3]):
            gevonden.append(
                Voorstel(
                    organisatie,
                    redenen,
                    rang,
                    contacten.get(organisatie.pk, []),
                    gevraagd.get(organisatie.pk, ""),
                )
            )
    return sorted(gevonden, key=lambda v: (tuple(-n for n in v.rang), v.organisatie.naam))


def _weeg(
    organisatie: Organisatie,
    soort: Behoeftesoort,
    plek: Gemeente | None,
    aanbod: list[Dienstaanbod],
    gelukt: dict[int, int],
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """(what counts, in order; the same in words)."""
    nis = plek.pk if plek else ""
    hier = [a for a in aanbod if nis and nis in a.gemeenten]
    overal = [a for a in aanbod if not a.gemeenten]
    dichtbij = bool(nis) and organisatie.gemeente_id == nis
    elders = organisatie.type == OrganisatieType.OCMW and not dichtbij  # an OCMW works for its own gemeente
    van_type = organisatie.type in TYPES_VAN[soort] and not elders
    keren = gelukt.get(organisatie.pk, 0)
    redenen = [f"biedt in {plek} aan: {_diensten(hier)}"] if hier else []
    redenen += [f"biedt in het hele gebied aan: {_diensten(overal)}"] if overal else []
    redenen += [f"{organisatie.get_type_display()}: helpt vaak bij {soort.label}"] if van_type else []
    redenen += [f"gevestigd in {plek}"] if dichtbij else []
    redenen += [f"loste dit al {meervoud(keren, 'keer', 'keer')} op"] if keren else []
    return (bool(hier), bool(overal), van_type, dichtbij, keren), tuple(redenen)


def _diensten(aanbod: list[Dienstaanbod]) -> str:
    return ", ".join(sorted({Dienst(a.dienst).label for a in aanbod}))


def _aanbod(soort: Behoeftesoort, vandaag: date) -> dict[int, list[Dienstaanbod]]:
    per_organisatie: dict[int, list[Dienstaanbod]] = {}
    for aanbod in Dienstaanbod.objects.geldig_op(vandaag).filter(dienst__in=DIENSTEN_VAN[soort]):
        per_organisatie.setdefault(aanbod.organisatie_id, []).append(aanbod)
    return per_organisatie


def _gelukt(soort: Behoeftesoort) -> dict[int, int]:
    rijen = Doorverwijzing.objects.filter(status=DoorverwijzingStatus.OPGELOST, behoefte__soort=soort)
    return dict(rijen.values_list("organisatie").annotate(n=Count("pk")))


def _lopende(behoefte: Behoefte) -> list[Doorverwijzing]:
    return list(behoefte.doorverwijzingen.exclude(status=DoorverwijzingStatus.INGETROKKEN))


def _contacten() -> dict[int, list[Contactpersoon]]:
    per_organisatie: dict[int, list[Contactpersoon]] = {}
    for contact in Contactpersoon.objects.filter(is_actief=True, organisatie__isnull=False).order_by("naam"):
        per_organisatie.setdefault(contact.organisatie_id or 0, []).append(contact)
    return per_organisatie


@dataclass(frozen=True, slots=True)
class Dienstregel:
    """One service of a partner, as its page shows it."""

    aanbod: Dienstaanbod
    gemeenten: str
    loopt: bool


def diensten_van(organisatie: Organisatie, *, vandaag: date) -> list[Dienstregel]:
    namen = dict(Gemeente.objects.values_list("pk", "naam"))
    rijen = Dienstaanbod.objects.filter(organisatie=organisatie).order_by("dienst", "-van")
    regels = [
        Dienstregel(
            aanbod=rij,
            gemeenten=", ".join(sorted(namen.get(nis, nis) for nis in rij.gemeenten)) or "het hele gebied",
            loopt=rij.van <= vandaag and (rij.tot is None or rij.tot >= vandaag),
        )
        for rij in rijen
    ]
    return sorted(regels, key=lambda regel: not regel.loopt)
