"""Sentences and drawings made by rules: they say what may be shown, and nothing when nothing may."""

import copy

import pytest

from rapportage.inhoud import bouw_inhoud, zinnen
from tests.rapportage.voorbeeld import momentopname


def getal(waarde, getoond=None, n=None):
    return {"waarde": waarde, "getoond": getoond or str(waarde), "n": n, "reden": "", "definitie": ""}


def tegel(nu, toen=None, ratios=()):
    delta = {"ander": toen, "woorden": "9 meer dan in september 2026"} if toen else None
    return {"getal": nu, "delta": delta, "ratios": list(ratios)}


class TestZinnen:
    @pytest.mark.parametrize(
        ("van", "naar", "zin"),
        [
            (49, 58, "De instroom steeg van 49 naar 58 trajecten tegenover september 2026."),
            (58, 49, "De instroom daalde van 58 naar 49 trajecten tegenover september 2026."),
            (9, 9, "De instroom bleef gelijk: 9 trajecten tegenover september 2026."),
        ],
    )
    def test_instroom(self, van, naar, zin):
        assert zinnen.instroom(tegel(getal(naar), getal(van))) == zin

    @pytest.mark.parametrize(
        ("nu", "toen"), [(getal(None, "< 5"), getal(49)), (getal(58), getal(None, "< 5")), (getal(58), None)]
    )
    def test_geen_zin_over_een_verborgen_getal(self, nu, toen):
        assert zinnen.instroom(tegel(nu, toen)) == ""

    def test_doorstroom_met_noemer(self):
        ratio = getal(36.2, "36,2 %", n=58)

        assert "36,2 % van de uitstroom" in zinnen.doorstroom(tegel(getal(21), ratios=[ratio]))
        assert zinnen.doorstroom(tegel(getal(None, "< 5"), ratios=[ratio])) == ""
        assert zinnen.doorstroom(tegel(getal(21), ratios=[getal(None, "–")])) == ""

    def test_quotum(self):
        assert zinnen.quotum(tegel(getal(34, "34 / 40", n=40))).startswith("34 van de 40 toegekende plaatsen")
        assert zinnen.quotum(tegel(getal(None, "–"))) == ""


def verberg(deel):
    """Every figure hidden, as in a very small region."""
    if isinstance(deel, dict):
        if "waarde" in deel and "getoond" in deel:
            deel.update(waarde=None, getoond="< 5", n=None, reden="Te klein.")
        if "opmerking" in deel:
            deel["opmerking"] = ""
        for waarde in deel.values():
            verberg(waarde)
    if isinstance(deel, list):
        for waarde in deel:
            verberg(waarde)


class TestOpbouw:
    def test_nummers_lopen_door_over_de_hoofdstukken(self):
        delen = list(bouw_inhoud(momentopname()).alle_delen())

        assert [d.nummer for d in delen if d.soort == "figuur"] == [1, 2, 3, 4, 5, 6]
        assert [d.nummer for d in delen if d.soort == "tabel"] == list(range(1, 9))

    def test_elke_tekening_heeft_haar_tabel_in_hetzelfde_hoofdstuk(self):
        for hoofdstuk in bouw_inhoud(momentopname()).hoofdstukken:
            soorten = {deel.soort for deel in hoofdstuk.delen}
            assert "figuur" not in soorten or "tabel" in soorten

    def test_een_rapport_waarin_alles_verborgen_is_wordt_toch_gemaakt(self):
        klein = copy.deepcopy(momentopname())
        verberg(klein["cijfers"])

        inhoud = bouw_inhoud(klein)

        assert inhoud.zinnen == ()

    def test_signalen_staan_per_onderwerp_een_keer(self):
        veel = copy.deepcopy(momentopname())
        eerste = veel["cijfers"]["signalen"]["signalen"][0]
        veel["cijfers"]["signalen"]["signalen"] = [{**eerste, "organisatie": f"OCMW {n}"} for n in range(6)]

        blok = next(deel for deel in bouw_inhoud(veel).alle_delen() if deel.soort == "signalen")

        assert len(blok.regels) == 1
        assert blok.regels[0].tekst.endswith("en nog 3 andere.")
