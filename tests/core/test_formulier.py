"""Our widgets are Django's, only drawn faster: the same HTML but for white space between tags."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe

from regie.core.formulier import Weergave

KEUZES = [("", "Alle"), ("a", "Aydın & zoon"), (3, "<drie>"), ("Groep", [("x", "in een groep"), ("y", "ook")])]
VLAK = KEUZES[:3]


class Formulier(forms.Form):
    naam = forms.CharField(max_length=20, widget=forms.TextInput(attrs={"autocomplete": "off", "data-x": '"'}))
    leeg = forms.CharField(required=False, disabled=True)
    getal = forms.IntegerField(initial=1200)
    mail = forms.EmailField()
    wacht = forms.CharField(widget=forms.PasswordInput)
    geheim = forms.CharField(widget=forms.HiddenInput, initial=mark_safe("&amp;"))
    vinkje = forms.BooleanField(required=False, initial=True)
    keuze = forms.ChoiceField(choices=KEUZES, initial="x")
    meer = forms.MultipleChoiceField(choices=VLAK, initial=["a", 3])
    rondjes = forms.ChoiceField(choices=KEUZES, initial="a", widget=forms.RadioSelect(attrs={"class": "rij"}))
    vakjes = forms.MultipleChoiceField(choices=VLAK, initial=["a"], widget=forms.CheckboxSelectMultiple)


def plat(html: str) -> str:
    return re.sub(r">\s+<", "><", re.sub(r">\s+", ">", re.sub(r"\s+<", "<", html.strip())))


@pytest.mark.parametrize("naam", list(Formulier.base_fields))
def test_tekent_hetzelfde_als_django(naam):
    van_ons = Formulier(renderer=Weergave())[naam].as_widget()
    van_django = Formulier(renderer=DjangoTemplates())[naam].as_widget()

    assert plat(van_ons) == plat(van_django)


def test_houdt_wat_verkeerd_was_en_zet_tekens_om():
    formulier = Formulier({"naam": "<script>", "keuze": "onbekend"}, renderer=Weergave())

    assert "&lt;script&gt;" in formulier["naam"].as_widget()
    assert " selected" not in formulier["keuze"].as_widget()
