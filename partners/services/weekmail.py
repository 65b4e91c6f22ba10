"""Once a week everybody hears how much there is to come back to."""

from datetime import date

from django.db import transaction

from partners.models import Weekmail
from partners.notifications.weekmail import weekmail
from partners.selectors.weekmail import maildag, weektellingen
from regie.core.dates import naar_werkdag


@transaction.atomic
def weekmails_sturen(vandaag: date) -> None:
    """Nightly, on the day of the parameter or the first working day after it. An empty list is no mail."""
    gepland = maildag(vandaag)
    if gepland is None or naar_werkdag(gepland) != vandaag:
        return
    Weekmail.objects.filter(datum__lt=vandaag).delete()  # only today counts
    tellingen = weektellingen(vandaag)
    Weekmail.objects.bulk_create(Weekmail(user=telling.user, datum=vandaag) for telling in tellingen)
    for telling in tellingen:
        transaction.on_commit(weekmail(telling, vandaag=vandaag).send, robust=True)
