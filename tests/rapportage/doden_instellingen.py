"""The demo's settings with short patience, and a mail server that takes its time: for test_doden alone."""

from regie.settings.demo import *  # noqa: F403

EMAIL_BACKEND = "tests.rapportage.doden_mail.TraagSmtp"
RAPPORT_HARTSLAG = 0.5
RAPPORT_STIL_NA = 4
RAPPORT_WACHT_NA = 2
RAPPORT_MAIL_WACHT = [0, *[1] * 60]
CELERY_BEAT_SCHEDULE = {"rapporten-opvolgen": {"task": "rapportage.tasks.rapporten_opvolgen", "schedule": 1.5}}
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}  # noqa: F405
