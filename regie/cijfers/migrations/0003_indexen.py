"""Late evaluations are read from the open deadlines, nazorg measurements from the index alone."""

from django.db import migrations

INDEXEN = {
    "cijfers_termijn_evaluatie": (
        "trajecten_termijn (gebied_id, vervalt_op) INCLUDE (eigenaar_id, traject_id) "
        "WHERE soort = 'EVALUATIE' AND afgehandeld_op IS NULL AND vervallen_op IS NULL"
    ),
    "cijfers_stap_vst": (
        "trajecten_stap (gebied_id, start) INCLUDE (eigenaar_id, traject_id) "
        "WHERE instrument_id = 'ART60_VST' AND status <> 'GEPLAND'"
    ),
    "cijfers_nazorgmeting": (
        "trajecten_nazorgmeting (gebied_id, maand, gepland_op) "
        "INCLUDE (eigenaar_id, traject_id, gemeten_op, aan_het_werk)"
    ),
}
OUD = {
    "cijfers_evaluatie_open": (
        "trajecten_evaluatie (gebied_id, gepland_op) INCLUDE (eigenaar_id) "
        "WHERE uitgevoerd_op IS NULL AND geannuleerd_op IS NULL"
    ),
}


class Migration(migrations.Migration):

    dependencies = [("cijfers", "0002_telregels")]

    operations = [
        *[
            migrations.RunSQL(f"CREATE INDEX {naam} ON {op}", f"DROP INDEX {naam}")
            for naam, op in INDEXEN.items()
        ],
        *[migrations.RunSQL(f"DROP INDEX {naam}", f"CREATE INDEX {naam} ON {op}") for naam, op in OUD.items()],
    ]
