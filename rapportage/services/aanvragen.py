"""Asking for a rapport, asking again after a failure, and correcting one that was already made."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from rapportage.enums import Aanleiding, RapportStatus, Variant, in_volgorde, onderdelen_sleutel
from rapportage.models import KANSEN, Rapport
from rapportage.perioden import controleer_volledig
from rapportage.services.verzenden import Ontvanger, rapport_verzenden
from rapportage.transitions import check_transition
from rapportage.uitvoering import start_genereren
from regie.cijfers.periode import Periode
from regie.core.audit import record_event
from regie.core.exceptions import DomainError
from regie.core.permissions import Toegang


class GeenOnderdelen(DomainError):
    """A rapport without a section says nothing."""


class NietTeCorrigeren(DomainError):
    """Only the latest version of a rapport that is klaar can be corrected, with a reason."""


@transaction.atomic
def rapport_aanvragen(
    *,
    periode: Periode,
    onderdelen: Sequence[str],
    door: Toegang | None,
    vandaag: date,
    ontvangers: Sequence[Ontvanger] = (),
    aanleiding: Aanleiding = Aanleiding.GEVRAAGD,
    variant: Variant = Variant.REGIO,
) -> Rapport:
    """The rapport of this period with these sections: the newest version there is, else a first one.

    Asking twice, or two people asking at once, gives the same row.
    """
    controleer_volledig(periode, vandaag)
    gekozen = in_volgorde(onderdelen)
    if not gekozen:
        raise GeenOnderdelen("Kies minstens één onderdeel voor het rapport.")
    sleutel = {
        "periode_soort": periode.soort,
        "periode_start": periode.start,
        "variant": variant,
        "onderdelen_sleutel": onderdelen_sleutel(gekozen),
    }
    rapport = Rapport.objects.zonder_inhoud().filter(**sleutel).order_by("-versie").first()
    if rapport is None:
        rapport, nieuw = Rapport.objects.get_or_create(
            **sleutel,
            versie=1,
            defaults={
                "peildatum": periode.eind,
                "onderdelen": gekozen,
                "door_id": door.user_id if door else None,
            },
        )
        if nieuw:
            record_event("rapport.gevraagd", rapport, door=door, periode=periode.sleutel, versie=1)
            start_genereren(rapport)
    rapport_verzenden(rapport=rapport, ontvangers=ontvangers, aanleiding=aanleiding, door=door)
    return rapport


@transaction.atomic
def rapport_opnieuw_proberen(*, rapport: Rapport, door: Toegang | None) -> Rapport:
    """Give a rapport that failed new chances. The number of the poging goes on: it is a fencing token."""
    rapport = Rapport.objects.zonder_inhoud().select_for_update(of=("self",)).get(pk=rapport.pk)
    check_transition(RapportStatus(rapport.status), RapportStatus.WACHT)
    rapport.status, rapport.fout, rapport.hartslag_op = RapportStatus.WACHT, "", None
    rapport.laatste_kans = rapport.poging + KANSEN
    rapport.save(update_fields=["status", "fout", "hartslag_op", "laatste_kans"])
    record_event("rapport.opnieuw_geprobeerd", rapport, door=door)
    start_genereren(rapport)
    return rapport


@transaction.atomic
def rapport_corrigeren(
    *, rapport: Rapport, reden: str, door: Toegang | None, ontvangers: Sequence[Ontvanger] = ()
) -> Rapport:
    """A new version with today's figures about the same period; the old one stays as it was sent."""
    reden = reden.strip()
    if not reden:
        raise NietTeCorrigeren("Schrijf op waarom er een nieuwe versie komt.")
    versies = Rapport.objects.filter(
        periode_soort=rapport.periode_soort,
        periode_start=rapport.periode_start,
        variant=rapport.variant,
        onderdelen_sleutel=rapport.onderdelen_sleutel,
    )
    laatste = versies.zonder_inhoud().select_for_update(of=("self",)).order_by("-versie").first()
    if laatste is None or laatste.pk != rapport.pk or not laatste.is_gemaakt:
        raise NietTeCorrigeren("Alleen de nieuwste versie van een rapport dat klaar is kan je verbeteren.")
    nieuw = Rapport.objects.create(
        periode_soort=rapport.periode_soort,
        periode_start=rapport.periode_start,
        peildatum=rapport.peildatum,
        variant=rapport.variant,
        onderdelen=rapport.onderdelen,
        onderdelen_sleutel=rapport.onderdelen_sleutel,
        versie=laatste.versie + 1,
        correctie_reden=reden,
        door_id=door.user_id if door else None,
    )
    record_event("rapport.gevraagd", nieuw, door=door, periode=nieuw.periode.sleutel, versie=nieuw.versie)
    start_genereren(nieuw)
    rapport_verzenden(rapport=nieuw, ontvangers=ontvangers, aanleiding=Aanleiding.GEVRAAGD, door=door)
    return nieuw
