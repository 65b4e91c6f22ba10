"""The cockpit as a regisseur meets it: page, address, spreadsheet, signals, and what happens when things go wrong."""

import re
from datetime import date
from html import unescape
from io import BytesIO

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from rapportage.filters import lees_keuze
from rapportage.selectors import cockpit as selectors
from regie.cijfers import vragen
from regie.cijfers.getal import Getal, Signaal
from regie.cijfers.periode import Periode
from regie.cijfers.selectors import Vergelijking
from regie.core.permissions import Rol
from regie.core.tenancy import gebied_context
from tests.cijfers.hulp import S, lopend, maak_traject, tot, wissel
from tests.factories import LidmaatschapFactory, OcmwFactory, WerkplaatsFactory
from trajecten.models import Quotum

NU = "2026-11-23T08:00:00+01:00"
TRANSACTIE = ("SAVEPOINT", "RELEASE", "ROLLBACK")


@pytest.fixture
def wereld(gebied, ocmw, gebruiker):
    """Two OCMW's with a few months of history; the second one small."""
    ocmw.naam = "OCMW Aalter"
    ocmw.save()
    zulte = OcmwFactory(gebied=gebied, naam="OCMW Zulte")
    with gebied_context(gebied, [ocmw.pk, zulte.pk]):
        for maand in (8, 9, 10):
            for _ in range(maand):
                lopend(date(2026, maand, 4), ocmw)
        for _ in range(3):
            tot(maak_traject(zulte), S.INTAKE, date(2026, 10, 9))
        for traject in [lopend(date(2026, 7, 1), ocmw) for _ in range(12)]:
            wissel(traject, S.NAZORG, date(2026, 10, 20), code="NEC_ANDER")
        Quotum.objects.create(organisatie=ocmw, jaar=2026, toegekend=10)
        WerkplaatsFactory(gebruiker=gebruiker, aantal=12)
    return gebied


def cockpit_url(gebied, naam="cockpit", **vraag) -> str:
    staart = "&".join(f"{sleutel}={waarde}" for sleutel, waarde in vraag.items())
    return reverse(f"rapportage:{naam}", args=[gebied.slug]) + (f"?{staart}" if staart else "")


def haal(client, gebied, naam="cockpit", **vraag):
    with time_machine.travel(NU, tick=False):
        return client.get(cockpit_url(gebied, naam, **vraag))


