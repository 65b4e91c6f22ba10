"""The trigger that keeps the marginals right, and the indexes the few direct counts read.

The text of functions and trigger lives in regie.cijfers.sql; a test compares the database with it, so a change there
asks for a new migration that makes them again.
"""

from django.db import migrations, models

from regie.cijfers import sql

# What one gebied is counted on, narrow enough to be read from the index alone. Columns of row security come along.
INDEXEN = {
    "cijfers_wijziging_dag": "trajecten_statuswijziging (gebied_id, geldig_op)",
    "cijfers_uitstroom_dag": (
        "trajecten_statuswijziging (gebied_id, geldig_op) INCLUDE (eigenaar_id, traject_id, uitstroomcode) "
        f"WHERE {sql.IS_UITSTROOM}"
    ),
    "cijfers_evaluatie_dag": (
        "trajecten_evaluatie (gebied_id, gepland_op) INCLUDE (eigenaar_id, uitgevoerd_op, geannuleerd_op)"
    ),
    "cijfers_evaluatie_open": (
        "trajecten_evaluatie (gebied_id, gepland_op) INCLUDE (eigenaar_id) "
        "WHERE uitgevoerd_op IS NULL AND geannuleerd_op IS NULL"
    ),
    "cijfers_stap_einde": (
        "trajecten_stap (gebied_id, einde_voorzien) INCLUDE (eigenaar_id, instrument_id) "
        "WHERE einde IS NULL AND status = 'LOPEND'"
    ),
    "cijfers_stap_twe": (
        "trajecten_stap (gebied_id) INCLUDE (eigenaar_id) "
        "WHERE instrument_id = 'TWE' AND mlp_geregistreerd_op IS NULL AND einde IS NULL AND status = 'LOPEND'"
    ),
    "cijfers_plaatsing_bezet": (
        "trajecten_plaatsing (gebied_id, einde) INCLUDE (eigenaar_id, start, werkplaats_id, stap_id) "
        "WHERE werkplaats_id IS NOT NULL"
    ),
    "cijfers_geen_contact": (
        "trajecten_traject (gebied_id, laatste_contact_op) INCLUDE (eigenaar_id, intake_op) "
        f"WHERE status IN {sql.IN_BEHANDELING}"
    ),
}


class Migration(migrations.Migration):

    dependencies = [
        ("cijfers", "0001_initial"),
        ("trajecten", "0017_alles"),
    ]

    operations = [
        migrations.AlterField(
            model_name="maandtelling",
            name="soort",
            field=models.CharField(
                choices=[
                    ("INSTROOM", "instroom"),
                    ("START", "gestart"),
                    ("STOCK", "in behandeling (saldo van de maand)"),
                    ("UITSTROOM", "uitstroom"),
                    ("DOORSTROOM", "doorstroom"),
                    ("NEUTRAAL", "neutrale uitstroom"),
                    ("STOPZETTING", "stopzetting"),
                ],
                max_length=20,
                verbose_name="soort",
            ),
        ),
        migrations.RunSQL(sql.MAAK_TELREGELS + sql.MAAK_TRIGGER, sql.VERWIJDER_TRIGGER),
        *[
            migrations.RunSQL(f"CREATE INDEX {naam} ON {op}", f"DROP INDEX {naam}")
            for naam, op in INDEXEN.items()
        ],
    ]
