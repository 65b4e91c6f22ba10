"""The dossiers of the benchmark: one wide table of made-up trajecten first, every other table from it in one go."""

from collections.abc import Callable

from django.db.models import Model
from psycopg import Connection

from regie.core.crypto import versleutel
from regie.portal.bench.sql import invoegen, zonder_remmen
from trajecten.models import (
    Client,
    ClientVingerafdruk,
    Contactmoment,
    Drempel,
    Evaluatie,
    Nazorgmeting,
    Plaatsing,
    Quotum,
    Stap,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
)

TABELLEN: tuple[type[Model], ...] = (
    Client,
    ClientVingerafdruk,
    Contactmoment,
    Drempel,
    Evaluatie,
    Nazorgmeting,
    Plaatsing,
    Quotum,
    Stap,
    StatusWijziging,
    Termijn,
    Tijdlijnitem,
    Traject,
)
# d0 aanmelding, d1 intake, d2 screening, d3 actieplan, d4 plan getekend, d5 start, o1-o2 onderbroken, d6 uitstroom,
# d7 afsluiting. Older trajecten are fewer than new ones; rows lie in the order of aanmelding, as they do in life.
BASIS = """
CREATE TABLE bench_basis AS
WITH a AS (
    SELECT n, o.gebied_id, o.ocmw_id, o.nis, o.begeleiders[1 + floor(random() * cardinality(o.begeleiders))::int]
             AS begeleider_id,
           1 + floor(random() * cardinality(o.werkplaatsen))::int AS plek, o.gebruikers, o.werkplaatsen,
           1 + floor(random() * (SELECT count(*) FROM bench_naam))::int AS naam_nr,
           current_date - floor(power(random(), 1.1) * 2190)::int AS d0,
           random() AS r1, random() AS r2, random() AS r3, random() AS r4
      FROM bench_ocmw o, generate_series(o.van, o.tot) n
), b AS (SELECT *, d0 + 3 + (r2 * 20)::int AS d1, 90 + (r4 * 640)::int AS duur, r1 < 0.07 AS weiger,
                r1 >= 0.07 AND r1 < 0.14 AS stopt, r1 > 0.55 AS met_nazorg FROM a
), c AS (SELECT *, d1 + 8 + (r3 * 20)::int AS d2 FROM b
), d AS (SELECT *, d2 + 10 + (r4 * 25)::int AS d3 FROM c
), e AS (SELECT *, d3 + 6 + (r2 * 20)::int AS d4 FROM d
), f AS (SELECT *, d4 + 10 + (r3 * 60)::int AS d5 FROM e
), g AS (SELECT *, d5 + duur AS d6, r2 < 0.15 AND duur > 200 AND NOT (weiger OR stopt) AS valt_uit,
                d5 + duur / 3 AS o1, d5 + duur / 3 + 45 AS o2, NOT (weiger OR stopt) AS loopt FROM f
), h AS (SELECT *, CASE WHEN met_nazorg THEN d6 + 365 ELSE d6 END AS d7 FROM g)
SELECT h.*, gen_random_uuid() AS traject_id, gen_random_uuid() AS client_id, gen_random_uuid() AS stap_id,
       (ARRAY['ART60', 'ART60', 'ART60', 'ART60_VST', 'TWE', 'WIJKWERKEN', 'OPLEIDING', 'ARBEIDSTRAJECT'])
         [1 + floor(r3 * 8)::int] AS instrument,
       CASE WHEN stopt THEN 'STOP_CLIENT'
            WHEN met_nazorg THEN (ARRAY['NEC_ANDER', 'NEC_ZELFDE', 'NEC_INTERIM', 'SE_CMW', 'OPL_VDAB'])
              [1 + floor(r4 * 5)::int]
            ELSE (ARRAY['UITK_WERKLOOS', 'LEEFLOON', 'STOP_OCMW', 'VERHUIS', 'UITK_ZIEKTE'])
              [1 + floor(r4 * 5)::int] END AS code,
       CASE WHEN d1 > current_date THEN 'AANGEMELD'
            WHEN weiger AND d1 + 10 <= current_date THEN 'GEWEIGERD'
            WHEN weiger OR d2 > current_date THEN 'INTAKE'
            WHEN d3 > current_date THEN 'SCREENING'
            WHEN d4 > current_date THEN 'ACTIEPLAN'
            WHEN stopt THEN 'AFGESLOTEN'
            WHEN d5 > current_date THEN 'WACHT_OP_START'
            WHEN d6 > current_date AND valt_uit AND o1 <= current_date AND o2 > current_date THEN 'ONDERBROKEN'
            WHEN d6 > current_date THEN 'LOPEND'
            WHEN met_nazorg AND d7 > current_date THEN 'NAZORG'
            ELSE 'AFGESLOTEN' END AS status,
       current_date - 10 + (r1 * 70)::int AS termijn_op
  FROM h ORDER BY d0, n
"""
NA_BASIS = """
ALTER TABLE bench_basis ADD COLUMN is_open boolean, ADD COLUMN einde date;
UPDATE bench_basis SET is_open = status NOT IN ('AFGESLOTEN', 'GEWEIGERD'),
       einde = CASE WHEN status = 'GEWEIGERD' THEN d1 + 10 WHEN stopt THEN d4 ELSE d7 END;
ANALYZE bench_basis;
"""
EIGEN = {"gebied_id": "b.gebied_id", "eigenaar_id": "b.ocmw_id"}
ID = {"id": "gen_random_uuid()"}


