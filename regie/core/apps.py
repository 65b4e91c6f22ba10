from django.apps import AppConfig
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
        post_migrate.connect(apply_rules, dispatch_uid="core.rls")
        post_migrate.connect(laad_referentie, sender=self, dispatch_uid="core.referentie")
