# ruff: noqa: S608  # the text is put together from constants of this package; values travel as parameters
"""What is not in the marginals, counted straight from dated rows: each question is one narrow, indexed aggregate.

Written as SQL because a page asks them all in one round trip. Every part names the gebied itself; `alle_dossiers` has
all its OCMW's in scope, and row security is the net underneath. A row is (question, organisatie, key, number).
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from django.db import connection

from regie.cijfers.sql import IN_BEHANDELING, IS_UITSTROOM, TELRIJEN
from trajecten.regels.cohort import VERSCHUIVING

ART60 = "('ART60', 'ART60_VST')"


def _eigen(alias: str = "") -> str:
    return f"{alias}.gebied_id = %(gebied)s" if alias else "gebied_id = %(gebied)s"


def _duurzaam(maanden: int) -> str:
    """The cohort of doorstroom, each with its nazorg measurement inside the margin, or nothing."""
    later = f"interval '{maanden} months'"
    return f"""
SELECT 'duurzaam_{maanden}m', 0, coalesce(aan_het_werk, 'ONBEKEND') COLLATE "C", count(*) FROM (
    WITH cohort AS MATERIALIZED (
        SELECT w.traject_id, (w.geldig_op + {later})::date AS moment
          FROM trajecten_statuswijziging w JOIN trajecten_uitstroomcode u ON u.code = w.uitstroomcode
         WHERE {_eigen("w")} AND w.geldig_op BETWEEN %(cohort_{maanden}_van)s AND %(cohort_{maanden}_tot)s
           AND {IS_UITSTROOM} AND u.telt_als_doorstroom
    ), metingen AS MATERIALIZED (
        SELECT traject_id, gepland_op, aan_het_werk FROM trajecten_nazorgmeting
         WHERE {_eigen()} AND maand = {maanden}
           AND gepland_op BETWEEN (%(cohort_{maanden}_van)s::date + {later})::date
                              AND (%(cohort_{maanden}_tot)s::date + {later})::date + {VERSCHUIVING}
           AND abs(gemeten_op - gepland_op) <= %(nazorg_marge)s AND gemeten_op <= %(peildatum)s
    )
    SELECT m.aan_het_werk FROM cohort c
      LEFT JOIN metingen m ON m.traject_id = c.traject_id
                          AND m.gepland_op BETWEEN c.moment AND c.moment + {VERSCHUIVING}) antwoorden
 GROUP BY 3"""


def _quotum(vraag: str, op: str) -> str:
    """Granted and started art. 60 VST in the calendar year of a day, up to that day."""
    return f"""
SELECT '{vraag}', organisatie_id, 'toegekend', toegekend
  FROM trajecten_quotum WHERE gebied_id = %(gebied)s AND jaar = extract(year FROM %({op})s::date)
UNION ALL
SELECT '{vraag}', eigenaar_id, 'gestart', count(DISTINCT traject_id)
  FROM trajecten_stap
 WHERE {_eigen()} AND instrument_id = 'ART60_VST' AND status <> 'GEPLAND'
   AND start BETWEEN date_trunc('year', %({op})s::date)::date AND %({op})s AND overgenomen_op IS NULL
 GROUP BY 2"""


# A stap that came along from another OCMW runs here since that day, whatever its start (trajecten.Overdracht).
_LOPENDE_STAP = """s.status <> 'GEPLAND' AND coalesce(s.overgenomen_op, s.start) <= %(peildatum)s
   AND (s.einde IS NULL OR s.einde > %(peildatum)s)"""


def _bezet(einde: str) -> str:
    """Taken places, counted per werkplaats first: the index on plaatsing then answers alone."""
    return f"""
SELECT 'plaatsen', 0, 'bezet', coalesce(sum(p.n), 0)
  FROM (SELECT werkplaats_id, count(*) AS n FROM trajecten_plaatsing
         WHERE {_eigen()} AND werkplaats_id IS NOT NULL AND {einde} AND start <= %(peildatum)s GROUP BY 1) p
  JOIN partners_werkplaats w ON w.id = p.werkplaats_id
 WHERE w.van <= %(peildatum)s AND (w.tot IS NULL OR w.tot >= %(peildatum)s)"""


VRAGEN: dict[str, str] = {
    "evaluatie_op_tijd": f"""
