"""Job designs the reader may see: of the own organisatie, and what others shared."""

from django.db.models import QuerySet

from partners.models import Jobontwerp, Werkgever


def jobontwerpen() -> QuerySet[Jobontwerp]:
    return Jobontwerp.objects.select_related("werkgever", "eigenaar").order_by("-created_at", "pk")


def jobontwerpen_van(werkgever: Werkgever) -> QuerySet[Jobontwerp]:
    return jobontwerpen().filter(werkgever=werkgever)