def dossiers_vullen(verbinding: Connection, meld: Callable[[str], None]) -> None:
    verbinding.execute("SELECT setseed(0.5)")
    verbinding.execute(BASIS)
    verbinding.execute(NA_BASIS)
    meld("de trajecten zijn verzonnen")
    with zonder_remmen(verbinding, [model._meta.db_table for model in TABELLEN]):
        for stap in (_clienten, _trajecten, _wijzigingen, _stappen, _evaluaties, _opvolging, _verhaal):
            stap(verbinding)
            meld(stap.__name__.strip("_"))
    meld("sleutels en indexen zijn gemaakt")


def _clienten(verbinding: Connection) -> None:
    geheim = versleutel("85073003328", doel="trajecten.client.insz")
    velden = {
        **EIGEN,
        "id": "b.client_id",
        "dossiernummer": "format('BM-%s-%s', extract(year FROM b.d0), b.n)",
        "voornaam": "m.voornaam",
        "familienaam": "m.familienaam",
        "sorteernaam": "m.sorteernaam",
        "persoonssleutel": "m.persoonssleutel",
        "geboortedatum": "b.d0 - 6900 - floor(b.r3 * 15000)::int",
        "geslacht": "CASE WHEN b.r4 < 0.5 THEN 'V' ELSE 'M' END",
        "gemeente_id": "b.nis",
        "inkomensstatuut": "'LEEFLOON'",
        "insz": f"'{geheim}'",
        "insz_index": "encode(sha256(b.n::text::bytea), 'hex')",
        "geinformeerd_op": "b.d0",
        "geinformeerd_via": "'gesprek'",
    }
    invoegen(verbinding, Client, velden, "bench_basis b JOIN bench_naam m ON m.nr = b.naam_nr ORDER BY b.d0, b.n")
    afdruk = {
        "gebied_id": "b.gebied_id",
        "organisatie_id": "b.ocmw_id",
        "client_id": "b.client_id",
        "soort": "v.soort",
        "hash": "encode(sha256((v.soort || b.n)::bytea), 'hex')",
    }
    invoegen(verbinding, ClientVingerafdruk, afdruk, "bench_basis b, (VALUES ('insz'), ('naam')) v (soort)")


