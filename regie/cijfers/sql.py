# ruff: noqa: S608  # the text is put together from constants of this package; values travel as parameters
"""The one place that says which status change counts as what; the trigger, the recount and partial months all use it.

SQL, because a database trigger keeps the marginals right in the same transaction as the change itself. Definitions:
domein.md 4.6 and `indicatoren`. An event adds to the total (dimension ''), to its instrument, and for uitstroom to
its outcome group; STOCK rows say what a month added, per status with the instrument of the previous event taken off.
"""

IN_BEHANDELING = "('INTAKE', 'SCREENING', 'ACTIEPLAN', 'WACHT_OP_START', 'LOPEND', 'ONDERBROKEN', 'NAZORG')"
OPEN = f"('AANGEMELD', {IN_BEHANDELING[1:]}"
IS_UITSTROOM = "van IN ('LOPEND', 'ONDERBROKEN') AND naar IN ('NAZORG', 'AFGESLOTEN')"

MAAK_TELREGELS = f"""
CREATE FUNCTION cijfers_tel(
    van text, naar text, instrument text, vorig_instrument text, groep text, is_doorstroom boolean
) RETURNS TABLE (soort text, dimensie text, waarde text, n integer) LANGUAGE sql IMMUTABLE AS $$
    WITH geteld (soort) AS (
        SELECT 'INSTROOM' WHERE naar = 'INTAKE'
        UNION ALL SELECT 'START' WHERE van = 'WACHT_OP_START' AND naar = 'LOPEND'
        UNION ALL SELECT 'UITSTROOM' WHERE {IS_UITSTROOM}
        UNION ALL SELECT 'DOORSTROOM' WHERE {IS_UITSTROOM} AND is_doorstroom
        UNION ALL SELECT 'NEUTRAAL' WHERE {IS_UITSTROOM} AND groep = 'NEUTRAAL'
        UNION ALL SELECT 'STOPZETTING' WHERE naar = 'AFGESLOTEN' AND van <> 'NAZORG'
    )
    SELECT g.soort, d.dimensie, d.waarde, 1
      FROM geteld g CROSS JOIN (VALUES ('', ''), ('instrument', instrument)) AS d (dimensie, waarde)
    UNION ALL SELECT 'UITSTROOM', 'groep|instrument', groep || '|' || instrument, 1 WHERE {IS_UITSTROOM}
    UNION ALL SELECT 'STOCK', '', '', (naar IN {IN_BEHANDELING})::int - (van IN {IN_BEHANDELING})::int
    UNION ALL SELECT 'STOCK', 'status', van, -1 WHERE van IN {OPEN}
    UNION ALL SELECT 'STOCK', 'status', naar, 1 WHERE naar IN {OPEN}
    UNION ALL SELECT 'STOCK', 'status|instrument', van || '|' || vorig_instrument, -1 WHERE van IN {OPEN}
    UNION ALL SELECT 'STOCK', 'status|instrument', naar || '|' || instrument, 1 WHERE naar IN {OPEN}
$$;
"""

# From status changes (any relation with those columns, as w) to rows of a Maandtelling. What came along with a person
# from another OCMW is in the figures of that OCMW; the day of arrival only adds to the stock here.
TELRIJEN = """
SELECT w.gebied_id, w.eigenaar_id AS organisatie_id, date_trunc('month', w.geldig_op)::date AS maand,
       t.soort, t.dimensie, t.waarde, sum(t.n)::int AS n
  FROM {relatie} w
  LEFT JOIN trajecten_uitstroomcode u ON u.code = w.uitstroomcode
  LEFT JOIN LATERAL (
       SELECT v.instrument FROM trajecten_statuswijziging v
        WHERE v.gebied_id = w.gebied_id AND v.traject_id = w.traject_id AND v.id < w.id
        ORDER BY v.id DESC LIMIT 1
  ) vorige ON true
 CROSS JOIN LATERAL cijfers_tel(
       w.van, w.naar, w.instrument, coalesce(vorige.instrument, ''), coalesce(u.groep, 'ONBEKEND'),
       coalesce(u.telt_als_doorstroom, false)
  ) t
 WHERE {voorwaarde} AND w.herkomst <> 'GESCHIEDENIS' AND (w.herkomst = '' OR t.soort = 'STOCK')
 GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(t.n) <> 0
"""

BIJTELLEN = """
INSERT INTO cijfers_maandtelling (gebied_id, organisatie_id, maand, soort, dimensie, waarde, n)
SELECT gebied_id, organisatie_id, maand, soort, dimensie, waarde, n FROM ({telrijen}) rijen
 ORDER BY gebied_id, dimensie, organisatie_id, soort, waarde, maand
ON CONFLICT (gebied_id, dimensie, organisatie_id, soort, waarde, maand)
DO UPDATE SET n = cijfers_maandtelling.n + EXCLUDED.n
"""

# Two writers of one OCMW wait for each other here instead of meeting in different order on the rows.
SLOT = 6076  # a number of our own, so that no other advisory lock of the product is met
VERGRENDEL = """
PERFORM pg_advisory_xact_lock({slot}, o.id)
   FROM (SELECT DISTINCT eigenaar_id::int AS id FROM nieuw ORDER BY 1) o;
"""

HERMAAK_FUNCTIE = f"""
CREATE OR REPLACE FUNCTION cijfers_bij_statuswijziging() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    {VERGRENDEL.format(slot=SLOT)}
    {BIJTELLEN.format(telrijen=TELRIJEN.format(relatie="nieuw", voorwaarde="true"))};
    RETURN NULL;
END $$;
"""

MAAK_TRIGGER = f"""
{HERMAAK_FUNCTIE}
CREATE TRIGGER cijfers_maandtelling AFTER INSERT ON trajecten_statuswijziging
    REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT EXECUTE FUNCTION cijfers_bij_statuswijziging();
"""

VERWIJDER_TRIGGER = """
DROP TRIGGER cijfers_maandtelling ON trajecten_statuswijziging;
DROP FUNCTION cijfers_bij_statuswijziging();
DROP FUNCTION cijfers_tel(text, text, text, text, text, boolean);
"""
