"""Planned amounts of one action, and what was spent for an action or for a whole plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django import forms
from django.forms import BaseFormSet, BoundField, formset_factory
from django.http import QueryDict

from actieplannen.enums import Financieringsbron
from actieplannen.forms.wijziging import RedenMixin
from actieplannen.models import Actie, Actiebudget
from actieplannen.services.geld import (
    EERSTE_JAAR,
    LAATSTE_JAAR,
    NIETS,
    Besteedregel,
    Ingehaald,
    Paar,
    Planregel,
    naam_van,
)
from regie.core import notatie
from regie.core.forms import BedragVeld

VOORVOEGSEL = "rij"
LEGE_RIJEN, MEESTE_RIJEN = 2, 60
INVULVELDEN = ("Besteed in euro", "Ingezet VTE")
BRONNEN = [("", "Kies een bron"), *Financieringsbron.choices]


class EuroVeld(BedragVeld):
    """An amount, shown as people write it: "2.450,50"."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(cijfers=12, required=False, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return notatie.getal(value, 2) if isinstance(value, Decimal) else value


class VteVeld(BedragVeld):
    """ "0,5" is half a full-time person."""

    default_error_messages = {"invalid": "Typ een getal, bijvoorbeeld 0,5."}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(cijfers=5, **kwargs)


