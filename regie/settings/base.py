"""Complete and safe by itself; demo, prod and test only say where they differ. Domain numbers are RegelParameters."""

from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from regie.settings import env

BASE_DIR = Path(__file__).resolve().parent.parent.parent
STATE_DIR = Path(env.tekst("REGIE_STATE", str(BASE_DIR / ".local")))
PRODUCT = "Regiekompas"
VERSIE = "0.1.0"
DEMO = False
SECRET_KEY = env.tekst("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = env.lijst("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
BASIS_URL = env.tekst("REGIE_BASIS_URL", "http://localhost:8000").rstrip("/")
INSZ_SLEUTELS = env.sleutelring("REGIE_INSZ_SLEUTELS")
INSZ_INDEXSLEUTEL = env.geheim("REGIE_INSZ_INDEXSLEUTEL")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "regie.portal.admin_site.BeheerConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "rest_framework",
    "django_filters",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "django_structlog",
    "csp",
    "pgtrigger",
    "pghistory",
    "regie.core",
    "regie.accounts",
    "partners",
    "trajecten",
    "regie.cijfers",
    "actieplannen",
    "rapportage",
    "regie.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "regie.accounts.middleware.TweedeFactorMiddleware",
    "regie.core.middleware.GebiedMiddleware",
]

ROOT_URLCONF = "regie.urls"
WSGI_APPLICATION = "regie.wsgi.application"
FORM_RENDERER = "regie.core.formulier.Weergave"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": [
                "template_partials.templatetags.partials",
                "django.templatetags.static",
                "regie.core.templatetags.gebied",
                "regie.core.templatetags.ui",
                "regie.core.templatetags.getallen",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "regie.portal.context.navigatie",
            ],
        },
    }
]

# Two roles: the owner migrates, the app role serves and is bound by row-level security.
EIGENAAR = env.tekst("REGIE_ROL", "app") == "eigenaar"
if not (databank_url := env.tekst("DATABASE_OWNER_URL" if EIGENAAR else "DATABASE_URL", "")):
    raise ImproperlyConfigured(
        "Zet DATABASE_URL (rol die de toepassing bedient) en DATABASE_OWNER_URL (rol die migreert); "
        "met ./run manage … gebeurt dat vanzelf."
    )
DATABASES = {"default": env.databank(databank_url)}
APP_ROL = str(env.databank(env.tekst("DATABASE_URL", databank_url))["USER"])  # who the owner grants to
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

