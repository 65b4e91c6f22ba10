"""A plan as a workbook: one sheet per level. Totals are formulas, so who changes an amount sees the sum follow.

Numbers of actions ("1.10") are compared with EXACT: as text, because Excel would take 1.10 and 1.1 for the same.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from uuid import UUID

from xlsxwriter.utility import xl_col_to_name

from actieplannen.enums import Financieringsbron, Standkleur
from actieplannen.exports.rekenblad import EURO, GETAL, VTE, Bedrag, Cel, Formule, Planwerkboek
from actieplannen.models import Kwartaalstand
from actieplannen.selectors.geld import NIETS
from actieplannen.selectors.planbron import Planbron
from actieplannen.selectors.plannen import Tak
from regie.core import notatie

BUDGETKOP = (
    "Actie",
    "Naam",
    "Doelstelling",
    "Prioriteit",
    "Jaar",
    "Bron",
    "Noot",
    "Gepland",
    "Besteed",
    "Over",
    "VTE gepland",
    "VTE ingezet",
)
NR, DOEL, JAAR, GEPLAND, BESTEED, OVER, VTE_GEPLAND, VTE_BESTEED = 0, 2, 4, 7, 8, 9, 10, 11


def maak_planwerkboek(bron: Planbron, standen: Iterable[Kwartaalstand], namen: dict[str, str]) -> bytes:
    """`standen`: every stand of the plan. `namen`: gemeenten by their NIS code."""
    boek = Planwerkboek()
    budget = _Budgetblad(bron)
    boek.blad("Plan", ("Wat", "Waarde"), _planrijen(bron, budget), (34, 60))
    boek.blad(
        "Doelstellingen",
        ("Nummer", "Niveau", "Doelstelling", "Toelichting", "Acties", "Gepland", "Besteed"),
        _doelrijen(bron, budget),
        (10, 14, 50, 60, 8, 15, 15),
    )
    boek.blad("Acties", _ACTIEKOP, _actierijen(bron, budget, namen), _ACTIEBREEDTES)
    boek.blad(
        "Budget", BUDGETKOP, budget.rijen(), (8, 40, 13, 11, 7, 26, 24, 15, 15, 15, 9, 9), totaal=budget.totaalrij()
    )
    boek.blad("Indicatoren", _INDICATORKOP, _indicatorrijen(bron), (8, 40, 18, 50, 11, 11, 11, 26, 12, 40))
    boek.blad("Standen", _STANDKOP, _standrijen(bron, standen), (8, 40, 7, 9, 16, 60, 50, 24, 13))
    boek.blad("Bewijsstukken", _BEWIJSKOP, _bewijsrijen(bron), (6, 8, 50, 22, 12, 50))
    boek.blad("Uitleg", ("Wat", "Uitleg"), _uitleg(bron), (28, 100))
    return boek.sluit()


class _Budgetblad:
    """The amounts, and the formulas of other sheets that add them up."""

    def __init__(self, bron: Planbron) -> None:
        self.bron, self.geld = bron, bron.geld
        self._nummers = {g.actie.pk: g for g in bron.acties}
        self._takken = {tak.doelstelling.pk: tak.nummer for tak in _alle(bron.takken)}
        volgorde = {g.actie.pk: i for i, g in enumerate(bron.acties)}
        self.regels = sorted(self.geld.regels, key=lambda r: (volgorde[r.actie_id], r.jaar, r.bron, r.noot))
        self.laatste = len(self.regels) + 1

    def rijen(self) -> Iterable[Sequence[Cel]]:
        for nr, regel in enumerate(self.regels, 2):
            genummerd, b = self._nummers[regel.actie_id], regel.bedragen
            yield (
                genummerd.nummer,
                genummerd.actie.titel,
                self._takken[regel.doelstelling_id],
                regel.prioriteit,
                regel.jaar,
                Financieringsbron(regel.bron).label,
                regel.noot,
                Bedrag(b.gepland),
                Bedrag(b.besteed),
                Formule(f"={_kolom(GEPLAND)}{nr}-{_kolom(BESTEED)}{nr}", b.rest),
                Bedrag(b.vte_gepland, VTE),
                Bedrag(b.vte_besteed, VTE),
            )

    def totaalrij(self) -> Sequence[Cel]:
        t = self.geld.totaal
        if not self.regels:
            return ()
        som = {GEPLAND: t.gepland, BESTEED: t.besteed, OVER: t.rest}
        vte = {VTE_GEPLAND: t.vte_gepland, VTE_BESTEED: t.vte_besteed}
        rij: list[Cel] = ["Samen", *[None] * (len(BUDGETKOP) - 1)]
        for kolom, waarde in (som | vte).items():
            letter = _kolom(kolom)
            vorm = VTE if kolom in vte else EURO
            rij[kolom] = Formule(f"=SUM({letter}2:{letter}{self.laatste})", waarde, vorm)
        return rij

    def som(self, kolom: int, waarde: Decimal, *, cel: str = "", onder: str = "", vorm: str = EURO) -> Cel:
        """The plan year: of everything, of the action whose number is in `cel`, or of what begins with `onder`."""
        if not self.regels:
            return Bedrag(waarde, vorm)
        delen = [f"({self._bereik(JAAR)}={self.bron.plan.jaar})"]
        if cel:
            delen.append(f"EXACT({self._bereik(NR)},{cel})")
        if onder:
            delen.append(f'(LEFT({self._bereik(NR)},LEN({onder})+1)={onder}&".")')
        return Formule(f"=SUMPRODUCT({'*'.join(delen)}*{self._bereik(kolom)})", waarde, vorm)

    def _bereik(self, kolom: int) -> str:
        return f"Budget!${_kolom(kolom)}$2:${_kolom(kolom)}${self.laatste}"


def _kolom(nr: int) -> str:
    return str(xl_col_to_name(nr))


def _alle(takken: Iterable[Tak]) -> list[Tak]:
    return [een for tak in takken for een in (tak, *_alle(tak.takken))]


def _planrijen(bron: Planbron, budget: _Budgetblad) -> Iterable[Sequence[Cel]]:
    plan, geld = bron.plan, bron.geld.planjaar
    return (
        ("Plan", plan.titel),
        ("Regiegebied", bron.gebied.naam),
        ("Jaar", plan.jaar),
        ("Soort", plan.get_soort_display()),
        ("Status", plan.get_status_display()),
        ("Waar dit plan naartoe wil", plan.inleiding),
        ("Acties", len(bron.acties)),
        (f"Gepland in {plan.jaar}", budget.som(GEPLAND, geld.gepland)),
        (f"Besteed in {plan.jaar}", budget.som(BESTEED, geld.besteed)),
        (f"VTE gepland in {plan.jaar}", budget.som(VTE_GEPLAND, geld.vte_gepland, vorm=VTE)),
        ("Gemaakt op", bron.vandaag),
    )


def _doelrijen(bron: Planbron, budget: _Budgetblad) -> Iterable[Sequence[Cel]]:
    per_actie = bron.geld.per_actie(bron.plan.jaar)
    for nr, tak in enumerate(_alle(bron.takken), 2):
        som = sum((per_actie.get(g.actie.pk, NIETS) for g in tak.alle_acties), NIETS)
        yield (
            tak.nummer,
            "operationeel" if tak.doelstelling.ouder_id else "strategisch",
            tak.doelstelling.titel,
            tak.doelstelling.toelichting,
            len(tak.alle_acties),
            budget.som(GEPLAND, som.gepland, onder=f"A{nr}"),
            budget.som(BESTEED, som.besteed, onder=f"A{nr}"),
        )


_ACTIEKOP = (
    "Nummer",
    "Actie",
    "Omschrijving",
    "Prioriteit",
    "Soort",
    "Waar",
    "Trekker",
    "Partners",
    "Begint op",
    "Klaar tegen",
    "Voortgang",
    "Laatste stand",
    "BBC-nummer",
    "Gepland",
    "Besteed",
    "Risico's",
)
_ACTIEBREEDTES = (8, 40, 60, 11, 22, 24, 28, 30, 12, 12, 13, 16, 14, 15, 15, 40)


def _actierijen(bron: Planbron, budget: _Budgetblad, namen: dict[str, str]) -> Iterable[Sequence[Cel]]:
    per_actie = bron.geld.per_actie(bron.plan.jaar)
    for nr, g in enumerate(bron.acties, 2):
        a, geld = g.actie, per_actie.get(g.actie.pk, NIETS)
        stand = bron.standen.get(a.pk)
        yield (
            g.nummer,
            a.titel,
            a.omschrijving,
            a.prioriteit,
            a.get_activiteit_display(),
            ", ".join(namen.get(nis, nis) for nis in a.gemeenten) or "het hele gebied",
            str(a.trekker_organisatie or ""),
            ", ".join(bron.partners.get(a.pk, [])),
            a.start,
            a.eind,
            a.get_voortgang_display(),
            Standkleur(stand.kleur).label if stand else "geen stand",
            a.bbc_nummer,
            budget.som(GEPLAND, geld.gepland, cel=f"A{nr}"),
            budget.som(BESTEED, geld.besteed, cel=f"A{nr}"),
            a.risicos,
        )


_INDICATORKOP = (
    "Actie",
    "Indicator",
    "Hoe gemeten",
    "Wat telt mee",
    "Nulmeting",
    "Streefdoel",
    "Stand",
    "Waarom niet getoond",
    "Peildatum",
    "Bron",
)


def _indicatorrijen(bron: Planbron) -> Iterable[Sequence[Cel]]:
    for g in bron.acties:
        for stand in bron.indicatoren.get(g.actie.pk, []):
            rij = stand.indicator
            yield (
                g.nummer,
                rij.naam,
                rij.get_meetwijze_display(),
                " ".join(deel for deel in (stand.definitie, stand.filter) if deel),
                Bedrag(rij.nulmeting, GETAL),
                Bedrag(stand.streef, GETAL),
                Bedrag(stand.waarde, GETAL) if stand.waarde is not None else stand.getoond,
                stand.reden,
                stand.peildatum,
                stand.bron,
            )


_STANDKOP = ("Actie", "Naam", "Jaar", "Kwartaal", "Stand", "Hoe het loopt", "Afwijking", "Door", "Beantwoord op")


def _standrijen(bron: Planbron, standen: Iterable[Kwartaalstand]) -> Iterable[Sequence[Cel]]:
    nummers = {g.actie.pk: g for g in bron.acties}
    gegeven = [stand for stand in standen if stand.kleur and stand.actie_id in nummers]
    volgorde: dict[UUID, int] = {g.actie.pk: i for i, g in enumerate(bron.acties)}
    for stand in sorted(gegeven, key=lambda s: (volgorde[s.actie_id], s.jaar, s.kwartaal)):
        g = nummers[stand.actie_id]
        yield (
            g.nummer,
            g.actie.titel,
            stand.jaar,
            stand.kwartaal,
            Standkleur(stand.kleur).label,
            stand.tekst,
            stand.afwijking,
            stand.door_naam,
            stand.beantwoord_op,
        )


_BEWIJSKOP = ("Nr.", "Actie", "Wat", "Soort", "Datum", "Webadres")


def _bewijsrijen(bron: Planbron) -> Iterable[Sequence[Cel]]:
    nummers = {g.actie.pk: g.nummer for g in bron.acties}
    for i, bewijs in enumerate(bron.bewijzen, 1):
        yield i, nummers[bewijs.actie_id], bewijs.titel, bewijs.get_soort_display(), bewijs.datum, bewijs.adres


def _uitleg(bron: Planbron) -> Iterable[Sequence[Cel]]:
    jaren = [str(jaar) for jaar in bron.geld.andere_jaren]
    if jaren:
        gepland = notatie.euro(sum(bron.geld.bedragen_andere_jaren, NIETS).gepland)
        yield "Andere jaren", f"Op het blad Budget staat ook {gepland}, gepland in {notatie.opsomming(jaren)}."
    yield "Sommen", "Elke som is een formule. Pas een bedrag aan op het blad Budget en de sommen volgen."
    yield (
        "Cijfers",
        "Een cijfer uit Regiekompas dat te klein is om te tonen, staat er als tekst, met de reden ernaast.",
    )
    yield "Stand", "De laatste kwartaalstand die de trekker gaf."
