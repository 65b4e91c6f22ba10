"""Planned amounts of one action, and what was spent for an action or for a whole plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

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
    """Every source of some actions at once. Fields are named after the row, so nothing shifts when a row comes.

    What each row showed travels in one hidden field: a server takes a thousand fields, and a plan has many rows.
    """

    gezien = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Mapping[str, Any] | None, *, acties: Sequence[tuple[str, Actie]]) -> None:
        super().__init__(data)
        self.blokken: list[Besteedblok] = []
        for nummer, actie in acties:
            blok = Besteedblok(nummer, actie, [self._rij(actie, budget) for budget in actie.budgetten.all()])
            self.blokken.append(blok)
        nu = {rij.budget.pk: (rij.budget.besteed, rij.budget.vte_besteed) for b in self.blokken for rij in b.rijen}
        self.fields["gezien"].initial = schrijf_gezien(nu)

    def _rij(self, actie: Actie, budget: Actiebudget) -> Besteedrij:
        naam, sleutel = naam_van(budget.jaar, budget.bron, budget.noot), budget.pk.hex
        labels = {letter: f"{wat}, {actie.titel}, {naam}" for letter, wat in zip("bv", INVULVELDEN, strict=True)}
        self.fields[f"b{sleutel}"] = EuroVeld(label=labels["b"], initial=budget.besteed)
        self.fields[f"v{sleutel}"] = VteVeld(label=labels["v"], required=False, initial=budget.vte_besteed)
        for letter, label in labels.items():
            self.fields[f"{letter}{sleutel}"].widget.attrs["aria-label"] = label
        return Besteedrij(budget, self[f"b{sleutel}"], self[f"v{sleutel}"])

    def regels(self) -> list[Besteedregel]:
        """The rows that were on the form; one a colleague added meanwhile is left alone."""
        gezien = lees_gezien(self.cleaned_data["gezien"])
        return [
            self._regel(blok.actie, rij, gezien[rij.budget.pk])
            for blok in self.blokken
            for rij in blok.rijen
            if rij.budget.pk in gezien
        ]

    def _regel(self, actie: Actie, rij: Besteedrij, gezien: Paar) -> Besteedregel:
        bedrag, vte = (self.cleaned_data[veld.name] or NIETS[0] for veld in (rij.bedrag, rij.vte))
        budget = rij.budget
        return Besteedregel(actie.pk, bedrag, vte, budget.pk, gezien, budget.jaar, budget.bron, budget.noot)

    def gewist(self) -> list[str]:
        """What was typed in a row that is gone, in words."""
        weg = [naam for naam in self.data if naam[:1] == "b" and len(naam) == 33 and naam not in self.fields]
        return [str(self.data[naam]) for naam in weg if str(self.data[naam]).strip()]

    def met_wat_er_nu_staat(self, regels: Sequence[Besteedregel], fout: Ingehaald) -> dict[str, Any]:
        """What was typed, now knowing what a colleague filled in."""
        gezien = lees_gezien(self.cleaned_data["gezien"])
        for plaats, nu in fout.nu.items():
            budget_id = regels[plaats].budget_id
            if nu is not None and budget_id is not None:
                gezien[budget_id] = nu
        return {**{naam: self.data[naam] for naam in self.data}, "gezien": schrijf_gezien(gezien)}


def schrijf_gezien(paren: Mapping[UUID, Paar]) -> str:
    """ "<id>:100.00:0.50;..." """
    return ";".join(f"{pk.hex}:{bedrag}:{vte}" for pk, (bedrag, vte) in paren.items())


def lees_gezien(tekst: str) -> dict[UUID, Paar]:
    """Back again; what is not written that way is as if it was not on the form."""
    uit: dict[UUID, Paar] = {}
    for deel in tekst.split(";"):
        try:
            sleutel, bedrag, vte = deel.split(":")
            uit[UUID(sleutel)] = (Decimal(bedrag), Decimal(vte))
        except (ValueError, InvalidOperation):
            continue
    return uit


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
