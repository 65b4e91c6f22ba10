import django.db.models.deletion
import regie.core.fields
import regie.core.tenancy
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('core', '0003_alter_lidmaatschap_rol'),
        ("partners", "0009_contact"),
    ]

    operations = [
        migrations.CreateModel(
            name='Werkgeverslijst',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('bestandsnaam', models.CharField(max_length=200, verbose_name='bestand')),
                ('sha256', models.CharField(max_length=64, verbose_name='vingerafdruk van het bestand')),
                ('blad', models.CharField(blank=True, max_length=120, verbose_name='blad')),
                ('kopregel', models.PositiveIntegerField(verbose_name='rij met de kolomnamen')),
                ('kolommen', models.JSONField(default=list, verbose_name='kolomnamen van het bestand')),
                ('koppeling', models.JSONField(default=dict, verbose_name='koppeling')),
                ('status', models.CharField(choices=[('KOPPELEN', 'kolommen koppelen'), ('NAKIJKEN', 'nakijken'), ('BEZIG', 'bezig'), ('KLAAR', 'ingeladen'), ('GEANNULEERD', 'geannuleerd')], default='KOPPELEN', max_length=20, verbose_name='status')),
                ('telling', models.JSONField(default=dict, verbose_name='aantal rijen per oordeel')),
                ('resultaat', models.JSONField(default=dict, verbose_name='resultaat')),
                ('voortgang', models.PositiveIntegerField(default=0, verbose_name='verwerkte rijen')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='opgeladen op')),
                ('updated_at', models.DateTimeField(auto_now=True, verbose_name='laatste vooruitgang')),
                ('afgerond_op', models.DateTimeField(blank=True, null=True, verbose_name='afgerond op')),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
            ],
            options={
                'verbose_name': 'werkgeverslijst',
                'verbose_name_plural': 'werkgeverslijsten',
                'indexes': [models.Index(fields=['gebied', 'eigenaar', '-created_at'], name='werkgeverslijst_recent')],
                'constraints': [models.CheckConstraint(condition=models.Q(('status__in', ['KOPPELEN', 'NAKIJKEN', 'BEZIG', 'KLAAR', 'GEANNULEERD'])), name='werkgeverslijst_status_geldig')],
            },
        ),
        migrations.CreateModel(
            name='Lijstrij',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rijnummer', models.PositiveIntegerField(verbose_name='rij in het bestand')),
                ('ruw', regie.core.fields.VersleuteldJsonVeld(verbose_name='cellen')),
                ('schoon', regie.core.fields.VersleuteldJsonVeld(blank=True, null=True, verbose_name='gelezen velden')),
                ('oordeel', models.CharField(blank=True, choices=[('NIEUW', 'nieuw'), ('AANVULLEN', 'bekend, wordt aangevuld'), ('MOGELIJK_BEKEND', 'misschien al bekend'), ('FOUT', 'fout'), ('ONGEWIJZIGD', 'bekend, verandert niet'), ('OVERGESLAGEN', 'geen werkgever')], max_length=20, verbose_name='oordeel')),
                ('problemen', regie.core.fields.VersleuteldJsonVeld(blank=True, null=True, verbose_name='problemen')),
                ('verschillen', regie.core.fields.VersleuteldJsonVeld(blank=True, null=True, verbose_name='verschillen')),
                ('met_opmerking', models.BooleanField(default=False, verbose_name='heeft een opmerking')),
                ('afdruk', models.CharField(blank=True, max_length=64, verbose_name='afdruk van naam en gemeente')),
                ('gelijkt_op_rij', models.PositiveIntegerField(blank=True, null=True, verbose_name='lijkt op rij')),
                ('besluit', models.CharField(blank=True, choices=[('ZELFDE', 'zelfde werkgever'), ('ANDERE', 'andere werkgever'), ('OVERSLAAN', 'overslaan')], max_length=20, verbose_name='besluit')),
                ('verwerkt_op', models.DateTimeField(blank=True, null=True, verbose_name='verwerkt op')),
                ('eigenaar', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.organisatie', verbose_name='organisatie')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('werkgever', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='partners.werkgever', verbose_name='werkgever')),
                ('lijst', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rijen', to='partners.werkgeverslijst', verbose_name='werkgeverslijst')),
            ],
            options={
                'verbose_name': 'rij van een werkgeverslijst',
                'verbose_name_plural': 'rijen van een werkgeverslijst',
                'indexes': [models.Index(condition=models.Q(('afdruk', ''), _negated=True), fields=['eigenaar', 'afdruk'], name='lijstrij_afdruk')],
                'constraints': [models.UniqueConstraint(fields=('lijst', 'rijnummer'), name='lijstrij_uniek')],
            },
        ),
    ]
