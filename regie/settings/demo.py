"""What `./run demo` starts: production settings on this machine, over plain http, with a mail catcher."""

from regie.settings.base import *

DEMO = True
TWEEDE_FACTOR_VERPLICHT = False  # demo logins go straight in; prod.py refuses to start this way
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
# On this machine nobody gains from compressed copies, and making them takes ten seconds of a first start.
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}}
