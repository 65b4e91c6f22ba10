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
        ('core', '0003_alter_lidmaatschap_rol'),
        ("partners", "0012_contact_uit_lijst"),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Scan',
            fields=[
                ('gedeeld', models.BooleanField(default=False, verbose_name='gedeeld met het gebied')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('lijst', models.PositiveSmallIntegerField(verbose_name='versie van de vragenlijst')),
                ('status', models.CharField(choices=[('OPEN', 'wordt ingevuld'), ('AFGEROND', 'afgerond'), ('GESTOPT', 'gestopt')], default='OPEN', max_length=10, verbose_name='status')),
                ('gestart_op', models.DateField(verbose_name='gestart op')),
                ('antwoorden_tot', models.DateField(verbose_name='antwoorden tot en met')),
                ('afgerond_op', models.DateField(blank=True, null=True, verbose_name='afgerond op')),
                ('belang', models.JSONField(blank=True, default=dict, verbose_name='belang per dimensie')),
                ('uitkomst', models.JSONField(blank=True, default=dict, verbose_name='uitkomst')),
                ('gedeeld_op', models.DateField(blank=True, null=True, verbose_name='gedeeld op')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('vorige', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.scan', verbose_name='vorige scan')),
            ],
            options={
                'verbose_name': 'scan werkgeversgerichtheid',
                'verbose_name_plural': 'scans werkgeversgerichtheid',
                'indexes': [models.Index(fields=['gebied', 'eigenaar', 'status'], name='scan_van_organisatie')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('status', 'OPEN')), fields=('eigenaar',), name='scan_een_open', violation_error_message='Er loopt al een scan. Rond die eerst af, of stop ze.'), models.CheckConstraint(condition=models.Q(('gedeeld', False), ('status', 'AFGEROND'), _connector='OR'), name='scan_alleen_afgerond_gedeeld', violation_error_message='Je kunt alleen het resultaat van een afgeronde scan delen.'), models.CheckConstraint(condition=models.Q(('status__in', ['OPEN', 'AFGEROND', 'GESTOPT'])), name='scan_status_geldig')],
            },
        ),
        migrations.CreateModel(
            name='Scanactie',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('dimensie', models.CharField(choices=[('D1', 'Visie en rol'), ('D2', 'Partnerschap met werkgevers'), ('D3', 'Geïntegreerde dienstverlening'), ('D4', 'Gecoördineerde samenwerking'), ('D5', 'Arbeidsontwikkeling, bedrijfsvoering en opvolging')], max_length=2, verbose_name='dimensie')),
                ('voorstel', models.CharField(blank=True, max_length=20, verbose_name='voorstel uit het advies')),
                ('titel', models.CharField(max_length=200, verbose_name='actie')),
                ('wie_naam', models.CharField(blank=True, max_length=120, verbose_name='naam van iemand anders')),
                ('klaar_tegen', models.DateField(verbose_name='klaar tegen')),
                ('status', models.CharField(choices=[('GEPLAND', 'gepland'), ('BEZIG', 'bezig'), ('KLAAR', 'klaar'), ('GESCHRAPT', 'geschrapt')], default='GEPLAND', max_length=10, verbose_name='status')),
                ('klaar_op', models.DateField(blank=True, null=True, verbose_name='klaar op')),
                ('notitie', models.TextField(blank=True, max_length=2000, verbose_name='notitie')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acties', to='partners.scan', verbose_name='scan')),
                ('wie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='collega')),
            ],
            options={
                'verbose_name': 'actie na een scan',
                'verbose_name_plural': 'acties na een scan',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('klaar_op__isnull', False), ('status', 'KLAAR')), models.Q(models.Q(('status', 'KLAAR'), _negated=True), ('klaar_op', None)), _connector='OR'), name='scanactie_klaar_heeft_dag'), models.UniqueConstraint(condition=models.Q(('voorstel', ''), _negated=True), fields=('scan', 'voorstel'), name='scanactie_voorstel_uniek', violation_error_message='Dit voorstel staat al in het plan.')],
            },
        ),
        migrations.CreateModel(
            name='ScanactieEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('dimensie', models.CharField(choices=[('D1', 'Visie en rol'), ('D2', 'Partnerschap met werkgevers'), ('D3', 'Geïntegreerde dienstverlening'), ('D4', 'Gecoördineerde samenwerking'), ('D5', 'Arbeidsontwikkeling, bedrijfsvoering en opvolging')], max_length=2, verbose_name='dimensie')),
                ('voorstel', models.CharField(blank=True, max_length=20, verbose_name='voorstel uit het advies')),
                ('titel', models.CharField(max_length=200, verbose_name='actie')),
                ('wie_naam', models.CharField(blank=True, max_length=120, verbose_name='naam van iemand anders')),
                ('klaar_tegen', models.DateField(verbose_name='klaar tegen')),
                ('status', models.CharField(choices=[('GEPLAND', 'gepland'), ('BEZIG', 'bezig'), ('KLAAR', 'klaar'), ('GESCHRAPT', 'geschrapt')], default='GEPLAND', max_length=10, verbose_name='status')),
                ('klaar_op', models.DateField(blank=True, null=True, verbose_name='klaar op')),
                ('notitie', models.TextField(blank=True, max_length=2000, verbose_name='notitie')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('eigenaar', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(db_constraint=False, default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='partners.scanactie')),
                ('scan', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='partners.scan', verbose_name='scan')),
                ('wie', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='collega')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Scandeelnemer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('naam', models.CharField(max_length=120, verbose_name='naam')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('is_trekker', models.BooleanField(default=False, verbose_name='trekt de scan')),
                ('gevraagd_op', models.DateField(verbose_name='gevraagd op')),
                ('herinnerd_op', models.DateField(blank=True, null=True, verbose_name='herinnerd op')),
                ('ingediend_op', models.DateTimeField(blank=True, null=True, verbose_name='ingediend op')),
                ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='ingetrokken op')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('scan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='deelnemers', to='partners.scan', verbose_name='scan')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'deelnemer aan een scan',
                'verbose_name_plural': 'deelnemers aan een scan',
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_trekker', True)), fields=('scan',), name='scandeelnemer_een_trekker', violation_error_message='Een scan heeft één trekker.'), models.UniqueConstraint(condition=models.Q(('user__isnull', False)), fields=('scan', 'user'), name='scandeelnemer_account_uniek', violation_error_message='Deze collega is al gevraagd.')],
            },
        ),
        migrations.CreateModel(
            name='ScanStelling',
            fields=[
                ('code', models.CharField(max_length=8, primary_key=True, serialize=False, verbose_name='code')),
                ('versie', models.PositiveSmallIntegerField(verbose_name='versie van de vragenlijst')),
                ('nr', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('dimensie', models.CharField(choices=[('D1', 'Visie en rol'), ('D2', 'Partnerschap met werkgevers'), ('D3', 'Geïntegreerde dienstverlening'), ('D4', 'Gecoördineerde samenwerking'), ('D5', 'Arbeidsontwikkeling, bedrijfsvoering en opvolging')], max_length=2, verbose_name='dimensie')),
                ('tekst', models.CharField(max_length=300, verbose_name='stelling')),
                ('geldig_van', models.DateField(verbose_name='geldig vanaf')),
                ('geldig_tot', models.DateField(blank=True, null=True, verbose_name='geldig tot en met')),
            ],
            options={
                'verbose_name': 'stelling van de scan',
                'verbose_name_plural': 'stellingen van de scan',
                'constraints': [models.UniqueConstraint(fields=('versie', 'nr'), name='scanstelling_uniek')],
            },
        ),
        migrations.CreateModel(
            name='Scanantwoord',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('score', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='score')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('deelnemer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='antwoorden', to='partners.scandeelnemer', verbose_name='deelnemer')),
                ('stelling', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='partners.scanstelling', verbose_name='stelling')),
            ],
            options={
                'verbose_name': 'antwoord in een scan',
                'verbose_name_plural': 'antwoorden in een scan',
                'constraints': [models.UniqueConstraint(fields=('deelnemer', 'stelling'), name='scanantwoord_uniek'), models.CheckConstraint(condition=models.Q(('score', None), ('score__lte', 4), _connector='OR'), name='scanantwoord_score_geldig')],
            },
        ),
        migrations.CreateModel(
            name='Scanuitnodiging',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('op', models.DateField(verbose_name='gevraagd op')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
            ],
            options={
                'verbose_name': 'uitnodiging voor de scan',
                'verbose_name_plural': 'uitnodigingen voor de scan',
                'indexes': [models.Index(fields=['gebied', 'organisatie'], name='scanuitnodiging_van')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scanactie',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_scanactieevent" ("created_at", "dimensie", "eigenaar_id", "gebied_id", "id", "klaar_op", "klaar_tegen", "notitie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan_id", "status", "titel", "voorstel", "wie_id", "wie_naam") VALUES (NEW."created_at", NEW."dimensie", NEW."eigenaar_id", NEW."gebied_id", NEW."id", NEW."klaar_op", NEW."klaar_tegen", NEW."notitie", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."scan_id", NEW."status", NEW."titel", NEW."voorstel", NEW."wie_id", NEW."wie_naam"); RETURN NULL;', hash='9e2542c498c7fccbab2220db17fb426050e8d143', operation='INSERT', pgid='pgtrigger_insert_insert_b7a79', table='partners_scanactie', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scanactie',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "partners_scanactieevent" ("created_at", "dimensie", "eigenaar_id", "gebied_id", "id", "klaar_op", "klaar_tegen", "notitie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan_id", "status", "titel", "voorstel", "wie_id", "wie_naam") VALUES (NEW."created_at", NEW."dimensie", NEW."eigenaar_id", NEW."gebied_id", NEW."id", NEW."klaar_op", NEW."klaar_tegen", NEW."notitie", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."scan_id", NEW."status", NEW."titel", NEW."voorstel", NEW."wie_id", NEW."wie_naam"); RETURN NULL;', hash='ee37dacbdccbb245f2f58b659cbf1dcdfa0430f5', operation='UPDATE', pgid='pgtrigger_update_update_86d73', table='partners_scanactie', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scanactie',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "partners_scanactieevent" ("created_at", "dimensie", "eigenaar_id", "gebied_id", "id", "klaar_op", "klaar_tegen", "notitie", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "scan_id", "status", "titel", "voorstel", "wie_id", "wie_naam") VALUES (OLD."created_at", OLD."dimensie", OLD."eigenaar_id", OLD."gebied_id", OLD."id", OLD."klaar_op", OLD."klaar_tegen", OLD."notitie", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."scan_id", OLD."status", OLD."titel", OLD."voorstel", OLD."wie_id", OLD."wie_naam"); RETURN NULL;', hash='937a6829b0958ba1a546955342a7e03538ac3cc5', operation='DELETE', pgid='pgtrigger_delete_delete_a8caf', table='partners_scanactie', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='scanactieevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='cafec33ad23654d8df6f2a495aecf16cfcc850a6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e6216', table='partners_scanactieevent', when='BEFORE')),
        ),
    ]
