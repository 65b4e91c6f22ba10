"""What somebody reads who tells how an action goes: what was promised, the figures, and what was said last time."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from actieplannen.enums import Bijsturingstatus, Meetwijze
from actieplannen.models import Actie, Actieindicator, Bijsturing, Kwartaalstand, Meting
from actieplannen.selectors.indicatoren import Indicatorstand, indicatoren_van_actie, stand_van
from actieplannen.selectors.kwartalen import kwartaal_op, kwartaal_van
from actieplannen.selectors.standen import bijsturingen_van, vorige_stand, waarom_gesloten
from regie.cijfers.periode import Periode


@dataclass(frozen=True, slots=True)
class Standblad:
    stand: Kwartaalstand
    kwartaal: Periode
    vorige: Kwartaalstand | None
    indicatoren: list[Indicatorstand]
    telbaar: list[tuple[Actieindicator, Meting | None]]  # what may be filled in, with the figure of this quarter
    voorstellen: list[Bijsturing]  # of this stand, open
    eerder: list[Bijsturing]  # what was proposed before, or is decided
    gesloten: str  # why the stand can no longer change

    @property
    def vorig_kwartaal(self) -> Periode | None:
        return kwartaal_van(self.vorige) if self.vorige else None


def stand_rijen() -> QuerySet[Kwartaalstand]:
    return Kwartaalstand.objects.select_related(
        "actie__doelstelling__plan",
        "actie__trekker",
        "actie__trekker_contact__organisatie",
        "actie__trekker_organisatie",
        "door",
    )


def standblad(stand: Kwartaalstand, *, vandaag: date, als_regisseur: bool) -> Standblad:
    indicatoren = list(indicatoren_van_actie(stand.actie))
    metingen = {
        meting.indicator_id: meting
        for meting in Meting.objects.filter(indicator__in=indicatoren, jaar=stand.jaar, kwartaal=stand.kwartaal)
    }
    per_id = stand_van(indicatoren, vandaag=vandaag)
    voorstellen = list(bijsturingen_van(stand.actie))
    open_nu = [rij for rij in voorstellen if _is_open_van(rij, stand)]
    return Standblad(
        stand=stand,
        kwartaal=kwartaal_van(stand),
        vorige=vorige_stand(stand),
        indicatoren=[per_id[rij.pk] for rij in indicatoren],
        telbaar=[
            (rij, metingen.get(rij.pk))
            for rij in indicatoren
            if rij.meetwijze != Meetwijze.GEBONDEN and not _is_bevroren(metingen.get(rij.pk))
        ],
        voorstellen=open_nu,
        eerder=[rij for rij in voorstellen if rij not in open_nu],
        gesloten=waarom_gesloten(stand, vandaag=vandaag, als_regisseur=als_regisseur),
    )


@dataclass(frozen=True, slots=True)
class MijnStand:
    """The block on the page of a trekker. Without `kwartaal` there is nothing to tell today."""

    kwartaal: Periode | None
    stand: Kwartaalstand | None

    @property
    def is_dringend(self) -> bool:
        return self.stand is not None and self.stand.gevraagd_op is not None and self.stand.beantwoord_op is None

    @property
    def titel(self) -> str:
        return f"Stand van {self.kwartaal.label}" if self.kwartaal else ""


def mijn_stand(actie: Actie, *, vandaag: date) -> MijnStand:
    return MijnStand(*te_geven_stand(actie, vandaag=vandaag))


def te_geven_stand(actie: Actie, *, vandaag: date) -> tuple[Periode | None, Kwartaalstand | None]:
    """The quarter somebody would tell about today, with its row when there is one.

    The last that was asked and can still be answered; else the running quarter of the year of the plan.
    """
    plan = actie.doelstelling.plan
    if not plan.is_vast:
        return None, None
    rijen = list(Kwartaalstand.objects.filter(actie=actie).select_related("door").order_by("-jaar", "-kwartaal"))
    for rij in rijen:
        rij.actie = actie
        if rij.gevraagd_op and not waarom_gesloten(rij, vandaag=vandaag, als_regisseur=False):
            return kwartaal_van(rij), rij
    nu = kwartaal_op(vandaag)
    if nu.start.year != plan.jaar:
        return None, None
    return nu, next((rij for rij in rijen if kwartaal_van(rij) == nu), None)


def _is_open_van(bijsturing: Bijsturing, stand: Kwartaalstand) -> bool:
    return bijsturing.stand_id == stand.pk and bijsturing.status == Bijsturingstatus.VOORGESTELD


def _is_bevroren(meting: Meting | None) -> bool:
    return meting is not None and meting.bevroren_op is not None
