"""From a momentopname to the parts of the rapport. Reads the snapshot alone: the same in ten years."""

from datetime import date, datetime
from itertools import count
from typing import Any

from django.utils import timezone
from django.utils.text import capfirst

from rapportage.enums import Onderdeel
from rapportage.inhoud import zinnen
from rapportage.inhoud.bouwstenen import (
    Alinea,
    Cijferblok,
    Deel,
    Figuur,
    Hoofdstuk,
    Inhoud,
    Kolommen,
    Rij,
    Samen,
    Signaalblok,
    Signaalregel,
    Tabelblok,
    Tegelblok,
    Tegeltekst,
    Zinnenblok,
)
from rapportage.inhoud.momentopname import momentopname_sha256
from regie.core import notatie
from regie.core.grafieken import (
    Bulletgrafiek,
    BulletRij,
    Grafiek,
    Lijngrafiek,
    Reeks,
    Staaf,
    Staafgrafiek,
)

WOORDEN = {"dringend": "Dringend", "letop": "Let op", "info": "Ter info"}
SIGNALEN, OCMWS_PER_SIGNAAL = 3, 3
VERBORGEN = "niet getoond"
MINSTE_STAVEN = 3
HALF, VOL, LAAG = 360, 640, 880  # the wider a drawing is made, the lower it stands on the same sheet


def bouw_inhoud(momentopname: dict[str, Any]) -> Inhoud:
    return _Opbouw(momentopname).inhoud()


