import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import regie.core.tenancy
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("actieplannen", "0003_levensloop"),
        ('core', '0004_organisatie_website'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='ActiepartnerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('bijdrage', models.CharField(blank=True, max_length=200, verbose_name='wat ze doet')),
                ('actie', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='actieplannen.actie', verbose_name='actie')),
                ('gebied', models.ForeignKey(db_constraint=False, default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('organisatie', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='actieplannen.actiepartner')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actiepartner',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "actieplannen_actiepartnerevent" ("actie_id", "bijdrage", "gebied_id", "id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."actie_id", NEW."bijdrage", NEW."gebied_id", NEW."id", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='f76c0aca39ccec7bc9dea9a38d7350db56b21f1b', operation='INSERT', pgid='pgtrigger_insert_insert_2cdf8', table='actieplannen_actiepartner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actiepartner',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "actieplannen_actiepartnerevent" ("actie_id", "bijdrage", "gebied_id", "id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."actie_id", NEW."bijdrage", NEW."gebied_id", NEW."id", NEW."organisatie_id", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='13e16fcd66e89c602295118f95d08d8383d8417b', operation='UPDATE', pgid='pgtrigger_update_update_79b54', table='actieplannen_actiepartner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actiepartner',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "actieplannen_actiepartnerevent" ("actie_id", "bijdrage", "gebied_id", "id", "organisatie_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."actie_id", OLD."bijdrage", OLD."gebied_id", OLD."id", OLD."organisatie_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='f68074e714a0f98fa82e9556ff042508b351f8aa', operation='DELETE', pgid='pgtrigger_delete_delete_546f1', table='actieplannen_actiepartner', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='actiepartnerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ea165a0dd9b6d3ee0f603ca62bd7eb3b00778f43', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4b3fb', table='actieplannen_actiepartnerevent', when='BEFORE')),
        ),
    ]