def _trajecten(verbinding: Connection) -> None:
    velden = {
        **EIGEN,
        "id": "b.traject_id",
        "client_id": "b.client_id",
        "begeleider_id": "b.begeleider_id",
        "status": "b.status",
        "status_sinds": """CASE b.status WHEN 'AANGEMELD' THEN b.d0 WHEN 'INTAKE' THEN b.d1 WHEN 'SCREENING' THEN b.d2
            WHEN 'ACTIEPLAN' THEN b.d3 WHEN 'WACHT_OP_START' THEN b.d4 WHEN 'LOPEND' THEN b.d5
            WHEN 'ONDERBROKEN' THEN b.o1 WHEN 'NAZORG' THEN b.d6 ELSE b.einde END""",
        "bron": "'MAATSCHAPPELIJK_WERKER'",
        "aangemeld_op": "b.d0",
        "intake_op": "CASE WHEN b.d1 <= current_date THEN b.d1 END",
        "gestart_op": "CASE WHEN b.loopt AND b.d5 <= current_date THEN b.d5 END",
        "uitgestroomd_op": "CASE WHEN b.loopt AND b.d6 <= current_date THEN b.d6 END",
        "afgesloten_op": "CASE WHEN NOT b.is_open THEN b.einde END",
        "afstand": "3",
        "jobdoelwit": "'groenarbeider'",
        "weigerreden": "CASE WHEN b.status = 'GEWEIGERD' THEN 'GEEN_INTERESSE' ELSE '' END",
        "uitstroomcode_id": """CASE WHEN b.status = 'NAZORG' OR b.status = 'AFGESLOTEN' THEN b.code END""",
        "instrument_id": "CASE WHEN NOT b.weiger AND b.d3 <= current_date THEN b.instrument END",
        "gebruiker_id": """CASE WHEN b.loopt AND b.d5 <= current_date AND b.instrument LIKE 'ART60%'
            THEN b.gebruikers[b.plek] END""",
        "einddatum_voorzien": "CASE WHEN b.loopt AND b.d5 <= current_date THEN b.d6 END",
        "volgende_termijn_op": "CASE WHEN b.is_open THEN b.termijn_op END",
        "volgende_termijn": "CASE WHEN b.is_open THEN 'Opvolgevaluatie' ELSE '' END",
        "laatste_contact_op": "least(current_date - (b.r2 * 70)::int, b.einde)",
        "sorteernaam": "m.sorteernaam",
    }
    invoegen(verbinding, Traject, velden, "bench_basis b JOIN bench_naam m ON m.nr = b.naam_nr ORDER BY b.d0, b.n")


def _wijzigingen(verbinding: Connection) -> None:
    """Every step up to today. Written in order of day: within a traject the ids then follow the story."""
    velden = {
        **EIGEN,
        "traject_id": "b.traject_id",
        "van": "v.van",
        "naar": "v.naar",
        "geldig_op": "v.dag",
        "instrument": "CASE WHEN v.nr >= 5 THEN b.instrument ELSE '' END",
        "uitstroomcode": "CASE WHEN v.nr IN (6, 11, 12) THEN b.code ELSE '' END",
        "door_id": "b.begeleider_id",
    }
    bron = """bench_basis b, LATERAL (VALUES
        (1, '', 'AANGEMELD', b.d0, true),
        (2, 'AANGEMELD', 'INTAKE', b.d1, true),
        (3, 'INTAKE', 'GEWEIGERD', b.d1 + 10, b.weiger),
        (4, 'INTAKE', 'SCREENING', b.d2, NOT b.weiger),
        (5, 'SCREENING', 'ACTIEPLAN', b.d3, NOT b.weiger),
        (6, 'ACTIEPLAN', 'AFGESLOTEN', b.d4, b.stopt),
        (7, 'ACTIEPLAN', 'WACHT_OP_START', b.d4, b.loopt),
        (8, 'WACHT_OP_START', 'LOPEND', b.d5, b.loopt),
        (9, 'LOPEND', 'ONDERBROKEN', b.o1, b.valt_uit),
        (10, 'ONDERBROKEN', 'LOPEND', b.o2, b.valt_uit),
        (11, 'LOPEND', CASE WHEN b.met_nazorg THEN 'NAZORG' ELSE 'AFGESLOTEN' END, b.d6, b.loopt),
        (12, 'NAZORG', 'AFGESLOTEN', b.d7, b.loopt AND b.met_nazorg)
    ) v (nr, van, naar, dag, geldt) WHERE v.geldt AND v.dag <= current_date ORDER BY v.dag, b.n, v.nr"""
    invoegen(verbinding, StatusWijziging, velden, bron)


