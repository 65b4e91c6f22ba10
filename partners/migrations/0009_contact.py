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
        ("partners", "0008_gegevens"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("van", models.DateField(verbose_name="vanaf")),
                ("tot", models.DateField(verbose_name="tot en met")),
                ("is_verlengd", models.BooleanField(default=False, verbose_name="verlengd")),
                ("beeindigd_op", models.DateField(blank=True, null=True, verbose_name="beëindigd op")),
                (
                    "einde",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("VRIJGEGEVEN", "vrijgegeven"),
                            ("VERLOPEN", "verlopen"),
                            ("OVERGENOMEN", "overgenomen"),
                        ],
                        max_length=12,
                        verbose_name="einde",
                    ),
                ),
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
                    "werkgever",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="claims",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "verbose_name": "lead",
                "verbose_name_plural": "leads",
                "indexes": [models.Index(fields=["werkgever", "-van"], name="claim_werkgever")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("beeindigd_op", None)),
                        fields=("gebied", "werkgever"),
                        name="claim_een_per_werkgever",
                        violation_error_message="Een andere organisatie heeft deze lead al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="claim_tot_na_van",
                        violation_error_message="De laatste dag ligt voor de eerste.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beeindigd_op", None), ("einde", "")),
                            models.Q(
                                ("beeindigd_op__isnull", False),
                                ("einde__in", ["VRIJGEGEVEN", "VERLOPEN", "OVERGENOMEN"]),
                            ),
                            _connector="OR",
                        ),
                        name="claim_einde_met_dag",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("van", models.DateField(verbose_name="vanaf")),
                ("tot", models.DateField(verbose_name="tot en met")),
                ("is_verlengd", models.BooleanField(default=False, verbose_name="verlengd")),
                ("beeindigd_op", models.DateField(blank=True, null=True, verbose_name="beëindigd op")),
                (
                    "einde",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("VRIJGEGEVEN", "vrijgegeven"),
                            ("VERLOPEN", "verlopen"),
                            ("OVERGENOMEN", "overgenomen"),
                        ],
                        max_length=12,
                        verbose_name="einde",
                    ),
                ),
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
                        to="partners.claim",
                    ),
                ),
                (
                    "werkgever",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contactmoment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("TELEFOON", "telefoon"),
                            ("MAIL", "e-mail"),
                            ("BEZOEK", "bezoek"),
                            ("ONLINE", "online gesprek"),
                            ("EVENEMENT", "beurs of evenement"),
                            ("INKOMEND", "de werkgever nam contact op"),
                        ],
                        max_length=12,
                        verbose_name="kanaal",
                    ),
                ),
                (
                    "doel",
                    models.CharField(
                        choices=[
                            ("KENNISMAKING", "kennismaking"),
                            ("VACATURE", "vacature of vraag"),
                            ("WERKPLEK", "werkplek of stageplaats"),
                            ("KANDIDAAT", "kandidaat voorstellen"),
                            ("OPVOLGING", "iemand aan het werk opvolgen"),
                            ("MAATREGEL", "premies en maatregelen"),
                            ("AFSPRAAK", "afspraken maken"),
                            ("ANDER", "iets anders"),
                        ],
                        max_length=16,
                        verbose_name="doel",
                    ),
                ),
                (
                    "resultaat",
                    models.CharField(
                        choices=[
                            ("NIET_BEREIKT", "niet bereikt"),
                            ("AFSPRAAK", "afspraak gemaakt"),
                            ("INTERESSE", "interesse"),
                            ("PLAATS", "plaats of vacature"),
                            ("LATER", "later opnieuw"),
                            ("GEEN_INTERESSE", "geen interesse"),
                            ("AFGEHANDELD", "afgehandeld"),
                        ],
                        max_length=16,
                        verbose_name="resultaat",
                    ),
                ),
                ("volgende_stap", models.CharField(blank=True, max_length=160, verbose_name="volgende stap")),
                ("volgende_stap_op", models.DateField(blank=True, null=True, verbose_name="tegen")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "contactpersoon",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="partners.contactpersoon",
                        verbose_name="met wie",
                    ),
                ),
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
                    "werkgever",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contactmomenten",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "verbose_name": "contactmoment",
                "verbose_name_plural": "contactmomenten",
                "indexes": [
                    models.Index(fields=["werkgever", "-datum"], name="contactmoment_werkgever"),
                    models.Index(fields=["gebied", "-datum", "-created_at"], name="contactmoment_datum"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("volgende_stap_op", None), models.Q(("volgende_stap", ""), _negated=True), _connector="OR"
                        ),
                        name="contactmoment_stap_bij_datum",
                        violation_error_message="Zeg wat de volgende stap is, of laat de datum leeg.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "doel__in",
                                [
                                    "KENNISMAKING",
                                    "VACATURE",
                                    "WERKPLEK",
                                    "KANDIDAAT",
                                    "OPVOLGING",
                                    "MAATREGEL",
                                    "AFSPRAAK",
                                    "ANDER",
                                ],
                            ),
                            ("kanaal__in", ["TELEFOON", "MAIL", "BEZOEK", "ONLINE", "EVENEMENT", "INKOMEND"]),
                            (
                                "resultaat__in",
                                [
                                    "NIET_BEREIKT",
                                    "AFSPRAAK",
                                    "INTERESSE",
                                    "PLAATS",
                                    "LATER",
                                    "GEEN_INTERESSE",
                                    "AFGEHANDELD",
                                ],
                            ),
                        ),
                        name="contactmoment_woorden_geldig",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ContactmomentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("TELEFOON", "telefoon"),
                            ("MAIL", "e-mail"),
                            ("BEZOEK", "bezoek"),
                            ("ONLINE", "online gesprek"),
                            ("EVENEMENT", "beurs of evenement"),
                            ("INKOMEND", "de werkgever nam contact op"),
                        ],
                        max_length=12,
                        verbose_name="kanaal",
                    ),
                ),
                (
                    "doel",
                    models.CharField(
                        choices=[
                            ("KENNISMAKING", "kennismaking"),
                            ("VACATURE", "vacature of vraag"),
                            ("WERKPLEK", "werkplek of stageplaats"),
                            ("KANDIDAAT", "kandidaat voorstellen"),
                            ("OPVOLGING", "iemand aan het werk opvolgen"),
                            ("MAATREGEL", "premies en maatregelen"),
                            ("AFSPRAAK", "afspraken maken"),
                            ("ANDER", "iets anders"),
                        ],
                        max_length=16,
                        verbose_name="doel",
                    ),
                ),
                (
                    "resultaat",
                    models.CharField(
                        choices=[
                            ("NIET_BEREIKT", "niet bereikt"),
                            ("AFSPRAAK", "afspraak gemaakt"),
                            ("INTERESSE", "interesse"),
                            ("PLAATS", "plaats of vacature"),
                            ("LATER", "later opnieuw"),
                            ("GEEN_INTERESSE", "geen interesse"),
                            ("AFGEHANDELD", "afgehandeld"),
                        ],
                        max_length=16,
                        verbose_name="resultaat",
                    ),
                ),
                ("volgende_stap", models.CharField(blank=True, max_length=160, verbose_name="volgende stap")),
                ("volgende_stap_op", models.DateField(blank=True, null=True, verbose_name="tegen")),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "contactpersoon",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.contactpersoon",
                        verbose_name="met wie",
                    ),
                ),
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
                        to="partners.contactmoment",
                    ),
                ),
                (
                    "werkgever",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Contactnotitie",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tekst", models.TextField(max_length=2000, verbose_name="notitie")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "contactmoment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notitie",
                        to="partners.contactmoment",
                        verbose_name="contactmoment",
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
                "verbose_name": "contactnotitie",
                "verbose_name_plural": "contactnotities",
            },
        ),
        migrations.CreateModel(
            name="ContactnotitieEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("tekst", models.TextField(max_length=2000, verbose_name="notitie")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "contactmoment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.contactmoment",
                        verbose_name="contactmoment",
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
                        to="partners.contactnotitie",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Overnamevraag",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[("LEAD", "lead"), ("ACCOUNTHOUDER", "accounthouder")],
                        max_length=16,
                        verbose_name="soort",
                    ),
                ),
                ("reden", models.CharField(max_length=200, verbose_name="waarom")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("GEVRAAGD", "gevraagd"),
                            ("AANVAARD", "aanvaard"),
                            ("GEWEIGERD", "geweigerd"),
                            ("INGETROKKEN", "ingetrokken"),
                            ("VERVALLEN", "vervallen"),
                        ],
                        default="GEVRAAGD",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("antwoord", models.CharField(blank=True, max_length=200, verbose_name="antwoord")),
                ("vervalt_op", models.DateField(verbose_name="te beantwoorden tot en met")),
                ("beslist_op", models.DateField(blank=True, null=True, verbose_name="beslist op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "aan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="aan",
                    ),
                ),
                (
                    "beslist_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beslist door",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vragen",
                        to="partners.claim",
                        verbose_name="lead",
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
                    "gevraagd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gevraagd door",
                    ),
                ),
                (
                    "van",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="van",
                    ),
                ),
                (
                    "werkgever",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="overnamevragen",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "verbose_name": "overnamevraag",
                "verbose_name_plural": "overnamevragen",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "GEVRAAGD")),
                        fields=("gebied", "werkgever", "soort", "aan"),
                        name="overnamevraag_een_open",
                        violation_error_message="Je organisatie vroeg dit al en wacht op antwoord.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("van", models.F("aan")), _negated=True),
                        name="overnamevraag_tussen_twee",
                        violation_error_message="Je organisatie heeft dit al.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim__isnull", False), ("soort", "LEAD")),
                            models.Q(("claim", None), ("soort", "ACCOUNTHOUDER")),
                            _connector="OR",
                        ),
                        name="overnamevraag_lead_met_claim",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "GEWEIGERD"), _negated=True),
                            models.Q(("antwoord", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="overnamevraag_weigering_met_reden",
                        violation_error_message="Zeg waarom je weigert.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OvernamevraagEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[("LEAD", "lead"), ("ACCOUNTHOUDER", "accounthouder")],
                        max_length=16,
                        verbose_name="soort",
                    ),
                ),
                ("reden", models.CharField(max_length=200, verbose_name="waarom")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("GEVRAAGD", "gevraagd"),
                            ("AANVAARD", "aanvaard"),
                            ("GEWEIGERD", "geweigerd"),
                            ("INGETROKKEN", "ingetrokken"),
                            ("VERVALLEN", "vervallen"),
                        ],
                        default="GEVRAAGD",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("antwoord", models.CharField(blank=True, max_length=200, verbose_name="antwoord")),
                ("vervalt_op", models.DateField(verbose_name="te beantwoorden tot en met")),
                ("beslist_op", models.DateField(blank=True, null=True, verbose_name="beslist op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "aan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="aan",
                    ),
                ),
                (
                    "beslist_door",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="beslist door",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.claim",
                        verbose_name="lead",
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
                    "gevraagd_door",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gevraagd door",
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
                        to="partners.overnamevraag",
                    ),
                ),
                (
                    "van",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="van",
                    ),
                ),
                (
                    "werkgever",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_claimevent" ("beeindigd_op", "created_at", "door_id", "einde", "gebied_id", "id", "is_verlengd", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot", "van", "werkgever_id") VALUES (NEW."beeindigd_op", NEW."created_at", NEW."door_id", NEW."einde", NEW."gebied_id", NEW."id", NEW."is_verlengd", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."tot", NEW."van", NEW."werkgever_id"); RETURN NULL;',
                    hash="54dcf71c5a8da0b809150eb282df53b1def8f2e7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_9ea1b",
                    table="partners_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_claimevent" ("beeindigd_op", "created_at", "door_id", "einde", "gebied_id", "id", "is_verlengd", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot", "van", "werkgever_id") VALUES (NEW."beeindigd_op", NEW."created_at", NEW."door_id", NEW."einde", NEW."gebied_id", NEW."id", NEW."is_verlengd", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."tot", NEW."van", NEW."werkgever_id"); RETURN NULL;',
                    hash="f618131a77b625ed28a7c747ba1056d19d3ac07b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8fba3",
                    table="partners_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claim",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_claimevent" ("beeindigd_op", "created_at", "door_id", "einde", "gebied_id", "id", "is_verlengd", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot", "van", "werkgever_id") VALUES (OLD."beeindigd_op", OLD."created_at", OLD."door_id", OLD."einde", OLD."gebied_id", OLD."id", OLD."is_verlengd", OLD."organisatie_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."tot", OLD."van", OLD."werkgever_id"); RETURN NULL;',
                    hash="286253beeac68d3a9aa8e6b7839ffbf9256d415e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1e17a",
                    table="partners_claim",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="e2d4ac3af6fa00f895c4471ba503344276141fe5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8d460",
                    table="partners_claimevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactmoment",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_contactmomentevent" ("contactpersoon_id", "created_at", "datum", "doel", "door_id", "gebied_id", "id", "ingetrokken_op", "kanaal", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resultaat", "volgende_stap", "volgende_stap_op", "werkgever_id") VALUES (NEW."contactpersoon_id", NEW."created_at", NEW."datum", NEW."doel", NEW."door_id", NEW."gebied_id", NEW."id", NEW."ingetrokken_op", NEW."kanaal", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."resultaat", NEW."volgende_stap", NEW."volgende_stap_op", NEW."werkgever_id"); RETURN NULL;',
                    hash="ca743e4f6aa51ef3082b9bfdb7aa3ed1af980a08",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_56262",
                    table="partners_contactmoment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactmoment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_contactmomentevent" ("contactpersoon_id", "created_at", "datum", "doel", "door_id", "gebied_id", "id", "ingetrokken_op", "kanaal", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resultaat", "volgende_stap", "volgende_stap_op", "werkgever_id") VALUES (NEW."contactpersoon_id", NEW."created_at", NEW."datum", NEW."doel", NEW."door_id", NEW."gebied_id", NEW."id", NEW."ingetrokken_op", NEW."kanaal", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."resultaat", NEW."volgende_stap", NEW."volgende_stap_op", NEW."werkgever_id"); RETURN NULL;',
                    hash="f3ec38bf7be78d579123089c1613bfce8bc43863",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_aea38",
                    table="partners_contactmoment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactmoment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_contactmomentevent" ("contactpersoon_id", "created_at", "datum", "doel", "door_id", "gebied_id", "id", "ingetrokken_op", "kanaal", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "resultaat", "volgende_stap", "volgende_stap_op", "werkgever_id") VALUES (OLD."contactpersoon_id", OLD."created_at", OLD."datum", OLD."doel", OLD."door_id", OLD."gebied_id", OLD."id", OLD."ingetrokken_op", OLD."kanaal", OLD."organisatie_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."resultaat", OLD."volgende_stap", OLD."volgende_stap_op", OLD."werkgever_id"); RETURN NULL;',
                    hash="914c97cf5090479429cd08ccc88b1b88e24e3108",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_da07a",
                    table="partners_contactmoment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactmomentevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d9bcdc253c607e17cb5a717c9a1f0e83d00e8507",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_730b7",
                    table="partners_contactmomentevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactnotitie",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_contactnotitieevent" ("contactmoment_id", "created_at", "eigenaar_id", "gebied_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tekst") VALUES (NEW."contactmoment_id", NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."tekst"); RETURN NULL;',
                    hash="554b09880252f9cf9c9819a97da3032e5b0fe339",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e772",
                    table="partners_contactnotitie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactnotitie",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_contactnotitieevent" ("contactmoment_id", "created_at", "eigenaar_id", "gebied_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tekst") VALUES (NEW."contactmoment_id", NEW."created_at", NEW."eigenaar_id", NEW."gebied_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."tekst"); RETURN NULL;',
                    hash="662058408a0e8fff95f40755ad52c2d79fe62844",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_43597",
                    table="partners_contactnotitie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactnotitie",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_contactnotitieevent" ("contactmoment_id", "created_at", "eigenaar_id", "gebied_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "tekst") VALUES (OLD."contactmoment_id", OLD."created_at", OLD."eigenaar_id", OLD."gebied_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."tekst"); RETURN NULL;',
                    hash="72524a05e77aa35eb3cac64fc26408f3eaedb3cf",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e32dd",
                    table="partners_contactnotitie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactnotitieevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8f73a135df198ab05f8e22c8ade43064e77eb35d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_69754",
                    table="partners_contactnotitieevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overnamevraag",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_overnamevraagevent" ("aan_id", "antwoord", "beslist_door_id", "beslist_op", "claim_id", "created_at", "gebied_id", "gevraagd_door_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "status", "van_id", "vervalt_op", "werkgever_id") VALUES (NEW."aan_id", NEW."antwoord", NEW."beslist_door_id", NEW."beslist_op", NEW."claim_id", NEW."created_at", NEW."gebied_id", NEW."gevraagd_door_id", NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reden", NEW."soort", NEW."status", NEW."van_id", NEW."vervalt_op", NEW."werkgever_id"); RETURN NULL;',
                    hash="a721ba2a866013d1930414500271de33c58ca9d8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_062a4",
                    table="partners_overnamevraag",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overnamevraag",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_overnamevraagevent" ("aan_id", "antwoord", "beslist_door_id", "beslist_op", "claim_id", "created_at", "gebied_id", "gevraagd_door_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "status", "van_id", "vervalt_op", "werkgever_id") VALUES (NEW."aan_id", NEW."antwoord", NEW."beslist_door_id", NEW."beslist_op", NEW."claim_id", NEW."created_at", NEW."gebied_id", NEW."gevraagd_door_id", NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reden", NEW."soort", NEW."status", NEW."van_id", NEW."vervalt_op", NEW."werkgever_id"); RETURN NULL;',
                    hash="aae6889f2416ce71352be700b050f2e122897d96",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_48470",
                    table="partners_overnamevraag",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overnamevraag",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_overnamevraagevent" ("aan_id", "antwoord", "beslist_door_id", "beslist_op", "claim_id", "created_at", "gebied_id", "gevraagd_door_id", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "status", "van_id", "vervalt_op", "werkgever_id") VALUES (OLD."aan_id", OLD."antwoord", OLD."beslist_door_id", OLD."beslist_op", OLD."claim_id", OLD."created_at", OLD."gebied_id", OLD."gevraagd_door_id", OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reden", OLD."soort", OLD."status", OLD."van_id", OLD."vervalt_op", OLD."werkgever_id"); RETURN NULL;',
                    hash="2d21eaaadba14ba5c29cf85d608660e3017a71d6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e9114",
                    table="partners_overnamevraag",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overnamevraagevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3a1386e61b99b5d861152b2273db88b224b51adb",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_5ca01",
                    table="partners_overnamevraagevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
