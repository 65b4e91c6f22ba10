import os

from celery import Celery
from celery.signals import beat_init, worker_init
from django.core.exceptions import ImproperlyConfigured

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regie.settings.demo")

app = Celery("regie")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@beat_init.connect
def meteen_beginnen(**kwargs: object) -> None:
    """A start would look silent until the first turn of the schedule, and what came due meanwhile would wait."""
    app.send_task("regie.portal.tasks.hartslag")
    app.send_task("rapportage.tasks.rapporten_inplannen")


@worker_init.connect
def weiger(**kwargs: object) -> None:
    """Celery only logs what a signal handler raises, except this."""
    from regie.core.checks import weiger_onveilige_rol  # noqa: PLC0415  (the apps are loaded by now, not before)

    try:
        weiger_onveilige_rol()
    except ImproperlyConfigured as fout:
        raise SystemExit(str(fout)) from None
