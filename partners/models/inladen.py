"""A list of employers on its way in: inside the organisatie that keeps it, until what is confirmed goes on cards."""

from django.db import models
from django.db.models import Q

from partners.enums import Lijstbesluit, Lijstoordeel
from regie.core.inlezen.modellen import Inlaadstatus, LijstVelden, RijVelden
from regie.core.tenancy import BinnenshuisModel


class Werkgeverslijst(LijstVelden, BinnenshuisModel):
    """One sheet with employers."""

    TE_KIEZEN = Lijstoordeel.MOGELIJK_BEKEND

    class Meta:
        verbose_name, verbose_name_plural = "werkgeverslijst", "werkgeverslijsten"
        constraints = [
            models.CheckConstraint(name="werkgeverslijst_status_geldig", condition=Q(status__in=Inlaadstatus.values))
        ]
        indexes = [models.Index(fields=["gebied", "eigenaar", "-created_at"], name="werkgeverslijst_recent")]

    def __str__(self) -> str:
        return f"werkgeverslijst {self.pk}"


class Lijstrij(RijVelden, BinnenshuisModel):
    """One row of a list: what it says, what we make of it, and the card it became or may be.

    `afdruk` is a hash of what the row says of the employer: the same row in a later list is the same card.
    """

    lijst = models.ForeignKey(Werkgeverslijst, models.CASCADE, related_name="rijen", verbose_name="werkgeverslijst")
    oordeel = models.CharField("oordeel", max_length=20, choices=Lijstoordeel, blank=True)
    met_opmerking = models.BooleanField("heeft een opmerking", default=False)
    afdruk = models.CharField("afdruk van naam en gemeente", max_length=64, blank=True)
    werkgever = models.ForeignKey(
        "partners.Werkgever", models.SET_NULL, related_name="+", verbose_name="werkgever", null=True, blank=True
    )
    besluit = models.CharField("besluit", max_length=20, choices=Lijstbesluit, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "rij van een werkgeverslijst", "rijen van een werkgeverslijst"
        constraints = [models.UniqueConstraint(fields=["lijst", "rijnummer"], name="lijstrij_uniek")]
        indexes = [models.Index(fields=["eigenaar", "afdruk"], name="lijstrij_afdruk", condition=~Q(afdruk=""))]
