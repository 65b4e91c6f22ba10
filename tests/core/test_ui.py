import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django import forms
from django.conf import settings
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import formats, translation

from regie.core import notatie
from regie.core.templatetags import ui

VANDAAG = date(2026, 11, 23)


def toon(bron: str, pad: str = "/", **context) -> str:
    return Template(bron).render(Context({"request": RequestFactory().get(pad), **context}))


class TestNotatie:
    @pytest.mark.parametrize(
        ("waarde", "decimalen", "tekst"),
        [
            (1234.5, 1, "1.234,5"),
            (1234567, 0, "1.234.567"),
            (0, 0, "0"),
            (-3, 0, "−3"),
            (-0.001, 1, "0,0"),
            (Decimal("2.55"), 2, "2,55"),
            (None, 0, "–"),
            ("", 0, "–"),
            ("< 5", 0, "< 5"),
        ],
    )
    def test_getal(self, waarde, decimalen, tekst):
        assert notatie.getal(waarde, decimalen) == tekst

    def test_procent(self):
        assert notatie.procent(36.2) == "36,2\u00a0%"
        assert notatie.procent(None) == "–"
        assert notatie.procent("< 5") == "< 5"

    def test_datums(self):
        assert notatie.datum(VANDAAG) == "23/11/2026"
        assert notatie.datum_lang(date(2026, 11, 12)) == "do 12 november 2026"
        assert notatie.moment(datetime(2026, 11, 12, 10, 5)) == "do 12 november 2026, 10.05 uur"
        assert notatie.maand(VANDAAG) == "november 2026"
        assert notatie.datum(None) == notatie.datum_lang(None) == notatie.moment(None) == "–"

    @pytest.mark.parametrize(
        ("dagen", "tekst", "soort"),
        [
            (-3, "3 dagen te laat", "gevaar"),
            (-1, "1 dag te laat", "gevaar"),
            (0, "vandaag", "letop"),
            (1, "morgen", "letop"),
            (7, "7 dagen", "letop"),
            (8, "8 dagen", "neutraal"),
            (38, "38 dagen", "neutraal"),
            (100, "3 maanden", "neutraal"),
        ],
    )
    def test_termijn(self, dagen, tekst, soort):
        assert notatie.termijn(VANDAAG + timedelta(days=dagen), VANDAAG)[:2] == (tekst, soort)

    def test_meervoud(self):
        assert notatie.meervoud(1, "dag", "dagen") == "1 dag"
        assert notatie.meervoud(1200, "dag", "dagen") == "1.200 dagen"

    def test_django_schrijft_en_leest_belgische_datums(self):
        with translation.override("nl"):
            assert formats.date_format(VANDAAG, "SHORT_DATE_FORMAT") == "23/11/2026"
            assert formats.number_format(1234.5, force_grouping=True) == "1.234,5"
            for tekst in ("14/05/1991", "14-05-1991", "14051991", "1991-05-14"):
                assert forms.DateField().clean(tekst) == date(1991, 5, 14)
            for tekst in ("05/14/1991", "14/05/91", "31/09/2026"):
                with pytest.raises(forms.ValidationError):
                    forms.DateField().clean(tekst)


