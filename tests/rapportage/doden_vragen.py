"""Run as a process of its own: makes a gebied with receivers and asks for rapporten, as the web process would."""

import os
import sys
from datetime import date

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.rapportage.doden_instellingen")
django.setup()

from rapportage import services  # noqa: E402  # after django.setup()
from rapportage.enums import Onderdeel  # noqa: E402
from rapportage.models import Rapport  # noqa: E402
from regie.cijfers.periode import Periode  # noqa: E402
from regie.core.models import Regiegebied  # noqa: E402
from regie.core.models.gebied import Rechtsvorm  # noqa: E402
from regie.core.tenancy import gebied_context  # noqa: E402


def vraag(aantal: int, ontvangers: int) -> None:
    gebied, _ = Regiegebied.objects.get_or_create(
        slug="doden",
        defaults={"naam": "Regio Doden", "rechtsvorm": Rechtsvorm.CENTRUMSTAD, "contact_email": "regie@doden.example"},
    )
    periode = Periode.maand(2026, 10)
    for _ in range(aantal):
        with gebied_context(gebied):
            wie = [services.Ontvanger(f"O {n}", f"o{n}@{periode.sleutel}.example") for n in range(ontvangers)]
            rapport = services.rapport_aanvragen(
                periode=periode, onderdelen=Onderdeel.values, ontvangers=wie, door=None, vandaag=date(2026, 11, 23)
            )
            Rapport.objects.filter(pk=rapport.pk).update(laatste_kans=1000)  # we kill more often than life does
        periode = periode.vorige()


if __name__ == "__main__":
    vraag(int(sys.argv[1]), int(sys.argv[2]))