SELECT 'evaluatie_op_tijd', eigenaar_id,
       CASE WHEN uitgevoerd_op <= gepland_op + %(evaluatie_marge)s THEN 'tijdig' ELSE 'te_laat' END, count(*)
  FROM trajecten_evaluatie
 WHERE {_eigen()} AND gepland_op BETWEEN %(start)s - %(evaluatie_marge)s AND %(peildatum)s - %(evaluatie_marge)s
   AND (geannuleerd_op IS NULL OR geannuleerd_op > gepland_op + %(evaluatie_marge)s)
 GROUP BY 2, 3
UNION ALL
SELECT 'evaluatie_op_tijd', e.eigenaar_id,
       CASE WHEN e.uitgevoerd_op <= e.gepland_op + %(evaluatie_marge)s THEN 'tijdig' ELSE 'te_laat' END, -count(*)
  FROM trajecten_traject t JOIN trajecten_evaluatie e ON e.traject_id = t.id AND e.gebied_id = t.gebied_id
 WHERE {_eigen("t")} AND t.overgenomen_op IS NOT NULL AND e.gepland_op < t.overgenomen_op
   AND e.gepland_op BETWEEN %(start)s - %(evaluatie_marge)s AND %(peildatum)s - %(evaluatie_marge)s
   AND (e.geannuleerd_op IS NULL OR e.geannuleerd_op > e.gepland_op + %(evaluatie_marge)s)
 GROUP BY 2, 3""",
    "duurzaam_3m": _duurzaam(3),
    "duurzaam_6m": _duurzaam(6),
    "duurzaam_12m": _duurzaam(12),
    "plaatsen": f"""
SELECT 'plaatsen', 0, 'aanbod', coalesce(sum(coalesce(c.aantal, w.aantal)), 0)
  FROM partners_werkplaats w
  LEFT JOIN LATERAL (SELECT aantal FROM partners_capaciteit
                      WHERE werkplaats_id = w.id AND gebied_id = w.gebied_id AND van <= %(peildatum)s
                        AND (tot IS NULL OR tot >= %(peildatum)s) ORDER BY van DESC LIMIT 1) c ON true
 WHERE w.gebied_id = %(gebied)s AND w.van <= %(peildatum)s AND (w.tot IS NULL OR w.tot >= %(peildatum)s)
UNION ALL {_bezet("einde IS NULL")}
UNION ALL {_bezet("einde > %(peildatum)s")}""",
    "quotum": _quotum("quotum", "peildatum"),
    "quotum_nu": _quotum("quotum_nu", "vandaag"),
    "art60": f"""
SELECT 'art60', s.eigenaar_id,
       CASE WHEN s.einde_voorzien > %(peildatum)s AND s.einde_voorzien <= %(over_3m)s THEN 'binnen_3m'
            WHEN s.einde_voorzien > %(over_3m)s AND s.einde_voorzien <= %(over_6m)s THEN 'binnen_6m'
            ELSE 'later' END, count(*)
  FROM trajecten_stap s
 WHERE {_eigen("s")} AND s.instrument_id IN {ART60} AND {_LOPENDE_STAP}
 GROUP BY 2, 3""",
    "vte": f"""
SELECT 'vte', eigenaar_id, sleutel, n FROM (
    SELECT p.eigenaar_id, count(DISTINCT s.traject_id) AS personen,
           sum(p.breuk * (least(coalesce(p.einde, %(peildatum)s), %(peildatum)s) - greatest(p.start, %(start)s) + 1))
             / (%(peildatum)s - %(start)s + 1) AS vte
      FROM trajecten_plaatsing p JOIN trajecten_stap s ON s.id = p.stap_id
     WHERE {_eigen("p")} AND s.instrument_id IN {ART60} AND s.status <> 'GEPLAND'
       AND p.start <= %(peildatum)s AND (p.einde IS NULL OR p.einde >= %(start)s)
     GROUP BY 1) x CROSS JOIN LATERAL (VALUES ('personen', personen), ('vte', vte)) v (sleutel, n)""",
    "categorie": f"""
SELECT 'categorie', 0, g.gebruikerscategorie, count(*)
  FROM trajecten_plaatsing p
  JOIN trajecten_stap s ON s.id = p.stap_id JOIN core_organisatie g ON g.id = p.gebruiker_id
 WHERE {_eigen("p")} AND s.instrument_id IN {ART60} AND {_LOPENDE_STAP}
   AND p.start <= %(peildatum)s AND (p.einde IS NULL OR p.einde > %(peildatum)s)
 GROUP BY 3""",
    "rijbewijzen": f"""
