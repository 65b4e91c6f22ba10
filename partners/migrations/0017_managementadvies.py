import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import regie.core.tenancy
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0004_organisatie_website'),
        ("partners", "0016_namen_die_lijken"),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Managementadvies',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('onderwerp', models.CharField(max_length=160, verbose_name='onderwerp')),
                ('adviesverlener', models.CharField(blank=True, max_length=160, verbose_name='adviesverlener')),
                ('kost_excl_btw', models.DecimalField(decimal_places=2, max_digits=10, validators=[django.core.validators.MinValueValidator(0)], verbose_name='kost zonder btw')),
                ('btw', models.DecimalField(decimal_places=2, default=0, max_digits=10, validators=[django.core.validators.MinValueValidator(0)], verbose_name='btw')),
                ('erkenning', models.CharField(choices=[('MAATWERKBEDRIJF', 'maatwerkbedrijf'), ('MAATWERKAFDELING', 'maatwerkafdeling'), ('LDE', 'lokale diensteneconomie'), ('GEEN', 'geen van deze')], max_length=20, verbose_name='erkenning')),
                ('kan_kmo_portefeuille', models.BooleanField(blank=True, null=True, verbose_name='kan naar de kmo-portefeuille')),
                ('in_moeilijkheden', models.BooleanField(blank=True, null=True, verbose_name='onderneming in moeilijkheden')),
                ('rsz_achterstand', models.BooleanField(blank=True, null=True, verbose_name='achterstand bij de RSZ')),
                ('is_verplicht', models.BooleanField(blank=True, null=True, verbose_name='wettelijk verplicht of periodiek advies')),
                ('de_minimis', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='de-minimissteun van de laatste jaren')),
                ('aangevraagd_op', models.DateField(blank=True, null=True, verbose_name='aangevraagd op')),
                ('beslist_op', models.DateField(blank=True, null=True, verbose_name='beslissing op')),
                ('is_toegekend', models.BooleanField(blank=True, null=True, verbose_name='toegekend')),
                ('kosten_vanaf', models.DateField(blank=True, null=True, verbose_name='eerste kost op')),
                ('verslag_op', models.DateField(blank=True, null=True, verbose_name='verslag ontvangen op')),
                ('analyse', models.TextField(blank=True, verbose_name='analyse')),
                ('aanbeveling', models.TextField(blank=True, verbose_name='aanbeveling')),
                ('aanpak', models.TextField(blank=True, verbose_name='aanpak')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
            ],
            options={
                'verbose_name': 'managementadvies',
                'verbose_name_plural': 'managementadviezen',
                'indexes': [models.Index(fields=['gebied', 'eigenaar', '-created_at'], name='managementadvies_recent')],
                'constraints': [models.CheckConstraint(condition=models.Q(('erkenning__in', ['MAATWERKBEDRIJF', 'MAATWERKAFDELING', 'LDE', 'GEEN'])), name='managementadvies_erkenning_geldig'), models.CheckConstraint(condition=models.Q(models.Q(('beslist_op', None), ('is_toegekend', None)), models.Q(('beslist_op__isnull', False), ('is_toegekend__isnull', False)), _connector='OR'), name='managementadvies_beslissing_volledig', violation_error_message='Vul de dag van de beslissing en de beslissing zelf samen in.'), models.CheckConstraint(condition=models.Q(('beslist_op', None), models.Q(('aangevraagd_op__isnull', False), ('beslist_op__gte', models.F('aangevraagd_op'))), _connector='OR'), name='managementadvies_beslissing_na_aanvraag', violation_error_message='De beslissing komt na de aanvraag. Kijk beide dagen na.')],
            },
        ),
        migrations.CreateModel(
            name='ManagementadviesEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('onderwerp', models.CharField(max_length=160, verbose_name='onderwerp')),
                ('adviesverlener', models.CharField(blank=True, max_length=160, verbose_name='adviesverlener')),
                ('kost_excl_btw', models.DecimalField(decimal_places=2, max_digits=10, validators=[django.core.validators.MinValueValidator(0)], verbose_name='kost zonder btw')),
                ('btw', models.DecimalField(decimal_places=2, default=0, max_digits=10, validators=[django.core.validators.MinValueValidator(0)], verbose_name='btw')),
                ('erkenning', models.CharField(choices=[('MAATWERKBEDRIJF', 'maatwerkbedrijf'), ('MAATWERKAFDELING', 'maatwerkafdeling'), ('LDE', 'lokale diensteneconomie'), ('GEEN', 'geen van deze')], max_length=20, verbose_name='erkenning')),
                ('kan_kmo_portefeuille', models.BooleanField(blank=True, null=True, verbose_name='kan naar de kmo-portefeuille')),
                ('in_moeilijkheden', models.BooleanField(blank=True, null=True, verbose_name='onderneming in moeilijkheden')),
                ('rsz_achterstand', models.BooleanField(blank=True, null=True, verbose_name='achterstand bij de RSZ')),
                ('is_verplicht', models.BooleanField(blank=True, null=True, verbose_name='wettelijk verplicht of periodiek advies')),
                ('de_minimis', models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, validators=[django.core.validators.MinValueValidator(0)], verbose_name='de-minimissteun van de laatste jaren')),
                ('aangevraagd_op', models.DateField(blank=True, null=True, verbose_name='aangevraagd op')),
                ('beslist_op', models.DateField(blank=True, null=True, verbose_name='beslissing op')),
                ('is_toegekend', models.BooleanField(blank=True, null=True, verbose_name='toegekend')),
                ('kosten_vanaf', models.DateField(blank=True, null=True, verbose_name='eerste kost op')),
                ('verslag_op', models.DateField(blank=True, null=True, verbose_name='verslag ontvangen op')),
                ('analyse', models.TextField(blank=True, verbose_name='analyse')),
                ('aanbeveling', models.TextField(blank=True, verbose_name='aanbeveling')),
                ('aanpak', models.TextField(blank=True, verbose_name='aanpak')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('eigenaar', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(db_constraint=False, default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.managementadvies')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='managementadvies',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_managementadviesevent" ("aanbeveling", "aangevraagd_op", "aanpak", "adviesverlener", "analyse", "beslist_op", "btw", "created_at", "de_minimis", "eigenaar_id", "erkenning", "gebied_id", "id", "in_moeilijkheden", "is_toegekend", "is_verplicht", "kan_kmo_portefeuille", "kost_excl_btw", "kosten_vanaf", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rsz_achterstand", "verslag_op") VALUES (NEW."aanbeveling", NEW."aangevraagd_op", NEW."aanpak", NEW."adviesverlener", NEW."analyse", NEW."beslist_op", NEW."btw", NEW."created_at", NEW."de_minimis", NEW."eigenaar_id", NEW."erkenning", NEW."gebied_id", NEW."id", NEW."in_moeilijkheden", NEW."is_toegekend", NEW."is_verplicht", NEW."kan_kmo_portefeuille", NEW."kost_excl_btw", NEW."kosten_vanaf", NEW."onderwerp", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."rsz_achterstand", NEW."verslag_op"); RETURN NULL;', hash='b9809319731077d6bbeeaeb4c233535a87a0e0d2', operation='INSERT', pgid='pgtrigger_insert_insert_94d16', table='partners_managementadvies', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='managementadvies',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_managementadviesevent" ("aanbeveling", "aangevraagd_op", "aanpak", "adviesverlener", "analyse", "beslist_op", "btw", "created_at", "de_minimis", "eigenaar_id", "erkenning", "gebied_id", "id", "in_moeilijkheden", "is_toegekend", "is_verplicht", "kan_kmo_portefeuille", "kost_excl_btw", "kosten_vanaf", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rsz_achterstand", "verslag_op") VALUES (NEW."aanbeveling", NEW."aangevraagd_op", NEW."aanpak", NEW."adviesverlener", NEW."analyse", NEW."beslist_op", NEW."btw", NEW."created_at", NEW."de_minimis", NEW."eigenaar_id", NEW."erkenning", NEW."gebied_id", NEW."id", NEW."in_moeilijkheden", NEW."is_toegekend", NEW."is_verplicht", NEW."kan_kmo_portefeuille", NEW."kost_excl_btw", NEW."kosten_vanaf", NEW."onderwerp", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."rsz_achterstand", NEW."verslag_op"); RETURN NULL;', hash='925bcabc9cc1755c83dfe5cde64465b8783e2ef0', operation='UPDATE', pgid='pgtrigger_update_update_ad4cb', table='partners_managementadvies', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='managementadvies',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_managementadviesevent" ("aanbeveling", "aangevraagd_op", "aanpak", "adviesverlener", "analyse", "beslist_op", "btw", "created_at", "de_minimis", "eigenaar_id", "erkenning", "gebied_id", "id", "in_moeilijkheden", "is_toegekend", "is_verplicht", "kan_kmo_portefeuille", "kost_excl_btw", "kosten_vanaf", "onderwerp", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rsz_achterstand", "verslag_op") VALUES (OLD."aanbeveling", OLD."aangevraagd_op", OLD."aanpak", OLD."adviesverlener", OLD."analyse", OLD."beslist_op", OLD."btw", OLD."created_at", OLD."de_minimis", OLD."eigenaar_id", OLD."erkenning", OLD."gebied_id", OLD."id", OLD."in_moeilijkheden", OLD."is_toegekend", OLD."is_verplicht", OLD."kan_kmo_portefeuille", OLD."kost_excl_btw", OLD."kosten_vanaf", OLD."onderwerp", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."rsz_achterstand", OLD."verslag_op"); RETURN NULL;', hash='d06aa7f32adda171f741db9a5db95c0a079feb07', operation='DELETE', pgid='pgtrigger_delete_delete_6f118', table='partners_managementadvies', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='managementadviesevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9dbd0de0b3eecae2299de79111e0a30681a99cb7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f7692', table='partners_managementadviesevent', when='BEFORE')),
        ),
    ]