def dag(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


class _Opbouw:
    def __init__(self, momentopname: dict[str, Any]) -> None:
        self.bron = momentopname
        self.cijfers = momentopname["cijfers"]
        self.figuren, self.tabellen = count(1), count(1)

    def inhoud(self) -> Inhoud:
        gebied, rapport = self.bron["gebied"], self.bron["rapport"]
        inwoners = f"{notatie.getal(gebied['inwoners'])} inwoners op {notatie.datum(dag(gebied['inwoners_op']))}"
        return Inhoud(
            titel=f"Voortgangsrapport {self.bron['periode']['label']}",
            periode=self.bron["periode"]["label"],
            gebied=gebied["naam"],
            gemeenten=tuple(gebied["gemeenten"]),
            inwoners=inwoners if gebied["inwoners_op"] else "",
            peildatum=notatie.datum(dag(self.bron["peildatum"])),
            opgemaakt=notatie.datum(timezone.localtime(datetime.fromisoformat(rapport["opgemaakt_op"]))),
            contact=gebied["contact"],
            versie=rapport["versie"],
            correctie=rapport["correctie_reden"],
            hoofdstukken=tuple(
                Hoofdstuk(code, Onderdeel(code).label, tuple(HOOFDSTUKKEN[code](self)))
                for code in rapport["onderdelen"]
            ),
            definities=tuple(self.bron["definities"]),
            bronnen=tuple(dict.fromkeys(d["bron"] for d in self.bron["definities"])),
            onderdrukking=self.bron["onderdrukking"],
            versies=tuple({**v, "op": notatie.datum(dag(v["op"]))} for v in rapport["versies"]),
            vingerafdruk=momentopname_sha256(self.bron),
        )

    # the chapters

    def oogopslag(self) -> list[Deel]:
        kern, jaar = self.cijfers["kern"]["tegels"], self.cijfers["kern_vorig_jaar"]["tegels"]
        tegels = tuple(_tegel(nu, toen) for nu, toen in zip(kern, jaar, strict=True))
        delen: list[Deel] = [Tegelblok(tegels, _bron(self.cijfers["vergelijking"]))]
        naast_elkaar: list[Deel] = []
        if tekst := zinnen.samenvatting(self.cijfers):
            naast_elkaar.append(Zinnenblok("Wat valt op", tuple(tekst)))
        if regels := _signalen(self.cijfers["signalen"]["signalen"]):
            op = notatie.datum(dag(self.cijfers["signalen"]["peildatum"]))
            naast_elkaar.append(Signaalblok(f"Aandachtspunten op {op}", regels))
        if naast_elkaar:
            delen.append(Kolommen(tuple(naast_elkaar)) if len(naast_elkaar) == 2 else naast_elkaar[0])
        return [*delen, self.tabel("vergelijking", "De OCMW's naast elkaar")]

    def instroom(self) -> list[Deel]:
        reeks = self.cijfers["reeks"]
        grafiek = Lijngrafiek(
            titel=reeks["titel"],
            omschrijving="Lijngrafiek per maand over dertien maanden. De cijfers staan in de tabel eronder.",
            x_labels=reeks["labels"],
            reeksen=[Reeks(r["label"], [g["waarde"] for g in r["getallen"]]) for r in reeks["reeksen"]],
            leeg=VERBORGEN,
        )
        maanden = Tabelblok(
            next(self.tabellen),
            "Instroom, doorstroom en stopzetting per maand",
            "",
            tuple(reeks["labels"]),
            tuple(Rij(r["label"], tuple(g["getoond"] for g in r["getallen"])) for r in reeks["reeksen"]),
            noten=(reeks["telling"],) if reeks["telling"] else (),
            klasse="maanden",
        )
        return [
            self.figuur(grafiek, reeks["titel"], _bron(reeks)),
            maanden,
            self.tabel("instroom_instrument", "Instroom en start per instrument"),
        ]

    def lopend(self) -> list[Deel]:
        tabel = self.cijfers["lopend"]
        totaal = _totaalrij(tabel)
        fasen = [(rij["label"], rij["cellen"][-1]) for rij in tabel["rijen"] if not rij["is_totaal"]]
        instrumenten = list(zip([k["label"] for k in tabel["kolommen"]][:-1], totaal["cellen"][:-1], strict=True))
        links = _staven(fasen, _vind_titel("De meeste trajecten zitten in de fase", fasen), "Fase")
        rechts = _staven(
            sorted((p for p in instrumenten if p[1]["waarde"] != 0), key=lambda p: -(p[1]["waarde"] or 0)),
            _vind_titel("Het meest gebruikte instrument is", instrumenten),
            "Instrument",
        )
        aantal = totaal["cellen"][-1]["getoond"]
        return [
            Alinea(
                f"Op {notatie.datum(dag(tabel['peildatum']))} zijn er {aantal} trajecten in behandeling.", "inleiding"
            ),
            Kolommen(
                (
                    self.figuur(links, links.titel, _bron(tabel), HALF),
                    self.figuur(rechts, rechts.titel, _bron(tabel), HALF),
                )
            ),
            self.tabel("lopend", "Trajecten in behandeling per fase en instrument"),
        ]

    def art60(self) -> list[Deel]:
        tabel = self.cijfers["art60"]
        kolom = {k["code"]: i for i, k in enumerate(tabel["kolommen"])}
        rijen = [rij for rij in tabel["rijen"] if not rij["is_totaal"]]
        toegekend, gestart = kolom["quotum_toegekend"], kolom["quotum_vst"]
        met_quotum = [rij for rij in rijen if rij["cellen"][toegekend]["waarde"]]
        delen: list[Deel] = []
        if met_quotum:
            grafiek = Bulletgrafiek(
                titel=_quotumtitel(_totaalrij(tabel), toegekend, gestart),
                omschrijving="Per OCMW een balk met het gebruikte deel van het toegekende quotum.",
                rijen=[
                    BulletRij(r["label"], r["cellen"][gestart]["waarde"], r["cellen"][toegekend]["waarde"])
                    for r in met_quotum
                ],
                x_titel="OCMW",
                leeg=_woord([r["cellen"][gestart] for r in met_quotum]),
            )
            delen.append(self.figuur(grafiek, grafiek.titel, _bron(tabel), LAAG))
        delen.append(self.tabel("art60", "Art. 60 en quota per OCMW"))
        delen.append(self.tabel("art60_categorie", "Lopende plaatsingen art. 60 per soort gebruiker"))
        return delen

    def uitstroom(self) -> list[Deel]:
        tabel = self.cijfers["uitstroom"]
        groepen = [(rij["label"], rij["cellen"][-1]) for rij in tabel["rijen"] if not rij["is_totaal"]]
        tegel = next(t for t in self.cijfers["kern"]["tegels"] if t["code"] == "doorstroom")
        delen: list[Deel] = [Cijferblok(tuple(_ratio(g, self.definitie(g["definitie"])) for g in tegel["ratios"]))]
        if _is_te_tekenen(groepen):
            grafiek = _staven(groepen, _vind_titel("De grootste groep:", groepen), "Bestemming")
            delen.append(self.figuur(grafiek, grafiek.titel, _bron(tabel), LAAG))
        delen.append(self.tabel("uitstroom", "Uitstroom per bestemming en instrument"))
        return [*delen, *self._cohorten()]

    def _cohorten(self) -> list[Deel]:
        tabel = self.cijfers["cohorten"]
        metingen = [(rij["label"], rij["cellen"][-1]) for rij in tabel["rijen"]]
        getoond = [(label, getal) for label, getal in metingen if getal["waarde"] is not None]
        if not getoond:
            return [self.tabel("cohorten", "Duurzame doorstroom")]
        label, laatste = getoond[-1]
        titel = f"{capfirst(label)} is {laatste['getoond']} van de doorstroom nog aan het werk"
        grafiek = Staafgrafiek(
            titel=titel,
            omschrijving="Staafdiagram per meetmoment. De cijfers staan in de tabel eronder.",
            staven=[Staaf(capfirst(naam), getal["waarde"]) for naam, getal in metingen],
            eenheid="%",
            decimalen=1,
            x_titel=tabel["rijkop"],
            y_titel="Duurzaam",
            leeg=VERBORGEN,
        )
        figuur = self.figuur(grafiek, titel, _bron(tabel), LAAG)
        return [Samen((figuur, self.tabel("cohorten", "Duurzame doorstroom")))]

    # helpers that number what they make

    def figuur(self, grafiek: Grafiek, titel: str, bron: str, breedte: int = VOL) -> Figuur:
        return Figuur(next(self.figuren), titel, grafiek, bron, breedte)

    def tabel(self, naam: str, titel: str) -> Tabelblok:
        tabel = self.cijfers[naam]
        return Tabelblok(
            next(self.tabellen),
            tabel["titel"] or titel,
            tabel["rijkop"],
            tuple(capfirst(kolom["label"]) for kolom in tabel["kolommen"]),
            tuple(
                Rij(
                    capfirst(rij["label"]),
                    tuple(g["getoond"] for g in rij["cellen"]),
                    rij["is_totaal"],
                    rij["opmerking"],
                )
                for rij in tabel["rijen"]
            ),
            _bron(tabel),
            tuple(tabel["noten"]),
            _klasse(len(tabel["kolommen"])),
        )

    def definitie(self, code: str) -> dict[str, str]:
        return next((d for d in self.bron["definities"] if d["code"] == code), {"naam": code, "noemer": ""})


HOOFDSTUKKEN = {
    Onderdeel.OOGOPSLAG: _Opbouw.oogopslag,
    Onderdeel.INSTROOM: _Opbouw.instroom,
    Onderdeel.LOPEND: _Opbouw.lopend,
    Onderdeel.ART60: _Opbouw.art60,
    Onderdeel.UITSTROOM: _Opbouw.uitstroom,
}


def _bron(deel: dict[str, Any]) -> str:
    return f"Bron: {deel['bron']}. Peildatum {notatie.datum(dag(deel['peildatum']))}."


def _tegel(nu: dict[str, Any], toen: dict[str, Any]) -> Tegeltekst:
    deltas = [tegel["delta"] for tegel in (nu, toen) if tegel["delta"]]
    verschillen = tuple(dict.fromkeys(delta["woorden"] for delta in deltas if delta["woorden"]))
    return Tegeltekst(nu["label"], nu["getal"]["getoond"], nu["detail"], verschillen, nu["getal"]["reden"])


def _ratio(getal: dict[str, Any], definitie: dict[str, str]) -> Tegeltekst:
    noemer = f"noemer: {notatie.getal(getal['n'])}" if getal["n"] is not None else getal["reden"]
    return Tegeltekst(definitie["naam"], getal["getoond"], definitie["noemer"], (noemer,) if noemer else ())


def _signalen(signalen: list[dict[str, Any]]) -> tuple[Signaalregel, ...]:
    """The most urgent subjects, each once, with the OCMW's it is about."""
    per_titel: dict[str, list[dict[str, Any]]] = {}
    for signaal in signalen:
        per_titel.setdefault(signaal["titel"], []).append(signaal)
    return tuple(_signaalregel(titel, groep) for titel, groep in list(per_titel.items())[:SIGNALEN])


def _signaalregel(titel: str, groep: list[dict[str, Any]]) -> Signaalregel:
    delen = [f"{s['organisatie']} ({s['tekst']})" for s in groep[:OCMWS_PER_SIGNAAL]]
    if (rest := len(groep) - OCMWS_PER_SIGNAAL) > 0:
        delen.append(f"en nog {notatie.meervoud(rest, 'ander', 'andere')}")
    soort = groep[0]["soort"]
    return Signaalregel(soort, WOORDEN[soort], titel, f"{', '.join(delen)}.", groep[0]["deadline_tekst"])


def _klasse(kolommen: int) -> str:
    """How a table is laid out: many columns need a smaller letter, one or two should not drift apart."""
    if kolommen > 6:
        return "breed"
    return "smal" if kolommen <= 2 else ""


def _woord(getallen: list[dict[str, Any]]) -> str:
    """What a drawing says for a hidden figure: "< 5" when that is all that was hidden."""
    verborgen = {getal["getoond"].split(" / ")[0] for getal in getallen if getal["waarde"] is None}
    return verborgen.pop() if len(verborgen) == 1 and verborgen != {notatie.GEEN} else VERBORGEN


def _is_te_tekenen(paren: list[tuple[str, dict[str, Any]]]) -> bool:
    """A drawing of nothing but hidden bars says less than its table."""
    return sum(1 for _, getal in paren if getal["waarde"]) >= MINSTE_STAVEN


def _totaalrij(tabel: dict[str, Any]) -> dict[str, Any]:
    return next(rij for rij in tabel["rijen"] if rij["is_totaal"])


def _staven(paren: list[tuple[str, dict[str, Any]]], titel: str, wat: str) -> Staafgrafiek:
    return Staafgrafiek(
        titel=titel,
        omschrijving=f"Staafdiagram per {wat.lower()}. De cijfers staan in de tabel eronder.",
        staven=[Staaf(capfirst(label), getal["waarde"]) for label, getal in paren],
        x_titel=wat,
        leeg=VERBORGEN,
    )


def _vind_titel(begin: str, paren: list[tuple[str, dict[str, Any]]]) -> str:
    """The finding; without a figure that may be shown, what the drawing is about."""
    gevonden = zinnen.grootste(paren)
    if gevonden is None:
        return "Er is niets dat we kunnen tonen zonder iemand herkenbaar te maken"
    return f"{begin} {gevonden[0].lower() if begin.endswith('fase') else gevonden[0]} ({gevonden[1]['getoond']})"


def _quotumtitel(totaal: dict[str, Any], toegekend: int, gestart: int) -> str:
    gebruikt, mag = totaal["cellen"][gestart], totaal["cellen"][toegekend]
    if gebruikt["waarde"] is None:
        return "Gebruik van het quotum art. 60 VST per OCMW"
    return f"De regio gebruikte {gebruikt['getoond']} van de {mag['getoond']} toegekende plaatsen art. 60 VST"
