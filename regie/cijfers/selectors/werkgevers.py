"""The coordinated approach of employers in figures (domein.md 6.2): contacts, places asked and filled, satisfaction.

Cards and contacts are read by the whole gebied, so these figures need no dossier; only what lasts does, and that is
asked where the other pages ask it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean, median

from partners.enums import Contactresultaat
from partners.models import Behoefte, Contactmoment, Tevredenheid
from regie.cijfers.getal import Getal, Kolom, Rij, Tabel, Tegel, aantal, verborgen
from regie.cijfers.indicatoren import CONTACTEN, INDICATOREN
from regie.cijfers.onderdrukking import Drempels, drempels, telling, verhouding, verschil
from regie.cijfers.periode import Periode
from regie.core import notatie
from regie.core.models import Organisatie
from regie.core.names import sorteersleutel
from regie.core.parameters import waarde

NIETS = "Nog niets geregistreerd in deze periode."


@dataclass(frozen=True, slots=True)
class Contact:
    werkgever: object
    organisatie: int
    datum: date
    bereikt: bool


@dataclass(frozen=True, slots=True)
class Werkgeverfeiten:
    """Everything a period is counted from."""

    contacten: tuple[Contact, ...]
    dubbel: tuple[Contact, ...]
    plaatsen: int
    ingevuld: int
    met_jobontwerp: int
    dagen: tuple[int, ...]
    scores: tuple[int, ...]

    @property
    def bereikt(self) -> int:
        return len({contact.werkgever for contact in self.contacten if contact.bereikt})


def feiten(periode: Periode, peildatum: date) -> Werkgeverfeiten:
    """Five queries, whatever the number of employers."""
    termijn = int(waarde("contact_waarschuwing", op=peildatum))
    alle = _contacten(periode.start - timedelta(days=termijn), peildatum)
    contacten = tuple(contact for contact in alle if contact.datum >= periode.start)
    gevraagd = list(
        Behoefte.objects.gepubliceerd()
        .plaatsen()
        .filter(gepubliceerd_op__gte=periode.start, gepubliceerd_op__lte=peildatum)
        .values_list("aantal", "aantal_ingevuld", "jobontwerp_id", "jobcarving")
    )
    met_ontwerp = [ingevuld for _, ingevuld, ontwerp, carving in gevraagd if ontwerp is not None or carving]
    klaar = (
        Behoefte.objects.gepubliceerd()
        .plaatsen()
        .filter(ingevuld_op__gte=periode.start, ingevuld_op__lte=peildatum, gepubliceerd_op__isnull=False)
    )
    scores = Tevredenheid.objects.filter(datum__gte=periode.start, datum__lte=peildatum)
    return Werkgeverfeiten(
        contacten=contacten,
        dubbel=tuple(dubbele(contacten, alle, termijn)),
        plaatsen=sum(rij[0] for rij in gevraagd),
        ingevuld=sum(rij[1] for rij in gevraagd),
        met_jobontwerp=sum(met_ontwerp),
        dagen=tuple(dagen for rij in klaar.order_by("pk") if (dagen := rij.dagen_tot_ingevuld) is not None),
        scores=tuple(scores.order_by("pk").values_list("score", flat=True)),
    )


def _contacten(van: date, tot: date) -> list[Contact]:
    rijen = Contactmoment.objects.geldig().tussen(van, tot).order_by("datum", "created_at", "pk")
    kolommen = rijen.values_list("werkgever_id", "organisatie_id", "datum", "resultaat")
    return [
        Contact(werkgever, organisatie, op, resultaat != Contactresultaat.NIET_BEREIKT)
        for werkgever, organisatie, op, resultaat in kolommen
    ]


def dubbele(contacten: Iterable[Contact], alle: Sequence[Contact], dagen: int) -> list[Contact]:
    """Those with another organisatie before them, within so many days. `alle` is in order of time."""
    per_werkgever: dict[object, list[Contact]] = defaultdict(list)
    plaats: dict[int, int] = {}
    for contact in alle:
        plaats[id(contact)] = len(per_werkgever[contact.werkgever])
        per_werkgever[contact.werkgever].append(contact)
    gevonden = []
    for contact in contacten:
        eerdere = per_werkgever[contact.werkgever][: plaats[id(contact)]]
        vanaf = bisect_left(eerdere, contact.datum - timedelta(days=dagen), key=lambda ander: ander.datum)
        if any(ander.organisatie != contact.organisatie for ander in eerdere[vanaf:]):
            gevonden.append(contact)
    return gevonden


def werkgevertegels(
    nu: Werkgeverfeiten, toen: Werkgeverfeiten | None, *, peildatum: date, dan: str, is_onaf: bool
) -> tuple[Tegel, ...]:
    """The seven figures of the employer approach; `toen` is the period to compare with, called `dan`."""
    d = drempels(peildatum)
    getallen, vorige = _getallen(nu, d), _getallen(toen, d) if toen else {}
    details = _details(nu)
    return tuple(
        Tegel(
            code=code,
            label=INDICATOREN[code].naam,
            getal=getal,
            detail=details.get(code, "") if getal.is_getoond else getal.reden,
            delta=verschil(getal, vorige[code], dan, is_onaf=is_onaf) if code in vorige else None,
            bron=INDICATOREN[code].bron,
            peildatum=peildatum,
        )
        for code, getal in getallen.items()
    )


def _getallen(feit: Werkgeverfeiten, d: Drempels) -> dict[str, Getal]:
    return {
        "werkgevers_bereikt": aantal(feit.bereikt, "werkgevers_bereikt"),
        "contacten_dubbel": aantal(len(feit.dubbel), "contacten_dubbel"),
        "plaatsen_gevraagd": aantal(feit.plaatsen, "plaatsen_gevraagd"),
        "plaatsen_ingevuld": telling(feit.ingevuld, d, "plaatsen_ingevuld"),
        "tijd_tot_ingevuld": _midden(feit.dagen, d),
        "jobontwerp_aandeel": verhouding(feit.met_jobontwerp, feit.ingevuld, d, "jobontwerp_aandeel"),
        "werkgevers_tevreden": _tevreden(feit.scores, d),
    }


def _midden(dagen: Sequence[int], d: Drempels) -> Getal:
    if len(dagen) < d.kleine_cel:
        reden = f"Te weinig om een middelste te tonen (minder dan {d.kleine_cel})." if dagen else NIETS
        return verborgen(notatie.GEEN, reden, "tijd_tot_ingevuld")
    mediaan = round(median(dagen))
    return Getal(mediaan, notatie.meervoud(mediaan, "dag", "dagen"), "tijd_tot_ingevuld", len(dagen))


def _tevreden(scores: Sequence[int], d: Drempels) -> Getal:
    if len(scores) < d.kleine_cel:
        reden = f"Te weinig om een gemiddelde te tonen (minder dan {d.kleine_cel})." if scores else NIETS
        return verborgen(notatie.GEEN, reden, "werkgevers_tevreden")
    gemiddeld = round(fmean(scores), 1)
    return Getal(gemiddeld, notatie.getal(gemiddeld, 1), "werkgevers_tevreden", len(scores))


def _details(feit: Werkgeverfeiten) -> dict[str, str]:
    alle = len(feit.contacten)
    return {
        "werkgevers_bereikt": f"in {notatie.meervoud(alle, 'contact', 'contacten')}",
        "contacten_dubbel": f"{notatie.procent(100 * len(feit.dubbel) / alle, 1)} van de contacten" if alle else "",
        "plaatsen_ingevuld": f"van {notatie.meervoud(feit.plaatsen, 'plaats', 'plaatsen')} die gevraagd zijn",
        "tijd_tot_ingevuld": f"n = {len(feit.dagen)}",
        "jobontwerp_aandeel": f"n = {feit.ingevuld}",
        "werkgevers_tevreden": f"op 5, n = {len(feit.scores)}",
    }


def contacten_per_organisatie(feit: Werkgeverfeiten, *, periode: Periode, peildatum: date) -> Tabel:
    """Who rang, and how often after somebody else. Contacts are of the gebied: nothing is kept back."""
    per_organisatie: dict[int, list[Contact]] = defaultdict(list)
    for contact in feit.contacten:
        per_organisatie[contact.organisatie].append(contact)
    dubbel = {id(contact) for contact in feit.dubbel}
    namen = Organisatie.objects.van_gebied().in_bulk(list(per_organisatie))
    rijen = [
        _rij(str(pk), namen[pk].naam, per_organisatie[pk], dubbel)
        for pk in sorted(namen, key=lambda pk: sorteersleutel(namen[pk].naam))
    ]
    totaal = _rij("totaal", "Regio", feit.contacten, dubbel, is_totaal=True)
    return Tabel(
        code="contacten_per_organisatie",
        titel=f"Contacten met werkgevers per organisatie, {periode.label}",
        rijkop="Organisatie",
        kolommen=(
            Kolom("contacten", "Contacten"),
            Kolom("werkgevers_bereikt", "Werkgevers bereikt", "werkgevers_bereikt"),
            Kolom("contacten_dubbel", "Na een andere organisatie", "contacten_dubbel"),
        ),
        rijen=(*rijen, totaal),
        bron=CONTACTEN,
        peildatum=peildatum,
        noten=("Een werkgever die met twee organisaties contact had, telt bij allebei en in de regio één keer.",),
        is_leeg=not rijen,
    )


def _rij(code: str, label: str, contacten: Sequence[Contact], dubbel: set[int], *, is_totaal: bool = False) -> Rij:
    bereikt = len({contact.werkgever for contact in contacten if contact.bereikt})
    na_een_ander = sum(1 for contact in contacten if id(contact) in dubbel)
    cellen = (
        aantal(len(contacten)),
        aantal(bereikt, "werkgevers_bereikt"),
        aantal(na_een_ander, "contacten_dubbel"),
    )
    return Rij(code, label, cellen, is_totaal=is_totaal)
