"""The words lists use for our codes. Compared without case, spaces, dots and marks."""

from collections.abc import Mapping

from regie.core.names import naam_sleutel
from trajecten.enums import Aanmeldbron, Diploma, Geslacht, Inkomensstatuut


def _per_woord(woorden: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """{key of each word: code} out of {code: lines of words}."""
    return {
        naam_sleutel(woord): str(code)
        for code, regels in woorden.items()
        for regel in regels
        for woord in regel.split(", ")
    }


STATUTEN = _per_woord(
    {
        Inkomensstatuut.LEEFLOON: (
            "leefloon, leefl, ll, leefloner, leefloongerechtigde, rmi, rmi-leefloon, recht op leefloon",
        ),
        Inkomensstatuut.EQ_LEEFLOON: (
            "eq_leefloon, equivalent leefloon, eq leefloon, eq leefl, eq ll, ell, equiv leefloon, equivalent",
            "gelijkgesteld leefloon, financiële steun, fin steun, financiële steun equivalent leefloon",
        ),
        Inkomensstatuut.WERKLOOSHEID: (
            "werkloosheid, werkloosheidsuitkering, wl, ww, uvw, werkloos, rva, dop, stempelgeld",
            "inschakelingsuitkering, wachtuitkering",
        ),
        Inkomensstatuut.GEEN_OF_ANDER: (
            "geen_of_ander, geen, ander, andere, geen inkomen, zonder, geen of ander, ziekte, ziekte-uitkering",
            "mutualiteit, ziekenfonds, invaliditeit, inkomensvervangende tegemoetkoming, ivt, loon, pensioen",
        ),
    }
)
GESLACHTEN = _per_woord(
    {
        Geslacht.VROUW: ("v, vrouw, vr, vrouwelijk, f, mevrouw, mevr",),
        Geslacht.MAN: ("m, man, mannelijk, h, dhr, de heer",),
        Geslacht.X: ("x, non-binair, anders",),
    }
)
DIPLOMAS = _per_woord(
    {
        Diploma.LAAG: (
            "laag, laaggeschoold, kort, kortgeschoold, lager onderwijs, lo, lager secundair, geen, geen diploma",
            "buso, 1e graad, 2e graad, getuigschrift lager onderwijs, lso",
        ),
        Diploma.MIDDEN: (
            "midden, middengeschoold, hso, hoger secundair, secundair, secundair onderwijs, aso, tso, bso, kso",
            "3e graad, 7e jaar bso",
        ),
        Diploma.HOOG: (
            "hoog, hooggeschoold, bachelor, master, hoger onderwijs, universiteit, hogeschool, graduaat, ho",
        ),
    }
)
BRONNEN = _per_woord(
    {
        Aanmeldbron.MAATSCHAPPELIJK_WERKER: (
            "maatschappelijk werker, maatschappelijk_werker, mw, ocmw, sociale dienst",
        ),
        Aanmeldbron.VDAB: ("vdab",),
        Aanmeldbron.ZELF: ("zelf, cliënt zelf, client, eigen initiatief",),
        Aanmeldbron.PARTNER: ("partner, gtb, caw",),
        Aanmeldbron.EINDE_WERKLOOSHEID: ("einde werkloosheidsuitkering, einde werkloosheid, einde_werkloosheid, rva",),
    }
)
INSTRUMENTEN = _per_woord(
    {
        "ART60": ("art60, art 60, artikel 60, art 60 § 7, artikel 60 § 7, a60, gewone art 60",),
        "ART60_VST": ("art60_vst, art 60 vst, artikel 60 vst, vst, art 60 sociale economie, verhoogde staatstoelage",),
        "TWE": ("twe, tijdelijke werkervaring, art 60 twe, twe ocmw",),
    }
)
