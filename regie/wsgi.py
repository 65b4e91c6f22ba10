import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regie.settings.prod")

application = get_wsgi_application()

# A page makes tens of thousands of short-lived objects; looking for cycles every 700 of them is a tenth of its time.
gc.freeze()
gc.set_threshold(20_000, 20, 20)
