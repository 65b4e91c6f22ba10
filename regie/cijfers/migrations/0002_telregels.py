"""The trigger that keeps the marginals right, and the indexes the few direct counts read.

The text of functions and trigger lives in regie.cijfers.sql; a test compares the database with it, so a change there
asks for a new migration that makes them again.
"""

from django.db import migrations, models

from regie.cijfers import sql


class Migration(migrations.Migration):

    dependencies = [
        ("cijfers", "0001_initial"),
        ("trajecten", "0001_initial"),
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
            for naam, op in sql.INDEXEN.items()
        ],
    ]
