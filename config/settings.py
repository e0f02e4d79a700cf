"""All settings of Fallbrücke, read from the environment; a wrong or missing value stops the start by name.

The variables are described in docs/operations.md.
"""

from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import env

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("FALLBRUECKE_VAR", str(BASE_DIR / "var")))
FILES_DIR = VAR_DIR / "files"

DEBUG = env.boolean("DJANGO_DEBUG", default=False)
DEMO = env.boolean("FALLBRUECKE_DEMO", default=False)
SECRET_KEY = env.secret("DJANGO_SECRET_KEY")
ALLOWED_HOSTS = env.words("DJANGO_ALLOWED_HOSTS", default=("127.0.0.1", "localhost"))
HTTPS = env.boolean("DJANGO_HTTPS", default=not DEMO)

# --- Applications -----------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "core",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "guardian",
    "rest_framework",
    "drf_spectacular",
    "csp",
    "django_htmx",
    "audit",
    "agencies",
    "cases",
    "config.apps.ConfigConfig",
]

MIDDLEWARE = [
    "core.middleware.request_code.RequestCodeMiddleware",
    "core.middleware.headers.SecurityHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "core.middleware.charset.CharsetMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "core.middleware.busy.BusyMiddleware",
    "audit.middleware.RefusedLookMiddleware",
    "core.middleware.transaction.TransactionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "core.middleware.session_age.SessionAgeMiddleware",
    "core.middleware.kept_text.KeptTextMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "agencies.middleware.SecondFactorMiddleware",
    "agencies.middleware.ActingMembershipMiddleware",
    "audit.middleware.AuditContextMiddleware",
    "agencies.same_membership.SameMembershipMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "config.middleware.NotAllowedPageMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context_processors.frame",
            ],
        },
    },
]
FORM_RENDERER = "core.forms.renderer.KernRenderer"

# --- Data: the application's role owns nothing; the owner migrates -------------------------------------------

DATABASES = {
    "default": env.database("DATABASE_URL"),
    "owner": env.database("DATABASE_OWNER_URL", default_from="DATABASE_URL"),
}
DATABASES["default"]["OPTIONS"]["options"] = (
    "-c statement_timeout=10s -c lock_timeout=2s -c idle_in_transaction_session_timeout=60s"
)
# The policies are planned with every statement; prepared, a page costs a third less SQL (decision 0004).
DATABASES["default"]["OPTIONS"] |= {"server_side_binding": True, "prepare_threshold": 5}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.redis("REDIS_URL", "redis://127.0.0.1:6379/0")
CACHES = {
    "default": {
        # Limits on sign-in must work while the broker is away, so they are counted in the database.
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "core_cache",
        # Many wrong tries must not push out the counts of others.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
}

# --- Who is signed in --------------------------------------------------------------------------------------

AUTH_USER_MODEL = "agencies.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "agencies.password_rules.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "agencies.password_rules.NotCommon"},
    {"NAME": "agencies.password_rules.NotAboutHer"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_day"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "agencies.sign_in.SignInAdapter"
ACCOUNT_FORMS = {
    "login": "agencies.forms.passwords.SignInForm",
    "change_password": "agencies.forms.passwords.OtherPasswordForm",
    "reset_password_from_key": "agencies.forms.passwords.NewPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
# Nobody learns by asking for a new password whether an address has an account; a stranger's address gets no mail.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
PASSWORD_RESET_TIMEOUT = 3600
ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key", "reauthenticate": "10/m/user"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Fallbrücke"

# Half an hour without a click; a click is written down once a minute.
SESSION_COOKIE_AGE = 31 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_ABSOLUTE_SECONDS = 10 * 3600

ANONYMOUS_USER_NAME = None
GUARDIAN_MONKEY_PATCH_USER = False

# --- What the browser is told --------------------------------------------------------------------------------

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_FAILURE_VIEW = "config.views.errors.csrf_failure"
SECURE_SSL_REDIRECT = HTTPS
# Asked from inside the machine, and told nothing that is secret.
SECURE_REDIRECT_EXEMPT = [r"^api/v1/health/$"]
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# W021: whether the whole domain goes on the browsers' preload list is for its owner to decide.
# guardian.W001: nobody asks a user for object permissions; the acting membership does (agencies/permissions.py).
SILENCED_SYSTEM_CHECKS = ["security.W021", "guardian.W001"]
if env.boolean("DJANGO_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Otherwise everybody behind the proxy would share one address, and one person's errors stop all.
    ALLAUTH_TRUSTED_PROXY_COUNT = 1

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
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    },
}

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_ROOT = BASE_DIR / "static" / "root"

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# --- Language and time ---------------------------------------------------------------------------------------

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True

# --- Programming interface -----------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["agencies.api_access.IsActing"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "core.api_errors.handle",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Fallbrücke",
    "DESCRIPTION": "Same actions, same permissions, same audit trail as the pages.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    # Two fields of one name with different choices.
    "ENUM_NAME_OVERRIDES": {
        "AgencyKindEnum": "agencies.models.agency.AgencyKind",
        "AreaProgressEnum": "cases.models.area_state.AreaProgress",
        "BasisKindEnum": "cases.models.legal_basis.BasisKind",
        "KinshipEnum": "cases.models.family_link.Kinship",
        "NamedStationKindEnum": "cases.api.serializers.way.NAMED_KINDS",
        "NotificationKindEnum": "agencies.models.notification.NotificationKind",
        "PaperKindEnum": "cases.models.analysis_pdf.PaperKind",
        "SectionKindEnum": "cases.models.analysis.TextKind",
        "StationKindEnum": "cases.models.journey.STATION_KINDS",
        "TargetGroupEnum": "cases.models.vocabulary.TargetGroup",
        "TimelineKindEnum": "cases.api.serializers.timeline.KINDS",
        "TraceKindEnum": "cases.pseudonym.trace.TraceKind",
    },
}

# --- Work in the background: due rows live in the database, the broker only carries ids -------------------------

CELERY_BROKER_URL = env.celery_url(REDIS_URL)
PDF_KEPT_HOURS = 24
KEPT_TEXT_MINUTES = 60

# --- Mails: the demo sends none, it shows them; elsewhere people are invited by mail, so that it must be set up ------

EMAIL_HOST = "" if DEMO else env.text("EMAIL_HOST")
EMAIL_TRANSPORT = env.one_of("EMAIL_TRANSPORT", choices=("starttls", "tls", "plain"), default="starttls")
EMAIL_USE_TLS = EMAIL_TRANSPORT == "starttls"
EMAIL_USE_SSL = EMAIL_TRANSPORT == "tls"
EMAIL_PORT = env.number("EMAIL_PORT", default=465 if EMAIL_USE_SSL else 587, at_most=65_535)
EMAIL_HOST_USER = env.text("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD", "")
EMAIL_TIMEOUT = 15
DEFAULT_FROM_EMAIL = env.mail_address("EMAIL_FROM", "fallbruecke@demo.fallbruecke.example" if DEMO else None)

# --- Log: who did what stands in the trail; the log holds codes and never content -------------------------------

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {
        "request_code": {"()": "core.request_log.RequestCodeFilter"},
        "task_error": {"()": "core.request_log.TaskErrorFilter"},
    },
    "formatters": {
        "line": {
            "()": "core.request_log.ContentFreeFormatter",
            "fmt": "%(asctime)s %(levelname)s %(code)s %(name)s: %(message)s",
        },
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["request_code", "task_error"],
        },
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
    },
}
