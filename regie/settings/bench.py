"""What `manage.py bench` serves: production settings on the loopback, with one page and two headers to measure by."""

from django.core.exceptions import ImproperlyConfigured

from regie.settings import env
from regie.settings.base import *

if not env.vlag("REGIE_BENCH", False):
    raise ImproperlyConfigured("Deze instellingen dienen alleen voor 'manage.py bench'.")

ROOT_URLCONF = "regie.portal.bench.urls"
MIDDLEWARE = ["regie.portal.bench.middleware.TelQueriesMiddleware", *MIDDLEWARE]
DEMO = True  # made-up people only, so the benchmark may sign in with a password alone
TWEEDE_FACTOR_VERPLICHT = False
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SECURE_SSL_REDIRECT = False
CELERY_BROKER_URL = "memory://"  # a worker of another database must not hear of this one
CACHES = {"default": {**CACHES["default"], "KEY_PREFIX": "regie-bench"}}
ACCOUNT_RATE_LIMITS = False
