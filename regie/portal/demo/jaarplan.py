"""The jaaractieplannen of the demo: last year accounted for, this year under way, next year a concept."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from actieplannen.enums import Meetwijze, Plansoort, Planstatus, Richting, Voortgang
from actieplannen.models import (
    Actie,
    Actiebudget,
    Actieindicator,
    Actiepartner,
    Bewijsstuk,
    Doelstelling,
    Jaaractieplan,
    Kwartaalstand,
    Meting,
)
from actieplannen.selectors.sjablonen import plansjablonen
from actieplannen.services.overnemen import Keuze, plan_uit_plan
from actieplannen.services.plannen import PlanGegevens
from actieplannen.services.sjablonen import plan_uit_sjabloon
from partners.models import Contactpersoon
from regie.accounts.models import User
from regie.cijfers.periode import Periode
from regie.core.dates import einde_van_maand
from regie.core.models import Organisatie
from regie.core.permissions import Rol, Toegang
from regie.portal.demo.gebieden import Gebied
from regie.portal.demo.jaarplan_indicatoren import indicatoren_aanvullen
from regie.portal.demo.jaarplan_levensloop import levensloop_maken
from regie.portal.demo.jaarplan_opvolging import opvolging_maken
from regie.portal.demo.logins import DOMEIN, LOGINS
from regie.portal.demo.oogst import tijdstip
from regie.portal.demo.toeval import Toeval

DATA = Path(__file__).with_name("jaarplan.toml")
ANTWOORD = timedelta(days=9)  # after the end of a quarter
KWARTALEN = (1, 2, 3, 4)
Rij = Mapping[str, Any]


@dataclass
class Mensen:
    """Who and what an action can point at, by address and slug."""

    regisseur: User
    door: Toegang
    users: dict[str, User]
    huizen: dict[str, Organisatie]
    contacten: dict[int, Contactpersoon]


def jaarplannen_maken(wereld: Gebied, *, vandaag: date, toeval: Toeval) -> None:
    mensen = _mensen(wereld)
    if wereld.plan.slug == "brugge":
        _brugge(mensen, vandaag, toeval)
    else:
        _klein(mensen, vandaag)
    indicatoren_aanvullen(vandaag=vandaag)
    opvolging_maken(vandaag=vandaag, regisseur=mensen.regisseur)
    levensloop_maken(door=mensen.door, vandaag=vandaag)


def _mensen(wereld: Gebied) -> Mensen:
    users = {user.email.removesuffix(f"@{DOMEIN}"): user for user in User.objects.filter(email__endswith=f"@{DOMEIN}")}
    regisseur = users[next(login.adres for login in LOGINS if login.naam == wereld.plan.regisseur)]
    huizen = {huis.slug: huis for huis in Organisatie.objects.van_gebied()}
    contacten = {c.organisatie_id: c for c in Contactpersoon.objects.order_by("-naam")}
    door = Toegang(regisseur.pk, wereld.gebied.pk, frozenset({Rol.REGISSEUR}), (), (wereld.regieverband.pk,))
    return Mensen(regisseur, door, users, huizen, contacten)


def _brugge(mensen: Mensen, vandaag: date, toeval: Toeval) -> None:
    data = tomllib.loads(DATA.read_text(encoding="utf-8"))
    for rij in data["actie"]:
        rij["reeks"] = toeval.uuid()
    reeksen = {doel["titel"]: toeval.uuid() for doel in _alle_doelen(data)}
    vorig = Planmaker(mensen, vandaag.year - 1, vandaag, reeksen).vorig_jaar(data)
    nu = Planmaker(mensen, vandaag.year, vandaag, reeksen).dit_jaar(data, vorig)
    _volgend_jaar(nu, mensen)
    _vdab(mensen, vandaag)


def _alle_doelen(data: Rij) -> Iterable[Rij]:
    for strategie in data["strategie"]:
        yield strategie
        yield from strategie["onder"]


@dataclass
class Planmaker:
    mensen: Mensen
    jaar: int
    vandaag: date
    reeksen: Mapping[str, UUID]

    def dit_jaar(self, data: Rij, vorig: Jaaractieplan) -> Jaaractieplan:
        plan = self._plan(Planstatus.GOEDGEKEURD, data["inleiding"], vorig)
        doelen = self._doelen(plan, data)
        for nummer, rij in enumerate(data["actie"], 1):
            actie = self._actie(doelen[rij["doel"]], rij, nummer, rij["voortgang"])
            self.geld(actie, rij["geld"])
            self._partners(actie, rij.get("partners", ()))
            self._tellingen(actie, rij["telling"])
            self._bewijzen(actie, rij["bewijzen"])
            for kwartaal, stand in enumerate(rij["standen"], 1):
                self.stand(actie, kwartaal, *stand)
        return plan

    def vorig_jaar(self, data: Rij) -> Jaaractieplan:
        """Accounted for: only what stood in it then, with how it ended."""
        plan = self._plan(Planstatus.VERANTWOORD, data["inleiding"], None)
        doelen = self._doelen(plan, data)
        for nummer, rij in enumerate((rij for rij in data["actie"] if "vorig" in rij), 1):
            eind = rij["vorig"]
            actie = self._actie(doelen[rij["doel"]], rij, nummer, Voortgang.KLAAR)
            self.geld(actie, [[rij["geld"][0][0], eind["gepland"], eind["besteed"], "0", "0"]])
            self._partners(actie, rij.get("partners", ()))
            eerste = {**rij["telling"][0], "nul": "", "waarden": []}
            self._tellingen(actie, [eerste], eind.get("waarde", ""))
            self._bewijzen(actie, rij["bewijzen"])
            for kwartaal in KWARTALEN[:-1]:
                self.stand(actie, kwartaal, "GROEN", "Loopt zoals gepland.")
            self.stand(actie, KWARTALEN[-1], eind["kleur"], eind["tekst"])
        return plan

    def _plan(self, status: Planstatus, inleiding: str, vorig: Jaaractieplan | None) -> Jaaractieplan:
        return Jaaractieplan.objects.create(
            jaar=self.jaar,
            titel=f"Jaaractieplan regierol {self.jaar}",
            inleiding=inleiding,
            status=status,
            vorig=vorig,
        )

    def _doelen(self, plan: Jaaractieplan, data: Rij) -> dict[str, Doelstelling]:
        doelen = {}
        for nummer, strategie in enumerate(data["strategie"], 1):
            boven = self._doel(plan, None, nummer, strategie)
            for plaats, onder in enumerate(strategie["onder"], 1):
                doelen[onder["sleutel"]] = self._doel(plan, boven, plaats, onder)
        return doelen

    def _doel(self, plan: Jaaractieplan, ouder: Doelstelling | None, nummer: int, rij: Rij) -> Doelstelling:
        return Doelstelling.objects.create(
            plan=plan,
            ouder=ouder,
            volgorde=nummer,
            titel=rij["titel"],
            toelichting=rij.get("toelichting", ""),
            reeks=self.reeksen[rij["titel"]],
        )

    def _actie(self, doelstelling: Doelstelling, rij: Rij, nummer: int, voortgang: str) -> Actie:
        huis = self.mensen.huizen[rij["huis"]]
        van, tot = rij["maanden"]
        return Actie.objects.create(
            doelstelling=doelstelling,
            volgorde=nummer,
            titel=rij["titel"],
            omschrijving=rij["tekst"],
            prioriteit=rij["prioriteit"],
            activiteit=rij["activiteit"],
            gemeenten=rij.get("gemeenten", []),
            trekker_organisatie=huis,
            trekker=self.mensen.users.get(rij.get("trekker", "")),
            trekker_contact=self.mensen.contacten.get(huis.pk) if rij.get("contact") else None,
            start=date(self.jaar, van, 1),
            eind=einde_van_maand(date(self.jaar, tot, 1)),
            voortgang=voortgang,
            bbc_nummer=rij.get("bbc", ""),
            risicos=rij.get("risicos", ""),
            reeks=rij["reeks"],
        )

    def geld(self, actie: Actie, geld: Iterable[list[str]]) -> None:
        for bron, *bedragen in geld:
            gepland, besteed, vte_gepland, vte_besteed = (Decimal(bedrag) for bedrag in bedragen)
            Actiebudget.objects.create(
                actie=actie,
                jaar=self.jaar,
                bron=bron,
                gepland=gepland,
                besteed=besteed,
                vte_gepland=vte_gepland,
                vte_besteed=vte_besteed,
            )

    def _partners(self, actie: Actie, partners: Iterable[list[str]]) -> None:
        for slug, bijdrage in partners:
            Actiepartner.objects.create(actie=actie, organisatie=self.mensen.huizen[slug], bijdrage=bijdrage)

    def _tellingen(self, actie: Actie, tellingen: Iterable[Rij], waarde: str = "") -> None:
        """`waarde`: the one figure at the end of a year that is over."""
        for nummer, rij in enumerate(tellingen, 1):
            indicator = Actieindicator.objects.create(
                actie=actie,
                volgorde=nummer,
                naam=rij["naam"],
                meetwijze=Meetwijze.GEBONDEN if "code" in rij else Meetwijze.HAND,
                code=rij.get("code", ""),
                eenheid=rij.get("eenheid", ""),
                definitie=rij.get("definitie", ""),
                richting=Richting.OMLAAG if rij.get("omlaag") else Richting.OMHOOG,
                nulmeting=Decimal(rij["nul"]) if rij.get("nul") else None,
                streefwaarde=Decimal(rij["streef"]),
                reeks=_reeks_van(actie, nummer),
            )
            for kwartaal, geteld in enumerate(rij.get("waarden", ()), 1):
                self._meting(indicator, kwartaal, geteld)
            if waarde:
                self._meting(indicator, KWARTALEN[-1], waarde)

    def _meting(self, indicator: Actieindicator, kwartaal: int, geteld: str) -> None:
        eind = Periode.kwartaal(self.jaar, kwartaal).eind
        if eind + ANTWOORD > self.vandaag:
            return
        Meting.objects.create(
            indicator=indicator,
            jaar=self.jaar,
            kwartaal=kwartaal,
            op=eind,
            waarde=Decimal(geteld),
            bron="telling van de trekker",
            door=indicator.actie.trekker or self.mensen.regisseur,
        )

    def _bewijzen(self, actie: Actie, bewijzen: Iterable[list[str]]) -> None:
        for soort, titel, dag, *adres in bewijzen:
            datum = date.fromisoformat(f"{self.jaar}-{dag}")
            if datum > self.vandaag:
                continue
            Bewijsstuk.objects.create(
                actie=actie,
                soort=soort,
                titel=titel,
                datum=datum,
                adres=adres[0] if adres else "",
                door=actie.trekker or self.mensen.regisseur,
            )

    def stand(self, actie: Actie, kwartaal: int, kleur: str, tekst: str, afwijking: str = "") -> None:
        eind = Periode.kwartaal(self.jaar, kwartaal).eind
        if eind + ANTWOORD > self.vandaag:
            return
        Kwartaalstand.objects.create(
            actie=actie,
            jaar=self.jaar,
            kwartaal=kwartaal,
            kleur=kleur,
            tekst=tekst,
            afwijking=afwijking,
            gevraagd_op=eind,
            antwoord_tegen=eind + timedelta(days=14),
            beantwoord_op=tijdstip(eind + ANTWOORD, 11, 20),
            door=actie.trekker,
            door_naam=_naam_van(actie),
        )


def _naam_van(actie: Actie) -> str:
    """Of who answered without an account."""
    wie = None if actie.trekker else actie.trekker_contact or actie.trekker_organisatie
    return wie.naam if wie else ""


def _reeks_van(actie: Actie, nummer: int) -> UUID:
    """The same indicator of the same action has the same one every year."""
    return UUID(int=(actie.reeks.int + nummer) % 2**128, version=4)


def _volgend_jaar(nu: Jaaractieplan, mensen: Mensen) -> None:
    """As the regisseur would: the unfinished actions, with the money as a proposal."""
    gegevens = PlanGegevens(nu.jaar + 1, f"Jaaractieplan regierol {nu.jaar + 1}", Plansoort.REGIEROL, nu.inleiding)
    acties = Actie.objects.van_plan(nu).exclude(voortgang__in=[Voortgang.KLAAR, Voortgang.GESTOPT])
    keuze = Keuze(
        frozenset(nu.doelstellingen.values_list("pk", flat=True)),
        frozenset(acties.values_list("pk", flat=True)),
        met_geld=True,
    )
    plan_uit_plan(bron=nu, gegevens=gegevens, keuze=keuze, door=mensen.door)


def _vdab(mensen: Mensen, vandaag: date) -> None:
    """From the template, half taken up: this is what a plan with gaps looks like."""
    sjabloon = plansjablonen()["vdab"]
    titel = sjabloon.voorstel_titel.format(jaar=vandaag.year)
    gegevens = PlanGegevens(vandaag.year, titel, sjabloon.soort, sjabloon.inleiding)
    plan = plan_uit_sjabloon(gegevens=gegevens, sjabloon=sjabloon, door=mensen.door)
    maker = Planmaker(mensen, vandaag.year, vandaag, {})
    for nummer, actie in enumerate(Actie.objects.van_plan(plan).order_by("doelstelling__volgorde", "volgorde")):
        if nummer % 3 == 2:
            continue
        actie.trekker = mensen.users["jobhunter" if nummer % 2 else "regisseur"]
        actie.trekker_organisatie = mensen.huizen["vdab-brugge" if nummer % 2 else "regieverband"]
        actie.voortgang = Voortgang.LOPEND
        actie.save(update_fields=["trekker", "trekker_organisatie", "voortgang"])
        maker.geld(actie, [["VDAB", f"{1500 + 250 * nummer}.00", f"{900 + 125 * nummer}.50", "0.05", "0.05"]])
        for kwartaal in KWARTALEN[:2]:
            maker.stand(actie, kwartaal, "GROEN", "Besproken op het overleg met VDAB. Loopt volgens plan.")
    plan.status = Planstatus.GOEDGEKEURD
    plan.save(update_fields=["status"])


def _klein(mensen: Mensen, vandaag: date) -> None:
    """A young gebied with one small plan: the template, not yet submitted."""
    sjabloon = plansjablonen()["regierol"]
    titel = sjabloon.voorstel_titel.format(jaar=vandaag.year)
    gegevens = PlanGegevens(vandaag.year, titel, sjabloon.soort, sjabloon.inleiding)
    plan = plan_uit_sjabloon(gegevens=gegevens, sjabloon=sjabloon, door=mensen.door)
    houden = {"Rijbewijsproject", "Lerend netwerk trajectbegeleiders", "Casusoverleg met VDAB in elk OCMW"}
    Actie.objects.van_plan(plan).exclude(titel__in=houden).delete()
    Actie.objects.van_plan(plan).update(trekker=mensen.regisseur, trekker_organisatie=mensen.huizen["regieverband"])
