import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import regie.core.tenancy
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('core', '0004_organisatie_website'),
        ("partners", "0017_managementadvies"),
    ]

    operations = [
        migrations.CreateModel(
            name='Indexatie',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('percentage', models.DecimalField(decimal_places=2, max_digits=5, verbose_name='percentage')),
                ('vanaf', models.DateField(verbose_name='vanaf')),
                ('aantal', models.PositiveIntegerField(verbose_name='aantal tarieven')),
                ('ongedaan_op', models.DateField(blank=True, null=True, verbose_name='ongedaan gemaakt op')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('organisatie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='core.organisatie', verbose_name='uitzonderingen van')),
            ],
            options={
                'verbose_name': 'indexatie',
                'verbose_name_plural': 'indexaties',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('percentage', 0), _negated=True), ('percentage__gt', -100)), name='indexatie_niet_nul', violation_error_message='Vul een percentage in dat niet nul is.')],
            },
        ),
        migrations.AddField(
            model_name='tarief',
            name='indexatie',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tarieven', to='partners.indexatie', verbose_name='indexatie'),
        ),
        migrations.AddField(
            model_name='tariefevent',
            name='indexatie',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.indexatie', verbose_name='indexatie'),
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='tarief',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='tarief',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='tarief',
            name='delete_delete',
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tarief',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_tariefevent" ("bedrag", "categorie", "created_at", "functieniveau", "gebied_id", "geldig_tot", "geldig_van", "id", "indexatie_id", "noot", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."bedrag", NEW."categorie", NEW."created_at", NEW."functieniveau", NEW."gebied_id", NEW."geldig_tot", NEW."geldig_van", NEW."id", NEW."indexatie_id", NEW."noot", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='3b6364c64d2d25d82625d3c81f3999ccb599d293', operation='INSERT', pgid='pgtrigger_insert_insert_8f880', table='partners_tarief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tarief',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_tariefevent" ("bedrag", "categorie", "created_at", "functieniveau", "gebied_id", "geldig_tot", "geldig_van", "id", "indexatie_id", "noot", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."bedrag", NEW."categorie", NEW."created_at", NEW."functieniveau", NEW."gebied_id", NEW."geldig_tot", NEW."geldig_van", NEW."id", NEW."indexatie_id", NEW."noot", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='881ea940436ddf96b0ee1a84cae82e843700d253', operation='UPDATE', pgid='pgtrigger_update_update_9d2c7', table='partners_tarief', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tarief',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_tariefevent" ("bedrag", "categorie", "created_at", "functieniveau", "gebied_id", "geldig_tot", "geldig_van", "id", "indexatie_id", "noot", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."bedrag", OLD."categorie", OLD."created_at", OLD."functieniveau", OLD."gebied_id", OLD."geldig_tot", OLD."geldig_van", OLD."id", OLD."indexatie_id", OLD."noot", OLD."organisatie_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='f6b03d1ddea071f9157b5fed95907e9ad66474d4', operation='DELETE', pgid='pgtrigger_delete_delete_605c9', table='partners_tarief', when='AFTER')),
        ),
    ]
