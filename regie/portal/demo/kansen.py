"""How often things happen in the demo world. One place to make the figures look more, or less, like life."""

from trajecten.enums import Aanmeldbron, Afstand, Inkomensstatuut, Onderbrekingsreden, Weigerreden

# Instroom per calendar month: spring peak, summer dip, quiet December.
SEIZOEN = {
    1: 1.0,
    2: 1.05,
    3: 1.3,
    4: 1.25,
    5: 1.1,
    6: 1.0,
    7: 0.6,
    8: 0.65,
    9: 1.2,
    10: 1.25,
    11: 1.05,
    12: 0.6,
}
GROEI_PER_JAAR = 0.06
# Extra instroom after each wave of ended unemployment benefits (domein.md 3.0): (year, month) -> part on top.
GOLF = {
    (2026, 1): 0.25,
    (2026, 2): 0.15,
    (2026, 3): 0.45,
    (2026, 4): 0.55,
    (2026, 5): 0.35,
    (2026, 6): 0.2,
    (2026, 7): 0.5,
    (2026, 8): 0.45,
    (2026, 9): 0.3,
    (2026, 10): 0.25,
    (2026, 11): 0.2,
    (2026, 12): 0.15,
    (2027, 1): 0.15,
    (2027, 2): 0.1,
    (2027, 3): 0.1,
    (2027, 4): 0.1,
}
MAANDEN_TERUG = 36

BRON = {
    Aanmeldbron.MAATSCHAPPELIJK_WERKER: 62,
    Aanmeldbron.VDAB: 18,
    Aanmeldbron.ZELF: 11,
    Aanmeldbron.PARTNER: 9,
}
INSTRUMENT = {
    "ART60": 34,
    "ART60_VST": 16,
    "TWE": 15,
    "WIJKWERKEN": 8,
    "OPLEIDING": 10,
    "ARBEIDSTRAJECT": 12,
    "WES": 2,
    "IBO": 2,
    "GEMEENSCHAPSDIENST": 1,
}
# (shortest, longest) planned duration in months of what has no calculated end.
DUUR_MAANDEN = {
    "TWE": (24, 24),
    "WIJKWERKEN": (6, 12),
    "OPLEIDING": (3, 10),
    "ARBEIDSTRAJECT": (4, 10),
    "WES": (2, 6),
    "IBO": (2, 6),
    "GEMEENSCHAPSDIENST": (4, 9),
}
BREUK = {"1": 72, "0.8": 15, "0.5": 13}
AFSTAND = {
    "ART60": {Afstand.INTENSIEF: 8, Afstand.KORT: 2},
    "ART60_VST": {Afstand.INTENSIEF: 6, Afstand.SOCIALE_ECONOMIE: 4},
    "TWE": {Afstand.INTENSIEF: 9, Afstand.KORT: 1},
    "WIJKWERKEN": {Afstand.INTENSIEF: 7, Afstand.NIET: 3},
    "OPLEIDING": {Afstand.KORT: 6, Afstand.INTENSIEF: 4},
    "ARBEIDSTRAJECT": {Afstand.DIRECT: 3, Afstand.KORT: 6, Afstand.INTENSIEF: 1},
    "WES": {Afstand.KORT: 1},
    "IBO": {Afstand.DIRECT: 1, Afstand.KORT: 1},
    "GEMEENSCHAPSDIENST": {Afstand.NIET: 1, Afstand.INTENSIEF: 1},
}
# How a traject that runs comes to its end.
EINDE = {"uitgelopen": 55, "werk": 19, "afgebroken": 26}
VERLENGD = 0.6  # of the contracts that the new rules cut short: kept some months longer, with a motivation
ONDERBROKEN = 0.2
UITGELOPEN = {
    "NEC_ANDER": 13,
    "NEC_ZELFDE": 7,
    "NEC_INTERIM": 5,
    "NEC_PUBLIEK": 4,
    "NEC_IMW": 3,
    "IBO_START": 2,
    "ZELFSTANDIG": 1,
    "SE_CMW": 9,
    "SE_ANDER": 3,
    "OPL_VDAB": 8,
    "OPL_STUDIE": 2,
    "STAGE_WES": 2,
    "UITK_WERKLOOS": 26,
    "UITK_ZIEKTE": 5,
    "LEEFLOON": 7,
    "PENSIOEN": 1,
    "VERHUIS": 2,
}
WERK = {"NEC_ANDER": 9, "NEC_INTERIM": 4, "NEC_ZELFDE": 3, "NEC_PUBLIEK": 2, "NEC_IMW": 1, "IBO_START": 1}
AFGEBROKEN = {
    "STOP_CLIENT": 22,
    "STOP_OCMW": 10,
    "STOP_GEBRUIKER": 9,
    "DRINGENDE_REDEN": 6,
    "UITK_ZIEKTE": 17,
    "LEEFLOON": 16,
    "VERHUIS": 11,
    "ONBEKEND": 6,
    "DETENTIE_VERBLIJF": 2,
}
VOOR_DE_START = {"STOP_CLIENT": 8, "VERHUIS": 4, "NEC_ANDER": 4, "UITK_ZIEKTE": 3, "ONBEKEND": 2}
WEIGERREDEN = {
    Weigerreden.GEEN_INTERESSE: 5,
    Weigerreden.ANDER_AANBOD: 4,
    Weigerreden.NIET_TOELEIDBAAR: 4,
    Weigerreden.AL_AAN_HET_WERK: 3,
    Weigerreden.VERHUISD: 2,
}
ONDERBREKING = {
    Onderbrekingsreden.ZIEKTE: 7,
    Onderbrekingsreden.ZWANGERSCHAP: 2,
    Onderbrekingsreden.OPLEIDING: 1,
    Onderbrekingsreden.ANDER: 1,
}
INKOMEN_NIEUWKOMER = {
    Inkomensstatuut.LEEFLOON: 50,
    Inkomensstatuut.EQ_LEEFLOON: 42,
    Inkomensstatuut.WERKLOOSHEID: 4,
    Inkomensstatuut.GEEN_OF_ANDER: 4,
}
INKOMEN = {
    Inkomensstatuut.LEEFLOON: 74,
    Inkomensstatuut.EQ_LEEFLOON: 2,
    Inkomensstatuut.WERKLOOSHEID: 14,
    Inkomensstatuut.GEEN_OF_ANDER: 10,
}
DREMPELS = {
    "MOB_RIJBEWIJS": 30,
    "TAAL_NL": 24,
    "MOB_VERVOER": 14,
    "KIND_OPVANG": 17,
    "ERVARING": 16,
    "DIGITAAL": 13,
    "DIPLOMA": 11,
    "ZELFVERTROUWEN": 9,
    "GEZIN_BALANS": 8,
    "HUISVESTING": 8,
    "SCHULDEN": 8,
    "NETWERK": 6,
    "GEZ_FYSIEK": 6,
    "GEZ_PSYCH": 5,
    "ATTITUDE": 5,
    "GELETTERDHEID": 4,
    "UURROOSTER": 4,
    "ARBEIDSBEPERKING": 3,
}
NIEUWKOMERSDREMPELS = {"TAAL_NL": 45, "DIPLOMA": 20}
# Still at work 1, 3, 6 and 12 months after doorstroom, for who was there at the measurement before.
BLIJFT_AAN_HET_WERK = {1: 0.95, 3: 0.92, 6: 0.89, 12: 0.9}
METING_ONBEKEND = 0.06
EVALUATIE_OP_TIJD = 0.86