class TestTags:
    def test_icoon_is_sier_tenzij_er_tekst_bij_hoort(self):
        assert 'aria-hidden="true"' in toon('{% icoon "users" %}')
        assert "iconen.svg#users" in toon('{% icoon "users" %}')
        assert '<span class="visually-hidden">Toon</span>' in toon('{% icoon "eye" tekst="Toon" %}')
        assert "#house" in toon('{% icoon "huis" %}')

    def test_een_onbekend_icoon_of_een_onbekende_soort_is_een_fout(self):
        with pytest.raises(ValueError, match="Onbekend icoon"):
            ui.icoon("bestaatniet")
        with pytest.raises(ValueError, match="Onbekende soort"):
            ui.badge("x", "roze")

    def test_elk_icoon_met_een_naam_van_het_huis_bestaat(self):
        assert set(ui.ICOON_NAMEN.values()) <= ui.iconen()

    def test_badge_ontsnapt_tekst(self):
        assert "&lt;b&gt;" in toon("{% badge tekst %}", tekst="<b>")

    @pytest.mark.parametrize("code", ui.STATUSSEN)
    def test_status_is_icoon_en_woord(self, code):
        html = toon('{% status_badge code "Woord" %}', code=code)
        assert "<svg" in html
        assert "Woord" in html

    def test_een_status_zonder_label_of_bekende_code(self):
        assert "Wacht op start" in toon('{% status_badge "WACHT_OP_START" %}')
        assert "Iets nieuws" in toon('{% status_badge "IETS_NIEUWS" %}')

    def test_datums(self):
        moment = datetime(2026, 11, 12, 9, 15, tzinfo=UTC)
        assert toon("{% datum d %}", d=VANDAAG) == '<time datetime="2026-11-23">23/11/2026</time>'
        assert "12/11/2026" in toon("{% datum d %} {{ d|datum }}", d=moment)
        assert "do 12 november 2026, 10.15 uur" in toon("{% moment d %}", d=moment)
        assert "ma 23 november 2026" in toon("{% moment d %}", d=VANDAAG)
        assert toon("{% datum d %}{% datum_lang d %}{% moment d %}{% termijn d %}", d=None) == "––––"

    def test_termijn(self):
        assert "3 dagen te laat" in toon("{% termijn d v %}", d=VANDAAG - timedelta(days=3), v=VANDAAG)

    def test_insz_toont_nooit_meer_dan_de_geboortedatum(self):
        assert "91.05.14-***.**" in toon("{% insz_masker d %}", d=date(1991, 5, 14))
        assert "**.**.**-***.**" in toon("{% insz_masker %}")

    @pytest.mark.parametrize(
        ("tag", "klasse", "tekst"),
        [
            ('{% verschil 18 "hoger" %}', "verschil--goed", ">18<"),
            ('{% verschil -3 "hoger" %}', "verschil--slecht", ">3<"),
            ('{% verschil -3 "lager" %}', "verschil--goed", "lager"),
            ("{% verschil 4 %}", 'class="verschil"', "hoger"),
            ("{% verschil 0 %}", 'class="verschil"', "gelijk"),
        ],
    )
    def test_verschil_heeft_alleen_kleur_als_richting_iets_betekent(self, tag, klasse, tekst):
        html = toon(tag).replace("</svg>", ">")
        assert klasse in html
        assert tekst in html

    def test_verschil_zonder_waarde_en_met_eenheid(self):
        assert toon("{% verschil x %}", x=None) == "–"
        assert "2,5\u00a0procentpunt" in toon('{% verschil 2.5 "" 1 "procentpunt" %}')

    def test_getal_en_procent_als_tag_en_filter(self):
        assert toon("{% getal 1234.5 1 %} {{ 7|getal }} {% procent 36.2 %}") == "1.234,5 7 36,2\u00a0%"


class TestQuerystring:
    def test_url_met_houdt_de_andere_filters_en_begint_op_bladzijde_1(self):
        html = toon("{% url_met status='LOPEND' %}", "/?q=jan&pagina=3")
        assert html == "?q=jan&amp;status=LOPEND"
        assert toon("{% url_met q=None %}", "/?q=jan&pagina=3") == "?"
        assert toon("{% url_met pagina=4 %}", "/?q=a") == "?q=a&amp;pagina=4"

    def test_url_zonder_een_van_meer_waarden(self):
        assert toon("{% url_zonder 's' 'A' %}", "/?s=A&s=B&pagina=2") == "?s=B"
        assert toon("{% url_zonder 's' %}", "/?s=A&s=B") == "?"

    def test_sorteerlink_keert_om(self):
        assert 'aria-sort="ascending"' in toon("{% sorteerlink 'naam' 'Naam' %}", "/?sorteer=naam")
        assert "sorteer=-naam" in toon("{% sorteerlink 'naam' 'Naam' %}", "/?sorteer=naam")
        assert 'aria-sort="descending"' in toon("{% sorteerlink 'naam' 'Naam' 'getal' %}", "/?sorteer=-naam")
        assert 'aria-sort="none"' in toon("{% sorteerlink 'naam' 'Naam' %}", "/?sorteer=datum")
        assert 'aria-sort="ascending"' in toon("{% sorteerlink 'naam' 'Naam' standaard='naam' %}")

    def test_zonder_request(self):
        assert Template("{% url_met a=1 %}").render(Context()) == "?a=1"

    def test_verborgen_velden(self):
        html = toon("{% verborgen_velden 'periode' %}", "/?periode=x&q=%3Cb%3E&pagina=2")
        assert html == '<input type="hidden" name="q" value="&lt;b&gt;">'

    def test_paginering_houdt_filters(self):
        html = toon(
            '{% include "components/paginering.html" with enkel="cliënt" meer="cliënten" %}',
            "/?q=jan",
            pagina=Paginator(range(1184), 50).page(7),
        )
        assert "301 tot 350 van 1.184 cliënten" in html
        assert "?q=jan&amp;pagina=8" in html
        assert 'aria-current="page"' in html


