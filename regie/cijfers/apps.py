from django.apps import AppConfig


class CijfersConfig(AppConfig):
    name = "regie.cijfers"
    label = "cijfers"
    verbose_name = "cijfers"
