"""How a team works: VTE, somebody on leave, dossiers that changed hands, saved views, obstacles that got lighter."""

from datetime import date, timedelta
from decimal import Decimal

from regie.accounts.models import User
from regie.core.dates import naar_werkdag
from regie.core.models.organisatie import OrganisatieType
from regie.portal.demo.gebieden import Gebied, Ocmw
from regie.portal.demo.oogst import Oogst, tijdstip
from regie.portal.demo.toeval import Toeval
from trajecten.enums import DrempelStatus, Ernst, TrajectStatus
from trajecten.models import Drempel, DrempelCode, Drempelstand, Inzet, Toewijzing, Traject, Waarneming, Weergave

HELPERS = {
    "gezin": OrganisatieType.KINDEROPVANG,
    "gezondheid": OrganisatieType.WELZIJN,
    "financieel": OrganisatieType.WELZIJN,
    "leefsituatie": OrganisatieType.WELZIJN,
    "taal": OrganisatieType.OPLEIDINGSVERSTREKKER,
    "competentie": OrganisatieType.OPLEIDINGSVERSTREKKER,
}
VTE = {"1.00": 4, "0.80": 4, "0.50": 2}
EIGEN = (
    (
        "Art. 60 dat loopt",
        {"tab": "mijn", "status": "LOPEND", "instrument": "ART60"},
        "einde",
        ["instrument", "einde"],
    ),
    ("Lang niet gezien", {"tab": "mijn", "status": "LOPEND"}, "contact", ["instrument", "contact", "termijn"]),
)
TEAM = (
    ("Wacht op intake", {"tab": "team", "status": "AANGEMELD"}, "aangemeld", ["aangemeld", "termijn", "begeleider"]),
    ("Einde in zicht", {"tab": "team", "status": "LOPEND"}, "einde", ["instrument", "einde", "begeleider"]),
)
REDEN = "Herverdeling na de start van een nieuwe collega"


def drempels_verrijken(oogst: Oogst, wereld: Gebied, *, vandaag: date, zaad: str) -> None:
    """Who helps, and how heavy it was before: work on an obstacle makes it lighter."""
    toeval = Toeval(f"{zaad}:{wereld.plan.slug}:drempels")
    rubriek = dict(DrempelCode.objects.order_by("pk").values_list("pk", "rubriek"))
    per_type = {organisatie.type: organisatie for _, organisatie in wereld.partners.values()}
    for drempel in oogst.rijen[Drempel]:
        if drempel.status == DrempelStatus.VASTGESTELD:
            continue
        helper = per_type.get(HELPERS.get(rubriek[drempel.code_id], ""))
        drempel.partner = helper if helper and toeval.kans(0.6) else None
        _verloop(oogst, drempel, toeval, vandaag)


def _verloop(oogst: Oogst, drempel: Drempel, toeval: Toeval, vandaag: date) -> None:
    einde = drempel.gesloten_op or vandaag
    begin = min(drempel.ernst + (1 if toeval.kans(0.6) else 0), Ernst.ZWAAR)
    midden = naar_werkdag(drempel.geopend_op + (einde - drempel.geopend_op) / 2)
    standen = [(drempel.geopend_op, begin, DrempelStatus.VASTGESTELD)]
    if drempel.geopend_op < midden <= einde:
        standen.append((midden, drempel.ernst, DrempelStatus.IN_AANPAK))
    if drempel.gesloten_op:
        standen.append((drempel.gesloten_op, drempel.ernst, DrempelStatus(drempel.status)))
    for datum, ernst, status in standen:
        oogst.neem(
            Drempelstand(
                eigenaar_id=drempel.eigenaar_id,
                drempel=drempel,
                datum=datum,
                ernst=ernst,
                status=status,
                created_at=tijdstip(datum),
            )
        )


def team_maken(wereld: Gebied, *, vandaag: date, zaad: str) -> None:
    """After the dossiers: the people who follow them."""
    toeval = Toeval(f"{zaad}:{wereld.plan.slug}:team")
    for ocmw in wereld.ocmws:
        Inzet.objects.bulk_create(
            Inzet(eigenaar=ocmw.organisatie, user=user, van=date(vandaag.year, 1, 1), breuk=Decimal(toeval.kies(VTE)))
            for user in ocmw.begeleiders
        )
        if ocmw.organisatie.slug == "ocmw-brugge":
            _brugge(ocmw, vandaag)


def _brugge(ocmw: Ocmw, vandaag: date) -> None:
    """What the logins of the demo see: cover that runs, dossiers that are new, one that nobody follows yet."""
    ik, *collegas = ocmw.begeleiders
    lead = User.objects.get(email="teamverantwoordelijke@regiekompas.example")
    Waarneming.objects.create(
        eigenaar=ocmw.organisatie,
        afwezige=collegas[-1],
        waarnemer=ik,
        van=vandaag - timedelta(days=4),
        tot=naar_werkdag(vandaag + timedelta(days=9)),
        reden="verlof",
        door=lead,
    )
    trajecten = Traject.objects.open().filter(eigenaar=ocmw.organisatie)
    nieuw = trajecten.filter(begeleider=ik, status=TrajectStatus.LOPEND).order_by("sorteernaam", "pk")[:2]
    Toewijzing.objects.bulk_create(
        Toewijzing(
            eigenaar=ocmw.organisatie,
            traject=traject,
            van_begeleider=collegas[0],
            naar_begeleider=ik,
            reden=REDEN,
            door=lead,
        )
        for traject in nieuw
    )
    wacht = trajecten.filter(status=TrajectStatus.AANGEMELD).exclude(begeleider=ik).order_by("-aangemeld_op", "pk")
    if laatste := wacht.first():
        Traject.objects.filter(pk=laatste.pk).update(begeleider=None)
    for user, is_team, plannen in ((ik, False, EIGEN), (lead, True, TEAM)):
        for plaats, (naam, filters, sorteer, kolommen) in enumerate(plannen, start=1):
            Weergave.objects.create(
                eigenaar=ocmw.organisatie,
                naam=naam,
                door=user,
                is_team=is_team,
                filters=filters,
                sorteer=sorteer,
                kolommen=kolommen,
                volgorde=plaats,
            )
