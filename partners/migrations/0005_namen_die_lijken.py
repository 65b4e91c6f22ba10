"""Names that are much alike, found through the trigram index.

Under row-level security Postgres may not use that index: the operator is not leakproof, so the policy goes first and
every row of the gebied is compared. This function belongs to the owner, and says the same rule as the policy itself.
"""

from django.db import migrations

MAAK = """
CREATE FUNCTION werkgevers_die_lijken(gezocht text) RETURNS TABLE (id uuid, lijkt real)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
    PERFORM word_similarity('', '');  -- the setting below exists once the library is loaded
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.4', true);
    RETURN QUERY
        SELECT w.id, word_similarity(gezocht, w.sleutel)
        FROM partners_werkgever w
        WHERE w.gebied_id = nullif(current_setting('regie.gebied_id', true), '')::bigint AND w.sleutel %> gezocht
        ORDER BY 2 DESC, w.sleutel, w.id
        LIMIT 50;
END
$$
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0004_werkgevers_en_netwerk")]

    operations = [migrations.RunSQL(MAAK, "DROP FUNCTION werkgevers_die_lijken(text)")]
