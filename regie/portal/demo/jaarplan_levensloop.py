"""How the plans of the demo got where they are: steps with versions, an amendement, decisions of councils."""

from datetime import date, timedelta
from typing import Any

from actieplannen.enums import Plansoort, Planstatus, Raadsuitspraak
from actieplannen.models import (
    Amendement,
    Jaaractieplan,
    Planstap,
    Planversie,
    Raadsbesluit,
    Verbeterpunt,
)
from actieplannen.selectors.inhoud import inhoud_van
from actieplannen.selectors.raden import gemeenten_van_jaar
from regie.core.notatie import datum
from regie.core.permissions import Toegang
from regie.portal.demo.oogst import tijdstip

WEG = {  # (from, to, days before or after 1 January of the year of the plan)
    Planstatus.GOEDGEKEURD: (("CONCEPT", "INGEDIEND", -45), ("INGEDIEND", "GOEDGEKEURD", -8)),
    Planstatus.VERANTWOORD: (
        ("CONCEPT", "INGEDIEND", -70),
        ("INGEDIEND", "CONCEPT", -58),
        ("CONCEPT", "INGEDIEND", -44),
        ("INGEDIEND", "GOEDGEKEURD", -12),
        ("GOEDGEKEURD", "UITGEVOERD", 372),
        ("UITGEVOERD", "VERANTWOORD", 430),
    ),
}
MET_VERSIE = {"INGEDIEND": "ingediend", "GOEDGEKEURD": "goedgekeurd", "VERANTWOORD": "verantwoord"}
OPMERKINGEN = ("Zeg bij WSE-LR3 welke ondernemers meewerken.", "Zet bij elke actie een streefwaarde.")
WSE = "Departement WSE"


def levensloop_maken(*, door: Toegang, vandaag: date) -> None:
    """Every plan that is past a concept gets the way it went."""
    for plan in Jaaractieplan.objects.exclude(status=Planstatus.CONCEPT).order_by("jaar", "titel"):
        inhoud = inhoud_van(plan)
        if plan.soort == Plansoort.REGIEROL:
            _raden(plan, vandaag)
            if plan.status == Planstatus.GOEDGEKEURD:
                _amendement(plan, inhoud, door)
        _stappen(plan, inhoud, door)


def _stappen(plan: Jaaractieplan, inhoud: dict[str, Any], door: Toegang) -> None:
    nieuwjaar = date(plan.jaar, 1, 1)
    for van, naar, dagen in WEG[Planstatus(plan.status)]:
        terug = naar == "CONCEPT"
        buiten = naar == "GOEDGEKEURD" or terug
        stap = Planstap.objects.create(
            plan=plan,
            van=van,
            naar=naar,
            datum=nieuwjaar + timedelta(days=dagen),
            opmerkingen="\n".join(OPMERKINGEN) if terug else "",
            beslist_door=WSE if buiten else "",
            kenmerk=f"WSE/{plan.jaar - 1}/{plan.soort}" if naar == "GOEDGEKEURD" else "",
            door_id=door.user_id,
        )
        if terug:
            for nummer, tekst in enumerate(OPMERKINGEN, 1):
                Verbeterpunt.objects.create(
                    stap=stap, volgorde=nummer, tekst=tekst, klaar_op=stap.datum, klaar_door_id=door.user_id
                )
        if naar in MET_VERSIE:
            nummer = Planversie.objects.filter(plan=plan).count() + 1
            Planversie.objects.create(
                plan=plan,
                nummer=nummer,
                status=naar,
                reden=MET_VERSIE[naar],
                inhoud=inhoud,
                door_id=door.user_id,
                created_at=tijdstip(stap.datum, 14, 5),
            )


def _raden(plan: Jaaractieplan, vandaag: date) -> None:
    """All decided in a year that is over; this year two are still to be asked."""
    gemeenten = gemeenten_van_jaar(plan.jaar)
    for nummer, gemeente in enumerate(gemeenten):
        dag = date(plan.jaar - 1, 11, 16) + timedelta(days=nummer * 3)
        beslist = plan.status == Planstatus.VERANTWOORD or nummer < len(gemeenten) - 2
        uitspraak = Raadsuitspraak.MET_OPMERKINGEN if nummer == 2 else Raadsuitspraak.GOEDGEKEURD
        Raadsbesluit.objects.create(
            plan=plan,
            gemeente=gemeente,
            geagendeerd_op=min(dag, vandaag),
            datum=min(dag, vandaag) if beslist else None,
            uitspraak=uitspraak if beslist else "",
            kenmerk=f"{dag.year}_GR_{dag.month:02}{nummer:02}" if beslist else "",
            noot="De raad vraagt een tussentijds verslag in juni." if beslist and nummer == 2 else "",
        )


def _amendement(plan: Jaaractieplan, inhoud: dict[str, Any], door: Toegang) -> None:
    """One action was to end in September; what was approved still says so."""
    rij = next((rij for rij in inhoud["acties"] if rij["eind"] == f"{plan.jaar}-12-31"), None)
    if rij is None:
        return
    eind, rij["eind"] = date.fromisoformat(rij["eind"]), f"{plan.jaar}-09-30"
    Amendement.objects.create(
        plan=plan,
        nummer=1,
        actie_reeks=rij["reeks"],
        onderwerp=rij["titel"],
        wijzigingen=[["klaar tegen", f"30/09/{plan.jaar}", datum(eind)]],
        reden="De zaal van de partner was pas in het najaar vrij. De stuurgroep ging akkoord om te verlengen.",
        door_id=door.user_id,
        created_at=tijdstip(date(plan.jaar, 6, 17), 15, 40),
    )