BROKER_URL, CACHE_URL = env.redis_urls(env.tekst("REDIS_URL"))
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": "regie",
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"  # pages keep working while the cache is away

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "regie.accounts.wachtwoorden.NietPersoonlijk"},
    {"NAME": "regie.accounts.wachtwoorden.LangGenoeg", "OPTIONS": {"min_length": 12}},
    {"NAME": "regie.accounts.wachtwoorden.NietVeelgebruikt"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "regie.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account only comes into being through a mailed invitation
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True  # one address per account; a new one counts after its mail was confirmed
ACCOUNT_FORMS = {
    "login": "regie.accounts.aanmelden.AanmeldForm",
    "change_password": "regie.accounts.aanmelden.WachtwoordWijzigenForm",
    "set_password": "regie.accounts.aanmelden.WachtwoordKiezenForm",
    "reset_password": "regie.accounts.aanmelden.WachtwoordVergetenForm",
    "reset_password_from_key": "regie.accounts.aanmelden.WachtwoordHerstellenForm",
    "reauthenticate": "regie.accounts.aanmelden.BevestigForm",
    "add_email": "regie.accounts.aanmelden.AdresForm",
}
MFA_ADAPTER = "regie.accounts.adapter.TweedeFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # nobody can sign up with the address of somebody else: accounts are invited
MFA_FORMS = {
    "authenticate": "regie.accounts.aanmelden.CodeForm",
    "reauthenticate": "regie.accounts.aanmelden.CodeBevestigForm",
    "activate_totp": "regie.accounts.aanmelden.AppToevoegenForm",
    "add_webauthn": "regie.accounts.aanmelden.PasskeyToevoegenForm",
    "edit_webauthn": "regie.accounts.aanmelden.PasskeyHernoemenForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = PRODUCT
TWEEDE_FACTOR_VERPLICHT = True
UITNODIGING_GELDIG_DAGEN = 7
SESSION_COOKIE_AGE = 60 * 60 * 10
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "regie.portal.views.fouten.csrf_fout"
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {"camera": [], "geolocation": [], "microphone": [], "payment": []}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Brussels"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["regie.core.formats"]
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.tekst("REGIE_STATIC_ROOT", str(STATE_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "regie.core.statisch.Opslag"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 25 * 1024 * 1024
UPLOAD_MAX_BYTES = 20 * 1024 * 1024
# Documents of clients: encrypted, outside anything a web server shows. Shared by web and worker.
BESTANDEN_DIR = Path(env.tekst("REGIE_BESTANDEN", str(STATE_DIR / "bestanden")))
# "host:poort" or the path of a socket of clamd; empty: files are not scanned, and the page says so.
CLAMAV = env.tekst("REGIE_CLAMAV", "")

EMAIL_BACKEND = env.tekst("EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
globals().update(env.smtp(env.tekst("EMAIL_URL", "smtp://localhost:25")))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.tekst("DEFAULT_FROM_EMAIL", "Regiekompas <noreply@regiekompas.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

CELERY_BROKER_URL = BROKER_URL
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "global_keyprefix": "regie-",
    "visibility_timeout": 3600,
    # A page does not wait for a broker that is down: one more try at once, then the row is left to beat.
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = False  # runs are rows in Postgres; a beat task re-queues what died (docs/adr)
CELERY_TASK_SOFT_TIME_LIMIT = 300
CELERY_TASK_TIME_LIMIT = 360
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_CONCURRENCY = env.getal("REGIE_WORKERS", 2)
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULE = {
    "hartslag": {"task": "regie.portal.tasks.hartslag", "schedule": 15.0},
    "rapporten-inplannen": {"task": "rapportage.tasks.rapporten_inplannen", "schedule": crontab(minute="5")},
    "rapporten-opvolgen": {"task": "rapportage.tasks.rapporten_opvolgen", "schedule": 30.0},
    "inladingen-opvolgen": {"task": "trajecten.tasks.inladingen_opvolgen", "schedule": 60.0},
    "werkgeverslijsten-opvolgen": {"task": "partners.tasks.werkgeverslijsten_opvolgen", "schedule": 60.0},
    "sessies-opruimen": {"task": "regie.portal.tasks.sessies_opruimen", "schedule": crontab(hour="3", minute="40")},
    "evaluaties-herinneren": {
        "task": "trajecten.tasks.evaluaties_herinneren_per_gebied",
        "schedule": crontab(hour="8", minute="15", day_of_week="mon-fri"),
    },
    "bestanden-opruimen": {"task": "trajecten.tasks.bestanden_opruimen", "schedule": crontab(hour="3", minute="50")},
    "signalen": {"task": "trajecten.tasks.signalen_per_ocmw", "schedule": crontab(hour="4", minute="10")},
    # The second and third time only find who did not get it: a mail server that was away for a while.
    "dagoverzichten": {
        "task": "trajecten.tasks.dagoverzichten",
        "schedule": crontab(hour="7", minute="30,45,59", day_of_week="mon-fri"),
    },
    "opvolging-partners": {
        "task": "partners.tasks.opvolging_per_gebied",
        "schedule": crontab(hour="4", minute="30"),
    },
    "opvolging-actieplannen": {
        "task": "actieplannen.tasks.opvolging_per_gebied",
        "schedule": crontab(hour="4", minute="50"),
    },
    "opruimen": {"task": "trajecten.tasks.opruimen_per_gebied", "schedule": crontab(hour="3", minute="20")},
}

# Runs of the voortgangsrapport, in seconds: signs of life, when a run counts as dead, when a row counts as forgotten,
# and the pause before each attempt to deliver a mail.
RAPPORT_HARTSLAG = 5
RAPPORT_STIL_NA = 60
RAPPORT_WACHT_NA = 30
RAPPORT_MAIL_WACHT = [0, 60, 300, 1800, 7200, 21600, 43200]

REST_FRAMEWORK = {
    "EXCEPTION_HANDLER": "regie.core.api.api_exception_handler",
    "DEFAULT_AUTHENTICATION_CLASSES": ["regie.core.authentication.ApiSleutelAuthentication"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}

DJANGO_STRUCTLOG_USER_ID_FIELD = "pk"
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_CELERY_ENABLED = True
LOG_FORMAT = env.tekst("REGIE_LOG_FORMAT", "json")
LOGGING_CONFIG = "regie.core.logs.configureer"
LOGGING = {"niveau": env.tekst("REGIE_LOG_NIVEAU", "INFO"), "formaat": LOG_FORMAT}
PGHISTORY_APPEND_ONLY = True
PGHISTORY_ADMIN_ALL_EVENTS = False
PGHISTORY_INSTALL_CONTEXT_FUNC_ON_MIGRATE = True
