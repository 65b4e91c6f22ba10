import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regie.settings.prod")

application = get_wsgi_application()

from regie.core.checks import weiger_onveilige_rol  # noqa: E402  (needs the apps that the line above loads)

weiger_onveilige_rol()
