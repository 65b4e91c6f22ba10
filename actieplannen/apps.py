from django.apps import AppConfig


class ActieplannenConfig(AppConfig):
    """The place of the jaaractieplannen: above trajecten, because a plan counts trajecten and never the reverse."""

    name = "actieplannen"
    verbose_name = "actieplannen"