def _stappen(verbinding: Connection) -> None:
    gestart = "WHERE b.loopt AND b.d5 <= current_date"
    einde = "CASE WHEN b.d6 <= current_date THEN b.d6 END"
    stap = {
        **EIGEN,
        "id": "b.stap_id",
        "traject_id": "b.traject_id",
        "instrument_id": "b.instrument",
        "status": "CASE WHEN b.d6 <= current_date THEN 'BEEINDIGD' ELSE 'LOPEND' END",
        "start": "b.d5",
        "einde_berekend": "b.d6",
        "einde_voorzien": "b.d6",
        "einde": einde,
        "mlp_geregistreerd_op": "CASE WHEN b.r1 > 0.02 THEN b.d5 END",
    }
    invoegen(verbinding, Stap, stap, f"bench_basis b {gestart}")
    plaatsing = {
        **EIGEN,
        **ID,
        "stap_id": "b.stap_id",
        "gebruiker_id": "b.gebruikers[b.plek]",
        "werkplaats_id": "b.werkplaatsen[b.plek]",
        "functie": "'medewerker'",
        "breuk": "CASE WHEN b.r1 < 0.8 THEN 1 ELSE 0.5 END",
        "contract_getekend_op": "b.d5 - 5",
        "tbs_ocmw_op": "b.d5 - 4",
        "tbs_gebruiker_op": "b.d5 - 3",
        "tbs_werknemer_op": "b.d5 - 2",
        "start": "b.d5",
        "einde": einde,
    }
    invoegen(verbinding, Plaatsing, plaatsing, f"bench_basis b {gestart} AND b.instrument LIKE 'ART60%'")


def _evaluaties(verbinding: Connection) -> None:
    """One every 90 days of the contract; six in seven held in time."""
    gehouden = "v.dag <= current_date AND v.dag <= b.d6 AND (b.n + v.nr) % 7 <> 0"
    velden = {
        **EIGEN,
        **ID,
        "traject_id": "b.traject_id",
        "soort": "CASE v.nr WHEN 1 THEN 'EERSTE' ELSE 'OPVOLGING' END",
        "gepland_op": "v.dag",
        "uitgevoerd_op": f"CASE WHEN {gehouden} THEN least(v.dag + v.nr, current_date) END",
        "conclusie": f"CASE WHEN {gehouden} THEN 'VERDERZETTEN' ELSE '' END",
        "geannuleerd_op": "CASE WHEN v.dag > b.d6 AND b.d6 <= current_date THEN b.d6 END",
        "scores": """jsonb_build_object('ATT01', 2, 'ATT02', 3, 'ATT03', 3, 'ATT04', 2, 'ATT05', 3, 'ATT06', 4,
            'ATT07', 3)""",
    }
    bron = """bench_basis b, LATERAL (SELECT nr, b.d5 + nr * 90 AS dag FROM generate_series(1, b.duur / 90 + 1) nr) v
        WHERE b.loopt AND b.d5 <= current_date ORDER BY b.d0, b.n"""
    invoegen(verbinding, Evaluatie, velden, bron)
    meting = {
        **EIGEN,
        **ID,
        "traject_id": "b.traject_id",
        "maand": "v.maand",
        "gepland_op": "b.d6 + v.maand * 30",
        "gemeten_op": "CASE WHEN b.d6 + v.maand * 30 <= current_date THEN b.d6 + v.maand * 30 END",
        "aan_het_werk": """CASE WHEN b.d6 + v.maand * 30 > current_date THEN ''
            WHEN (b.n + v.maand) % 4 = 0 THEN 'NEE' ELSE 'JA' END""",
        "is_doorstroom": "b.code LIKE 'NEC%'",
    }
    bron = """bench_basis b, (VALUES (1), (3), (6), (12)) v (maand)
        WHERE b.loopt AND b.met_nazorg AND b.d6 <= current_date"""
    invoegen(verbinding, Nazorgmeting, meting, bron)


