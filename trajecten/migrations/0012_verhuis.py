import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
import regie.core.fields
import regie.core.tenancy
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('core', '0002_api_sleutel'),
        ('pghistory', '0007_auto_20250421_0444'),
        ("trajecten", "0011_termijnsoorten"),
    ]

    operations = [
        migrations.AddField(
            model_name='client',
            name='geanonimiseerd_op',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='geanonimiseerd op'),
        ),
        migrations.AddField(
            model_name='client',
            name='samengevoegd_met',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='schaduwen', to='trajecten.client', verbose_name='samengevoegd met'),
        ),
        migrations.AddField(
            model_name='clientevent',
            name='geanonimiseerd_op',
            field=models.DateField(blank=True, editable=False, null=True, verbose_name='geanonimiseerd op'),
        ),
        migrations.AddField(
            model_name='clientevent',
            name='samengevoegd_met',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='trajecten.client', verbose_name='samengevoegd met'),
        ),
        migrations.AddField(
            model_name='stap',
            name='overgenomen_op',
            field=models.DateField(blank=True, null=True, verbose_name='overgenomen op'),
        ),
        migrations.AddField(
            model_name='stapevent',
            name='overgenomen_op',
            field=models.DateField(blank=True, null=True, verbose_name='overgenomen op'),
        ),
        migrations.AddField(
            model_name='statuswijziging',
            name='herkomst',
            field=models.CharField(blank=True, choices=[('GESCHIEDENIS', 'gebeurde bij een ander OCMW'), ('AANKOMST', 'overgenomen van een ander OCMW')], help_text='Leeg voor wat hier gebeurde; anders overgenomen van een ander OCMW.', max_length=20, verbose_name='herkomst'),
        ),
        migrations.AddField(
            model_name='traject',
            name='overgenomen_op',
            field=models.DateField(blank=True, help_text='Wat voor die dag gebeurde, telt in de cijfers van het vorige OCMW.', null=True, verbose_name='overgenomen op'),
        ),
        migrations.AddField(
            model_name='trajectevent',
            name='overgenomen_op',
            field=models.DateField(blank=True, help_text='Wat voor die dag gebeurde, telt in de cijfers van het vorige OCMW.', null=True, verbose_name='overgenomen op'),
        ),
        migrations.CreateModel(
            name='Dossierstatistiek',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jaar_aanmelding', models.PositiveSmallIntegerField(verbose_name='jaar van aanmelding')),
                ('jaar_afsluiting', models.PositiveSmallIntegerField(verbose_name='jaar van afsluiting')),
                ('leeftijdsklasse', models.CharField(max_length=10, verbose_name='leeftijd bij aanmelding')),
                ('geslacht', models.CharField(blank=True, max_length=1, verbose_name='geslacht')),
                ('inkomensstatuut', models.CharField(max_length=20, verbose_name='inkomen bij aanmelding')),
                ('diploma', models.CharField(blank=True, max_length=10, verbose_name='diploma')),
                ('instrument', models.CharField(blank=True, max_length=30, verbose_name='instrument')),
                ('uitstroomgroep', models.CharField(blank=True, max_length=30, verbose_name='uitstroom')),
                ('maanden', models.PositiveSmallIntegerField(verbose_name='duur in maanden')),
                ('drempels', models.PositiveSmallIntegerField(verbose_name='aantal drempels')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='eigenaar')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
            ],
            options={
                'verbose_name': 'dossierstatistiek',
                'verbose_name_plural': 'dossierstatistieken',
            },
        ),
        migrations.CreateModel(
            name='Overdracht',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('naar_organisatie_id', models.BigIntegerField(verbose_name='ontvanger')),
                ('naar_naam', models.CharField(max_length=160, verbose_name='naam van de ontvanger')),
                ('datum', models.DateField(verbose_name='overnemen kan vanaf')),
                ('reden', models.CharField(choices=[('VERHUIS', 'verhuist naar een andere gemeente'), ('BEVOEGDHEID', 'ander OCMW is bevoegd')], max_length=20, verbose_name='reden')),
                ('instemming', models.CharField(choices=[('SCHRIFTELIJK', 'schriftelijk, getekend'), ('MONDELING', 'mondeling, genoteerd in het dossier')], max_length=20, verbose_name='hoe stemde de cliënt in?')),
                ('instemming_op', models.DateField(verbose_name='ingestemd op')),
                ('onderdelen', models.JSONField(default=list, verbose_name='wat gaat mee')),
                ('contact_naam', models.CharField(max_length=120, verbose_name='wie kan de ontvanger bellen?')),
                ('contact_telefoon', models.CharField(max_length=40, verbose_name='telefoonnummer')),
                ('traject_versie', models.PositiveIntegerField(verbose_name='versie van het traject in het pakket')),
                ('status', models.CharField(choices=[('AANGEVRAAGD', 'wacht op antwoord'), ('AANVAARD', 'overgenomen'), ('GEWEIGERD', 'niet overgenomen'), ('INGETROKKEN', 'ingetrokken'), ('VERVALLEN', 'vervallen')], default='AANGEVRAAGD', max_length=20, verbose_name='status')),
                ('vervalt_op', models.DateField(verbose_name='vervalt na')),
                ('beslist_op', models.DateTimeField(blank=True, null=True, verbose_name='beslist op')),
                ('beslist_door', models.CharField(blank=True, max_length=160, verbose_name='beslist door')),
                ('weigerreden', models.TextField(blank=True, verbose_name='waarom niet?')),
                ('voorstel', models.TextField(blank=True, verbose_name='voorstel')),
                ('nieuw_dossiernummer', models.CharField(blank=True, max_length=20, verbose_name='dossiernummer bij de ontvanger')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gevraagd op')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overdrachten', to='trajecten.client', verbose_name='cliënt')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='eigenaar')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('naar_gebied', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied van de ontvanger')),
                ('traject', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overdrachten', to='trajecten.traject', verbose_name='traject')),
            ],
            options={
                'verbose_name': 'overdracht',
                'verbose_name_plural': 'overdrachten',
            },
        ),
        migrations.CreateModel(
            name='Overname',
            fields=[
                ('id', models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ('van_organisatie_id', models.BigIntegerField(verbose_name='vrager')),
                ('van_naam', models.CharField(max_length=160, verbose_name='naam van de vrager')),
                ('datum', models.DateField(verbose_name='overnemen kan vanaf')),
                ('onderdelen', models.JSONField(default=list, verbose_name='wat gaat mee')),
                ('contact_naam', models.CharField(max_length=120, verbose_name='wie kun je bellen?')),
                ('contact_telefoon', models.CharField(max_length=40, verbose_name='telefoonnummer')),
                ('pakket', models.TextField(blank=True, verbose_name='pakket')),
                ('status', models.CharField(choices=[('AANGEVRAAGD', 'wacht op antwoord'), ('AANVAARD', 'overgenomen'), ('GEWEIGERD', 'niet overgenomen'), ('INGETROKKEN', 'ingetrokken'), ('VERVALLEN', 'vervallen')], default='AANGEVRAAGD', max_length=20, verbose_name='status')),
                ('vervalt_op', models.DateField(verbose_name='vervalt na')),
                ('beslist_op', models.DateTimeField(blank=True, null=True, verbose_name='beslist op')),
                ('weigerreden', models.TextField(blank=True, verbose_name='waarom niet?')),
                ('voorstel', models.TextField(blank=True, verbose_name='voorstel')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='gevraagd op')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('beslist_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='beslist door')),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='overnames', to='trajecten.client', verbose_name='cliënt')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='eigenaar')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('van_gebied', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied van de vrager')),
            ],
            options={
                'verbose_name': 'overname',
                'verbose_name_plural': 'overnames',
            },
        ),
        migrations.CreateModel(
            name='Samenvoeging',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('verplaatst', models.JSONField(default=dict, verbose_name='verplaatste rijen')),
                ('vorige', regie.core.fields.VersleuteldJsonVeld(blank=True, null=True, verbose_name='gegevens van voordien')),
                ('terug_tot', models.DateField(verbose_name='ongedaan te maken tot en met')),
                ('ongedaan_op', models.DateTimeField(blank=True, null=True, verbose_name='ongedaan gemaakt op')),
                ('definitief_op', models.DateField(blank=True, null=True, verbose_name='definitief sinds')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='samengevoegd op')),
                ('behouden', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='samenvoegingen', to='trajecten.client', verbose_name='behouden dossier')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='eigenaar')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('opgenomen', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opgenomen_in', to='trajecten.client', verbose_name='opgenomen dossier')),
            ],
            options={
                'verbose_name': 'samenvoeging',
                'verbose_name_plural': 'samenvoegingen',
            },
        ),
        migrations.CreateModel(
            name='Toestemming',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('soort', models.CharField(choices=[('PARTNER', 'gegevens delen met een partner'), ('GEBRUIKER', 'gegevens delen met een werkplek'), ('VDAB', 'gegevens delen met VDAB'), ('OVERDRACHT', 'dossier doorgeven aan een ander OCMW'), ('BEELD', 'foto of getuigenis')], max_length=20, verbose_name='waarvoor')),
                ('met_wie', models.CharField(max_length=160, verbose_name='met wie')),
                ('toelichting', models.CharField(blank=True, max_length=300, verbose_name='welke gegevens')),
                ('grondslag', models.CharField(choices=[('TOESTEMMING', 'toestemming van de cliënt'), ('WETTELIJKE_TAAK', 'wettelijke taak van het OCMW')], max_length=20, verbose_name='op welke basis')),
                ('instemming', models.CharField(blank=True, choices=[('SCHRIFTELIJK', 'schriftelijk, getekend'), ('MONDELING', 'mondeling, genoteerd in het dossier')], max_length=20, verbose_name='hoe gaf de cliënt toestemming?')),
                ('van', models.DateField(verbose_name='vanaf')),
                ('tot', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='ingetrokken op')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='genoteerd op')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='toestemmingen', to='trajecten.client', verbose_name='cliënt')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='genoteerd door')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='eigenaar')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('organisatie', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('overdracht', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='toestemmingen', to='trajecten.overdracht', verbose_name='overdracht')),
            ],
            options={
                'verbose_name': 'toestemming',
                'verbose_name_plural': 'toestemmingen',
            },
        ),
        migrations.CreateModel(
            name='ToestemmingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ('soort', models.CharField(choices=[('PARTNER', 'gegevens delen met een partner'), ('GEBRUIKER', 'gegevens delen met een werkplek'), ('VDAB', 'gegevens delen met VDAB'), ('OVERDRACHT', 'dossier doorgeven aan een ander OCMW'), ('BEELD', 'foto of getuigenis')], max_length=20, verbose_name='waarvoor')),
                ('met_wie', models.CharField(max_length=160, verbose_name='met wie')),
                ('toelichting', models.CharField(blank=True, max_length=300, verbose_name='welke gegevens')),
                ('grondslag', models.CharField(choices=[('TOESTEMMING', 'toestemming van de cliënt'), ('WETTELIJKE_TAAK', 'wettelijke taak van het OCMW')], max_length=20, verbose_name='op welke basis')),
                ('instemming', models.CharField(blank=True, choices=[('SCHRIFTELIJK', 'schriftelijk, getekend'), ('MONDELING', 'mondeling, genoteerd in het dossier')], max_length=20, verbose_name='hoe gaf de cliënt toestemming?')),
                ('van', models.DateField(verbose_name='vanaf')),
                ('tot', models.DateField(blank=True, null=True, verbose_name='tot en met')),
                ('ingetrokken_op', models.DateField(blank=True, null=True, verbose_name='ingetrokken op')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='genoteerd op')),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('client', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='trajecten.client', verbose_name='cliënt')),
                ('door', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='genoteerd door')),
                ('eigenaar', models.ForeignKey(db_constraint=False, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisatie', verbose_name='eigenaar')),
                ('gebied', models.ForeignKey(db_constraint=False, default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('organisatie', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('overdracht', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='trajecten.overdracht', verbose_name='overdracht')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='trajecten.toestemming')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Wissing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('aangekondigd_op', models.DateField(verbose_name='aangekondigd op')),
                ('uitvoeren_op', models.DateField(verbose_name='anonimiseren vanaf')),
                ('uitgevoerd_op', models.DateField(blank=True, null=True, verbose_name='geanonimiseerd op')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('client', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='wissing', to='trajecten.client', verbose_name='cliënt')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bevestigd door')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='eigenaar')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
            ],
            options={
                'verbose_name': 'wissing',
                'verbose_name_plural': 'wissingen',
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='client',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='client',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='client',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='stap',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='stap',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='stap',
            name='delete_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='traject',
            name='insert_insert',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='traject',
            name='update_update',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='traject',
            name='delete_delete',
        ),
        migrations.AddIndex(
            model_name='traject',
            index=models.Index(condition=models.Q(('overgenomen_op__isnull', False)), fields=['gebied', 'overgenomen_op'], name='traject_overgenomen'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='client',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "trajecten_clientevent" ("created_at", "diploma", "dossiernummer", "eigenaar_id", "email", "familienaam", "geanonimiseerd_op", "gebied_id", "geboortedatum", "geinformeerd_op", "geinformeerd_via", "gemeente_id", "geslacht", "id", "inkomensstatuut", "leefloon_aangevraagd_op", "leefloon_toegekend_op", "opmerking", "persoonssleutel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "samengevoegd_met_id", "sorteernaam", "taal", "telefoon", "tolk_nodig", "updated_at", "vdab_ingeschreven", "vdab_vrijstelling", "versie", "voornaam") VALUES (NEW."created_at", NEW."diploma", NEW."dossiernummer", NEW."eigenaar_id", NEW."email", NEW."familienaam", NEW."geanonimiseerd_op", NEW."gebied_id", NEW."geboortedatum", NEW."geinformeerd_op", NEW."geinformeerd_via", NEW."gemeente_id", NEW."geslacht", NEW."id", NEW."inkomensstatuut", NEW."leefloon_aangevraagd_op", NEW."leefloon_toegekend_op", NEW."opmerking", NEW."persoonssleutel", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."postcode", NEW."samengevoegd_met_id", NEW."sorteernaam", NEW."taal", NEW."telefoon", NEW."tolk_nodig", NEW."updated_at", NEW."vdab_ingeschreven", NEW."vdab_vrijstelling", NEW."versie", NEW."voornaam"); RETURN NULL;', hash='0ce82968410d07f9fdf0b10c5ec78c1603a9ef14', operation='INSERT', pgid='pgtrigger_insert_insert_13992', table='trajecten_client', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='client',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."diploma" IS DISTINCT FROM (NEW."diploma") OR OLD."dossiernummer" IS DISTINCT FROM (NEW."dossiernummer") OR OLD."eigenaar_id" IS DISTINCT FROM (NEW."eigenaar_id") OR OLD."email" IS DISTINCT FROM (NEW."email") OR OLD."familienaam" IS DISTINCT FROM (NEW."familienaam") OR OLD."geanonimiseerd_op" IS DISTINCT FROM (NEW."geanonimiseerd_op") OR OLD."gebied_id" IS DISTINCT FROM (NEW."gebied_id") OR OLD."geboortedatum" IS DISTINCT FROM (NEW."geboortedatum") OR OLD."geinformeerd_op" IS DISTINCT FROM (NEW."geinformeerd_op") OR OLD."geinformeerd_via" IS DISTINCT FROM (NEW."geinformeerd_via") OR OLD."gemeente_id" IS DISTINCT FROM (NEW."gemeente_id") OR OLD."geslacht" IS DISTINCT FROM (NEW."geslacht") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."inkomensstatuut" IS DISTINCT FROM (NEW."inkomensstatuut") OR OLD."leefloon_aangevraagd_op" IS DISTINCT FROM (NEW."leefloon_aangevraagd_op") OR OLD."leefloon_toegekend_op" IS DISTINCT FROM (NEW."leefloon_toegekend_op") OR OLD."opmerking" IS DISTINCT FROM (NEW."opmerking") OR OLD."persoonssleutel" IS DISTINCT FROM (NEW."persoonssleutel") OR OLD."postcode" IS DISTINCT FROM (NEW."postcode") OR OLD."samengevoegd_met_id" IS DISTINCT FROM (NEW."samengevoegd_met_id") OR OLD."sorteernaam" IS DISTINCT FROM (NEW."sorteernaam") OR OLD."taal" IS DISTINCT FROM (NEW."taal") OR OLD."telefoon" IS DISTINCT FROM (NEW."telefoon") OR OLD."tolk_nodig" IS DISTINCT FROM (NEW."tolk_nodig") OR OLD."updated_at" IS DISTINCT FROM (NEW."updated_at") OR OLD."vdab_ingeschreven" IS DISTINCT FROM (NEW."vdab_ingeschreven") OR OLD."vdab_vrijstelling" IS DISTINCT FROM (NEW."vdab_vrijstelling") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."voornaam" IS DISTINCT FROM (NEW."voornaam"))', func='INSERT INTO "trajecten_clientevent" ("created_at", "diploma", "dossiernummer", "eigenaar_id", "email", "familienaam", "geanonimiseerd_op", "gebied_id", "geboortedatum", "geinformeerd_op", "geinformeerd_via", "gemeente_id", "geslacht", "id", "inkomensstatuut", "leefloon_aangevraagd_op", "leefloon_toegekend_op", "opmerking", "persoonssleutel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "samengevoegd_met_id", "sorteernaam", "taal", "telefoon", "tolk_nodig", "updated_at", "vdab_ingeschreven", "vdab_vrijstelling", "versie", "voornaam") VALUES (NEW."created_at", NEW."diploma", NEW."dossiernummer", NEW."eigenaar_id", NEW."email", NEW."familienaam", NEW."geanonimiseerd_op", NEW."gebied_id", NEW."geboortedatum", NEW."geinformeerd_op", NEW."geinformeerd_via", NEW."gemeente_id", NEW."geslacht", NEW."id", NEW."inkomensstatuut", NEW."leefloon_aangevraagd_op", NEW."leefloon_toegekend_op", NEW."opmerking", NEW."persoonssleutel", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."postcode", NEW."samengevoegd_met_id", NEW."sorteernaam", NEW."taal", NEW."telefoon", NEW."tolk_nodig", NEW."updated_at", NEW."vdab_ingeschreven", NEW."vdab_vrijstelling", NEW."versie", NEW."voornaam"); RETURN NULL;', hash='025265e197949cfb49a8797bd5d72cae1afb892f', operation='UPDATE', pgid='pgtrigger_update_update_1b03d', table='trajecten_client', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='client',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "trajecten_clientevent" ("created_at", "diploma", "dossiernummer", "eigenaar_id", "email", "familienaam", "geanonimiseerd_op", "gebied_id", "geboortedatum", "geinformeerd_op", "geinformeerd_via", "gemeente_id", "geslacht", "id", "inkomensstatuut", "leefloon_aangevraagd_op", "leefloon_toegekend_op", "opmerking", "persoonssleutel", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "samengevoegd_met_id", "sorteernaam", "taal", "telefoon", "tolk_nodig", "updated_at", "vdab_ingeschreven", "vdab_vrijstelling", "versie", "voornaam") VALUES (OLD."created_at", OLD."diploma", OLD."dossiernummer", OLD."eigenaar_id", OLD."email", OLD."familienaam", OLD."geanonimiseerd_op", OLD."gebied_id", OLD."geboortedatum", OLD."geinformeerd_op", OLD."geinformeerd_via", OLD."gemeente_id", OLD."geslacht", OLD."id", OLD."inkomensstatuut", OLD."leefloon_aangevraagd_op", OLD."leefloon_toegekend_op", OLD."opmerking", OLD."persoonssleutel", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."postcode", OLD."samengevoegd_met_id", OLD."sorteernaam", OLD."taal", OLD."telefoon", OLD."tolk_nodig", OLD."updated_at", OLD."vdab_ingeschreven", OLD."vdab_vrijstelling", OLD."versie", OLD."voornaam"); RETURN NULL;', hash='4840c682b09c60cbe79221b89761aaab6881c48c', operation='DELETE', pgid='pgtrigger_delete_delete_13af7', table='trajecten_client', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stap',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "trajecten_stapevent" ("afwijking_reden", "created_at", "eigenaar_id", "einde", "einde_berekend", "einde_motivering", "einde_regel", "einde_voorzien", "gebied_id", "id", "instrument_id", "mlp_geldig_tot", "mlp_geregistreerd_op", "overgenomen_op", "overlapvak", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "start", "status", "traject_id", "uitkomst", "uitkomst_toelichting", "updated_at", "weo_getekend_op") VALUES (NEW."afwijking_reden", NEW."created_at", NEW."eigenaar_id", NEW."einde", NEW."einde_berekend", NEW."einde_motivering", NEW."einde_regel", NEW."einde_voorzien", NEW."gebied_id", NEW."id", NEW."instrument_id", NEW."mlp_geldig_tot", NEW."mlp_geregistreerd_op", NEW."overgenomen_op", NEW."overlapvak", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."regime", NEW."start", NEW."status", NEW."traject_id", NEW."uitkomst", NEW."uitkomst_toelichting", NEW."updated_at", NEW."weo_getekend_op"); RETURN NULL;', hash='cffe8403f68baf5ff7254285bd843a97d8beca3b', operation='INSERT', pgid='pgtrigger_insert_insert_7d539', table='trajecten_stap', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stap',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "trajecten_stapevent" ("afwijking_reden", "created_at", "eigenaar_id", "einde", "einde_berekend", "einde_motivering", "einde_regel", "einde_voorzien", "gebied_id", "id", "instrument_id", "mlp_geldig_tot", "mlp_geregistreerd_op", "overgenomen_op", "overlapvak", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "start", "status", "traject_id", "uitkomst", "uitkomst_toelichting", "updated_at", "weo_getekend_op") VALUES (NEW."afwijking_reden", NEW."created_at", NEW."eigenaar_id", NEW."einde", NEW."einde_berekend", NEW."einde_motivering", NEW."einde_regel", NEW."einde_voorzien", NEW."gebied_id", NEW."id", NEW."instrument_id", NEW."mlp_geldig_tot", NEW."mlp_geregistreerd_op", NEW."overgenomen_op", NEW."overlapvak", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."regime", NEW."start", NEW."status", NEW."traject_id", NEW."uitkomst", NEW."uitkomst_toelichting", NEW."updated_at", NEW."weo_getekend_op"); RETURN NULL;', hash='a744943dd3d22d0e2542187d79b8a0545c0b8661', operation='UPDATE', pgid='pgtrigger_update_update_2757e', table='trajecten_stap', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='stap',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "trajecten_stapevent" ("afwijking_reden", "created_at", "eigenaar_id", "einde", "einde_berekend", "einde_motivering", "einde_regel", "einde_voorzien", "gebied_id", "id", "instrument_id", "mlp_geldig_tot", "mlp_geregistreerd_op", "overgenomen_op", "overlapvak", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regime", "start", "status", "traject_id", "uitkomst", "uitkomst_toelichting", "updated_at", "weo_getekend_op") VALUES (OLD."afwijking_reden", OLD."created_at", OLD."eigenaar_id", OLD."einde", OLD."einde_berekend", OLD."einde_motivering", OLD."einde_regel", OLD."einde_voorzien", OLD."gebied_id", OLD."id", OLD."instrument_id", OLD."mlp_geldig_tot", OLD."mlp_geregistreerd_op", OLD."overgenomen_op", OLD."overlapvak", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."regime", OLD."start", OLD."status", OLD."traject_id", OLD."uitkomst", OLD."uitkomst_toelichting", OLD."updated_at", OLD."weo_getekend_op"); RETURN NULL;', hash='a0afafec7813830af510b4b1524a49300753d939', operation='DELETE', pgid='pgtrigger_delete_delete_95ba5', table='trajecten_stap', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='traject',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "trajecten_trajectevent" ("aangemeld_op", "afgesloten_op", "afstand", "begeleider_id", "bron", "client_id", "created_at", "drempels_bevraagd_op", "eigenaar_id", "einddatum_voorzien", "gebied_id", "gebruiker_id", "gestart_op", "gpmi_getekend_op", "gpmi_vrijstelling", "id", "instrument_id", "intake_op", "jobdoelwit", "laatste_contact_op", "onderbreking", "onderbreking_tot", "overgenomen_op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sorteernaam", "status", "status_sinds", "twe_test", "uitgestroomd_op", "uitstroom_kbo", "uitstroom_motivering", "uitstroomcode_id", "updated_at", "versie", "volgende_termijn", "volgende_termijn_op", "weigerreden") VALUES (NEW."aangemeld_op", NEW."afgesloten_op", NEW."afstand", NEW."begeleider_id", NEW."bron", NEW."client_id", NEW."created_at", NEW."drempels_bevraagd_op", NEW."eigenaar_id", NEW."einddatum_voorzien", NEW."gebied_id", NEW."gebruiker_id", NEW."gestart_op", NEW."gpmi_getekend_op", NEW."gpmi_vrijstelling", NEW."id", NEW."instrument_id", NEW."intake_op", NEW."jobdoelwit", NEW."laatste_contact_op", NEW."onderbreking", NEW."onderbreking_tot", NEW."overgenomen_op", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."sorteernaam", NEW."status", NEW."status_sinds", NEW."twe_test", NEW."uitgestroomd_op", NEW."uitstroom_kbo", NEW."uitstroom_motivering", NEW."uitstroomcode_id", NEW."updated_at", NEW."versie", NEW."volgende_termijn", NEW."volgende_termijn_op", NEW."weigerreden"); RETURN NULL;', hash='abea495f70584f98ee86e70a7af61bed9230fb0f', operation='INSERT', pgid='pgtrigger_insert_insert_71dea', table='trajecten_traject', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='traject',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "trajecten_trajectevent" ("aangemeld_op", "afgesloten_op", "afstand", "begeleider_id", "bron", "client_id", "created_at", "drempels_bevraagd_op", "eigenaar_id", "einddatum_voorzien", "gebied_id", "gebruiker_id", "gestart_op", "gpmi_getekend_op", "gpmi_vrijstelling", "id", "instrument_id", "intake_op", "jobdoelwit", "laatste_contact_op", "onderbreking", "onderbreking_tot", "overgenomen_op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sorteernaam", "status", "status_sinds", "twe_test", "uitgestroomd_op", "uitstroom_kbo", "uitstroom_motivering", "uitstroomcode_id", "updated_at", "versie", "volgende_termijn", "volgende_termijn_op", "weigerreden") VALUES (NEW."aangemeld_op", NEW."afgesloten_op", NEW."afstand", NEW."begeleider_id", NEW."bron", NEW."client_id", NEW."created_at", NEW."drempels_bevraagd_op", NEW."eigenaar_id", NEW."einddatum_voorzien", NEW."gebied_id", NEW."gebruiker_id", NEW."gestart_op", NEW."gpmi_getekend_op", NEW."gpmi_vrijstelling", NEW."id", NEW."instrument_id", NEW."intake_op", NEW."jobdoelwit", NEW."laatste_contact_op", NEW."onderbreking", NEW."onderbreking_tot", NEW."overgenomen_op", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."sorteernaam", NEW."status", NEW."status_sinds", NEW."twe_test", NEW."uitgestroomd_op", NEW."uitstroom_kbo", NEW."uitstroom_motivering", NEW."uitstroomcode_id", NEW."updated_at", NEW."versie", NEW."volgende_termijn", NEW."volgende_termijn_op", NEW."weigerreden"); RETURN NULL;', hash='d6a57a71289e3f522e31e7ac0697a865dab79cc3', operation='UPDATE', pgid='pgtrigger_update_update_01134', table='trajecten_traject', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='traject',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "trajecten_trajectevent" ("aangemeld_op", "afgesloten_op", "afstand", "begeleider_id", "bron", "client_id", "created_at", "drempels_bevraagd_op", "eigenaar_id", "einddatum_voorzien", "gebied_id", "gebruiker_id", "gestart_op", "gpmi_getekend_op", "gpmi_vrijstelling", "id", "instrument_id", "intake_op", "jobdoelwit", "laatste_contact_op", "onderbreking", "onderbreking_tot", "overgenomen_op", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sorteernaam", "status", "status_sinds", "twe_test", "uitgestroomd_op", "uitstroom_kbo", "uitstroom_motivering", "uitstroomcode_id", "updated_at", "versie", "volgende_termijn", "volgende_termijn_op", "weigerreden") VALUES (OLD."aangemeld_op", OLD."afgesloten_op", OLD."afstand", OLD."begeleider_id", OLD."bron", OLD."client_id", OLD."created_at", OLD."drempels_bevraagd_op", OLD."eigenaar_id", OLD."einddatum_voorzien", OLD."gebied_id", OLD."gebruiker_id", OLD."gestart_op", OLD."gpmi_getekend_op", OLD."gpmi_vrijstelling", OLD."id", OLD."instrument_id", OLD."intake_op", OLD."jobdoelwit", OLD."laatste_contact_op", OLD."onderbreking", OLD."onderbreking_tot", OLD."overgenomen_op", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sorteernaam", OLD."status", OLD."status_sinds", OLD."twe_test", OLD."uitgestroomd_op", OLD."uitstroom_kbo", OLD."uitstroom_motivering", OLD."uitstroomcode_id", OLD."updated_at", OLD."versie", OLD."volgende_termijn", OLD."volgende_termijn_op", OLD."weigerreden"); RETURN NULL;', hash='030d858d0f72bad6ae7c66a670a9b593d3a6923e', operation='DELETE', pgid='pgtrigger_delete_delete_4038c', table='trajecten_traject', when='AFTER')),
        ),
        migrations.AddIndex(
            model_name='overdracht',
            index=models.Index(fields=['gebied', 'eigenaar', 'status'], name='overdracht_status'),
        ),
        migrations.AddConstraint(
            model_name='overdracht',
            constraint=models.UniqueConstraint(condition=models.Q(('status', 'AANGEVRAAGD')), fields=('traject',), name='overdracht_een_open_per_traject', violation_error_message='Voor dit traject loopt al een overdracht.'),
        ),
        migrations.AddIndex(
            model_name='overname',
            index=models.Index(fields=['gebied', 'eigenaar', 'status'], name='overname_status'),
        ),
        migrations.AddConstraint(
            model_name='overname',
            constraint=models.CheckConstraint(condition=models.Q(('status', 'AANGEVRAAGD'), ('pakket', ''), _connector='OR'), name='overname_pakket_gewist', violation_error_message='Een pakket blijft niet bewaard na de beslissing.'),
        ),
        migrations.AddConstraint(
            model_name='samenvoeging',
            constraint=models.UniqueConstraint(condition=models.Q(('ongedaan_op', None)), fields=('opgenomen',), name='samenvoeging_een_per_dossier'),
        ),
        migrations.AddConstraint(
            model_name='samenvoeging',
            constraint=models.CheckConstraint(condition=models.Q(('behouden', models.F('opgenomen')), _negated=True), name='samenvoeging_twee_dossiers'),
        ),
        migrations.AddIndex(
            model_name='toestemming',
            index=models.Index(fields=['gebied', 'client'], name='toestemming_client'),
        ),
        migrations.AddConstraint(
            model_name='toestemming',
            constraint=models.CheckConstraint(condition=models.Q(('tot', None), ('tot__gte', models.F('van')), _connector='OR'), name='toestemming_tot_na_van', violation_error_message='De einddatum ligt voor de begindatum.'),
        ),
        migrations.AddConstraint(
            model_name='toestemming',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('grondslag', 'TOESTEMMING'), _negated=True), models.Q(('instemming', ''), _negated=True), _connector='OR'), name='toestemming_met_bewijs', violation_error_message='Zeg hoe de cliënt toestemming gaf.'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toestemming',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "trajecten_toestemmingevent" ("client_id", "created_at", "door_id", "eigenaar_id", "gebied_id", "grondslag", "id", "ingetrokken_op", "instemming", "met_wie", "organisatie_id", "overdracht_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "toelichting", "tot", "updated_at", "van") VALUES (NEW."client_id", NEW."created_at", NEW."door_id", NEW."eigenaar_id", NEW."gebied_id", NEW."grondslag", NEW."id", NEW."ingetrokken_op", NEW."instemming", NEW."met_wie", NEW."organisatie_id", NEW."overdracht_id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."soort", NEW."toelichting", NEW."tot", NEW."updated_at", NEW."van"); RETURN NULL;', hash='1d9bbb2417a4b137476989e07ea8fc682ee96952', operation='INSERT', pgid='pgtrigger_insert_insert_99d6f', table='trajecten_toestemming', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toestemming',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "trajecten_toestemmingevent" ("client_id", "created_at", "door_id", "eigenaar_id", "gebied_id", "grondslag", "id", "ingetrokken_op", "instemming", "met_wie", "organisatie_id", "overdracht_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "toelichting", "tot", "updated_at", "van") VALUES (NEW."client_id", NEW."created_at", NEW."door_id", NEW."eigenaar_id", NEW."gebied_id", NEW."grondslag", NEW."id", NEW."ingetrokken_op", NEW."instemming", NEW."met_wie", NEW."organisatie_id", NEW."overdracht_id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."soort", NEW."toelichting", NEW."tot", NEW."updated_at", NEW."van"); RETURN NULL;', hash='fda2917db5e42efdc23e6298a25aecd3db8d9904', operation='UPDATE', pgid='pgtrigger_update_update_9fd74', table='trajecten_toestemming', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toestemming',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "trajecten_toestemmingevent" ("client_id", "created_at", "door_id", "eigenaar_id", "gebied_id", "grondslag", "id", "ingetrokken_op", "instemming", "met_wie", "organisatie_id", "overdracht_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "soort", "toelichting", "tot", "updated_at", "van") VALUES (OLD."client_id", OLD."created_at", OLD."door_id", OLD."eigenaar_id", OLD."gebied_id", OLD."grondslag", OLD."id", OLD."ingetrokken_op", OLD."instemming", OLD."met_wie", OLD."organisatie_id", OLD."overdracht_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."soort", OLD."toelichting", OLD."tot", OLD."updated_at", OLD."van"); RETURN NULL;', hash='f1a30db7506fca62dead1a11e57af126d969d508', operation='DELETE', pgid='pgtrigger_delete_delete_14d8d', table='trajecten_toestemming', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='toestemmingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b4d5d1d1d19d7bd8956063a3f78bce245d08fad8', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d5fe7', table='trajecten_toestemmingevent', when='BEFORE')),
        ),
    ]
