import uuid
from decimal import Decimal

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import regie.core.tenancy


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("core", "0002_api_sleutel"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("trajecten", "0009_signalen"),
    ]

    operations = [
        migrations.CreateModel(
            name="GpmiEvaluatie",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("datum", models.DateField(verbose_name="datum")),
                ("in_persoon", models.BooleanField(default=False, verbose_name="in persoon")),
                ("notitie", models.CharField(blank=True, max_length=300, verbose_name="notitie")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
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
                        verbose_name="eigenaar",
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
                    "traject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gpmi_evaluaties",
                        to="trajecten.traject",
                        verbose_name="traject",
                    ),
                ),
            ],
            options={
                "verbose_name": "evaluatie van het GPMI",
                "verbose_name_plural": "evaluaties van het GPMI",
            },
        ),
        migrations.CreateModel(
            name="ImwBeslissing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("dossiernummer", models.CharField(max_length=30, verbose_name="dossiernummer in het WSE-loket")),
                (
                    "kwartaal",
                    models.DateField(
                        help_text="De eerste dag van dat kwartaal.", verbose_name="kwartaal van de beslissing"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("TIJDELIJK", "tijdelijke problematiek"), ("BLIJVEND", "blijvende problematiek")],
                        max_length=12,
                        verbose_name="problematiek",
                    ),
                ),
                ("einde", models.DateField(verbose_name="loopt tot en met")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="eigenaar",
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
                    "stap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="imw_beslissingen",
                        to="trajecten.stap",
                        verbose_name="stap",
                    ),
                ),
            ],
            options={
                "verbose_name": "beslissing individueel maatwerk",
                "verbose_name_plural": "beslissingen individueel maatwerk",
            },
        ),
        migrations.CreateModel(
            name="InstrumentDocument",
            fields=[
                ("id", models.CharField(max_length=80, primary_key=True, serialize=False, verbose_name="sleutel")),
                ("code", models.SlugField(max_length=40, verbose_name="code")),
                ("label", models.CharField(max_length=120, verbose_name="document")),
                ("voor_start", models.BooleanField(default=False, verbose_name="nodig voor de start")),
                (
                    "veld",
                    models.CharField(
                        blank=True,
                        help_text="Leeg: bij de stap, per document.",
                        max_length=40,
                        verbose_name="kolom waar de handtekening staat",
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                ("bron", models.CharField(max_length=200, verbose_name="bron")),
                ("zekerheid", models.CharField(max_length=80, verbose_name="zekerheid")),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="documenten",
                        to="trajecten.instrument",
                        verbose_name="instrument",
                    ),
                ),
            ],
            options={
                "verbose_name": "document van een instrument",
                "verbose_name_plural": "documenten van instrumenten",
            },
        ),
        migrations.CreateModel(
            name="InstrumentRegel",
            fields=[
                (
                    "instrument",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="regel",
                        serialize=False,
                        to="trajecten.instrument",
                        verbose_name="instrument",
                    ),
                ),
                (
                    "overlapgroep",
                    models.CharField(
                        choices=[
                            ("CONTRACT", "betaald of vergoed werk"),
                            ("WERKPLEKLEREN", "opleiding op de werkvloer"),
                            ("STAGE", "korte stage"),
                            ("BEGELEIDING", "begeleiding"),
                            ("RIJBEWIJS", "rijbewijs"),
                            ("VRIJ", "mag naast alles"),
                        ],
                        help_text="Twee stappen van groepen die elkaar uitsluiten, lopen nooit tegelijk.",
                        max_length=20,
                        verbose_name="mag samen met",
                    ),
                ),
                (
                    "plaats",
                    models.CharField(
                        choices=[
                            ("VERPLICHT", "altijd bij een gebruiker"),
                            ("MOGELIJK", "kan bij een organisatie"),
                            ("GEEN", "zonder plaats"),
                        ],
                        max_length=10,
                        verbose_name="plaats bij een organisatie",
                    ),
                ),
                ("plaatswoord", models.CharField(blank=True, max_length=40, verbose_name="hoe die organisatie heet")),
                (
                    "min_code",
                    models.CharField(blank=True, max_length=60, verbose_name="regelparameter van de kortste duur"),
                ),
                (
                    "max_code",
                    models.CharField(blank=True, max_length=60, verbose_name="regelparameter van de langste duur"),
                ),
                (
                    "max_uitzondering",
                    models.CharField(blank=True, max_length=60, verbose_name="langste duur bij uitzondering"),
                ),
                (
                    "uitloop_code",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="langste duur na het einde van de instroom"
                    ),
                ),
                (
                    "uitkomsten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="toegelaten uitstroom",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("bron", models.CharField(max_length=200, verbose_name="bron")),
                ("zekerheid", models.CharField(max_length=80, verbose_name="zekerheid")),
                (
                    "opvolger",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="trajecten.instrument",
                        verbose_name="vervangen door",
                    ),
                ),
            ],
            options={
                "verbose_name": "regel van een instrument",
                "verbose_name_plural": "regels van instrumenten",
            },
        ),
        migrations.CreateModel(
            name="Opleidingsgegevens",
            fields=[
                (
                    "stap",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="opleiding",
                        serialize=False,
                        to="trajecten.stap",
                        verbose_name="stap",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("TECHNISCH", "technische of beroepsopleiding"),
                            ("NT2", "Nederlands (NT2)"),
                            ("BASISEDUCATIE", "basiseducatie"),
                            ("ANDER", "andere opleiding"),
                        ],
                        max_length=20,
                        verbose_name="soort opleiding",
                    ),
                ),
                ("verstrekker", models.CharField(blank=True, max_length=120, verbose_name="wie geeft de opleiding?")),
                ("is_erkend", models.BooleanField(blank=True, null=True, verbose_name="erkende opleiding")),
                (
                    "intensiteit",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        max_digits=3,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.05"))],
                        verbose_name="deel van een voltijdse week",
                    ),
                ),
                (
                    "attest_op",
                    models.DateField(blank=True, null=True, verbose_name="attest of certificaat behaald op"),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="eigenaar",
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
                "verbose_name": "opleiding",
                "verbose_name_plural": "opleidingen",
            },
        ),
        migrations.CreateModel(
            name="Stapdocument",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code", models.SlugField(max_length=40, verbose_name="document")),
                ("getekend_op", models.DateField(verbose_name="getekend of ontvangen op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="eigenaar",
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
                    "stap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stapdocumenten",
                        to="trajecten.stap",
                        verbose_name="stap",
                    ),
                ),
            ],
            options={
                "verbose_name": "document van een stap",
                "verbose_name_plural": "documenten van stappen",
            },
        ),
        migrations.CreateModel(
            name="Wijkwerkuren",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("maand", models.DateField(verbose_name="maand")),
                ("uren", models.PositiveSmallIntegerField(verbose_name="begonnen uren")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="eigenaar",
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
                    "stap",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wijkwerkuren",
                        to="trajecten.stap",
                        verbose_name="stap",
                    ),
                ),
            ],
            options={
                "verbose_name": "maand wijk-werken",
                "verbose_name_plural": "maanden wijk-werken",
            },
        ),
        migrations.CreateModel(
            name="GpmiEvaluatieEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("datum", models.DateField(verbose_name="datum")),
                ("in_persoon", models.BooleanField(default=False, verbose_name="in persoon")),
                ("notitie", models.CharField(blank=True, max_length=300, verbose_name="notitie")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "door",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="door",
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
                        verbose_name="eigenaar",
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
                        to="trajecten.gpmievaluatie",
                    ),
                ),
                (
                    "traject",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="trajecten.traject",
                        verbose_name="traject",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ImwBeslissingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("dossiernummer", models.CharField(max_length=30, verbose_name="dossiernummer in het WSE-loket")),
                (
                    "kwartaal",
                    models.DateField(
                        help_text="De eerste dag van dat kwartaal.", verbose_name="kwartaal van de beslissing"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("TIJDELIJK", "tijdelijke problematiek"), ("BLIJVEND", "blijvende problematiek")],
                        max_length=12,
                        verbose_name="problematiek",
                    ),
                ),
                ("einde", models.DateField(verbose_name="loopt tot en met")),
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
                        verbose_name="eigenaar",
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
                        to="trajecten.imwbeslissing",
                    ),
                ),
                (
                    "stap",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="trajecten.stap",
                        verbose_name="stap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OpleidingsgegevensEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("TECHNISCH", "technische of beroepsopleiding"),
                            ("NT2", "Nederlands (NT2)"),
                            ("BASISEDUCATIE", "basiseducatie"),
                            ("ANDER", "andere opleiding"),
                        ],
                        max_length=20,
                        verbose_name="soort opleiding",
                    ),
                ),
                ("verstrekker", models.CharField(blank=True, max_length=120, verbose_name="wie geeft de opleiding?")),
                ("is_erkend", models.BooleanField(blank=True, null=True, verbose_name="erkende opleiding")),
                (
                    "intensiteit",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("1"),
                        max_digits=3,
                        validators=[django.core.validators.MinValueValidator(Decimal("0.05"))],
                        verbose_name="deel van een voltijdse week",
                    ),
                ),
                (
                    "attest_op",
                    models.DateField(blank=True, null=True, verbose_name="attest of certificaat behaald op"),
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
                        verbose_name="eigenaar",
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
                        to="trajecten.opleidingsgegevens",
                    ),
                ),
                (
                    "stap",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        serialize=False,
                        to="trajecten.stap",
                        verbose_name="stap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StapdocumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("code", models.SlugField(db_index=False, max_length=40, verbose_name="document")),
                ("getekend_op", models.DateField(verbose_name="getekend of ontvangen op")),
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
                        verbose_name="eigenaar",
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
                        to="trajecten.stapdocument",
                    ),
                ),
                (
                    "stap",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="trajecten.stap",
                        verbose_name="stap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="WijkwerkurenEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("maand", models.DateField(verbose_name="maand")),
                ("uren", models.PositiveSmallIntegerField(verbose_name="begonnen uren")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("updated_at", models.DateTimeField(auto_now=True)),
                (
                    "eigenaar",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="eigenaar",
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
                        to="trajecten.wijkwerkuren",
                    ),
                ),
                (
                    "stap",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="trajecten.stap",
                        verbose_name="stap",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="stap",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="stap",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="stap",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="stap",
            name="afwijking_reden",
            field=models.CharField(blank=True, max_length=300, verbose_name="reden van start zonder alle documenten"),
        ),
        migrations.AddField(
            model_name="stap",
            name="mlp_geldig_tot",
            field=models.DateField(blank=True, null=True, verbose_name="registratie in MLP geldig tot en met"),
        ),
        migrations.AddField(
            model_name="stap",
            name="overlapvak",
            field=django.contrib.postgres.fields.ranges.IntegerRangeField(
                blank=True, editable=False, null=True, verbose_name="overlapvak"
            ),
        ),
        migrations.AddField(
            model_name="stap",
            name="regime",
            field=models.CharField(
                blank=True,
                choices=[
                    ("LDE_UITZONDERING", "LDE: uitzonderlijk zes jaar"),
                    ("EX_PWA", "wijk-werken: overgekomen uit PWA, zonder maximumduur"),
                ],
                max_length=20,
                verbose_name="bijzonder regime",
            ),
        ),
        migrations.AddField(
            model_name="stap",
            name="uitkomst",
            field=models.CharField(
                blank=True,
                choices=[
                    ("AFGEROND", "afgerond zoals gepland"),
                    ("GESLAAGD", "geslaagd of attest behaald"),
                    ("NIET_GESLAAGD", "niet geslaagd"),
                    ("AANGEWORVEN", "aangeworven"),
                    ("VOLGENDE_STAP", "overgegaan naar een volgende stap"),
                    ("STOP_CLIENT", "stopgezet door de cliënt"),
                    ("STOP_OCMW", "stopgezet door het OCMW"),
                    ("STOP_ORGANISATIE", "stopgezet door de gebruiker of werkgever"),
                ],
                max_length=20,
                verbose_name="uitkomst van de stap",
            ),
        ),
        migrations.AddField(
            model_name="stap",
            name="uitkomst_toelichting",
            field=models.CharField(blank=True, max_length=300, verbose_name="toelichting bij de uitkomst"),
        ),
        migrations.AddField(
            model_name="stapevent",
            name="afwijking_reden",
            field=models.CharField(blank=True, max_length=300, verbose_name="reden van start zonder alle documenten"),
        ),
        migrations.AddField(
            model_name="stapevent",
            name="mlp_geldig_tot",
            field=models.DateField(blank=True, null=True, verbose_name="registratie in MLP geldig tot en met"),
        ),
        migrations.AddField(
            model_name="stapevent",
            name="overlapvak",
            field=django.contrib.postgres.fields.ranges.IntegerRangeField(
                blank=True, editable=False, null=True, verbose_name="overlapvak"
            ),
        ),
        migrations.AddField(
            model_name="stapevent",
            name="regime",
            field=models.CharField(
                blank=True,
                choices=[
                    ("LDE_UITZONDERING", "LDE: uitzonderlijk zes jaar"),
                    ("EX_PWA", "wijk-werken: overgekomen uit PWA, zonder maximumduur"),
                ],
                max_length=20,
                verbose_name="bijzonder regime",
            ),
        ),
        migrations.AddField(
            model_name="stapevent",
            name="uitkomst",
            field=models.CharField(
                blank=True,
                choices=[
                    ("AFGEROND", "afgerond zoals gepland"),
                    ("GESLAAGD", "geslaagd of attest behaald"),
                    ("NIET_GESLAAGD", "niet geslaagd"),
                    ("AANGEWORVEN", "aangeworven"),
                    ("VOLGENDE_STAP", "overgegaan naar een volgende stap"),
                    ("STOP_CLIENT", "stopgezet door de cliënt"),
                    ("STOP_OCMW", "stopgezet door het OCMW"),
                    ("STOP_ORGANISATIE", "stopgezet door de gebruiker of werkgever"),
                ],
                max_length=20,
                verbose_name="uitkomst van de stap",
            ),
        ),
        migrations.AddField(
            model_name="stapevent",
            name="uitkomst_toelichting",
            field=models.CharField(blank=True, max_length=300, verbose_name="toelichting bij de uitkomst"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stap",
            trigger=pgtrigger.compiler.Trigger(
                name="overlapvak_afleiden",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="NEW.overlapvak := (SELECT CASE overlapgroep WHEN 'CONTRACT' THEN int4range(1, 2) WHEN 'WERKPLEKLEREN' THEN int4range(1, 3) WHEN 'STAGE' THEN int4range(2, 3) WHEN 'BEGELEIDING' THEN int4range(3, 4) WHEN 'RIJBEWIJS' THEN int4range(4, 5) END FROM trajecten_instrumentregel WHERE instrument_id = NEW.instrument_id); RETURN NEW;",
                    hash="f150b7da447816143dc33a146874c4e3ba5f8ea7",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_overlapvak_afleiden_924d1",
                    table="trajecten_stap",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stap",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_stapevent" ("afwijking_reden", "created_at", "eigenaar_id", "einde", "einde_berekend", "einde_motivering", "einde_regel", "einde_voorzien", "gebied_id", "id", "instrument_id", "mlp_geldig_tot", "mlp_geregistreerd_op", "overlapvak", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "start", "status", "traject_id", "uitkomst", "uitkomst_toelichting", "updated_at", "weo_getekend_op") VALUES (NEW."afwijking_reden", NEW."created_at", NEW."eigenaar_id", NEW."einde", NEW."einde_berekend", NEW."einde_motivering", NEW."einde_regel", NEW."einde_voorzien", NEW."gebied_id", NEW."id", NEW."instrument_id", NEW."mlp_geldig_tot", NEW."mlp_geregistreerd_op", NEW."overlapvak", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."regime", NEW."start", NEW."status", NEW."traject_id", NEW."uitkomst", NEW."uitkomst_toelichting", NEW."updated_at", NEW."weo_getekend_op"); RETURN NULL;',
                    hash="ef2877ce94527d80517b853a4377cba2dedb6aae",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7d539",
                    table="trajecten_stap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stap",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trajecten_stapevent" ("afwijking_reden", "created_at", "eigenaar_id", "einde", "einde_berekend", "einde_motivering", "einde_regel", "einde_voorzien", "gebied_id", "id", "instrument_id", "mlp_geldig_tot", "mlp_geregistreerd_op", "overlapvak", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "start", "status", "traject_id", "uitkomst", "uitkomst_toelichting", "updated_at", "weo_getekend_op") VALUES (NEW."afwijking_reden", NEW."created_at", NEW."eigenaar_id", NEW."einde", NEW."einde_berekend", NEW."einde_motivering", NEW."einde_regel", NEW."einde_voorzien", NEW."gebied_id", NEW."id", NEW."instrument_id", NEW."mlp_geldig_tot", NEW."mlp_geregistreerd_op", NEW."overlapvak", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."regime", NEW."start", NEW."status", NEW."traject_id", NEW."uitkomst", NEW."uitkomst_toelichting", NEW."updated_at", NEW."weo_getekend_op"); RETURN NULL;',
                    hash="73c5ac81fc93225ac65cf82299349c3fec65c9c4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2757e",
                    table="trajecten_stap",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stap",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_stapevent" ("afwijking_reden", "created_at", "eigenaar_id", "einde", "einde_berekend", "einde_motivering", "einde_regel", "einde_voorzien", "gebied_id", "id", "instrument_id", "mlp_geldig_tot", "mlp_geregistreerd_op", "overlapvak", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "start", "status", "traject_id", "uitkomst", "uitkomst_toelichting", "updated_at", "weo_getekend_op") VALUES (OLD."afwijking_reden", OLD."created_at", OLD."eigenaar_id", OLD."einde", OLD."einde_berekend", OLD."einde_motivering", OLD."einde_regel", OLD."einde_voorzien", OLD."gebied_id", OLD."id", OLD."instrument_id", OLD."mlp_geldig_tot", OLD."mlp_geregistreerd_op", OLD."overlapvak", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."regime", OLD."start", OLD."status", OLD."traject_id", OLD."uitkomst", OLD."uitkomst_toelichting", OLD."updated_at", OLD."weo_getekend_op"); RETURN NULL;',
                    hash="923526763900ca42dfc4147a185a6380159570af",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_95ba5",
                    table="trajecten_stap",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="stap",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("einde__isnull", False), ("status", "BEEINDIGD")),
                    models.Q(("einde", None), ("status__in", ["GEPLAND", "LOPEND"])),
                    _connector="OR",
                ),
                name="stap_status_en_einde",
                violation_error_message="Een beëindigde stap heeft een einddatum, een andere niet.",
            ),
        ),
        migrations.AddConstraint(
            model_name="stap",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("traject", "="),
                    ("overlapvak", "&&"),
                    (
                        models.Func(
                            models.F("start"),
                            django.db.models.functions.comparison.Coalesce(
                                models.F("einde"), models.F("einde_voorzien")
                            ),
                            django.contrib.postgres.fields.ranges.RangeBoundary(inclusive_upper=True),
                            function="DATERANGE",
                            output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                        ),
                        "&&",
                    ),
                ],
                name="stap_geen_overlap",
                violation_error_message="In die periode is er al een stap die hier niet naast mag lopen.",
            ),
        ),
        migrations.AddConstraint(
            model_name="stap",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("status", "LOPEND")),
                expressions=[("traject", "="), ("overlapvak", "&&")],
                name="stap_een_lopende_per_vak",
                violation_error_message="Er loopt al een stap die hier niet naast mag lopen.",
            ),
        ),
        migrations.AddIndex(
            model_name="gpmievaluatie",
            index=models.Index(fields=["gebied", "traject", "-datum"], name="gpmievaluatie_traject"),
        ),
        migrations.AddConstraint(
            model_name="gpmievaluatie",
            constraint=models.UniqueConstraint(
                fields=("traject", "datum"),
                name="gpmievaluatie_een_per_dag",
                violation_error_message="Op die dag staat al een GPMI-evaluatie.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gpmievaluatie",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_gpmievaluatieevent" ("created_at", "datum", "door_id", "eigenaar_id", "gebied_id", "id", "in_persoon", "notitie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "traject_id") VALUES (NEW."created_at", NEW."datum", NEW."door_id", NEW."eigenaar_id", NEW."gebied_id", NEW."id", NEW."in_persoon", NEW."notitie", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."traject_id"); RETURN NULL;',
                    hash="af11e41087470afd677425ca8dd00d446ec9695e",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b0c5d",
                    table="trajecten_gpmievaluatie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gpmievaluatie",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trajecten_gpmievaluatieevent" ("created_at", "datum", "door_id", "eigenaar_id", "gebied_id", "id", "in_persoon", "notitie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "traject_id") VALUES (NEW."created_at", NEW."datum", NEW."door_id", NEW."eigenaar_id", NEW."gebied_id", NEW."id", NEW."in_persoon", NEW."notitie", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."traject_id"); RETURN NULL;',
                    hash="7817162f1a0a3790ccbb90323185a84bfe1e9132",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d765b",
                    table="trajecten_gpmievaluatie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gpmievaluatie",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_gpmievaluatieevent" ("created_at", "datum", "door_id", "eigenaar_id", "gebied_id", "id", "in_persoon", "notitie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "traject_id") VALUES (OLD."created_at", OLD."datum", OLD."door_id", OLD."eigenaar_id", OLD."gebied_id", OLD."id", OLD."in_persoon", OLD."notitie", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."traject_id"); RETURN NULL;',
                    hash="3df3fd8751d001e7afd10dd618050504afdc3b8f",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_c9903",
                    table="trajecten_gpmievaluatie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="gpmievaluatieevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="a63c83c716759657900fc4e93f7e99cb5f73eec3",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_43780",
                    table="trajecten_gpmievaluatieevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="imwbeslissing",
            index=models.Index(fields=["gebied", "einde"], name="imwbeslissing_einde"),
        ),
        migrations.AddConstraint(
            model_name="imwbeslissing",
            constraint=models.UniqueConstraint(
                fields=("stap", "kwartaal"),
                name="imwbeslissing_een_per_kwartaal",
                violation_error_message="Er is al een beslissing van dat kwartaal.",
            ),
        ),
        migrations.AddConstraint(
            model_name="imwbeslissing",
            constraint=models.CheckConstraint(
                condition=models.Q(("kwartaal__day", 1), ("kwartaal__month__in", (1, 4, 7, 10))),
                name="imwbeslissing_kwartaal",
                violation_error_message="Een kwartaal begint in januari, april, juli of oktober.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="imwbeslissing",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_imwbeslissingevent" ("created_at", "dossiernummer", "eigenaar_id", "einde", "gebied_id", "id", "kwartaal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "stap_id") VALUES (NEW."created_at", NEW."dossiernummer", NEW."eigenaar_id", NEW."einde", NEW."gebied_id", NEW."id", NEW."kwartaal", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."soort", NEW."stap_id"); RETURN NULL;',
                    hash="e50777b425d83332e768f6b432b72e9b59593398",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_37304",
                    table="trajecten_imwbeslissing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="imwbeslissing",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trajecten_imwbeslissingevent" ("created_at", "dossiernummer", "eigenaar_id", "einde", "gebied_id", "id", "kwartaal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "stap_id") VALUES (NEW."created_at", NEW."dossiernummer", NEW."eigenaar_id", NEW."einde", NEW."gebied_id", NEW."id", NEW."kwartaal", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."soort", NEW."stap_id"); RETURN NULL;',
                    hash="ea1e1aed0928d5a830bbe351fa35a1a649468cdb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_fe76d",
                    table="trajecten_imwbeslissing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="imwbeslissing",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_imwbeslissingevent" ("created_at", "dossiernummer", "eigenaar_id", "einde", "gebied_id", "id", "kwartaal", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "stap_id") VALUES (OLD."created_at", OLD."dossiernummer", OLD."eigenaar_id", OLD."einde", OLD."gebied_id", OLD."id", OLD."kwartaal", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."soort", OLD."stap_id"); RETURN NULL;',
                    hash="52c289104b2f6f8d7b176b6fde19298e390786f3",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_3f4d0",
                    table="trajecten_imwbeslissing",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="imwbeslissingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fd4a0abd45f87348dd64aef1345bd3be89d6f2e4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a8036",
                    table="trajecten_imwbeslissingevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="instrumentdocument",
            constraint=models.UniqueConstraint(
                fields=("instrument", "code"),
                name="instrumentdocument_uniek",
                violation_error_message="Dit instrument vraagt dat document al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="opleidingsgegevens",
            constraint=models.CheckConstraint(
                condition=models.Q(("intensiteit__gt", 0), ("intensiteit__lte", 1)),
                name="opleiding_intensiteit_geldig",
                violation_error_message="Het deel van een voltijdse week ligt tussen 0 en 1.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opleidingsgegevens",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_opleidingsgegevensevent" ("attest_op", "created_at", "eigenaar_id", "gebied_id", "intensiteit", "is_erkend", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "stap_id", "verstrekker") VALUES (NEW."attest_op", NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."intensiteit", NEW."is_erkend", _pgh_attach_context(), NOW(), \'insert\', NEW."stap_id", NEW."soort", NEW."stap_id", NEW."verstrekker"); RETURN NULL;',
                    hash="a4a31420c0f7134c2b4fc2bcdf8828716f502365",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_8b886",
                    table="trajecten_opleidingsgegevens",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opleidingsgegevens",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trajecten_opleidingsgegevensevent" ("attest_op", "created_at", "eigenaar_id", "gebied_id", "intensiteit", "is_erkend", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "stap_id", "verstrekker") VALUES (NEW."attest_op", NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."intensiteit", NEW."is_erkend", _pgh_attach_context(), NOW(), \'update\', NEW."stap_id", NEW."soort", NEW."stap_id", NEW."verstrekker"); RETURN NULL;',
                    hash="f777988bbd541250eeba1adf1f03edfe658f6885",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b43e2",
                    table="trajecten_opleidingsgegevens",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opleidingsgegevens",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_opleidingsgegevensevent" ("attest_op", "created_at", "eigenaar_id", "gebied_id", "intensiteit", "is_erkend", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "stap_id", "verstrekker") VALUES (OLD."attest_op", OLD."created_at", OLD."eigenaar_id", OLD."gebied_id", OLD."intensiteit", OLD."is_erkend", _pgh_attach_context(), NOW(), \'delete\', OLD."stap_id", OLD."soort", OLD."stap_id", OLD."verstrekker"); RETURN NULL;',
                    hash="e9664199e1f3ebe0c0ccbdab3ee3fd23b513ef95",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_a72df",
                    table="trajecten_opleidingsgegevens",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opleidingsgegevensevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="46f87b8165d865e1d44f46891ce45dc91a35e4b4",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4bfe9",
                    table="trajecten_opleidingsgegevensevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="stapdocument",
            index=models.Index(fields=["gebied", "stap"], name="stapdocument_stap"),
        ),
        migrations.AddConstraint(
            model_name="stapdocument",
            constraint=models.UniqueConstraint(
                fields=("stap", "code"),
                name="stapdocument_uniek",
                violation_error_message="Dit document staat al bij de stap.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stapdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_stapdocumentevent" ("code", "created_at", "eigenaar_id", "gebied_id", "getekend_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap_id") VALUES (NEW."code", NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."getekend_op", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."stap_id"); RETURN NULL;',
                    hash="5c46e9ed1511a589b94442ac56452c4e7f77406c",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0bcb3",
                    table="trajecten_stapdocument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stapdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trajecten_stapdocumentevent" ("code", "created_at", "eigenaar_id", "gebied_id", "getekend_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap_id") VALUES (NEW."code", NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."getekend_op", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."stap_id"); RETURN NULL;',
                    hash="b76029b1c41c2d62a8bb46dae9dfea406d5ea991",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b768a",
                    table="trajecten_stapdocument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stapdocument",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_stapdocumentevent" ("code", "created_at", "eigenaar_id", "gebied_id", "getekend_op", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap_id") VALUES (OLD."code", OLD."created_at", OLD."eigenaar_id", OLD."gebied_id", OLD."getekend_op", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."stap_id"); RETURN NULL;',
                    hash="203acaf74af715590860c20e78f5d2aafcd95c44",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b53be",
                    table="trajecten_stapdocument",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="stapdocumentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ea124f967b21dd6283b8814c0ca18ab359af9751",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_9077c",
                    table="trajecten_stapdocumentevent",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="wijkwerkuren",
            index=models.Index(fields=["gebied", "stap", "maand"], name="wijkwerkuren_stap"),
        ),
        migrations.AddConstraint(
            model_name="wijkwerkuren",
            constraint=models.UniqueConstraint(
                fields=("stap", "maand"),
                name="wijkwerkuren_een_per_maand",
                violation_error_message="Voor deze maand staan er al uren.",
            ),
        ),
        migrations.AddConstraint(
            model_name="wijkwerkuren",
            constraint=models.CheckConstraint(
                condition=models.Q(("maand__day", 1)),
                name="wijkwerkuren_eerste_van_de_maand",
                violation_error_message="Uren staan per kalendermaand.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wijkwerkuren",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_wijkwerkurenevent" ("created_at", "eigenaar_id", "gebied_id", "id", "maand", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap_id", "updated_at", "uren") VALUES (NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."id", NEW."maand", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."stap_id", NEW."updated_at", NEW."uren"); RETURN NULL;',
                    hash="3056b059709911cdcd132913c544dcb888110960",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_3d73f",
                    table="trajecten_wijkwerkuren",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wijkwerkuren",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "trajecten_wijkwerkurenevent" ("created_at", "eigenaar_id", "gebied_id", "id", "maand", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap_id", "updated_at", "uren") VALUES (NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."id", NEW."maand", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."stap_id", NEW."updated_at", NEW."uren"); RETURN NULL;',
                    hash="67d46e52ecb9f4136648be4914eb7b765577e927",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_80f62",
                    table="trajecten_wijkwerkuren",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wijkwerkuren",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "trajecten_wijkwerkurenevent" ("created_at", "eigenaar_id", "gebied_id", "id", "maand", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stap_id", "updated_at", "uren") VALUES (OLD."created_at", OLD."eigenaar_id", OLD."gebied_id", OLD."id", OLD."maand", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."stap_id", OLD."updated_at", OLD."uren"); RETURN NULL;',
                    hash="a3aa091d644e17bc486dd7f5e08fcd04f7d9a738",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_101b7",
                    table="trajecten_wijkwerkuren",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wijkwerkurenevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="fd37db6168419327e5a4ef7e6296c94aa91a643f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_f9b3d",
                    table="trajecten_wijkwerkurenevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
