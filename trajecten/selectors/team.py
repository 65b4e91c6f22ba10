"""The team of an OCMW: who follows how many dossiers, what is late, and who has room for one more."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from regie.accounts.models import User
from regie.core.permissions import Rol
from trajecten.enums import TrajectStatus
from trajecten.models import Inzet, Waarneming
from trajecten.selectors.lijst import Groep
from trajecten.selectors.waarneming import komende

BEGELEIDERROLLEN = (Rol.TRAJECTBEGELEIDER, Rol.TEAMVERANTWOORDELIJKE)


def collegas(organisatie_ids: Sequence[int], vandaag: date) -> QuerySet[User]:
    """Who may follow dossiers of these OCMW's on a day, by name."""
    return (
        User.objects.filter(
            Q(lidmaatschappen__tot=None) | Q(lidmaatschappen__tot__gte=vandaag),
            lidmaatschappen__van__lte=vandaag,
            lidmaatschappen__organisatie_id__in=organisatie_ids,
            lidmaatschappen__rol__in=BEGELEIDERROLLEN,
            is_active=True,
        )
        .order_by("last_name", "first_name", "pk")
        .distinct()
    )


@dataclass(frozen=True, slots=True)
class Medewerker:
    """One line of the team page; every figure is the length of a list."""

    user_id: int
    naam: str
    aantal: int
    te_laat: int
    wacht_op_intake: int
    vte: Decimal | None
    waarneming: Waarneming | None = None
    is_vertrokken: bool = False

    @property
    def per_vte(self) -> Decimal | None:
        return self.na(0)

    def na(self, erbij: int) -> Decimal | None:
        """Dossiers per VTE once `erbij` came to it; None as long as the VTE is not known."""
        return Decimal(self.aantal + erbij) / self.vte if self.vte else None


@dataclass(frozen=True, slots=True)
class Team:
    medewerkers: list[Medewerker]
    vertrokken: list[Medewerker]
    waarnemingen: list[Waarneming]
    aantal: int
    te_laat: int
    wacht_op_intake: int
    zonder_begeleider: int

    @property
    def vte(self) -> Decimal:
        return sum((m.vte for m in self.medewerkers if m.vte), Decimal(0))

    @property
    def per_vte(self) -> Decimal | None:
        """Only when the VTE of everybody who follows dossiers is known."""
        onbekend = any(m.vte is None and m.aantal for m in self.medewerkers)
        return None if onbekend or not self.vte else Decimal(self.aantal) / self.vte


def team(*, organisatie_ids: Sequence[int], groepen: Iterable[Groep], vandaag: date) -> Team:
    """`groepen` of selectors.lijst: the team page and the tabs of the list count the same rows."""
    groepen = list(groepen)
    per_persoon: dict[int | None, list[Groep]] = defaultdict(list)
    for groep in groepen:
        per_persoon[groep.begeleider_id].append(groep)
    waarnemingen = list(komende(vandaag))
    nu = {w.afwezige_id: w for w in waarnemingen if w.van <= vandaag}
    vte = inzet_op(vandaag)
    leden = list(collegas(organisatie_ids, vandaag))
    weg = User.objects.filter(pk__in=[pk for pk in per_persoon if pk is not None]).exclude(
        pk__in=[user.pk for user in leden]
    )
    return Team(
        medewerkers=[_medewerker(user, per_persoon[user.pk], vte, nu.get(user.pk)) for user in leden],
        vertrokken=[
            _medewerker(user, per_persoon[user.pk], {}, None, is_vertrokken=True)
            for user in weg.order_by("last_name", "first_name", "pk")
        ],
        waarnemingen=waarnemingen,
        aantal=_tel(groepen),
        te_laat=_tel(g for g in groepen if g.te_laat),
        wacht_op_intake=_tel(g for g in groepen if g.status == TrajectStatus.AANGEMELD),
        zonder_begeleider=_tel(per_persoon[None]),
    )


def _medewerker(
    user: User,
    groepen: list[Groep],
    vte: dict[int, Decimal],
    waarneming: Waarneming | None,
    *,
    is_vertrokken: bool = False,
) -> Medewerker:
    return Medewerker(
        user_id=user.pk,
        naam=user.naam,
        aantal=_tel(groepen),
        te_laat=_tel(g for g in groepen if g.te_laat),
        wacht_op_intake=_tel(g for g in groepen if g.status == TrajectStatus.AANGEMELD),
        vte=vte.get(user.pk),
        waarneming=waarneming,
        is_vertrokken=is_vertrokken,
    )


def _tel(groepen: Iterable[Groep]) -> int:
    return sum(groep.aantal for groep in groepen)


def inzet_op(datum: date) -> dict[int, Decimal]:
    """{account: VTE} on a day, over the OCMW's in scope; the last row that began counts."""
    vte: dict[tuple[int, int], Decimal] = {}
    rijen = Inzet.objects.filter(van__lte=datum).order_by("van")
    for user_id, eigenaar_id, breuk in rijen.values_list("user_id", "eigenaar_id", "breuk"):
        vte[user_id, eigenaar_id] = breuk
    som: dict[int, Decimal] = defaultdict(Decimal)
    for (user_id, _), breuk in vte.items():
        som[user_id] += breuk
    return dict(som)


def inzetten_van(user_id: int) -> QuerySet[Inzet]:
    return Inzet.objects.filter(user_id=user_id).select_related("eigenaar").order_by("-van", "pk")


def voorstel(medewerkers: Iterable[Medewerker], *, aantal: int = 1, behalve: int | None = None) -> Medewerker | None:
    """Who would carry the lowest load per VTE with `aantal` dossiers more; nobody who is away or has no VTE."""
    keuze = [
        (na, m.naam, m)
        for m in medewerkers
        if m.waarneming is None and m.user_id != behalve and (na := m.na(aantal)) is not None
    ]
    return min(keuze, key=lambda k: k[:2])[2] if keuze else None