class Formulier(forms.Form):
    naam = forms.CharField(label="Naam")
    nota = forms.CharField(label="Nota", required=False, help_text="Mag leeg")
    soort = forms.ChoiceField(label="Soort", choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    dag = forms.DateField(label="Dag")
    ja = forms.BooleanField(label="Ik ben akkoord")
    sleutel = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self):
        raise forms.ValidationError("Dit klopt samen niet.")


class TestFormulier:
    def test_label_hulp_en_merk_van_een_leeg_formulier(self):
        html = str(Formulier())
        assert "foutsamenvatting" not in html
        assert html.count("(niet verplicht)") == 1
        assert 'id="id_nota_helptext"' in html
        assert 'aria-describedby="id_nota_helptext"' in html
        assert "<legend>Soort</legend>" in html
        assert 'inputmode="numeric"' in html
        assert html.count('name="sleutel"') == 1

    def test_fouten_staan_boven_en_bij_het_veld(self):
        html = str(Formulier({"naam": "", "dag": "31/09/2026"}))
        assert "Dit klopt samen niet." in html
        assert 'href="#id_naam"' in html
        assert 'href="#id_soort_0"' in html
        assert 'id="id_naam_error"' in html
        assert 'aria-invalid="true"' in html
        assert 'aria-describedby="id_naam_error"' in html

    def test_elk_anker_van_de_samenvatting_bestaat(self):
        html = str(Formulier({}))
        ankers = set(re.findall(r'href="#(id_[a-z0-9_]+)"', html))
        assert ankers
        assert all(f'id="{anker}"' in html for anker in ankers)


class TestBlokken:
    def test_kaart_heeft_een_kop_die_het_vak_benoemt(self):
        html = toon('{% kaart "Termijnen" link="/x/" link_tekst="alle 7" %}inhoud{% endkaart %}')
        assert '<section class="kaart" id="k-termijnen" aria-labelledby="k-termijnen-titel">' in html
        assert '<span class="visually-hidden">: Termijnen</span>' in html
        assert toon('{% kaart klasse="kaart--vlak" %}x{% endkaart %}') == '<div class="kaart kaart--vlak">x</div>'

    def test_tabel_is_een_benoemd_schuifvak(self):
        html = toon('{% tabel "Lijst" %}<tbody></tbody>{% endtabel %}')
        assert 'tabindex="0" role="region" aria-label="Tabel: Lijst"' in html
        assert '<caption class="visually-hidden">Lijst</caption>' in html

    def test_melding(self):
        assert "melding--letop" in toon('{% melding "letop" %}Let op{% endmelding %}')

    def test_ongedaan_url_alleen_binnen_de_site(self):
        assert ui.ongedaan_url(SimpleNamespace(extra_tags="x ongedaan=/g/a/")) == "/g/a/"
        assert ui.ongedaan_url(SimpleNamespace(extra_tags="ongedaan=https://elders.example/")) == ""
        assert ui.ongedaan_url(SimpleNamespace(extra_tags="ongedaan=//elders.example/")) == ""
        assert ui.ongedaan_url(SimpleNamespace(extra_tags=None)) == ""


def test_elk_onderdeel_begint_met_een_regel_uitleg():
    for pad in (Path(settings.BASE_DIR) / "templates" / "components").glob("*.html"):
        assert pad.read_text().startswith("{# "), pad.name


def test_de_foutpagina_van_de_server_heeft_geen_context_nodig():
    bron = (Path(settings.BASE_DIR) / "templates" / "500.html").read_text()
    assert "{%" not in bron
    assert "{{" not in bron


def test_geen_inline_stijl_of_script_in_bladen():
    for pad in (Path(settings.BASE_DIR) / "templates").rglob("*.html"):
        if "mail" in pad.parts or "rapport" in pad.name or "pdf" in pad.parts:
            continue  # mails and PDFs are not pages: their styles are inlined or their own
        bron = pad.read_text()
        assert " style=" not in bron, pad
        assert "<style" not in bron, pad
        assert "<script>" not in bron, pad
        assert " onclick=" not in bron, pad
