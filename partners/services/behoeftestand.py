"""Where a need stands: who may send it on, how many are filled, and the status that follows from the answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from django.db.models import Count

from partners.enums import BehoefteStatus, DoorverwijzingStatus, Voordrachtuitkomst
from partners.models import Behoefte, Doorverwijzing, Voordracht
from partners.transitions import check_behoefte
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.permissions import Recht, Toegang
from regie.core.tenancy import current_scope, gebied_context


def mag_opvolgen(behoefte: Behoefte, door: Toegang) -> bool:
    """Send on and close: who noted it, the accounthouder of the employer, and who runs the region."""
    eigen = {behoefte.eigenaar_id, behoefte.werkgever.accounthouder_id} & set(door.lid_van)
    return door.mag(Recht.AFSPRAAK_BEWERKEN) or (bool(eigen) and door.mag(Recht.WERKGEVER_BEWERKEN))


@contextmanager
def in_naam_van(behoefte: Behoefte) -> Iterator[Behoefte]:
    """The row, locked, in the scope of who noted it: only there what others did may change its status."""
    scope = current_scope()
    with gebied_context(scope.gebied, scope.organisatie_ids, lid_van=[*scope.lid_van, behoefte.eigenaar_id]):
        yield Behoefte.objects.select_for_update(of=("self",)).select_related("werkgever").get(pk=behoefte.pk)


def werk_stand_bij(behoefte: Behoefte, *, vandaag: date, door: Toegang | None) -> Behoefte:
    """After an answer or a candidate: how many are filled, and the status that follows. A closed need stays closed."""
    with in_naam_van(behoefte) as eigen:
        if not eigen.loopt:
            return eigen
        eigen.aantal_ingevuld = min(geteld_ingevuld(eigen), eigen.aantal)
        opgelost = eigen.doorverwijzingen.filter(status=DoorverwijzingStatus.OPGELOST).exists()
        vol = eigen.aantal_ingevuld == eigen.aantal if eigen.vraagt_mensen else opgelost
        naar = BehoefteStatus.INGEVULD if vol else status_uit_antwoorden(eigen)
        if naar == eigen.status:
            eigen.save(update_fields=["aantal_ingevuld"])
        else:
            zet_status(eigen, naar, vandaag=vandaag, door=door)
    return eigen


def status_uit_antwoorden(behoefte: Behoefte) -> BehoefteStatus:
    opgenomen = behoefte.doorverwijzingen.filter(status=DoorverwijzingStatus.OPGENOMEN).exists()
    return BehoefteStatus.TOEGEWEZEN if opgenomen else BehoefteStatus.OPEN


def geteld_ingevuld(behoefte: Behoefte) -> int:
    """Per organisatie what it reported, or its candidates that were taken on: never both."""
    aangenomen = Voordracht.objects.filter(behoefte=behoefte, uitkomst=Voordrachtuitkomst.AANGENOMEN)
    per_organisatie = dict(aangenomen.values_list("organisatie").annotate(aantal=Count("pk")))
    gemeld = Doorverwijzing.objects.filter(behoefte=behoefte, aantal_ingevuld__gt=0)
    for organisatie_id, aantal in gemeld.values_list("organisatie", "aantal_ingevuld"):
        per_organisatie[organisatie_id] = max(aantal, per_organisatie.get(organisatie_id, 0))
    return sum(per_organisatie.values())


def zet_status(behoefte: Behoefte, naar: BehoefteStatus, *, vandaag: date, door: Toegang | None) -> None:
    """One step of the table, with the dates that belong to it. The caller holds the lock and the scope."""
    van = BehoefteStatus(behoefte.status)
    check_behoefte(van, naar)
    behoefte.status = naar
    behoefte.ingevuld_op = vandaag if naar == BehoefteStatus.INGEVULD else None
    behoefte.gesloten_op = None if behoefte.loopt else vandaag
    behoefte.full_clean(exclude=["gebied", "eigenaar"])
    behoefte.save()
    record_event(f"behoefte.{naar.lower()}", behoefte, door=door, van=van)


def eis_opvolgen(behoefte: Behoefte, door: Toegang) -> None:
    if not mag_opvolgen(behoefte, door):
        raise DomainError(
            f"Alleen {behoefte.eigenaar}, de accounthouder van deze werkgever of de regisseur kan dat. "
            "Bel of mail hen als er iets verandert."
        )
