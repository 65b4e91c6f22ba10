import django.db.models.deletion
import regie.core.tenancy
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("core", "0003_alter_lidmaatschap_rol"),
        ("partners", "0004_werkgevers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Partnerlink",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "doel",
                    models.CharField(
                        choices=[
                            ("SCAN", "de scan invullen"),
                            ("GEGEVENS", "eigen gegevens nakijken"),
                            ("BEHOEFTE", "een vraag van een werkgever beantwoorden"),
                        ],
                        max_length=20,
                        verbose_name="doel",
                    ),
                ),
                ("object_id", models.UUIDField(verbose_name="waarover")),
                ("ontvanger_naam", models.CharField(blank=True, max_length=120, verbose_name="naam van de ontvanger")),
                (
                    "ontvanger_email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres van de ontvanger"),
                ),
                (
                    "geheim_hash",
                    models.CharField(editable=False, max_length=64, unique=True, verbose_name="hash van het geheim"),
                ),
                ("geldig_tot", models.DateField(verbose_name="geldig tot en met")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("geopend_op", models.DateTimeField(blank=True, null=True, verbose_name="geopend op")),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True, verbose_name="gebruikt op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "gebied",
                    models.ForeignKey(
                        default=regie.core.tenancy.current_gebied_id,
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.regiegebied",
                        verbose_name="regiegebied",
                    ),
                ),
            ],
            options={
                "verbose_name": "partnerlink",
                "verbose_name_plural": "partnerlinks",
                "indexes": [models.Index(fields=["gebied", "doel", "object_id"], name="partnerlink_object")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("doel__in", ["SCAN", "GEGEVENS", "BEHOEFTE"])),
                        name="partnerlink_doel_geldig",
                    )
                ],
            },
        ),
    ]
