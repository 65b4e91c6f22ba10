"""The obstacles of a traject as episodes, and who may read the sensitive ones (domein.md 2.3)."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from regie.core import notatie
from regie.core.grafieken import Trap
from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol, Toegang
from trajecten.enums import Ernst
from trajecten.models import Drempel, Drempelstand, Traject
from trajecten.selectors.waarneming import waarneemt_voor

VERBORGEN = "Gevoelige drempel"
NIVEAUS = [label for _, label in Ernst.choices]


@dataclass(frozen=True, slots=True)
class Drempelregel:
    """One episode as this reader may see it; of a hidden one only that it is there, and since when."""

    id: UUID
    label: str
    is_gevoelig: bool
    is_verborgen: bool
    sinds: date
    gesloten_op: date | None
    ernst: str = ""
    status: str = ""
    actie: str = ""
    partner: str = ""
    is_vervolg: bool = False
    verloop: Trap | None = None

    @property
    def stappen(self) -> list[list[str]]:
        """The steps of the chart in words, when there is more than one."""
        return self.verloop.tabel().rijen if self.verloop and len(self.verloop.punten) > 1 else []


def ziet_gevoelig(traject: Traject, toegang: Toegang, vandaag: date) -> bool:
    """The begeleider of the file, the lead of its OCMW, and who covers for the begeleider today."""
    if traject.begeleider_id == toegang.user_id:
        return True
    if Rol.TEAMVERANTWOORDELIJKE in toegang.rollen and _is_lead(traject.eigenaar_id, toegang, vandaag):
        return True
    return traject.begeleider_id in waarneemt_voor(toegang.user_id, vandaag)


def _is_lead(organisatie_id: int, toegang: Toegang, vandaag: date) -> bool:
    leden = Lidmaatschap.objects.geldig_op(vandaag).filter(user_id=toegang.user_id)
    return leden.filter(organisatie_id=organisatie_id, rol=Rol.TEAMVERANTWOORDELIJKE).exists()


def episodes(traject: Traject, *, ziet_gevoelig: bool, vandaag: date) -> list[Drempelregel]:
    """Every episode: open ones first, the heaviest on top; then the closed ones, the last one first."""
    drempels = list(
        Drempel.objects.filter(traject=traject)
        .select_related("code", "partner")
        .order_by("-ernst", "geopend_op", "code__label", "pk")
    )
    standen: dict[UUID, list[tuple[date, int]]] = defaultdict(list)
    for drempel_id, datum, ernst in (
        Drempelstand.objects.filter(drempel__in=drempels)
        .order_by("datum", "pk")
        .values_list("drempel_id", "datum", "ernst")
    ):
        standen[drempel_id].append((datum, ernst))
    regels = [
        _regel(drempel, standen[drempel.pk], ziet_gevoelig=ziet_gevoelig, vandaag=vandaag) for drempel in drempels
    ]
    regels.sort(key=lambda regel: regel.is_verborgen)  # their order would tell how heavy they are
    gesloten = sorted((r for r in regels if r.gesloten_op), key=lambda r: r.gesloten_op or vandaag, reverse=True)
    return [*(r for r in regels if r.gesloten_op is None), *gesloten]


def _regel(
    drempel: Drempel, standen: Sequence[tuple[date, int]], *, ziet_gevoelig: bool, vandaag: date
) -> Drempelregel:
    if drempel.code.gevoelig and not ziet_gevoelig:
        return Drempelregel(
            id=drempel.pk,
            label=VERBORGEN,
            is_gevoelig=True,
            is_verborgen=True,
            sinds=drempel.geopend_op,
            gesloten_op=drempel.gesloten_op,
        )
    return Drempelregel(
        id=drempel.pk,
        label=drempel.code.label,
        is_gevoelig=drempel.code.gevoelig,
        is_verborgen=False,
        sinds=drempel.geopend_op,
        gesloten_op=drempel.gesloten_op,
        ernst=drempel.get_ernst_display(),
        status=drempel.get_status_display(),
        actie=drempel.actie,
        partner=str(drempel.partner) if drempel.partner else "",
        is_vervolg=drempel.vorige_id is not None,
        verloop=_verloop(drempel, standen, vandaag),
    )


def _verloop(drempel: Drempel, standen: Sequence[tuple[date, int]], vandaag: date) -> Trap:
    """One step per day: of two changes on a day the last one counts. Without changes it stands as it began."""
    punten = sorted(dict(standen or [(drempel.geopend_op, drempel.ernst)]).items())
    woorden = ", ".join(f"{NIVEAUS[ernst]} sinds {notatie.datum(dag)}" for dag, ernst in punten)
    return Trap(
        titel=f"Ernst: {woorden}",
        punten=punten,
        tot=drempel.gesloten_op or vandaag,
        niveaus=NIVEAUS,
        omschrijving="De ernst over de tijd, van geen onderaan tot zwaar bovenaan",
    )


@dataclass(frozen=True, slots=True)
class Slotbalans:
    """What a traject left behind: which obstacles stayed and which are gone."""

    traject: Traject
    gebleven: list[Drempelregel]
    opgelost: list[Drempelregel]

    @property
    def is_leeg(self) -> bool:
        return not (self.gebleven or self.opgelost)


def slotbalans(traject: Traject, *, ziet_gevoelig: bool = False) -> Slotbalans:
    """The balance on the day the traject ended; sensitive obstacles without detail unless the reader may see them."""
    op = traject.afgesloten_op or traject.status_sinds
    regels = episodes(traject, ziet_gevoelig=ziet_gevoelig, vandaag=op)
    return Slotbalans(
        traject,
        gebleven=[r for r in regels if r.gesloten_op is None],
        opgelost=[r for r in regels if r.gesloten_op is not None],
    )


def vorig_traject(traject: Traject) -> Traject | None:
    """The traject of this client that ended last before this one began."""
    eerder = Traject.objects.filter(client_id=traject.client_id, afgesloten_op__isnull=False).exclude(pk=traject.pk)
    return eerder.filter(aangemeld_op__lte=traject.aangemeld_op).order_by("-afgesloten_op", "pk").first()
