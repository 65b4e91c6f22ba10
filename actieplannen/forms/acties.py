"""The form of one action: what, why, who, when, with whom, and what could go wrong."""

from datetime import date
from typing import Any

from django import forms
from django.utils.html import format_html

from actieplannen.enums import Prioriteit, Regieactiviteit, Regierolactie
from actieplannen.forms.slot import Eenheid, SlotForm, Stand
from actieplannen.forms.wijziging import RedenMixin
from actieplannen.models import Actie, Jaaractieplan
from actieplannen.selectors.trekkerkeuze import Trekkerkeuze, keuze_van, organisaties_van_gebied, trekkerkeuzes
from actieplannen.services.actiecontrole import kent_verplichte_acties
from actieplannen.services.acties import VELDEN, ActieGegevens, gegevens_van
from partners.selectors.gemeenten import gemeenten_van_gebied
from regie.core.models import Gemeente

KIES = {"data-regie-combobox": ""}
LEGE_RIJEN = 2
MEER_RIJEN = 3
HOOGSTENS = 60  # rows one form may have


class ActieForm(RedenMixin, SlotForm):
    titel = forms.CharField(label="Actie", max_length=200, help_text="Zeg wat jullie doen, in één regel.")
    omschrijving = forms.CharField(
        label="Wat we doen en waarom", required=False, max_length=6000, widget=forms.Textarea(attrs={"rows": 6})
    )
    prioriteit = forms.ChoiceField(label="Vlaamse prioriteit", required=False, widget=forms.RadioSelect)
    activiteit = forms.ChoiceField(
        label="Soort regieactiviteit", required=False, choices=[("", "Geen van deze"), *Regieactiviteit.choices]
    )
    regierolactie = forms.ChoiceField(
        label="Verplichte actie tot 2022", required=False, choices=[("", "Geen"), *Regierolactie.choices]
    )
    gemeenten = forms.MultipleChoiceField(
        label="Gemeenten",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Duid niets aan als de actie voor heel het gebied is.",
    )
    trekker = forms.ChoiceField(
        label="Trekker",
        required=False,
        widget=forms.Select(attrs=KIES),
        help_text="Wie de actie vooruithelpt. Kies een persoon, of een organisatie als je nog niet weet wie.",
    )
    start = forms.DateField(label="Begint op", required=False)
    eind = forms.DateField(label="Klaar tegen", required=False)
    bbc_nummer = forms.CharField(
        label="BBC-actienummer", required=False, max_length=30, help_text="Uit het meerjarenplan van de gemeente."
    )
    risicos = forms.CharField(
        label="Risico's",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wat kan er misgaan, en wat doen jullie dan?",
    )

    def __init__(self, *args: Any, plan: Jaaractieplan, vandaag: date, actie: Actie | None = None, **kw: Any) -> None:
        super().__init__(*args, plan=plan, **kw)
        self.gegevens_nu = gegevens_van(actie) if actie else _nieuw(plan)
        self._zet_keuzes(actie, vandaag)
        if not (kent_verplichte_acties(plan.jaar) or self.gegevens_nu.regierolactie):
            del self.fields["regierolactie"]
        self.fields["start"].help_text = f"Mag over jaren heen lopen; dit plan is van {plan.jaar}."
        self._zet_partnerrijen()
        self._zet_begin(actie)
        self.sluit(actie.versie if actie else 0)

    def gegevens(self) -> ActieGegevens:
        schoon = self.cleaned_data
        trekker = Trekkerkeuze.lees(schoon["trekker"])
        return ActieGegevens(
            **{naam: schoon.get(naam, "") for naam in VELDEN},
            gemeenten=tuple(schoon["gemeenten"]),
            trekker_organisatie_id=trekker.organisatie_id,
            trekker_id=trekker.user_id,
            trekker_contact_id=trekker.contact_id,
            partners=tuple(
                (int(schoon[f"partner_{i}"]), schoon[f"bijdrage_{i}"])
                for i in range(self.rijen)
                if schoon[f"partner_{i}"]
            ),
        )

    def clean(self) -> dict[str, Any]:
        schoon: dict[str, Any] = super().clean() or self.cleaned_data
        for i in range(self.rijen):
            if schoon.get(f"bijdrage_{i}") and not schoon.get(f"partner_{i}") and f"partner_{i}" not in self.errors:
                self.add_error(f"partner_{i}", "Kies welke organisatie dit doet.")
        return schoon

    @property
    def partnerrijen(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"partner_{i}"], self[f"bijdrage_{i}"]) for i in range(self.rijen)]

    def eenheden(self, stand: Stand) -> dict[str, Eenheid]:
        """The partners are one thing: who works along, with what."""
        uit = {
            naam: eenheid
            for naam, eenheid in super().eenheden(stand).items()
            if not naam.startswith(("partner_", "bijdrage_"))
        }
        namen = dict(self.organisaties)
        rijen: list[str] = []
        velden: Stand = {}
        for i in range(_aantal_rijen(stand)):
            wie = "".join(stand.get(f"partner_{i}", []))
            wat = "".join(stand.get(f"bijdrage_{i}", [])).strip()
            velden |= {f"partner_{i}": [wie], f"bijdrage_{i}": [wat]}
            if wie or wat:
                rijen.append(": ".join(deel for deel in (namen.get(wie, "nog geen organisatie"), wat) if deel))
        return uit | {"partners": Eenheid("Partners", "\n".join(sorted(rijen)), velden)}

    def _zet_keuzes(self, actie: Actie | None, vandaag: date) -> None:
        keuzes: dict[str, Any] = {
            "prioriteit": [("", "Nog niet gekozen"), *((p.value, _met_uitleg(p)) for p in Prioriteit)],
            "gemeenten": self._gemeenten(vandaag),
            "trekker": [("", "Nog geen trekker"), *trekkerkeuzes(actie, vandaag=vandaag)],
        }
        for naam, waarden in keuzes.items():
            self.fields[naam].choices = waarden  # type: ignore[attr-defined]

    def _gemeenten(self, vandaag: date) -> list[tuple[str, str]]:
        """Those of today, and what the action names already: without its only gemeente it would be for everybody."""
        leden = gemeenten_van_gebied(vandaag)
        weg = set(self.gegevens_nu.gemeenten) - {nis for nis, _ in leden}
        vroeger = Gemeente.objects.filter(nis__in=weg).order_by("sleutel").values_list("nis", "naam") if weg else ()
        return leden + [(nis, f"{naam} (niet meer in dit gebied)") for nis, naam in vroeger]

    def _zet_partnerrijen(self) -> None:
        """As many rows as were sent, or the partners there are and two more."""
        self.organisaties = [(str(o.pk), o.naam) for o in organisaties_van_gebied()]
        gekend = {waarde for waarde, _ in self.organisaties}
        weg = [(str(pk), "Organisatie die niet meer actief is") for pk, _ in self.gegevens_nu.partners]
        self.organisaties += [keuze for keuze in weg if keuze[0] not in gekend]
        self.rijen = _aantal_rijen(self.data) if self.is_bound else len(self.gegevens_nu.partners) + LEGE_RIJEN
        if self.is_bound and "meer" in self.data:
            self.rijen = min(self.rijen + MEER_RIJEN, HOOGSTENS)
        for i in range(self.rijen):
            self.fields[f"partner_{i}"] = forms.ChoiceField(
                label=f"Partner {i + 1}",
                required=False,
                choices=[("", "Geen partner"), *self.organisaties],
                widget=forms.Select(attrs=KIES),
            )
            self.fields[f"bijdrage_{i}"] = forms.CharField(
                label=f"Wat doet partner {i + 1}?", required=False, max_length=200
            )

    def _zet_begin(self, actie: Actie | None) -> None:
        nu = self.gegevens_nu
        begin: dict[str, Any] = {naam: getattr(nu, naam) for naam in VELDEN}
        begin |= {"gemeenten": list(nu.gemeenten), "trekker": keuze_van(actie).code if actie else ""}
        for i, (organisatie_id, bijdrage) in enumerate(nu.partners):
            begin |= {f"partner_{i}": str(organisatie_id), f"bijdrage_{i}": bijdrage}
        self.initial = begin | dict(self.initial)


def _nieuw(plan: Jaaractieplan) -> ActieGegevens:
    return ActieGegevens(titel="", start=date(plan.jaar, 1, 1), eind=date(plan.jaar, 12, 31))


def _met_uitleg(prioriteit: Prioriteit) -> str:
    return format_html("<span>{}<br><small>{}</small></span>", prioriteit.label, prioriteit.uitleg)


def _aantal_rijen(stand: Any) -> int:
    nummers = [naam.removeprefix("partner_") for naam in stand if naam.startswith("partner_")]
    return min(max((int(n) + 1 for n in nummers if n.isdecimal()), default=LEGE_RIJEN), HOOGSTENS)