def tekst(response) -> str:
    html = re.sub(r"<(script|style|svg|head)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


class TestPagina:
    def test_toont_tegels_grafiek_vergelijking_en_tijdstip(self, als_regisseur, wereld):
        response = haal(als_regisseur, wereld, periode="2026-10")

        gelezen = tekst(response)
        assert response.status_code == 200
        assert "Stand op ma 23 november 2026, 8.00 uur" in gelezen
        for woord in ("In behandeling", "Instroom", "Duurzaam na 6 maanden", "Plaatsen bezet", "Quotum art. 60 VST"):
            assert woord in gelezen
        assert "<svg" in response.content.decode()
        assert "Toon als tabel" in gelezen
        assert "Peildatum 31/10/2026" in gelezen
        assert "Aantallen van 1 tot 4 tonen we als" in gelezen

    def test_elke_tegel_gaat_naar_zijn_definitie(self, als_regisseur, wereld):
        html = haal(als_regisseur, wereld, periode="2026-10").content.decode()
        uitleg = als_regisseur.get(reverse("regio:hoe-tellen-we", args=[wereld.slug])).content.decode()

        ankers = re.findall(r'class="tegel[^"]*" href="[^"#]*hoe-tellen-we/#([a-z0-9_]+)"', html)
        assert len(ankers) == 6
        assert all(f'id="{anker}"' in uitleg for anker in ankers)

    def test_klein_blijft_klein(self, als_regisseur, wereld):
        gelezen = tekst(haal(als_regisseur, wereld, periode="2026-10"))

        assert "Aalter – – " in gelezen  # 27 and 10 would give Zulte away beside the region
        assert "Zulte < 5 < 5" in gelezen

    def test_de_lopende_maand_is_de_eerste_keuze(self, als_regisseur, wereld):
        gelezen = tekst(haal(als_regisseur, wereld))

        assert "November 2026 loopt nog: dit zijn de cijfers tot en met 23/11/2026" in gelezen
        assert "in heel oktober 2026" in gelezen

    def test_een_ander_gebied_telt_niet_mee(self, als_regisseur, wereld, ander_gebied):
        with gebied_context(ander_gebied, [ander_gebied.ocmw.pk]):
            for _ in range(30):
                tot(maak_traject(ander_gebied.ocmw), S.INTAKE, date(2026, 10, 9))

        html = haal(als_regisseur, wereld, periode="2026-10").content.decode()

        assert ander_gebied.ocmw.naam not in html
        assert re.search(r'Instroom</span> <span class="tegel__waarde">13</span>', html)

    def test_afdrukken_zegt_over_welke_periode_het_gaat(self, als_regisseur, wereld):
        html = haal(als_regisseur, wereld, periode="2026-Q3").content.decode()

        assert '<p class="alleen-print">Periode: Q3 2026.' in html


class TestAdres:
    @pytest.mark.parametrize(
        ("vraag", "periode", "vergelijking"),
        [
            ("", "2026-11", Vergelijking.VORIGE_PERIODE),
            ("periode=2026-Q3&vergelijk=jaar", "2026-Q3", Vergelijking.VORIG_JAAR),
            ("periode=2025&vergelijk=geen", "2025", Vergelijking.GEEN),
            ("periode=2022-05", "2022-05", Vergelijking.VORIGE_PERIODE),
            ("periode=2021-12", "2026-11", Vergelijking.VORIGE_PERIODE),
            ("periode=onzin&vergelijk=onzin", "2026-11", Vergelijking.VORIGE_PERIODE),
            ("periode=2031-01", "2026-11", Vergelijking.VORIGE_PERIODE),
        ],
    )
    def test_lezen(self, rf, vraag, periode, vergelijking):
        keuze = lees_keuze(rf.get(f"/?{vraag}").GET, date(2026, 11, 23))

        assert (keuze.periode.sleutel, keuze.vergelijking) == (periode, vergelijking)
        keuzes = [sleutel for _, groep in keuze.form.fields["periode"].choices for sleutel, _ in groep]
        assert periode in keuzes

    def test_onzin_krijgt_een_zin(self, als_regisseur, wereld):
        assert "Kies een periode zoals 2026-10" in tekst(haal(als_regisseur, wereld, periode="gisteren"))
        assert "januari 2031 is nog niet begonnen" in tekst(haal(als_regisseur, wereld, periode="2031-01"))
        assert "De cockpit gaat 5 jaar terug" in tekst(haal(als_regisseur, wereld, periode="2019"))

    def test_de_keuze_blijft_staan_en_sorteren_behoudt_ze(self, als_regisseur, wereld):
        html = haal(als_regisseur, wereld, periode="2026-Q3", vergelijk="jaar").content.decode()

        assert re.search(r'<option value="2026-Q3"[^>]* selected', html)
        assert re.search(r'<option value="jaar"[^>]* selected', html)
        assert "periode=2026-Q3&amp;vergelijk=jaar&amp;sorteer=instroom" in html

    def test_filteren_behoudt_de_sortering(self, als_regisseur, wereld):
        html = haal(als_regisseur, wereld, sorteer="-instroom").content.decode()

        assert '<input type="hidden" name="sorteer" value="-instroom">' in html

    @pytest.mark.parametrize(
        ("sorteer", "volgorde"),
        [
            ("", ["Aalter", "Mol", "Zulte", "Regio"]),
            ("-ocmw", ["Zulte", "Mol", "Aalter", "Regio"]),
            ("in_behandeling", ["Mol", "Aalter", "Zulte", "Regio"]),
            ("-in_behandeling", ["Aalter", "Mol", "Zulte", "Regio"]),
            ("onbekend", ["Aalter", "Mol", "Zulte", "Regio"]),
        ],
    )
    def test_sorteren_houdt_verborgen_cijfers_en_de_regio_onderaan(self, gebied, ocmw, sorteer, volgorde):
        ocmw.naam = "OCMW Aalter"
        ocmw.save()
        mol, zulte = OcmwFactory(gebied=gebied, naam="OCMW Mol"), OcmwFactory(gebied=gebied, naam="OCMW Zulte")
        klein = OcmwFactory(gebied=gebied, naam="OCMW Zwalm")
        with gebied_context(gebied, [ocmw.pk, mol.pk, zulte.pk, klein.pk]):
            for wie, aantal in ((ocmw, 20), (mol, 10), (zulte, 2), (klein, 2)):
                for _ in range(aantal):
                    tot(maak_traject(wie), S.INTAKE, date(2026, 10, 9))

        pagina = selectors.cockpit(
            periode=Periode.maand(2026, 10),
            vergelijking=Vergelijking.GEEN,
            vandaag=date(2026, 11, 23),
            sorteer=sorteer,
        )

        labels = [rij.label for rij in pagina.vergelijking.inhoud.rijen if rij.label != "Zwalm"]
        assert labels == volgorde


class TestToestanden:
    def test_een_nieuw_gebied_krijgt_een_lijst_in_plaats_van_nullen(self, als_regisseur, gebied):
        gelezen = tekst(haal(als_regisseur, gebied))

        assert "Er is nog niets om te tellen" in gelezen
        assert "klaar De gemeenten van het gebied" in gelezen
        assert "te doen Gebruikers bieden plaatsen aan" in gelezen
        assert "Kerncijfers" not in gelezen

    def test_een_periode_voor_het_begin_zegt_dat_er_niets_is(self, als_regisseur, wereld):
        gelezen = tekst(haal(als_regisseur, wereld, periode="2024-03"))

        assert "Geen cijfers in maart 2024" in gelezen
        assert "Naar november 2026" in gelezen

    def test_een_blok_dat_faalt_laat_de_andere_staan(self, als_regisseur, wereld, monkeypatch):
        monkeypatch.setitem(vragen.VRAGEN, "quotum_nu", "SELECT 1 / 0, 0, '', 0")

        gelezen = tekst(haal(als_regisseur, wereld, periode="2026-10"))

        assert "Deze lijst kon niet berekend worden" in gelezen
        assert "Quotum art. 60 VST" in gelezen
        assert "Aalter" in gelezen

    def test_de_cijfers_uit_statuswijzigingen_overleven_een_kapotte_telling(self, als_regisseur, wereld, monkeypatch):
        monkeypatch.setitem(vragen.VRAGEN, "plaatsen", "SELECT 'x', 0, '', n FROM bestaat_niet")

        gelezen = tekst(haal(als_regisseur, wereld, periode="2026-10"))

        assert "Een deel van de kerncijfers kon niet berekend worden" in gelezen
        assert "Doorstroom 12" in gelezen

    def test_het_excel_bestand_zegt_ook_wat_er_ontbreekt(self, als_regisseur, wereld, monkeypatch):
        monkeypatch.setitem(vragen.VRAGEN, "quotum_nu", "SELECT 1 / 0, 0, '', 0")

        boek = _boek(haal(als_regisseur, wereld, "cockpit-excel", periode="2026-10"))

        assert boek["Signalen"][1][0] == "Dit deel kon niet gemaakt worden."


def _boek(response) -> dict[str, list[list]]:
    boek = CalamineWorkbook.from_filelike(BytesIO(response.content))
    return {naam: boek.get_sheet_by_name(naam).to_python() for naam in boek.sheet_names}


class TestExcel:
    def test_bevat_precies_wat_de_pagina_toont(self, als_regisseur, wereld):
        vraag = {"periode": "2026-10", "vergelijk": "jaar", "sorteer": "-in_behandeling"}
        gelezen = tekst(haal(als_regisseur, wereld, **vraag))
        response = haal(als_regisseur, wereld, "cockpit-excel", **vraag)

        boek = _boek(response)

        assert f"cockpit-{wereld.slug}-2026-10.xlsx" in response["Content-Disposition"]
        assert list(boek) == ["Kerncijfers", "Per maand", "Vergelijking", "Signalen", "Uitleg"]
        for rij in boek["Vergelijking"][1:]:
            cellen = [_als_op_de_pagina(cel, kolom) for kolom, cel in enumerate(rij[:-1])]
            assert " ".join(cellen[:4]) in gelezen, cellen
        for rij in boek["Kerncijfers"][1:]:
            assert f"{rij[0]} {_tegelwaarde(rij[1])}" in gelezen
        assert len(boek["Per maand"]) == 14
        assert [rij[1] for rij in boek["Per maand"][-3:]] == [8, 9, 13]

    def test_legt_uit_waar_de_cijfers_vandaan_komen(self, als_regisseur, wereld):
        uitleg = dict(rij[:2] for rij in _boek(haal(als_regisseur, wereld, "cockpit-excel"))["Uitleg"])

        assert uitleg["Periode"] == "november 2026 (loopt nog)"
        assert uitleg["Gemaakt op"] == "ma 23 november 2026, 8.00 uur"
        assert uitleg["Kleine aantallen"].startswith("Aantallen van 1 tot 4")
        assert "Bron:" in uitleg["Doorstroom"]

    def test_een_naam_die_op_een_formule_lijkt_blijft_tekst(self, als_regisseur, wereld):
        OcmwFactory(gebied=wereld, naam='=HYPERLINK("http://kwaad.example")')

        namen = [rij[0] for rij in _boek(haal(als_regisseur, wereld, "cockpit-excel"))["Vergelijking"]]

        assert '=HYPERLINK("http://kwaad.example")' in namen


def _als_op_de_pagina(cel, kolom: int) -> str:
    return str(cel) if isinstance(cel, str) else f"{cel:.0f}"


def _tegelwaarde(cel) -> str:
    if isinstance(cel, str):
        return cel
    return f"{cel:.1f} %".replace(".", ",") if cel % 1 else f"{cel:.0f}"


class TestSignalen:
    def test_de_pagina_met_alle_signalen(self, als_regisseur, wereld):
        gelezen = tekst(haal(als_regisseur, wereld, "signalen"))

        assert "Geen recent contact" in gelezen
        assert "Zulte" not in gelezen.split("Geen recent contact")[0]

    def test_zonder_signalen_zegt_ze_dat(self, als_regisseur, gebied):
        assert "Niets dat aandacht vraagt" in tekst(haal(als_regisseur, gebied, "signalen"))

    def test_elke_groep_heeft_een_eigen_plaats(self):
        alle = [
            Signaal("quotum_vst", "info", titel, "OCMW", Getal(6, "6"), "6", None, "")
            for titel in ("vol", "weinig", "vol")
        ]

        groepen = selectors.groepeer(alle)

        assert [(groep.titel, groep.anker) for groep in groepen] == [("vol", "quotum_vst"), ("weinig", "quotum_vst-2")]

    def test_een_soort_signaal_is_een_regel_op_de_cockpit(self, als_regisseur, wereld):
        html = haal(als_regisseur, wereld).content.decode()

        assert html.count("Quotum art. 60 VST voor minder dan") == 1


class TestToegang:
    @pytest.mark.parametrize("pagina", ["cockpit", "cockpit-excel", "signalen"])
    @pytest.mark.parametrize(
        ("rol", "status"),
        [
            (Rol.REGISSEUR, 200),
            (Rol.MEDEWERKER, 200),
            (Rol.TEAMVERANTWOORDELIJKE, 200),
            (Rol.TRAJECTBEGELEIDER, 403),
            (Rol.ADMINISTRATIE, 403),
            (Rol.PARTNERCONTACT, 403),
            (Rol.GEBIEDSBEHEERDER, 403),
        ],
    )
    def test_per_rol(self, client, wereld, ocmw, pagina, rol, status):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=rol).user)

        assert haal(client, wereld, pagina).status_code == status

    def test_een_ander_gebied_bestaat_niet(self, als_regisseur, ander_gebied):
        assert haal(als_regisseur, ander_gebied).status_code == 404

    def test_niemand_ziet_er_een_naam_van_een_client(self, als_regisseur, wereld):
        assert "Aydın" not in haal(als_regisseur, wereld, periode="2026-10").content.decode()

    def test_alleen_wie_rapporten_maakt_ziet_die_knop(self, client, wereld, ocmw):
        client.force_login(LidmaatschapFactory(organisatie=ocmw, rol=Rol.MEDEWERKER).user)

        assert "Rapport maken" not in tekst(haal(client, wereld))


