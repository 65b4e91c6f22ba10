"""Count what came along from another OCMW once: the trigger skips copied history."""

from django.db import migrations

from regie.cijfers import sql


class Migration(migrations.Migration):

    dependencies = [
        ("cijfers", "0003_indexen"),
        ("trajecten", "0017_alles"),
    ]

    operations = [migrations.RunSQL(sql.HERMAAK_FUNCTIE, migrations.RunSQL.noop)]
