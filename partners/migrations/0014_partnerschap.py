import django.contrib.postgres.fields
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import regie.core.tenancy
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("core", "0003_alter_lidmaatschap_rol"),
        ("partners", "0013_scan"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Partnerschap",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("doelgroep", models.TextField(blank=True, max_length=2000, verbose_name="doelgroep")),
                (
                    "gemeenten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="gemeenten",
                    ),
                ),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "financiering",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ESF", "Europa WSE (ESF+)"),
                            ("VLAANDEREN", "Vlaamse subsidie"),
                            ("FEDERAAL", "federale subsidie"),
                            ("VDAB", "VDAB"),
                            ("EIGEN", "eigen middelen van de partners"),
                            ("ANDERE", "andere"),
                        ],
                        max_length=12,
                        verbose_name="financiering",
                    ),
                ),
                (
                    "financiering_noot",
                    models.CharField(blank=True, max_length=200, verbose_name="over de financiering"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("VOORBEREIDING", "in voorbereiding"),
                            ("LOPEND", "loopt"),
                            ("AFGEROND", "afgerond"),
                            ("STOPGEZET", "stopgezet"),
                        ],
                        default="VOORBEREIDING",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "penhouder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="penhouder",
                    ),
                ),
            ],
            options={
                "verbose_name": "partnerschap",
                "verbose_name_plural": "partnerschappen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebied", "eigenaar", "naam"),
                        name="partnerschap_naam_uniek",
                        violation_error_message="Er is al een partnerschap met deze naam.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot", None), ("tot__gte", models.F("van")), _connector="OR"),
                        name="partnerschap_tot_na_van",
                        violation_error_message="De einddatum ligt voor de begindatum.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["VOORBEREIDING", "LOPEND", "AFGEROND", "STOPGEZET"])),
                        name="partnerschap_status_geldig",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Fasecijfer",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("jaar", models.PositiveSmallIntegerField(verbose_name="jaar")),
                ("kwartaal", models.PositiveSmallIntegerField(verbose_name="kwartaal")),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("VINDEN", "vinden"),
                            ("BINDEN", "binden"),
                            ("VERSTERKEN", "versterken"),
                            ("DOORSTROMEN", "doorstromen"),
                        ],
                        max_length=12,
                        verbose_name="fase",
                    ),
                ),
                ("aantal", models.PositiveIntegerField(verbose_name="aantal personen")),
                ("bron", models.CharField(max_length=200, verbose_name="bron")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="ingevuld op")),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ingevuld door",
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
                (
                    "partnerschap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fasecijfers",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
            ],
            options={
                "verbose_name": "fasecijfer",
                "verbose_name_plural": "fasecijfers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebied", "partnerschap", "jaar", "kwartaal", "fase"), name="fasecijfer_uniek"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kwartaal__gte", 1), ("kwartaal__lte", 4)),
                        name="fasecijfer_kwartaal",
                        violation_error_message="Een jaar heeft vier kwartalen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Overleg",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("STUURGROEP", "stuurgroep"),
                            ("WERKGROEP", "werkgroep"),
                            ("VDAB", "overleg met VDAB"),
                            ("LEREND_NETWERK", "lerend netwerk"),
                            ("BESTUUR", "bestuursoverleg"),
                            ("ANDER", "ander overleg"),
                        ],
                        default="STUURGROEP",
                        max_length=16,
                        verbose_name="soort",
                    ),
                ),
                ("titel", models.CharField(max_length=160, verbose_name="titel")),
                ("datum", models.DateField(verbose_name="datum")),
                ("begin", models.TimeField(verbose_name="begint om")),
                ("einde", models.TimeField(verbose_name="eindigt om")),
                ("plaats", models.CharField(blank=True, max_length=200, verbose_name="plaats")),
                ("toelichting", models.TextField(blank=True, max_length=2000, verbose_name="toelichting")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("VOORBEREIDING", "in voorbereiding"),
                            ("UITGENODIGD", "uitgenodigd"),
                            ("VERSLAGEN", "verslag klaar"),
                            ("AFGELAST", "afgelast"),
                        ],
                        default="VOORBEREIDING",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                ("uitgenodigd_op", models.DateField(blank=True, null=True, verbose_name="uitgenodigd op")),
                ("verslag_op", models.DateField(blank=True, null=True, verbose_name="verslag klaar op")),
                ("afgelast_reden", models.CharField(blank=True, max_length=200, verbose_name="reden van afgelasting")),
                ("agenda_versie", models.PositiveIntegerField(default=0, verbose_name="versie voor agenda's")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "vorige",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="volgende",
                        to="partners.overleg",
                        verbose_name="vorig overleg",
                    ),
                ),
                (
                    "partnerschap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="overleggen",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
            ],
            options={
                "verbose_name": "overleg",
                "verbose_name_plural": "overleggen",
                "indexes": [models.Index(fields=["gebied", "-datum"], name="overleg_datum")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("einde__gt", models.F("begin"))),
                        name="overleg_einde_na_begin",
                        violation_error_message="Het overleg eindigt voor het begint. Kies een later einduur.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["VOORBEREIDING", "UITGENODIGD", "VERSLAGEN", "AFGELAST"])),
                        name="overleg_status_geldig",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Agendapunt",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("volgorde", models.PositiveSmallIntegerField(verbose_name="volgorde")),
                ("titel", models.CharField(max_length=200, verbose_name="punt")),
                ("toelichting", models.TextField(blank=True, max_length=2000, verbose_name="toelichting")),
                ("minuten", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="minuten")),
                ("verslag", models.TextField(blank=True, max_length=5000, verbose_name="verslag")),
                (
                    "schuift_door",
                    models.BooleanField(default=False, verbose_name="komt terug op het volgende overleg"),
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
                (
                    "overleg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agendapunten",
                        to="partners.overleg",
                        verbose_name="overleg",
                    ),
                ),
            ],
            options={
                "verbose_name": "agendapunt",
                "verbose_name_plural": "agendapunten",
            },
        ),
        migrations.CreateModel(
            name="Besluit",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("datum", models.DateField(verbose_name="datum")),
                ("tekst", models.TextField(max_length=2000, verbose_name="besluit")),
                ("genomen_door", models.CharField(blank=True, max_length=160, verbose_name="genomen door")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("GENOMEN", "genomen"),
                            ("UITGEVOERD", "uitgevoerd"),
                            ("UITGESTELD", "uitgesteld"),
                            ("INGETROKKEN", "ingetrokken"),
                        ],
                        default="GENOMEN",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "agendapunt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="besluiten",
                        to="partners.agendapunt",
                        verbose_name="agendapunt",
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
                (
                    "overleg",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="besluiten",
                        to="partners.overleg",
                        verbose_name="overleg",
                    ),
                ),
                (
                    "partnerschap",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="besluiten",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
            ],
            options={
                "verbose_name": "besluit",
                "verbose_name_plural": "besluiten",
                "indexes": [models.Index(fields=["gebied", "-datum"], name="besluit_datum")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("overleg__isnull", False), ("partnerschap__isnull", False), _connector="OR"
                        ),
                        name="besluit_ergens",
                        violation_error_message="Een besluit hoort bij een overleg of bij een partnerschap.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Overlegtaak",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("wat", models.CharField(max_length=160, verbose_name="taak")),
                ("datum", models.DateField(verbose_name="tegen")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "agendapunt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="taken",
                        to="partners.agendapunt",
                        verbose_name="agendapunt",
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
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "overleg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="taken",
                        to="partners.overleg",
                        verbose_name="overleg",
                    ),
                ),
                (
                    "wie",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie",
                    ),
                ),
            ],
            options={
                "verbose_name": "taak uit een overleg",
                "verbose_name_plural": "taken uit een overleg",
            },
        ),
        migrations.CreateModel(
            name="OverlegEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("STUURGROEP", "stuurgroep"),
                            ("WERKGROEP", "werkgroep"),
                            ("VDAB", "overleg met VDAB"),
                            ("LEREND_NETWERK", "lerend netwerk"),
                            ("BESTUUR", "bestuursoverleg"),
                            ("ANDER", "ander overleg"),
                        ],
                        default="STUURGROEP",
                        max_length=16,
                        verbose_name="soort",
                    ),
                ),
                ("titel", models.CharField(max_length=160, verbose_name="titel")),
                ("datum", models.DateField(verbose_name="datum")),
                ("begin", models.TimeField(verbose_name="begint om")),
                ("einde", models.TimeField(verbose_name="eindigt om")),
                ("plaats", models.CharField(blank=True, max_length=200, verbose_name="plaats")),
                ("toelichting", models.TextField(blank=True, max_length=2000, verbose_name="toelichting")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("VOORBEREIDING", "in voorbereiding"),
                            ("UITGENODIGD", "uitgenodigd"),
                            ("VERSLAGEN", "verslag klaar"),
                            ("AFGELAST", "afgelast"),
                        ],
                        default="VOORBEREIDING",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                ("uitgenodigd_op", models.DateField(blank=True, null=True, verbose_name="uitgenodigd op")),
                ("verslag_op", models.DateField(blank=True, null=True, verbose_name="verslag klaar op")),
                ("afgelast_reden", models.CharField(blank=True, max_length=200, verbose_name="reden van afgelasting")),
                ("agenda_versie", models.PositiveIntegerField(default=0, verbose_name="versie voor agenda's")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "gebied",
                    models.ForeignKey(
                        db_constraint=False,
                        default=regie.core.tenancy.current_gebied_id,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.regiegebied",
                        verbose_name="regiegebied",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="partners.overleg",
                    ),
                ),
                (
                    "vorige",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.overleg",
                        verbose_name="vorig overleg",
                    ),
                ),
                (
                    "partnerschap",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FasecijferEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("jaar", models.PositiveSmallIntegerField(verbose_name="jaar")),
                ("kwartaal", models.PositiveSmallIntegerField(verbose_name="kwartaal")),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("VINDEN", "vinden"),
                            ("BINDEN", "binden"),
                            ("VERSTERKEN", "versterken"),
                            ("DOORSTROMEN", "doorstromen"),
                        ],
                        max_length=12,
                        verbose_name="fase",
                    ),
                ),
                ("aantal", models.PositiveIntegerField(verbose_name="aantal personen")),
                ("bron", models.CharField(max_length=200, verbose_name="bron")),
                ("updated_at", models.DateTimeField(auto_now=True, verbose_name="ingevuld op")),
                (
                    "door",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ingevuld door",
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "gebied",
                    models.ForeignKey(
                        db_constraint=False,
                        default=regie.core.tenancy.current_gebied_id,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.regiegebied",
                        verbose_name="regiegebied",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="partners.fasecijfer",
                    ),
                ),
                (
                    "partnerschap",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BesluitEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("datum", models.DateField(verbose_name="datum")),
                ("tekst", models.TextField(max_length=2000, verbose_name="besluit")),
                ("genomen_door", models.CharField(blank=True, max_length=160, verbose_name="genomen door")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("GENOMEN", "genomen"),
                            ("UITGEVOERD", "uitgevoerd"),
                            ("UITGESTELD", "uitgesteld"),
                            ("INGETROKKEN", "ingetrokken"),
                        ],
                        default="GENOMEN",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "agendapunt",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.agendapunt",
                        verbose_name="agendapunt",
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "gebied",
                    models.ForeignKey(
                        db_constraint=False,
                        default=regie.core.tenancy.current_gebied_id,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.regiegebied",
                        verbose_name="regiegebied",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="partners.besluit",
                    ),
                ),
                (
                    "overleg",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.overleg",
                        verbose_name="overleg",
                    ),
                ),
                (
                    "partnerschap",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PartnerschapEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("doelgroep", models.TextField(blank=True, max_length=2000, verbose_name="doelgroep")),
                (
                    "gemeenten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="gemeenten",
                    ),
                ),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "financiering",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ESF", "Europa WSE (ESF+)"),
                            ("VLAANDEREN", "Vlaamse subsidie"),
                            ("FEDERAAL", "federale subsidie"),
                            ("VDAB", "VDAB"),
                            ("EIGEN", "eigen middelen van de partners"),
                            ("ANDERE", "andere"),
                        ],
                        max_length=12,
                        verbose_name="financiering",
                    ),
                ),
                (
                    "financiering_noot",
                    models.CharField(blank=True, max_length=200, verbose_name="over de financiering"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("VOORBEREIDING", "in voorbereiding"),
                            ("LOPEND", "loopt"),
                            ("AFGEROND", "afgerond"),
                            ("STOPGEZET", "stopgezet"),
                        ],
                        default="VOORBEREIDING",
                        max_length=14,
                        verbose_name="status",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "gebied",
                    models.ForeignKey(
                        db_constraint=False,
                        default=regie.core.tenancy.current_gebied_id,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.regiegebied",
                        verbose_name="regiegebied",
                    ),
                ),
                (
                    "penhouder",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="penhouder",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="partners.partnerschap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Partnerschapspartner",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("PENHOUDER", "penhouder"),
                            ("UITVOERDER", "voert mee uit"),
                            ("TOELEIDER", "leidt mensen toe"),
                            ("STUURGROEP", "zit in de stuurgroep"),
                            ("ADVIES", "geeft advies"),
                        ],
                        default="UITVOERDER",
                        max_length=12,
                        verbose_name="rol",
                    ),
                ),
                (
                    "thema",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("TOELEIDING", "toeleiding"),
                            ("BEGELEIDING", "begeleiding op de werkvloer"),
                            ("OPLEIDING", "opleiding"),
                            ("TAAL", "Nederlands leren"),
                            ("MOBILITEIT", "mobiliteit"),
                            ("KINDEROPVANG", "kinderopvang"),
                            ("WELZIJN", "welzijn"),
                            ("ZORG", "zorg en gezondheid"),
                            ("WONEN", "wonen"),
                            ("SCHULDEN", "schulden"),
                            ("WERKPLEKKEN", "werkplekken en stages"),
                            ("WERKGEVERS", "werkgevers benaderen"),
                            ("NAZORG", "nazorg"),
                            ("CIRCULAIR", "circulaire economie"),
                            ("JONGEREN", "jongeren"),
                            ("NIEUWKOMERS", "nieuwkomers"),
                        ],
                        max_length=14,
                        verbose_name="werkt aan",
                    ),
                ),
                ("mandaat", models.CharField(blank=True, max_length=500, verbose_name="mandaat")),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "partnerschap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="partners",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
            ],
            options={
                "verbose_name": "partner in een partnerschap",
                "verbose_name_plural": "partners in een partnerschap",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebied", "partnerschap", "organisatie", "rol", "van"),
                        name="partnerschapspartner_uniek",
                        violation_error_message="Deze organisatie heeft deze rol al vanaf die dag.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot", None), ("tot__gte", models.F("van")), _connector="OR"),
                        name="partnerschapspartner_tot_na_van",
                        violation_error_message="De einddatum ligt voor de begindatum.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerschapspartnerEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("PENHOUDER", "penhouder"),
                            ("UITVOERDER", "voert mee uit"),
                            ("TOELEIDER", "leidt mensen toe"),
                            ("STUURGROEP", "zit in de stuurgroep"),
                            ("ADVIES", "geeft advies"),
                        ],
                        default="UITVOERDER",
                        max_length=12,
                        verbose_name="rol",
                    ),
                ),
                (
                    "thema",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("TOELEIDING", "toeleiding"),
                            ("BEGELEIDING", "begeleiding op de werkvloer"),
                            ("OPLEIDING", "opleiding"),
                            ("TAAL", "Nederlands leren"),
                            ("MOBILITEIT", "mobiliteit"),
                            ("KINDEROPVANG", "kinderopvang"),
                            ("WELZIJN", "welzijn"),
                            ("ZORG", "zorg en gezondheid"),
                            ("WONEN", "wonen"),
                            ("SCHULDEN", "schulden"),
                            ("WERKPLEKKEN", "werkplekken en stages"),
                            ("WERKGEVERS", "werkgevers benaderen"),
                            ("NAZORG", "nazorg"),
                            ("CIRCULAIR", "circulaire economie"),
                            ("JONGEREN", "jongeren"),
                            ("NIEUWKOMERS", "nieuwkomers"),
                        ],
                        max_length=14,
                        verbose_name="werkt aan",
                    ),
                ),
                ("mandaat", models.CharField(blank=True, max_length=500, verbose_name="mandaat")),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "gebied",
                    models.ForeignKey(
                        db_constraint=False,
                        default=regie.core.tenancy.current_gebied_id,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.regiegebied",
                        verbose_name="regiegebied",
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "partnerschap",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="partners.partnerschapspartner",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Samenwerking",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "thema",
                    models.CharField(
                        choices=[
                            ("TOELEIDING", "toeleiding"),
                            ("BEGELEIDING", "begeleiding op de werkvloer"),
                            ("OPLEIDING", "opleiding"),
                            ("TAAL", "Nederlands leren"),
                            ("MOBILITEIT", "mobiliteit"),
                            ("KINDEROPVANG", "kinderopvang"),
                            ("WELZIJN", "welzijn"),
                            ("ZORG", "zorg en gezondheid"),
                            ("WONEN", "wonen"),
                            ("SCHULDEN", "schulden"),
                            ("WERKPLEKKEN", "werkplekken en stages"),
                            ("WERKGEVERS", "werkgevers benaderen"),
                            ("NAZORG", "nazorg"),
                            ("CIRCULAIR", "circulaire economie"),
                            ("JONGEREN", "jongeren"),
                            ("NIEUWKOMERS", "nieuwkomers"),
                        ],
                        max_length=14,
                        verbose_name="thema",
                    ),
                ),
                (
                    "gemeenten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="gemeenten",
                    ),
                ),
                ("wat", models.CharField(blank=True, max_length=200, verbose_name="wat ze doen")),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
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
                (
                    "met",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="werkt samen met",
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "verbose_name": "samenwerking",
                "verbose_name_plural": "samenwerkingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot", None), ("tot__gte", models.F("van")), _connector="OR"),
                        name="samenwerking_tot_na_van",
                        violation_error_message="De einddatum ligt voor de begindatum.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("met", None), models.Q(("met", models.F("organisatie")), _negated=True), _connector="OR"
                        ),
                        name="samenwerking_met_een_ander",
                        violation_error_message="Kies een andere organisatie om mee samen te werken.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "thema__in",
                                [
                                    "TOELEIDING",
                                    "BEGELEIDING",
                                    "OPLEIDING",
                                    "TAAL",
                                    "MOBILITEIT",
                                    "KINDEROPVANG",
                                    "WELZIJN",
                                    "ZORG",
                                    "WONEN",
                                    "SCHULDEN",
                                    "WERKPLEKKEN",
                                    "WERKGEVERS",
                                    "NAZORG",
                                    "CIRCULAIR",
                                    "JONGEREN",
                                    "NIEUWKOMERS",
                                ],
                            )
                        ),
                        name="samenwerking_thema_geldig",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SamenwerkingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "thema",
                    models.CharField(
                        choices=[
                            ("TOELEIDING", "toeleiding"),
                            ("BEGELEIDING", "begeleiding op de werkvloer"),
                            ("OPLEIDING", "opleiding"),
                            ("TAAL", "Nederlands leren"),
                            ("MOBILITEIT", "mobiliteit"),
                            ("KINDEROPVANG", "kinderopvang"),
                            ("WELZIJN", "welzijn"),
                            ("ZORG", "zorg en gezondheid"),
                            ("WONEN", "wonen"),
                            ("SCHULDEN", "schulden"),
                            ("WERKPLEKKEN", "werkplekken en stages"),
                            ("WERKGEVERS", "werkgevers benaderen"),
                            ("NAZORG", "nazorg"),
                            ("CIRCULAIR", "circulaire economie"),
                            ("JONGEREN", "jongeren"),
                            ("NIEUWKOMERS", "nieuwkomers"),
                        ],
                        max_length=14,
                        verbose_name="thema",
                    ),
                ),
                (
                    "gemeenten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=5),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="gemeenten",
                    ),
                ),
                ("wat", models.CharField(blank=True, max_length=200, verbose_name="wat ze doen")),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "gebied",
                    models.ForeignKey(
                        db_constraint=False,
                        default=regie.core.tenancy.current_gebied_id,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.regiegebied",
                        verbose_name="regiegebied",
                    ),
                ),
                (
                    "met",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="werkt samen met",
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="partners.samenwerking",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Streefcijfer",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("jaar", models.PositiveSmallIntegerField(verbose_name="jaar")),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("VINDEN", "vinden"),
                            ("BINDEN", "binden"),
                            ("VERSTERKEN", "versterken"),
                            ("DOORSTROMEN", "doorstromen"),
                        ],
                        max_length=12,
                        verbose_name="fase",
                    ),
                ),
                ("aantal", models.PositiveIntegerField(verbose_name="aantal personen")),
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
                (
                    "partnerschap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="streefcijfers",
                        to="partners.partnerschap",
                        verbose_name="partnerschap",
                    ),
                ),
            ],
            options={
                "verbose_name": "streefcijfer",
                "verbose_name_plural": "streefcijfers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebied", "partnerschap", "jaar", "fase"), name="streefcijfer_uniek"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verslagontwerp",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("ontwerp", models.JSONField(blank=True, default=dict, verbose_name="ontwerp")),
                ("ontwerp_versie", models.PositiveIntegerField(default=0, verbose_name="versie")),
                ("updated_at", models.DateTimeField(auto_now=True)),
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
                (
                    "overleg",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ontwerp",
                        to="partners.overleg",
                        verbose_name="overleg",
                    ),
                ),
            ],
            options={
                "verbose_name": "ontwerp van een verslag",
                "verbose_name_plural": "ontwerpen van verslagen",
            },
        ),
        migrations.CreateModel(
            name="Deelnemer",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                (
                    "aanwezigheid",
                    models.CharField(
                        choices=[
                            ("UITGENODIGD", "uitgenodigd"),
                            ("AANWEZIG", "aanwezig"),
                            ("VERONTSCHULDIGD", "verontschuldigd"),
                            ("AFWEZIG", "afwezig"),
                        ],
                        default="UITGENODIGD",
                        max_length=16,
                        verbose_name="aanwezigheid",
                    ),
                ),
                ("gemaild_op", models.DateTimeField(blank=True, null=True, verbose_name="laatst gemaild op")),
                (
                    "contactpersoon",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="partners.contactpersoon",
                        verbose_name="contactpersoon",
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
                (
                    "organisatie",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "overleg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deelnemers",
                        to="partners.overleg",
                        verbose_name="overleg",
                    ),
                ),
            ],
            options={
                "verbose_name": "deelnemer",
                "verbose_name_plural": "deelnemers",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebied", "overleg", "email"),
                        name="deelnemer_uniek",
                        violation_error_message="Deze persoon staat al op de lijst.",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerschap",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnerschapevent" ("created_at", "doelgroep", "eigenaar_id", "financiering", "financiering_noot", "gebied_id", "gedeeld", "gemeenten", "id", "naam", "penhouder_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tot", "van") VALUES (NEW."created_at", NEW."doelgroep", NEW."eigenaar_id", NEW."financiering", NEW."financiering_noot", NEW."gebied_id", NEW."gedeeld", NEW."gemeenten", NEW."id", NEW."naam", NEW."penhouder_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status", NEW."tot", NEW."van"); RETURN NULL;',
                    hash="4affa1d080dc43b5425d4698c1dded1bc0e454cb",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3bec5",
                    table="partners_partnerschap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerschap",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_partnerschapevent" ("created_at", "doelgroep", "eigenaar_id", "financiering", "financiering_noot", "gebied_id", "gedeeld", "gemeenten", "id", "naam", "penhouder_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tot", "van") VALUES (NEW."created_at", NEW."doelgroep", NEW."eigenaar_id", NEW."financiering", NEW."financiering_noot", NEW."gebied_id", NEW."gedeeld", NEW."gemeenten", NEW."id", NEW."naam", NEW."penhouder_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status", NEW."tot", NEW."van"); RETURN NULL;',
                    hash="a6ac6bf81b58ed0a488ded6af14a540e44015a40",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bf317",
                    table="partners_partnerschap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerschap",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnerschapevent" ("created_at", "doelgroep", "eigenaar_id", "financiering", "financiering_noot", "gebied_id", "gedeeld", "gemeenten", "id", "naam", "penhouder_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tot", "van") VALUES (OLD."created_at", OLD."doelgroep", OLD."eigenaar_id", OLD."financiering", OLD."financiering_noot", OLD."gebied_id", OLD."gedeeld", OLD."gemeenten", OLD."id", OLD."naam", OLD."penhouder_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."status", OLD."tot", OLD."van"); RETURN NULL;',
                    hash="5d6f43eab27d21052f0057c8609c6edf010158a7",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_85c21",
                    table="partners_partnerschap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overlegevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="f9db3cb15ab106d497ca654e284028f5293d0216",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_1eab7",
                    table="partners_overlegevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overleg",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_overlegevent" ("afgelast_reden", "agenda_versie", "begin", "created_at", "datum", "eigenaar_id", "einde", "gebied_id", "gedeeld", "id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaats", "soort", "status", "titel", "toelichting", "uitgenodigd_op", "verslag_op", "vorige_id") VALUES (NEW."afgelast_reden", NEW."agenda_versie", NEW."begin", NEW."created_at", NEW."datum", NEW."eigenaar_id", NEW."einde", NEW."gebied_id", NEW."gedeeld", NEW."id", NEW."partnerschap_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."plaats", NEW."soort", NEW."status", NEW."titel", NEW."toelichting", NEW."uitgenodigd_op", NEW."verslag_op", NEW."vorige_id"); RETURN NULL;',
                    hash="ea5af0652f8eff8b416149e90941b905c2b8ed90",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3ac00",
                    table="partners_overleg",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overleg",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_overlegevent" ("afgelast_reden", "agenda_versie", "begin", "created_at", "datum", "eigenaar_id", "einde", "gebied_id", "gedeeld", "id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaats", "soort", "status", "titel", "toelichting", "uitgenodigd_op", "verslag_op", "vorige_id") VALUES (NEW."afgelast_reden", NEW."agenda_versie", NEW."begin", NEW."created_at", NEW."datum", NEW."eigenaar_id", NEW."einde", NEW."gebied_id", NEW."gedeeld", NEW."id", NEW."partnerschap_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."plaats", NEW."soort", NEW."status", NEW."titel", NEW."toelichting", NEW."uitgenodigd_op", NEW."verslag_op", NEW."vorige_id"); RETURN NULL;',
                    hash="aa297d2c075fdf4c2d243ef132093be9da380a0b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5f293",
                    table="partners_overleg",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overleg",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_overlegevent" ("afgelast_reden", "agenda_versie", "begin", "created_at", "datum", "eigenaar_id", "einde", "gebied_id", "gedeeld", "id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plaats", "soort", "status", "titel", "toelichting", "uitgenodigd_op", "verslag_op", "vorige_id") VALUES (OLD."afgelast_reden", OLD."agenda_versie", OLD."begin", OLD."created_at", OLD."datum", OLD."eigenaar_id", OLD."einde", OLD."gebied_id", OLD."gedeeld", OLD."id", OLD."partnerschap_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."plaats", OLD."soort", OLD."status", OLD."titel", OLD."toelichting", OLD."uitgenodigd_op", OLD."verslag_op", OLD."vorige_id"); RETURN NULL;',
                    hash="08058a83a780f0d72df8e883590c3ec0dbc7b928",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b89ca",
                    table="partners_overleg",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fasecijferevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="5215443ae7b3f197798897d7bf88432cd150ba3f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_c18fe",
                    table="partners_fasecijferevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fasecijfer",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_fasecijferevent" ("aantal", "bron", "door_id", "eigenaar_id", "fase", "gebied_id", "gedeeld", "id", "jaar", "kwartaal", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."aantal", NEW."bron", NEW."door_id", NEW."eigenaar_id", NEW."fase", NEW."gebied_id", NEW."gedeeld", NEW."id", NEW."jaar", NEW."kwartaal", NEW."partnerschap_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."updated_at"); RETURN NULL;',
                    hash="e124ae09967e6fd2a3a71a0affb062356428a978",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d632b",
                    table="partners_fasecijfer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fasecijfer",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_fasecijferevent" ("aantal", "bron", "door_id", "eigenaar_id", "fase", "gebied_id", "gedeeld", "id", "jaar", "kwartaal", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (NEW."aantal", NEW."bron", NEW."door_id", NEW."eigenaar_id", NEW."fase", NEW."gebied_id", NEW."gedeeld", NEW."id", NEW."jaar", NEW."kwartaal", NEW."partnerschap_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."updated_at"); RETURN NULL;',
                    hash="018fc90d11052acda987647fe33a9afade9e4a65",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6e342",
                    table="partners_fasecijfer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="fasecijfer",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_fasecijferevent" ("aantal", "bron", "door_id", "eigenaar_id", "fase", "gebied_id", "gedeeld", "id", "jaar", "kwartaal", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "updated_at") VALUES (OLD."aantal", OLD."bron", OLD."door_id", OLD."eigenaar_id", OLD."fase", OLD."gebied_id", OLD."gedeeld", OLD."id", OLD."jaar", OLD."kwartaal", OLD."partnerschap_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."updated_at"); RETURN NULL;',
                    hash="a2108eae6d675a5a6fc355f5fe48f9fec920d1fc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1d4ac",
                    table="partners_fasecijfer",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="besluitevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4179808c866832ed7488ee66a6f990c7cd7fbb0c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_18653",
                    table="partners_besluitevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="besluit",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_besluitevent" ("agendapunt_id", "created_at", "datum", "eigenaar_id", "gebied_id", "gedeeld", "genomen_door", "id", "overleg_id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tekst") VALUES (NEW."agendapunt_id", NEW."created_at", NEW."datum", NEW."eigenaar_id", NEW."gebied_id", NEW."gedeeld", NEW."genomen_door", NEW."id", NEW."overleg_id", NEW."partnerschap_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."status", NEW."tekst"); RETURN NULL;',
                    hash="6cfb6d8fbe6fb7f3f4364934cbffb08e425f79cf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9e694",
                    table="partners_besluit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="besluit",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_besluitevent" ("agendapunt_id", "created_at", "datum", "eigenaar_id", "gebied_id", "gedeeld", "genomen_door", "id", "overleg_id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tekst") VALUES (NEW."agendapunt_id", NEW."created_at", NEW."datum", NEW."eigenaar_id", NEW."gebied_id", NEW."gedeeld", NEW."genomen_door", NEW."id", NEW."overleg_id", NEW."partnerschap_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."status", NEW."tekst"); RETURN NULL;',
                    hash="4e11a8c1b135b540bdb64740b6a9c92bed64ffde",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_544c8",
                    table="partners_besluit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="besluit",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_besluitevent" ("agendapunt_id", "created_at", "datum", "eigenaar_id", "gebied_id", "gedeeld", "genomen_door", "id", "overleg_id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "status", "tekst") VALUES (OLD."agendapunt_id", OLD."created_at", OLD."datum", OLD."eigenaar_id", OLD."gebied_id", OLD."gedeeld", OLD."genomen_door", OLD."id", OLD."overleg_id", OLD."partnerschap_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."status", OLD."tekst"); RETURN NULL;',
                    hash="9a1e5e21eafad759015f496ee5aaa98bbc3d674b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e67f7",
                    table="partners_besluit",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerschapevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="59e6f52f0c74430adc3b99c93822a6ebe8627d60",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a97de",
                    table="partners_partnerschapevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerschapspartner",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnerschapspartnerevent" ("created_at", "eigenaar_id", "gebied_id", "gedeeld", "id", "mandaat", "organisatie_id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "thema", "tot", "van") VALUES (NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."gedeeld", NEW."id", NEW."mandaat", NEW."organisatie_id", NEW."partnerschap_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rol", NEW."thema", NEW."tot", NEW."van"); RETURN NULL;',
                    hash="0ad36173a02f0cccb76987a4dc9220943c2df1f2",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bf1d5",
                    table="partners_partnerschapspartner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerschapspartner",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_partnerschapspartnerevent" ("created_at", "eigenaar_id", "gebied_id", "gedeeld", "id", "mandaat", "organisatie_id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "thema", "tot", "van") VALUES (NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."gedeeld", NEW."id", NEW."mandaat", NEW."organisatie_id", NEW."partnerschap_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rol", NEW."thema", NEW."tot", NEW."van"); RETURN NULL;',
                    hash="6b81b39143d5cacb23251372a1a58b712f632cc0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4deec",
                    table="partners_partnerschapspartner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerschapspartner",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_partnerschapspartnerevent" ("created_at", "eigenaar_id", "gebied_id", "gedeeld", "id", "mandaat", "organisatie_id", "partnerschap_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "thema", "tot", "van") VALUES (OLD."created_at", OLD."eigenaar_id", OLD."gebied_id", OLD."gedeeld", OLD."id", OLD."mandaat", OLD."organisatie_id", OLD."partnerschap_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rol", OLD."thema", OLD."tot", OLD."van"); RETURN NULL;',
                    hash="a2e95db6cdca43a0dde79229a4ee5944031740e5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_af4ab",
                    table="partners_partnerschapspartner",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="partnerschapspartnerevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="49dc8ea2638397ce55209508beb81b943ba788db",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_aa1b9",
                    table="partners_partnerschapspartnerevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="samenwerking",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_samenwerkingevent" ("created_at", "gebied_id", "gemeenten", "id", "met_id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thema", "tot", "van", "wat") VALUES (NEW."created_at", NEW."gebied_id", NEW."gemeenten", NEW."id", NEW."met_id", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."thema", NEW."tot", NEW."van", NEW."wat"); RETURN NULL;',
                    hash="2b4e0b04c42d7784de60304f40a9840354e25eba",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa230",
                    table="partners_samenwerking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="samenwerking",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_samenwerkingevent" ("created_at", "gebied_id", "gemeenten", "id", "met_id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thema", "tot", "van", "wat") VALUES (NEW."created_at", NEW."gebied_id", NEW."gemeenten", NEW."id", NEW."met_id", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."thema", NEW."tot", NEW."van", NEW."wat"); RETURN NULL;',
                    hash="1755c3a1783465a8b65ee316f3bf82d1ee5eb2f3",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e2eed",
                    table="partners_samenwerking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="samenwerking",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_samenwerkingevent" ("created_at", "gebied_id", "gemeenten", "id", "met_id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "thema", "tot", "van", "wat") VALUES (OLD."created_at", OLD."gebied_id", OLD."gemeenten", OLD."id", OLD."met_id", OLD."organisatie_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."thema", OLD."tot", OLD."van", OLD."wat"); RETURN NULL;',
                    hash="4b888a877b6456f558ca1fdea649e141956c5c94",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_91c86",
                    table="partners_samenwerking",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="samenwerkingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="9ff4c6f3520df2cc6b5ce72ea96d749af92f2e8c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8f877",
                    table="partners_samenwerkingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
