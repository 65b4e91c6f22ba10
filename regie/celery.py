import os

from celery import Celery
from celery.signals import beat_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regie.settings.demo")

app = Celery("regie")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@beat_init.connect
def meteen_een_hartslag(**kwargs: object) -> None:
    """Otherwise a first start would look silent until the first turn of the schedule."""
    app.send_task("regie.portal.tasks.hartslag")
