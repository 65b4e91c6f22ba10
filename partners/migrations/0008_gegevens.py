import django.db.models.deletion
import regie.core.tenancy
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('core', '0004_organisatie_website'),
        ("partners", "0007_werkgeverskaart"),
    ]

    operations = [
        migrations.CreateModel(
            name='Gegevensvraag',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('ontvanger_naam', models.CharField(blank=True, max_length=120, verbose_name='naam van de ontvanger')),
                ('ontvanger_email', models.EmailField(max_length=254, verbose_name='e-mailadres van de ontvanger')),
                ('gevraagd_op', models.DateField(verbose_name='gevraagd op')),
                ('beantwoord_op', models.DateField(blank=True, null=True, verbose_name='nagekeken op')),
                ('gestopt_op', models.DateField(blank=True, null=True, verbose_name='gestopt op')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('gevraagd_door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gevraagd door')),
                ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gegevensvragen', to='core.organisatie', verbose_name='organisatie')),
            ],
            options={
                'verbose_name': 'gegevensvraag',
                'verbose_name_plural': 'gegevensvragen',
                'constraints': [models.UniqueConstraint(condition=models.Q(('beantwoord_op', None), ('gestopt_op', None)), fields=('gebied', 'organisatie'), name='gegevensvraag_een_open', violation_error_message='Deze partner kreeg de vraag al. Wacht op het antwoord, of stop de vraag.')],
            },
        ),
        migrations.CreateModel(
            name='Gegevensherinnering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('nummer', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('verstuurd_op', models.DateField(verbose_name='verstuurd op')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('vraag', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='herinneringen', to='partners.gegevensvraag', verbose_name='vraag')),
            ],
            options={
                'verbose_name': 'gegevensherinnering',
                'verbose_name_plural': 'gegevensherinneringen',
                'constraints': [models.UniqueConstraint(fields=('gebied', 'vraag', 'nummer'), name='gegevensherinnering_uniek')],
            },
        ),
        migrations.CreateModel(
            name='Partnerwijziging',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('onderwerp', models.CharField(choices=[('ORGANISATIE', 'gegevens'), ('CONTACT', 'contactpersonen'), ('PLAATS', 'plaatsen'), ('TOEGANG', 'accounts')], max_length=20, verbose_name='waarover')),
                ('object_id', models.UUIDField(blank=True, null=True, verbose_name='wat')),
                ('omschrijving', models.CharField(max_length=300, verbose_name='wat er veranderde')),
                ('langs', models.CharField(choices=[('ACCOUNT', 'met een account'), ('LINK', 'met een link'), ('REGIO', 'door de regio')], max_length=10, verbose_name='hoe')),
                ('op', models.DateField(verbose_name='op')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partnerwijzigingen', to='core.organisatie', verbose_name='organisatie')),
            ],
            options={
                'verbose_name': 'partnerwijziging',
                'verbose_name_plural': 'partnerwijzigingen',
                'indexes': [models.Index(fields=['gebied', 'organisatie', '-created_at'], name='partnerwijziging_recent'), models.Index(fields=['gebied', 'object_id'], name='partnerwijziging_object')],
                'constraints': [models.CheckConstraint(condition=models.Q(('langs__in', ['ACCOUNT', 'LINK', 'REGIO']), ('onderwerp__in', ['ORGANISATIE', 'CONTACT', 'PLAATS', 'TOEGANG'])), name='partnerwijziging_geldig')],
            },
        ),
        migrations.CreateModel(
            name='Gegevenscheck',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('bevestigd_op', models.DateField(verbose_name='nagekeken op')),
                ('langs', models.CharField(choices=[('ACCOUNT', 'met een account'), ('LINK', 'met een link'), ('REGIO', 'door de regio')], max_length=10, verbose_name='hoe')),
                ('is_gewijzigd', models.BooleanField(default=False, verbose_name='er is iets verbeterd')),
                ('opmerking', models.CharField(blank=True, max_length=500, verbose_name='opmerking voor de regio')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('door', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='door')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('organisatie', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gegevenschecks', to='core.organisatie', verbose_name='organisatie')),
            ],
            options={
                'verbose_name': 'gegevenscheck',
                'verbose_name_plural': 'gegevenschecks',
                'indexes': [models.Index(fields=['gebied', 'organisatie', '-bevestigd_op'], name='gegevenscheck_laatste')],
                'constraints': [models.CheckConstraint(condition=models.Q(('langs__in', ['ACCOUNT', 'LINK', 'REGIO'])), name='gegevenscheck_langs_geldig')],
            },
        ),
    ]