class TestQueries:
    def tel(self, client, gebied, **vraag) -> list[str]:
        with CaptureQueriesContext(connection) as gevangen:
            assert haal(client, gebied, **vraag).status_code == 200
        vragen = [q["sql"] for q in gevangen if not q["sql"].startswith(TRANSACTIE)]
        # The last one gives the fixture around this test its scope back: a request of its own ends before it.
        return vragen[:-1] if vragen[-1].startswith("SELECT set_config") else vragen

    def test_hoogstens_twaalf_in_een_voorbije_en_een_lopende_maand(self, als_regisseur, wereld):
        assert len(self.tel(als_regisseur, wereld, periode="2026-10")) <= 12
        assert len(self.tel(als_regisseur, wereld)) <= 12

    def test_evenveel_bij_een_of_bij_vijftig(self, als_regisseur, wereld, ocmw):
        weinig = self.tel(als_regisseur, wereld, periode="2026-10")
        with gebied_context(wereld, [ocmw.pk]):
            for nr in range(50):
                lopend(date(2026, 10, 1 + nr % 28), ocmw)
        for nr in range(5):
            OcmwFactory(gebied=wereld, naam=f"OCMW Extra {nr}")

        assert len(self.tel(als_regisseur, wereld, periode="2026-10")) == len(weinig)