class BudgetForm(forms.Form):
    """One year and source. With `id` an existing row: then only the amounts change."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    gezien_bedrag = forms.DecimalField(required=False, widget=forms.HiddenInput)
    gezien_vte = forms.DecimalField(required=False, widget=forms.HiddenInput)
    jaar = forms.IntegerField(
        label="Jaar", required=False, min_value=EERSTE_JAAR, max_value=LAATSTE_JAAR, widget=forms.TextInput
    )
    bron = forms.ChoiceField(label="Bron", required=False, choices=BRONNEN)
    noot = forms.CharField(label="Noot", required=False, max_length=160)
    gepland = EuroVeld(label="Gepland bedrag in euro")
    vte = VteVeld(label="Gepland VTE", required=False)
    wissen = forms.BooleanField(label="Deze rij wissen", required=False)

    @property
    def is_bestaand(self) -> bool:
        return bool(self["id"].value())

    @property
    def naam(self) -> str:
        """ "VDAB in 2026 (opleiding)" of an existing row."""
        return naam_van(self["jaar"].value(), str(self["bron"].value()), str(self["noot"].value() or ""))

    @property
    def velden(self) -> list[BoundField]:
        namen = ("gepland", "vte") if self.is_bestaand else ("jaar", "bron", "gepland", "vte", "noot")
        return [self[naam] for naam in namen]

    @property
    def verborgen(self) -> list[str]:
        """The fields an existing row only carries along."""
        vast = ("jaar", "bron", "noot") if self.is_bestaand else ()
        return [self[naam].as_hidden() for naam in ("id", "gezien_bedrag", "gezien_vte", *vast)]

    @property
    def is_leeg(self) -> bool:
        """A new row in which nothing but the year that stood there was filled in."""
        rij = self.cleaned_data
        return not rij.get("id") and not any(rij.get(naam) for naam in ("bron", "noot", "gepland", "vte"))

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.is_leeg and not self.cleaned_data.get("id"):
            if not self.cleaned_data.get("jaar"):
                self.add_error("jaar", "Typ een jaartal van vier cijfers, bijvoorbeeld 2027.")
            if not self.cleaned_data.get("bron"):
                self.add_error("bron", "Kies waar het geld vandaan komt.")
        return self.cleaned_data

    def regel(self) -> Planregel:
        rij = self.cleaned_data
        return Planregel(
            jaar=rij["jaar"],
            bron=rij["bron"],
            noot=rij["noot"],
            gepland=rij["gepland"] or NIETS[0],
            vte=rij["vte"] or NIETS[1],
            budget_id=rij["id"],
            gezien=(rij["gezien_bedrag"], rij["gezien_vte"]) if rij["id"] else None,
            wissen=rij["wissen"],
        )


class BasisBudgetFormSet(BaseFormSet):
    def gevuld(self) -> list[BudgetForm]:
        return [form for form in self.forms if not form.is_leeg]

    def regels(self) -> list[Planregel]:
        return [form.regel() for form in self.gevuld()]


def budgetformulieren(data: QueryDict | None, *, budgetten: Iterable[Actiebudget], jaar: int) -> BasisBudgetFormSet:
    """The rows there are and some empty ones, for the year of the plan."""
    klasse: Any = formset_factory(
        BudgetForm, formset=BasisBudgetFormSet, extra=0, max_num=MEESTE_RIJEN, absolute_max=MEESTE_RIJEN
    )
    begin = [
        {
            "id": rij.pk,
            "gezien_bedrag": str(rij.gepland),
            "gezien_vte": str(rij.vte_gepland),
            "jaar": rij.jaar,
            "bron": rij.bron,
            "noot": rij.noot,
            "gepland": rij.gepland,
            "vte": rij.vte_gepland,
        }
        for rij in budgetten
    ]
    return klasse(data, prefix=VOORVOEGSEL, initial=[*begin, *({"jaar": jaar} for _ in range(LEGE_RIJEN))])


def met_lege_rijen(data: QueryDict, jaar: int) -> QueryDict:
    """What was typed, with more empty rows."""
    data = data.copy()
    getypt = data.get(f"{VOORVOEGSEL}-TOTAL_FORMS", "")
    eerst = int(getypt) if getypt.isdigit() else 0
    totaal = min(eerst + LEGE_RIJEN, MEESTE_RIJEN)
    for plaats in range(eerst, totaal):
        data[f"{VOORVOEGSEL}-{plaats}-jaar"] = str(jaar)
    data[f"{VOORVOEGSEL}-TOTAL_FORMS"] = str(totaal)
    return data


def met_wat_er_nu_staat(data: QueryDict, rijen: BasisBudgetFormSet, fout: Ingehaald) -> QueryDict:
    """What was typed, now knowing what a colleague filled in: bewaren once more is a choice."""
    data, gevuld = data.copy(), rijen.gevuld()
    for plaats, nu in fout.nu.items():
        voor = gevuld[plaats].prefix
        if nu is None:
            data[f"{voor}-id"] = ""
        else:
            data[f"{voor}-gezien_bedrag"], data[f"{voor}-gezien_vte"] = (str(deel) for deel in nu)
    return data


class BudgetRedenForm(RedenMixin):
    """Only why, when the plan is approved; the amounts are rows."""


# --- what was spent ---


@dataclass
class Besteedrij:
    """One source of one action on the form, with what was planned beside it."""

    budget: Actiebudget
    bedrag: BoundField
    vte: BoundField
    gezien: tuple[BoundField, BoundField]

    @property
    def naam(self) -> str:
        return naam_van(self.budget.jaar, self.budget.bron, self.budget.noot)


@dataclass
class Besteedblok:
    """One action with its sources."""

    nummer: str
    actie: Actie
    rijen: list[Besteedrij] = field(default_factory=list)


class BesteedForm(forms.Form):
    """Every source of some actions at once. Fields are named after the row, so nothing shifts when a row comes."""

    def __init__(self, data: Mapping[str, Any] | None, *, acties: Sequence[tuple[str, Actie]]) -> None:
        super().__init__(data)
        self.blokken: list[Besteedblok] = []
        for nummer, actie in acties:
            blok = Besteedblok(nummer, actie, [self._rij(actie, budget) for budget in actie.budgetten.all()])
            self.blokken.append(blok)

    def _rij(self, actie: Actie, budget: Actiebudget) -> Besteedrij:
        naam = naam_van(budget.jaar, budget.bron, budget.noot)
        sleutel = budget.pk.hex
        nu: Paar = (budget.besteed, budget.vte_besteed)
        labels = {letter: f"{wat}, {actie.titel}, {naam}" for letter, wat in zip("bv", INVULVELDEN, strict=True)}
        self.fields[f"b{sleutel}"] = EuroVeld(label=labels["b"], initial=nu[0])
        self.fields[f"v{sleutel}"] = VteVeld(label=labels["v"], required=False, initial=nu[1])
        for letter, waarde in zip("cw", nu, strict=True):
            self.fields[f"{letter}{sleutel}"] = forms.DecimalField(
                required=False, initial=str(waarde), widget=forms.HiddenInput
            )
        for letter in "bv":
            self.fields[f"{letter}{sleutel}"].widget.attrs["aria-label"] = labels[letter]
        return Besteedrij(budget, self[f"b{sleutel}"], self[f"v{sleutel}"], (self[f"c{sleutel}"], self[f"w{sleutel}"]))

    def regels(self) -> list[Besteedregel]:
        """The rows that were on the form; one a colleague added meanwhile is left alone."""
        uit = []
        for blok in self.blokken:
            for rij in blok.rijen:
                if rij.gezien[0].html_name in self.data:
                    uit.append(self._regel(blok.actie, rij))
        return uit

    def _regel(self, actie: Actie, rij: Besteedrij) -> Besteedregel:
        schoon = self.cleaned_data
        bedrag, vte = schoon[rij.bedrag.name] or NIETS[0], schoon[rij.vte.name] or NIETS[1]
        gezien = tuple(schoon[veld.name] or Decimal(0) for veld in rij.gezien)
        budget = rij.budget
        return Besteedregel(
            actie.pk, bedrag, vte, budget.pk, (gezien[0], gezien[1]), budget.jaar, budget.bron, budget.noot
        )

    def gewist(self) -> list[str]:
        """What was typed in a row that is gone, in words."""
        weg = [naam for naam in self.data if naam[:1] == "b" and len(naam) == 33 and naam not in self.fields]
        return [str(self.data[naam]) for naam in weg if str(self.data[naam]).strip()]

    def met_wat_er_nu_staat(self, regels: Sequence[Besteedregel], fout: Ingehaald) -> dict[str, Any]:
        """What was typed, now knowing what a colleague filled in."""
        data = {naam: self.data[naam] for naam in self.data}
        for plaats, nu in fout.nu.items():
            budget_id = regels[plaats].budget_id
            if nu is not None and budget_id is not None:
                data[f"c{budget_id.hex}"], data[f"w{budget_id.hex}"] = (str(deel) for deel in nu)
        return data


class OngeplandForm(forms.Form):
    """Spent from a source that was not planned: not a change of what the plan promises."""

    jaar = forms.IntegerField(
        label="Jaar", required=False, min_value=EERSTE_JAAR, max_value=LAATSTE_JAAR, widget=forms.TextInput
    )
    bron = forms.ChoiceField(label="Bron", required=False, choices=BRONNEN)
    bedrag = EuroVeld(label="Besteed bedrag in euro")
    vte = VteVeld(label="Ingezet VTE", required=False)
    noot = forms.CharField(label="Noot", required=False, max_length=160)
    prefix = "ongepland"

    @property
    def is_leeg(self) -> bool:
        return not any(self.cleaned_data.get(naam) for naam in ("bron", "bedrag", "vte", "noot"))

    def clean(self) -> dict[str, Any]:
        if not self.errors and not self.is_leeg:
            if not self.cleaned_data.get("bron"):
                self.add_error("bron", "Kies waar het geld vandaan komt.")
            if not self.cleaned_data.get("jaar"):
                self.add_error("jaar", "Typ een jaartal van vier cijfers, bijvoorbeeld 2027.")
        return self.cleaned_data

    def regels(self, actie: Actie) -> list[Besteedregel]:
        rij = self.cleaned_data
        if self.is_leeg:
            return []
        bedrag, vte = rij["bedrag"] or NIETS[0], rij["vte"] or NIETS[1]
        return [Besteedregel(actie.pk, bedrag, vte, None, None, rij["jaar"], rij["bron"], rij["noot"])]
