"""A form two people may have open at once. It remembers what it showed, so nobody writes over another unseen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core import signing
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.utils.html import strip_tags

from regie.core.notatie import datum

ZOUT = "actieplannen.slot"
Stand = dict[str, list[str]]  # what a browser sends, per field
BUITEN = frozenset({"versie", "geopend", "reden"})
HUN, MIJN = "hun", "mijn"


@dataclass(frozen=True, slots=True)
class Eenheid:
    """What is chosen as a whole: one field, or several that belong together."""

    label: str
    tekst: str  # as a reader would say it
    velden: Stand


@dataclass(frozen=True, slots=True)
class Botsing:
    """One thing that two people have differently."""

    naam: str
    label: str
    geopend: str
    hun: str
    mijn: str

    @property
    def allebei(self) -> bool:
        """Both changed it; else one of the two is still as it was opened."""
        return self.geopend not in (self.hun, self.mijn)

    @property
    def voorkeur(self) -> str:
        return HUN if self.mijn == self.geopend else MIJN


class SlotForm(forms.Form):
    """Unbound it shows a row as it is now; `versie` and `geopend` travel along and come back."""

    versie = forms.IntegerField(widget=forms.HiddenInput)
    geopend = forms.CharField(widget=forms.HiddenInput, required=False)

    def sluit(self, versie: int) -> None:
        """Call at the end of __init__ of an unbound form: from here on it knows what it showed."""
        if not self.is_bound:
            self.initial["versie"] = versie
            self.initial["geopend"] = verzegel(self.stand())

    zwijgt = False

    def zonder_oordeel(self) -> None:
        """Show what was typed: nothing is kept, and nothing said yet about what is wrong with it."""
        self.zwijgt, self._errors = True, ErrorDict()

    def is_valid(self) -> bool:
        return not self.zwijgt and super().is_valid()

    def stand(self) -> Stand:
        """What a browser would send back, or did."""
        if self.is_bound:
            return {naam: _lijst(self.data, self.add_prefix(naam)) for naam in self.fields if naam not in BUITEN}
        return {naam: _waarden(self[naam]) for naam in self.fields if naam not in BUITEN}

    def eenheden(self, stand: Stand) -> dict[str, Eenheid]:
        """A form with fields that belong together takes them together here."""
        return {
            naam: Eenheid(str(veld.label), self.tekst(naam, stand.get(naam, [])), {naam: stand.get(naam, [])})
            for naam, veld in self.fields.items()
            if naam not in BUITEN
        }

    def tekst(self, naam: str, waarden: list[str]) -> str:
        veld = self.fields[naam]
        if isinstance(veld, forms.DateField):
            return _dag(veld, waarden)
        if isinstance(veld, forms.ChoiceField):
            keuzes = _plat(veld.choices)
            return ", ".join(label for waarde, label in keuzes.items() if waarde in waarden)
        return "\n".join(waarden).replace("\r\n", "\n").strip()


def verzegel(stand: Stand) -> str:
    return signing.dumps(stand, salt=ZOUT, compress=True)


def botsingen(hun: SlotForm, data: QueryDict) -> list[Botsing]:
    """Where what was typed differs from what is kept now. `hun`: the form of the row as it is now."""
    nu, mijn, toen = hun.eenheden(hun.stand()), hun.eenheden(_stand(data)), hun.eenheden(geopend(data))
    return [
        Botsing(naam, eenheid.label, toen[naam].tekst, eenheid.tekst, mijn[naam].tekst)
        for naam, eenheid in nu.items()
        if eenheid.tekst != mijn[naam].tekst
    ]


def samenvoegen(hun: SlotForm, data: QueryDict, keuzes: Mapping[str, str], versie: int) -> QueryDict:
    """What was typed, with the things of the other that were chosen; on top of `versie`."""
    stand = hun.stand()
    nu, mijn = hun.eenheden(stand), hun.eenheden(_stand(data))
    uit = QueryDict(mutable=True)
    for naam, eenheid in mijn.items():
        gekozen = nu[naam] if keuzes.get(naam) == HUN else eenheid
        for veld, waarden in gekozen.velden.items():
            uit.setlist(veld, waarden)
    if "reden" in data:
        uit.setlist("reden", data.getlist("reden"))
    uit["versie"], uit["geopend"] = str(versie), verzegel(stand)
    return uit


def geopend(data: QueryDict) -> Stand:
    """What the form showed when it was opened; nothing when that was lost on the way."""
    try:
        stand: Stand = signing.loads(str(data.get("geopend", "")), salt=ZOUT)
    except signing.BadSignature:
        return {}
    return stand


def _stand(data: QueryDict) -> Stand:
    return {naam: data.getlist(naam) for naam in data if naam not in BUITEN}


def _lijst(data: Any, naam: str) -> list[str]:
    return data.getlist(naam) if isinstance(data, QueryDict) else [str(data[naam])] if naam in data else []


def _waarden(veld: forms.BoundField) -> list[str]:
    waarde = veld.field.widget.format_value(veld.value())
    if waarde is None:
        return []
    return [str(deel) for deel in waarde] if isinstance(waarde, list | tuple) else [str(waarde)]


def _dag(veld: forms.DateField, waarden: list[str]) -> str:
    tekst = "".join(waarden).strip()
    try:
        dag = veld.to_python(tekst)
    except forms.ValidationError:
        return tekst
    return datum(dag) if dag else ""


def _plat(keuzes: Any) -> dict[str, str]:
    uit: dict[str, str] = {}
    for waarde, label in keuzes:
        if isinstance(label, list | tuple):
            uit |= _plat(label)
        elif waarde not in ("", None):
            uit[str(waarde)] = strip_tags(str(label))
    return uit
