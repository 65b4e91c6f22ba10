"""The run itself: making one rapport, mailing it to one receiver. Services start it, workers do it.

It stands below the services, because Celery needs the functions and the services need the tasks.
"""

from rapportage.uitvoering.maken import rapport_genereren
from rapportage.uitvoering.taken import start_genereren, start_versturen
from rapportage.uitvoering.versturen import mag_opnieuw, message_id_voor, rapport_afsluiten, verzending_versturen

__all__ = [
    "mag_opnieuw",
    "message_id_voor",
    "rapport_afsluiten",
    "rapport_genereren",
    "start_genereren",
    "start_versturen",
    "verzending_versturen",
]
