"""Who spoke with an employer, when and why: read by the whole gebied. The notes stay inside the organisatie."""

from datetime import date
from typing import ClassVar
from uuid import uuid4

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q

from partners.enums import Contactdoel, Contactkanaal, Contactresultaat
from regie.core.tenancy import BinnenshuisModel, GebiedManager, GebiedModel


class ContactmomentQuerySet(models.QuerySet["Contactmoment"]):
    def geldig(self) -> "ContactmomentQuerySet":
        """Not withdrawn by who noted it."""
        return self.filter(ingetrokken_op=None)

    def tussen(self, van: date, tot: date) -> "ContactmomentQuerySet":
        return self.filter(datum__gte=van, datum__lte=tot)


ContactmomentManager = GebiedManager.from_queryset(ContactmomentQuerySet)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Contactmoment(GebiedModel):
    """One contact of one organisatie with one employer. `volgende_stap` is a promise: everybody may read it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    werkgever = models.ForeignKey(
        "partners.Werkgever", models.CASCADE, related_name="contactmomenten", verbose_name="werkgever"
    )
    organisatie = models.ForeignKey("core.Organisatie", models.PROTECT, related_name="+", verbose_name="organisatie")
    door = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="door")
    contactpersoon = models.ForeignKey(
        "partners.Contactpersoon", models.SET_NULL, related_name="+", verbose_name="met wie", null=True, blank=True
    )
    datum = models.DateField("datum")
    kanaal = models.CharField("kanaal", max_length=12, choices=Contactkanaal)
    doel = models.CharField("doel", max_length=16, choices=Contactdoel)
    resultaat = models.CharField("resultaat", max_length=16, choices=Contactresultaat)
    volgende_stap = models.CharField("volgende stap", max_length=160, blank=True)
    volgende_stap_op = models.DateField("tegen", null=True, blank=True)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[ContactmomentManager] = ContactmomentManager()

    class Meta:
        verbose_name, verbose_name_plural = "contactmoment", "contactmomenten"
        constraints = [
            models.CheckConstraint(
                name="contactmoment_stap_bij_datum",
                condition=Q(volgende_stap_op=None) | ~Q(volgende_stap=""),
                violation_error_message="Zeg wat de volgende stap is, of laat de datum leeg.",
            ),
            models.CheckConstraint(
                name="contactmoment_woorden_geldig",
                condition=Q(
                    kanaal__in=Contactkanaal.values,
                    doel__in=Contactdoel.values,
                    resultaat__in=Contactresultaat.values,
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["werkgever", "-datum"], name="contactmoment_werkgever"),
            models.Index(fields=["gebied", "-datum", "-created_at"], name="contactmoment_datum"),
        ]

    def __str__(self) -> str:
        return f"contactmoment {self.pk}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Contactnotitie(BinnenshuisModel):
    """What an organisatie keeps to itself about a contact."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    contactmoment = models.OneToOneField(
        Contactmoment, models.CASCADE, related_name="notitie", verbose_name="contactmoment"
    )
    tekst = models.TextField("notitie", max_length=2000)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "contactnotitie", "contactnotities"

    def __str__(self) -> str:
        return f"contactnotitie {self.pk}"
