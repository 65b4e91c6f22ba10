from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TrajectenConfig(AppConfig):
    name = "trajecten"
    verbose_name = "trajecten"

    def ready(self):
        from trajecten.referentie import laad_codes

        post_migrate.connect(laad_codes, sender=self, dispatch_uid="trajecten.codes")
