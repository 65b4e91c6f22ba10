from django.apps import AppConfig, apps
from django.core import checks
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "regie.core"
    label = "core"
    verbose_name = "regio en organisatie"

    def ready(self):
        from regie.core.checks import rol_kan_rls_niet_omzeilen, tweede_factor_is_verplicht
        from regie.core.referentie import laad_referentie
        from regie.core.rls import apply_rules

        checks.register(rol_kan_rls_niet_omzeilen, checks.Tags.database)
        checks.register(tweede_factor_is_verplicht, checks.Tags.security)
        # The signal is sent once per app, in this order: every table is there at the last one, and once is enough.
        laatste = [config for config in apps.get_app_configs() if config.models_module][-1]
        post_migrate.connect(apply_rules, sender=laatste, dispatch_uid="core.rls")
        post_migrate.connect(laad_referentie, sender=self, dispatch_uid="core.referentie")
