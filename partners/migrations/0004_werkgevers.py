import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import regie.core.tenancy
import regie.core.validators
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0003_alter_lidmaatschap_rol"),
        ("partners", "0003_tarieven"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Werkgever",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("sleutel", models.CharField(editable=False, max_length=160, verbose_name="zoeksleutel")),
                (
                    "kbo",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[regie.core.validators.valideer_kbo],
                        verbose_name="KBO-nummer",
                    ),
                ),
                ("nace", models.CharField(blank=True, max_length=5, verbose_name="NACE-BEL-code")),
                (
                    "nace_versie",
                    models.CharField(
                        blank=True,
                        choices=[("2008", "NACE-BEL 2008"), ("2025", "NACE-BEL 2025")],
                        max_length=4,
                        verbose_name="versie van NACE-BEL",
                    ),
                ),
                (
                    "grootteklasse",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1-4", "1 tot 4"),
                            ("5-9", "5 tot 9"),
                            ("10-19", "10 tot 19"),
                            ("20-49", "20 tot 49"),
                            ("50-99", "50 tot 99"),
                            ("100-199", "100 tot 199"),
                            ("200-499", "200 tot 499"),
                            ("500+", "500 of meer"),
                        ],
                        max_length=10,
                        verbose_name="aantal werknemers",
                    ),
                ),
                ("paritair_comite", models.CharField(blank=True, max_length=10, verbose_name="paritair comité")),
                ("is_mvo", models.BooleanField(default=False, verbose_name="MVO-label")),
                ("is_inclusief", models.BooleanField(default=False, verbose_name="label inclusieve werkgever")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("PROSPECT", "prospect"),
                            ("CONTACT", "in contact"),
                            ("PARTNER", "partner"),
                            ("AMBASSADEUR", "ambassadeur"),
                            ("NIET_BENADEREN", "niet benaderen"),
                        ],
                        default="PROSPECT",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "niet_benaderen_reden",
                    models.CharField(blank=True, max_length=200, verbose_name="reden om niet te benaderen"),
                ),
                (
                    "niet_benaderen_tot",
                    models.DateField(blank=True, null=True, verbose_name="niet benaderen tot en met"),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("gearchiveerd_op", models.DateField(blank=True, null=True, verbose_name="gearchiveerd op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "accounthouder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="accounthouder",
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
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.gemeente",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "organisatie",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="werkgever",
                        to="core.organisatie",
                        verbose_name="partner",
                    ),
                ),
            ],
            options={
                "verbose_name": "werkgever",
                "verbose_name_plural": "werkgevers",
                "indexes": [models.Index(fields=["gebied", "sleutel"], name="werkgever_sleutel")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kbo", ""), _negated=True),
                        fields=("gebied", "kbo"),
                        name="werkgever_kbo_uniek",
                        violation_error_message="Er is in dit gebied al een werkgever met dit KBO-nummer.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "NIET_BENADEREN"), _negated=True),
                            models.Q(("niet_benaderen_reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="werkgever_niet_benaderen_met_reden",
                        violation_error_message="Zeg waarom deze werkgever niet benaderd mag worden.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vestiging",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("ven", models.CharField(blank=True, max_length=10, verbose_name="vestigingsnummer")),
                ("naam", models.CharField(blank=True, max_length=160, verbose_name="naam")),
                ("adres", models.CharField(blank=True, max_length=160, verbose_name="straat en nummer")),
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
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.gemeente",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "werkgever",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vestigingen",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "verbose_name": "vestiging",
                "verbose_name_plural": "vestigingen",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ven", ""), _negated=True),
                        fields=("gebied", "ven"),
                        name="vestiging_ven_uniek",
                        violation_error_message="Dit vestigingsnummer staat al bij een werkgever van dit gebied.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WerkgeverEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("naam", models.CharField(max_length=160, verbose_name="naam")),
                ("sleutel", models.CharField(editable=False, max_length=160, verbose_name="zoeksleutel")),
                (
                    "kbo",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[regie.core.validators.valideer_kbo],
                        verbose_name="KBO-nummer",
                    ),
                ),
                ("nace", models.CharField(blank=True, max_length=5, verbose_name="NACE-BEL-code")),
                (
                    "nace_versie",
                    models.CharField(
                        blank=True,
                        choices=[("2008", "NACE-BEL 2008"), ("2025", "NACE-BEL 2025")],
                        max_length=4,
                        verbose_name="versie van NACE-BEL",
                    ),
                ),
                (
                    "grootteklasse",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("1-4", "1 tot 4"),
                            ("5-9", "5 tot 9"),
                            ("10-19", "10 tot 19"),
                            ("20-49", "20 tot 49"),
                            ("50-99", "50 tot 99"),
                            ("100-199", "100 tot 199"),
                            ("200-499", "200 tot 499"),
                            ("500+", "500 of meer"),
                        ],
                        max_length=10,
                        verbose_name="aantal werknemers",
                    ),
                ),
                ("paritair_comite", models.CharField(blank=True, max_length=10, verbose_name="paritair comité")),
                ("is_mvo", models.BooleanField(default=False, verbose_name="MVO-label")),
                ("is_inclusief", models.BooleanField(default=False, verbose_name="label inclusieve werkgever")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("PROSPECT", "prospect"),
                            ("CONTACT", "in contact"),
                            ("PARTNER", "partner"),
                            ("AMBASSADEUR", "ambassadeur"),
                            ("NIET_BENADEREN", "niet benaderen"),
                        ],
                        default="PROSPECT",
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "niet_benaderen_reden",
                    models.CharField(blank=True, max_length=200, verbose_name="reden om niet te benaderen"),
                ),
                (
                    "niet_benaderen_tot",
                    models.DateField(blank=True, null=True, verbose_name="niet benaderen tot en met"),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                ("website", models.URLField(blank=True, verbose_name="website")),
                ("gearchiveerd_op", models.DateField(blank=True, null=True, verbose_name="gearchiveerd op")),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "accounthouder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="accounthouder",
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
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.gemeente",
                        verbose_name="gemeente",
                    ),
                ),
                (
                    "organisatie",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.organisatie",
                        verbose_name="partner",
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
                        to="partners.werkgever",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="contactpersoon",
            name="bevestigd_op",
            field=models.DateField(blank=True, null=True, verbose_name="gegevens bevestigd op"),
        ),
        migrations.AddField(
            model_name="contactpersoon",
            name="taal",
            field=models.CharField(
                choices=[("nl", "Nederlands"), ("fr", "Frans"), ("en", "Engels"), ("de", "Duits")],
                default="nl",
                max_length=2,
                verbose_name="taal",
            ),
        ),
        migrations.AddField(
            model_name="contactpersoon",
            name="toestemming_op",
            field=models.DateField(blank=True, null=True, verbose_name="toestemming gegeven op"),
        ),
        migrations.AddField(
            model_name="contactpersoon",
            name="werkgever",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contactpersonen",
                to="partners.werkgever",
                verbose_name="werkgever",
            ),
        ),
        migrations.RemoveConstraint(
            model_name="contactpersoon",
            name="contactpersoon_uniek",
        ),
        migrations.AlterField(
            model_name="contactpersoon",
            name="email",
            field=models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
        ),
        migrations.AlterField(
            model_name="contactpersoon",
            name="organisatie",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contactpersonen",
                to="core.organisatie",
                verbose_name="organisatie",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpersoon",
            constraint=models.UniqueConstraint(
                condition=models.Q(("email", ""), _negated=True),
                fields=("gebied", "organisatie", "email"),
                name="contactpersoon_uniek",
                violation_error_message="Deze persoon staat al bij deze organisatie.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpersoon",
            constraint=models.UniqueConstraint(
                condition=models.Q(("email", ""), _negated=True),
                fields=("gebied", "werkgever", "email"),
                name="contactpersoon_werkgever_uniek",
                violation_error_message="Deze persoon staat al bij deze werkgever.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactpersoon",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("organisatie", None), ("werkgever__isnull", False)),
                    models.Q(("organisatie__isnull", False), ("werkgever", None)),
                    _connector="OR",
                ),
                name="contactpersoon_van_een",
                violation_error_message="Een contactpersoon hoort bij een partner of bij een werkgever.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="werkgever",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_werkgeverevent" ("accounthouder_id", "created_at", "email", "gearchiveerd_op", "gebied_id", "gemeente_id", "grootteklasse", "id", "is_inclusief", "is_mvo", "kbo", "naam", "nace", "nace_versie", "niet_benaderen_reden", "niet_benaderen_tot", "organisatie_id", "paritair_comite", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sleutel", "status", "telefoon", "website") VALUES (NEW."accounthouder_id", NEW."created_at", NEW."email", NEW."gearchiveerd_op", NEW."gebied_id", NEW."gemeente_id", NEW."grootteklasse", NEW."id", NEW."is_inclusief", NEW."is_mvo", NEW."kbo", NEW."naam", NEW."nace", NEW."nace_versie", NEW."niet_benaderen_reden", NEW."niet_benaderen_tot", NEW."organisatie_id", NEW."paritair_comite", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sleutel", NEW."status", NEW."telefoon", NEW."website"); RETURN NULL;',
                    hash="33226ada0325cfbd8cb8b91992ebf6d0e0516016",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_00ce6",
                    table="partners_werkgever",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="werkgever",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_werkgeverevent" ("accounthouder_id", "created_at", "email", "gearchiveerd_op", "gebied_id", "gemeente_id", "grootteklasse", "id", "is_inclusief", "is_mvo", "kbo", "naam", "nace", "nace_versie", "niet_benaderen_reden", "niet_benaderen_tot", "organisatie_id", "paritair_comite", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sleutel", "status", "telefoon", "website") VALUES (NEW."accounthouder_id", NEW."created_at", NEW."email", NEW."gearchiveerd_op", NEW."gebied_id", NEW."gemeente_id", NEW."grootteklasse", NEW."id", NEW."is_inclusief", NEW."is_mvo", NEW."kbo", NEW."naam", NEW."nace", NEW."nace_versie", NEW."niet_benaderen_reden", NEW."niet_benaderen_tot", NEW."organisatie_id", NEW."paritair_comite", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sleutel", NEW."status", NEW."telefoon", NEW."website"); RETURN NULL;',
                    hash="124565b5537025501b090af76b787c5d087b7f1f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_0103c",
                    table="partners_werkgever",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="werkgever",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_werkgeverevent" ("accounthouder_id", "created_at", "email", "gearchiveerd_op", "gebied_id", "gemeente_id", "grootteklasse", "id", "is_inclusief", "is_mvo", "kbo", "naam", "nace", "nace_versie", "niet_benaderen_reden", "niet_benaderen_tot", "organisatie_id", "paritair_comite", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sleutel", "status", "telefoon", "website") VALUES (OLD."accounthouder_id", OLD."created_at", OLD."email", OLD."gearchiveerd_op", OLD."gebied_id", OLD."gemeente_id", OLD."grootteklasse", OLD."id", OLD."is_inclusief", OLD."is_mvo", OLD."kbo", OLD."naam", OLD."nace", OLD."nace_versie", OLD."niet_benaderen_reden", OLD."niet_benaderen_tot", OLD."organisatie_id", OLD."paritair_comite", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sleutel", OLD."status", OLD."telefoon", OLD."website"); RETURN NULL;',
                    hash="c0d7332c66fb3677b6666d207422eaa5265fcd52",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_56236",
                    table="partners_werkgever",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="werkgeverevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8f34e384d50604058f5a7b145c98113f1f96de7c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3d9f9",
                    table="partners_werkgeverevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
