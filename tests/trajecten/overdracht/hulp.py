"""What several tests of moving house use."""

import json

from django.db import connection

from regie.core.models import Lidmaatschap
from regie.core.tenancy import gebied_context
from tests.factories import LidmaatschapFactory
from trajecten.models import Overname
from trajecten.services import overdracht as services


class Kant:
    """The receiving side: an OCMW, its scope, and somebody who works there."""

    def __init__(self, ocmw):
        self.ocmw = ocmw
        self.lid = LidmaatschapFactory(organisatie=ocmw)
        self.toegang = Lidmaatschap.objects.filter(pk=self.lid.pk).toegang()

    def scope(self):
        return gebied_context(self.ocmw.gebied, [self.ocmw.pk])

    def aanvaard(self, overdracht, vandaag, *, in_bestaand=True):
        with self.scope():
            return services.overname_aanvaarden(
                overname=Overname.objects.get(pk=overdracht.pk),
                begeleider=self.lid.user,
                in_bestaand=in_bestaand,
                door=self.toegang,
                vandaag=vandaag,
            )


def rauw(tabel):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT row_to_json(t)::text FROM "{tabel}" t')
        return [json.loads(rij[0]) for rij in cursor.fetchall()]


def gevoelige_code():
    from trajecten.models import DrempelCode  # noqa: PLC0415

    return DrempelCode.objects.filter(gevoelig=True).order_by("pk")[0].pk
