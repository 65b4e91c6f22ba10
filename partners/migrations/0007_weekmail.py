import django.db.models.deletion
import regie.core.tenancy
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '__first__'),
        ('core', '0004_organisatie_website'),
        ("partners", "0006_voor_het_jaaractieplan"),
    ]

    operations = [
        migrations.CreateModel(
            name='Weekmail',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('datum', models.DateField(verbose_name='datum')),
                ('gebied', models.ForeignKey(default=regie.core.tenancy.current_gebied_id, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.regiegebied', verbose_name='regiegebied')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='account')),
            ],
            options={
                'verbose_name': 'weekmail',
                'verbose_name_plural': 'weekmails',
                'constraints': [models.UniqueConstraint(fields=('gebied', 'user', 'datum'), name='weekmail_een_per_dag')],
            },
        ),
    ]
