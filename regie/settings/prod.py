from regie.settings import env
from regie.settings.base import *

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = [BASIS_URL]
ALLAUTH_TRUSTED_PROXY_COUNT = env.getal("REGIE_PROXIES", 1)  # so that sign-in limits count the visitor, not the proxy