def _opvolging(verbinding: Connection) -> None:
    """Deadlines: three open ones on a traject that is open, two done on each; obstacles; quota."""
    termijn = {
        **EIGEN,
        **ID,
        "traject_id": "b.traject_id",
        "soort": "'EVALUATIE'",
        "omschrijving": "'Opvolgevaluatie'",
        "vervalt_op": "CASE WHEN v.is_open THEN b.termijn_op + v.nr * 30 ELSE b.d1 + v.nr * 20 END",
        "afgehandeld_op": "CASE WHEN NOT v.is_open THEN b.d1 + v.nr * 20 END",
    }
    bron = """bench_basis b, (VALUES (0, true), (1, true), (2, true), (1, false), (2, false)) v (nr, is_open)
        WHERE b.is_open OR NOT v.is_open ORDER BY b.d0, b.n"""
    invoegen(verbinding, Termijn, termijn, bron)
    drempel = {
        **EIGEN,
        **ID,
        "traject_id": "b.traject_id",
        "code_id": "v.code",
        "ernst": "2",
        "status": "'IN_AANPAK'",
        "geopend_op": "b.d2",
    }
    bron = "bench_basis b, (VALUES ('MOB_RIJBEWIJS'), ('TAAL_NL')) v (code) WHERE b.d2 <= current_date"
    invoegen(verbinding, Drempel, drempel, bron)
    quotum = {
        "gebied_id": "gebied_id",
        "organisatie_id": "ocmw_id",
        "jaar": "jaar",
        "toegekend": "greatest(20, (tot - van) / 40)",
    }
    jaren = "generate_series(extract(year FROM current_date)::int - 3, extract(year FROM current_date)::int) jaar"
    invoegen(verbinding, Quotum, quotum, f"bench_ocmw, {jaren}")


def _verhaal(verbinding: Connection) -> None:
    contact = {
        **EIGEN,
        **ID,
        "client_id": "b.client_id",
        "traject_id": "b.traject_id",
        "soort": "'GESPREK'",
        "datum": "b.d1 + v.nr * 25",
        "tekst": "'Planning van de komende maand doorgenomen.'",
        "zichtbaarheid": "CASE WHEN b.r1 < 0.4 THEN 'TEAM' ELSE 'OCMW' END",
        "door_id": "b.begeleider_id",
    }
    bron = """bench_basis b, generate_series(0, 3) v (nr)
        WHERE b.d1 + v.nr * 25 <= least(current_date, b.einde) ORDER BY b.d0, b.n"""
    invoegen(verbinding, Contactmoment, contact, bron)
    regel = {
        **EIGEN,
        "client_id": "b.client_id",
        "soort": "CASE WHEN v.nr % 2 = 0 THEN 'contact' ELSE 'status' END",
        "titel": "CASE WHEN v.nr % 2 = 0 THEN 'Contact: gesprek' ELSE 'Intakegesprek gevoerd' END",
        "tekst": "'Planning van de komende maand doorgenomen.'",
        "is_mijlpaal": "v.nr % 2 = 1",
        "datum": "b.d0 + v.nr * 25",
        "door_id": "b.begeleider_id",
    }
    bron = """bench_basis b, generate_series(0, 9) v (nr)
        WHERE b.d0 + v.nr * 25 <= least(current_date, b.einde) ORDER BY b.d0, b.n"""
    invoegen(verbinding, Tijdlijnitem, regel, bron)
