"""What several tests of the end of art. 60 use."""

from datetime import date

from regie.core.models import RegelParameter
from regie.core.tenancy import current_scope
from trajecten.models import Stap, Tijdlijnitem

EINDE = date(2027, 9, 30)  # of the step below: full-time from 01/10/2026


def vers(stap):
    return Stap.objects.select_related("traject").get(pk=stap.pk)


def zet_regel(code, waarde):
    """All of them together: another maximum than the product brings."""
    RegelParameter.objects.filter(code=code, dimensie="samen").update(waarde=waarde)
    current_scope().cache.clear()


def laatste_lijn():
    return Tijdlijnitem.objects.order_by("-pk").first()
