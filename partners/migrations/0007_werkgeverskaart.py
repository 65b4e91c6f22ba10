import django.contrib.postgres.indexes
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
        ("partners", "0006_opvolging"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="Tevredenheid",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("datum", models.DateField(verbose_name="datum")),
                (
                    "over",
                    models.CharField(
                        choices=[
                            ("SAMENWERKING", "de samenwerking in het algemeen"),
                            ("KANDIDATEN", "de kandidaten"),
                            ("BEGELEIDING", "de begeleiding en nazorg"),
                            ("ADMINISTRATIE", "de administratie"),
                        ],
                        max_length=16,
                        verbose_name="waarover",
                    ),
                ),
                (
                    "score",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1 – heel ontevreden"),
                            (2, "2 – ontevreden"),
                            (3, "3 – niet tevreden en niet ontevreden"),
                            (4, "4 – tevreden"),
                            (5, "5 – heel tevreden"),
                        ],
                        verbose_name="score",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="wat de werkgever zei")),
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
                    "organisatie",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.organisatie",
                        verbose_name="gevraagd door",
                    ),
                ),
                (
                    "werkgever",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tevredenheid",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "verbose_name": "tevredenheid van een werkgever",
                "verbose_name_plural": "tevredenheid van werkgevers",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("score__gte", 1), ("score__lte", 5)),
                        name="tevredenheid_van_1_tot_5",
                        violation_error_message="Een score gaat van 1 tot 5.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VestigingEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                (
                    "ven",
                    models.CharField(
                        blank=True,
                        max_length=10,
                        validators=[regie.core.validators.valideer_ven],
                        verbose_name="vestigingsnummer",
                    ),
                ),
                ("naam", models.CharField(blank=True, max_length=160, verbose_name="naam")),
                ("adres", models.CharField(blank=True, max_length=160, verbose_name="straat en nummer")),
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
                        to="partners.vestiging",
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
            name="WerkgeverDrempel",
            fields=[
                ("gedeeld", models.BooleanField(default=False, verbose_name="gedeeld met het gebied")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("TAAL", "taal op de werkvloer"),
                            ("DIPLOMA", "diploma- of ervaringseis"),
                            ("BEREIKBAARHEID", "moeilijk te bereiken"),
                            ("UREN", "uren of ploegen"),
                            ("FYSIEK", "zwaar werk"),
                            ("VOOROORDELEN", "vooroordelen of slechte ervaring"),
                            ("BEGELEIDING", "geen begeleiding op de werkvloer"),
                            ("ADMINISTRATIE", "administratie en premies te ingewikkeld"),
                            ("KANDIDATEN", "te weinig of geen passende kandidaten"),
                            ("ANDER", "andere drempel"),
                        ],
                        max_length=16,
                        verbose_name="drempel",
                    ),
                ),
                ("toelichting", models.CharField(blank=True, max_length=300, verbose_name="toelichting")),
                ("gemeld_op", models.DateField(verbose_name="gemeld op")),
                ("opgelost_op", models.DateField(blank=True, null=True, verbose_name="opgelost op")),
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
                    "werkgever",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drempels",
                        to="partners.werkgever",
                        verbose_name="werkgever",
                    ),
                ),
            ],
            options={
                "verbose_name": "drempel bij een werkgever",
                "verbose_name_plural": "drempels bij een werkgever",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opgelost_op", None), ("opgelost_op__gte", models.F("gemeld_op")), _connector="OR"
                        ),
                        name="werkgeverdrempel_opgelost_na_melding",
                        violation_error_message="Een drempel kan niet opgelost zijn voor hij gemeld is.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="werkgever",
            name="samengevoegd_met",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partners.werkgever",
                verbose_name="samengevoegd met",
            ),
        ),
        migrations.AddField(
            model_name="werkgeverevent",
            name="samengevoegd_met",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="partners.werkgever",
                verbose_name="samengevoegd met",
            ),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="werkgever",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="werkgever",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="werkgever",
            name="delete_delete",
        ),
        migrations.AlterField(
            model_name="vestiging",
            name="ven",
            field=models.CharField(
                blank=True,
                max_length=10,
                validators=[regie.core.validators.valideer_ven],
                verbose_name="vestigingsnummer",
            ),
        ),
        migrations.AddIndex(
            model_name="werkgever",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["sleutel"], name="werkgever_sleutel_trgm", opclasses=["gin_trgm_ops"]
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vestiging",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_vestigingevent" ("adres", "created_at", "gebied_id", "gemeente_id", "id", "naam", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ven", "werkgever_id") VALUES (NEW."adres", NEW."created_at", NEW."gebied_id", NEW."gemeente_id", NEW."id", NEW."naam", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."ven", NEW."werkgever_id"); RETURN NULL;',
                    hash="9657c6e39f3e4bb758e82cdfb7ec5a6446d4c2ec",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_afba7",
                    table="partners_vestiging",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vestiging",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "partners_vestigingevent" ("adres", "created_at", "gebied_id", "gemeente_id", "id", "naam", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ven", "werkgever_id") VALUES (NEW."adres", NEW."created_at", NEW."gebied_id", NEW."gemeente_id", NEW."id", NEW."naam", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."ven", NEW."werkgever_id"); RETURN NULL;',
                    hash="e9a74435bfe861c200ad7b7d02d2cdc014e59e50",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2c29a",
                    table="partners_vestiging",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vestiging",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_vestigingevent" ("adres", "created_at", "gebied_id", "gemeente_id", "id", "naam", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "ven", "werkgever_id") VALUES (OLD."adres", OLD."created_at", OLD."gebied_id", OLD."gemeente_id", OLD."id", OLD."naam", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."ven", OLD."werkgever_id"); RETURN NULL;',
                    hash="0a0693c1edbdbfd5b70f3a580e5ac761b1298ddd",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_87b10",
                    table="partners_vestiging",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="werkgever",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "partners_werkgeverevent" ("accounthouder_id", "created_at", "email", "gearchiveerd_op", "gebied_id", "gemeente_id", "grootteklasse", "id", "is_inclusief", "is_mvo", "kbo", "naam", "nace", "nace_versie", "niet_benaderen_reden", "niet_benaderen_tot", "organisatie_id", "paritair_comite", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "samengevoegd_met_id", "sleutel", "status", "telefoon", "website") VALUES (NEW."accounthouder_id", NEW."created_at", NEW."email", NEW."gearchiveerd_op", NEW."gebied_id", NEW."gemeente_id", NEW."grootteklasse", NEW."id", NEW."is_inclusief", NEW."is_mvo", NEW."kbo", NEW."naam", NEW."nace", NEW."nace_versie", NEW."niet_benaderen_reden", NEW."niet_benaderen_tot", NEW."organisatie_id", NEW."paritair_comite", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."samengevoegd_met_id", NEW."sleutel", NEW."status", NEW."telefoon", NEW."website"); RETURN NULL;',
                    hash="2cbb992530be468cc83119e6e7084abd23abf4e8",
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
                    func='INSERT INTO "partners_werkgeverevent" ("accounthouder_id", "created_at", "email", "gearchiveerd_op", "gebied_id", "gemeente_id", "grootteklasse", "id", "is_inclusief", "is_mvo", "kbo", "naam", "nace", "nace_versie", "niet_benaderen_reden", "niet_benaderen_tot", "organisatie_id", "paritair_comite", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "samengevoegd_met_id", "sleutel", "status", "telefoon", "website") VALUES (NEW."accounthouder_id", NEW."created_at", NEW."email", NEW."gearchiveerd_op", NEW."gebied_id", NEW."gemeente_id", NEW."grootteklasse", NEW."id", NEW."is_inclusief", NEW."is_mvo", NEW."kbo", NEW."naam", NEW."nace", NEW."nace_versie", NEW."niet_benaderen_reden", NEW."niet_benaderen_tot", NEW."organisatie_id", NEW."paritair_comite", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."samengevoegd_met_id", NEW."sleutel", NEW."status", NEW."telefoon", NEW."website"); RETURN NULL;',
                    hash="1cd1a083404203d75e4f003a90db56bddf9b459e",
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
                    func='INSERT INTO "partners_werkgeverevent" ("accounthouder_id", "created_at", "email", "gearchiveerd_op", "gebied_id", "gemeente_id", "grootteklasse", "id", "is_inclusief", "is_mvo", "kbo", "naam", "nace", "nace_versie", "niet_benaderen_reden", "niet_benaderen_tot", "organisatie_id", "paritair_comite", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "samengevoegd_met_id", "sleutel", "status", "telefoon", "website") VALUES (OLD."accounthouder_id", OLD."created_at", OLD."email", OLD."gearchiveerd_op", OLD."gebied_id", OLD."gemeente_id", OLD."grootteklasse", OLD."id", OLD."is_inclusief", OLD."is_mvo", OLD."kbo", OLD."naam", OLD."nace", OLD."nace_versie", OLD."niet_benaderen_reden", OLD."niet_benaderen_tot", OLD."organisatie_id", OLD."paritair_comite", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."samengevoegd_met_id", OLD."sleutel", OLD."status", OLD."telefoon", OLD."website"); RETURN NULL;',
                    hash="917154e2fa2371a1f4c9b058c0a3d94487ef12cb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_56236",
                    table="partners_werkgever",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="vestigingevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="6152ce490b1ab17616c5dc7be16c35e3a1667bf2",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_2bfd4",
                    table="partners_vestigingevent",
                    when="BEFORE",
                ),
            ),
        ),
    ]
