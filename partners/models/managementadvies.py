"""The dossier of a managementadvies: what it costs, which conditions are met, and the report (domein.md 6.4)."""

from uuid import uuid4

import pghistory
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q

from partners.enums import Adviesstatus, Erkenning
from regie.core.tenancy import BinnenshuisModel

NUL = [MinValueValidator(0)]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Managementadvies(BinnenshuisModel):
    """One advice of one organisatie. Its debts, support and plans are read inside it alone.

    A condition nobody answered yet is None. VAT is kept beside the cost and never counts.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    onderwerp = models.CharField("onderwerp", max_length=160)
    adviesverlener = models.CharField("adviesverlener", max_length=160, blank=True)
    kost_excl_btw = models.DecimalField("kost zonder btw", max_digits=10, decimal_places=2, validators=NUL)
    btw = models.DecimalField("btw", max_digits=10, decimal_places=2, default=0, validators=NUL)
    erkenning = models.CharField("erkenning", max_length=20, choices=Erkenning)
    kan_kmo_portefeuille = models.BooleanField("kan naar de kmo-portefeuille", null=True, blank=True)
    in_moeilijkheden = models.BooleanField("onderneming in moeilijkheden", null=True, blank=True)
    rsz_achterstand = models.BooleanField("achterstand bij de RSZ", null=True, blank=True)
    is_verplicht = models.BooleanField("wettelijk verplicht of periodiek advies", null=True, blank=True)
    de_minimis = models.DecimalField(
        "de-minimissteun van de laatste jaren", max_digits=10, decimal_places=2, null=True, blank=True, validators=NUL
    )
    aangevraagd_op = models.DateField("aangevraagd op", null=True, blank=True)
    beslist_op = models.DateField("beslissing op", null=True, blank=True)
    is_toegekend = models.BooleanField("toegekend", null=True, blank=True)
    kosten_vanaf = models.DateField("eerste kost op", null=True, blank=True)
    verslag_op = models.DateField("verslag ontvangen op", null=True, blank=True)
    analyse = models.TextField("analyse", blank=True)
    aanbeveling = models.TextField("aanbeveling", blank=True)
    aanpak = models.TextField("aanpak", blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "managementadvies", "managementadviezen"
        constraints = [
            models.CheckConstraint(
                name="managementadvies_erkenning_geldig", condition=Q(erkenning__in=Erkenning.values)
            ),
            models.CheckConstraint(
                name="managementadvies_beslissing_volledig",
                condition=Q(beslist_op=None, is_toegekend=None)
                | Q(beslist_op__isnull=False, is_toegekend__isnull=False),
                violation_error_message="Vul de dag van de beslissing en de beslissing zelf samen in.",
            ),
            models.CheckConstraint(
                name="managementadvies_beslissing_na_aanvraag",
                condition=Q(beslist_op=None) | Q(aangevraagd_op__isnull=False, beslist_op__gte=F("aangevraagd_op")),
                violation_error_message="De beslissing komt na de aanvraag. Kijk beide dagen na.",
            ),
        ]
        indexes = [models.Index(fields=["gebied", "eigenaar", "-created_at"], name="managementadvies_recent")]

    def __str__(self) -> str:
        return f"managementadvies {self.pk}"

    @property
    def status(self) -> Adviesstatus:
        if self.is_toegekend is False:
            return Adviesstatus.GEWEIGERD
        if self.verslag_op and self.is_toegekend:
            return Adviesstatus.AFGEROND
        if self.is_toegekend:
            return Adviesstatus.TOEGEKEND
        return Adviesstatus.AANGEVRAAGD if self.aangevraagd_op else Adviesstatus.VOORBEREIDING