SELECT 'rijbewijzen', 0, to_char(op, 'YYYY-MM') COLLATE "C", count(*) FROM (
    SELECT d.client_id, min(coalesce(p.datum, d.sinds)) AS op
      FROM trajecten_deelname d JOIN trajecten_project j ON j.id = d.project_id AND j.soort = 'RIJBEWIJS'
      LEFT JOIN LATERAL (SELECT min(datum) AS datum FROM trajecten_poging
                          WHERE deelname_id = d.id AND soort = 'PRAKTIJK' AND geslaagd) p ON true
     WHERE {_eigen("d")} AND (p.datum IS NOT NULL OR d.status = 'PRAKTIJK_GESLAAGD') GROUP BY 1) behaald
 WHERE op BETWEEN date_trunc('year', %(start)s::date - interval '1 year')::date AND %(peildatum)s
 GROUP BY 3
UNION ALL
SELECT 'rijbewijzen', 0, 'projecten', count(*)
  FROM trajecten_project WHERE {_eigen()} AND soort = 'RIJBEWIJS' AND van <= %(peildatum)s""",
    "evaluatie_te_laat": f"""
SELECT 'evaluatie_te_laat', eigenaar_id, '', count(DISTINCT traject_id)
  FROM trajecten_termijn
 WHERE {_eigen()} AND soort = 'EVALUATIE' AND afgehandeld_op IS NULL AND vervallen_op IS NULL
   AND vervalt_op < %(vandaag)s - %(evaluatie_marge)s
 GROUP BY 2""",
    "twe_zonder_registratie": f"""
SELECT 'twe_zonder_registratie', eigenaar_id, '', count(*)
  FROM trajecten_stap
 WHERE {_eigen()} AND instrument_id = 'TWE' AND mlp_geregistreerd_op IS NULL AND einde IS NULL AND status = 'LOPEND'
 GROUP BY 2""",
    "art60_einde": f"""
SELECT 'art60_einde', eigenaar_id, '', count(*)
  FROM trajecten_stap
 WHERE {_eigen()} AND instrument_id IN {ART60} AND einde IS NULL AND status = 'LOPEND'
   AND einde_voorzien BETWEEN %(vandaag)s AND %(signaal_tot)s
 GROUP BY 2""",
    "geen_contact": f"""
SELECT 'geen_contact', eigenaar_id, '', count(*)
  FROM trajecten_traject
 WHERE {_eigen()} AND status IN {IN_BEHANDELING} AND laatste_contact_op < %(contact_grens)s
 GROUP BY 2
UNION ALL
SELECT 'geen_contact', eigenaar_id, '', count(*)
  FROM trajecten_traject
 WHERE {_eigen()} AND status IN {IN_BEHANDELING} AND laatste_contact_op IS NULL AND intake_op < %(contact_grens)s
 GROUP BY 2""",
}

NA_DE_PEILDATUM = TELRIJEN.format(
    relatie="trajecten_statuswijziging",
    voorwaarde=f"{_eigen('w')} AND w.geldig_op > %(peildatum)s AND w.geldig_op <= %(maandeinde)s",
)


class Telling(NamedTuple):
    vraag: str
    organisatie_id: int
    sleutel: str
    n: float


class Marginaal(NamedTuple):
    gebied_id: int
    organisatie_id: int
    maand: Any
    soort: str
    dimensie: str
    waarde: str
    n: int


def stel(vragen: Iterable[str], parameters: Mapping[str, Any]) -> list[Telling]:
    """All questions in one query."""
    delen = " UNION ALL ".join(f"({VRAGEN[vraag]})" for vraag in vragen)
    with connection.cursor() as cursor:
        cursor.execute(delen, parameters)
        return [Telling(*rij) for rij in cursor.fetchall()]


def na_de_peildatum(parameters: Mapping[str, Any]) -> list[Marginaal]:
    """What the marginals of the month of the reference date hold too much, because it happened after that day."""
    with connection.cursor() as cursor:
        cursor.execute(NA_DE_PEILDATUM, parameters)
        return [Marginaal(*rij) for rij in cursor.fetchall()]
