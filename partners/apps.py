from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PartnersConfig(AppConfig):
    name = "partners"
    verbose_name = "partners"

    def ready(self):
        from partners.referentie import laad_codes

        post_migrate.connect(laad_codes, sender=self, dispatch_uid="partners.codes")
