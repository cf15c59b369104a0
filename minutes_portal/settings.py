"""Settings of the portal. Whatever differs between installations comes from
the environment; everything has a default that suits trying the portal out."""

import os
from datetime import timedelta
from pathlib import Path

from minutes_portal import environment
from minutes_portal.council.reading import DEFAULT, read_council
from minutes_portal.public_door.settings import through_officers_door, through_public_door

BASE_DIR = Path(__file__).resolve().parent.parent

# MINUTES_PORTAL_DATA: a directory for what this installation makes for itself
# (its secret key and, without DATABASE_URL, its database).
DATA_DIR = Path(os.environ.get("MINUTES_PORTAL_DATA") or BASE_DIR / ".local").absolute()

# SECRET_KEY: signs sessions and forms. Several machines serving one portal
# need the same one.
SECRET_KEY = environment.secret_key(DATA_DIR / "secret_key")

# DEBUG=1 shows tracebacks in the browser; for development alone.
DEBUG = environment.flag("DEBUG")

# ALLOWED_HOSTS: the names by which the portal may be reached, separated by commas.
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")

# CSRF_TRUSTED_ORIGINS: as https://minutes.example.gov.uk, where a proxy changes
# the host name on the way.
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "minutes_portal",
    "committees",
    "agenda",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django_filters",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    # Behind the admin of those above, in whose place it puts its own.
    "minutes_portal.accounts",
]

MIDDLEWARE = [
    "minutes_portal.kept_pages.middleware.KeptPages",
    "minutes_portal.accounts.middleware.NeverCached",
    "django.middleware.security.SecurityMiddleware",
    "minutes_portal.content_policy.ContentPolicy",
    "minutes_portal.compression.CompressPublicPages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "minutes_portal.accounts.middleware.SignInEnds",
    "minutes_portal.accounts.middleware.TwoFactor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    # Last, so that it sees what became of a sign-in before anything else does.
    "axes.middleware.AxesMiddleware",
    # Behind all that knows of accounts, so that no public page does.
    "minutes_portal.public_door.middleware.PublicDoor",
]

ROOT_URLCONF = "minutes_portal.urls"
WSGI_APPLICATION = "minutes_portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "libraries": {
                "council": "minutes_portal.council.tags",
                "discovery": "minutes_portal.discovery.tags",
                "glossary": "minutes_portal.site.tags",
                "pieces": "minutes_portal.kept_pages.tags",
            },
        },
    },
]

# COUNCIL_FILE: whose portal this is and how it looks; docs/theming.md explains the file.
COUNCIL = read_council(Path(os.environ.get("COUNCIL_FILE") or DEFAULT).absolute())

# DATABASE_URL: postgres://user:password@host:5432/database (PostgreSQL 15 or newer).
DATABASE_URL = os.environ.get("DATABASE_URL", "").strip()
if DATABASE_URL:
    DATABASES = {"default": environment.database(DATABASE_URL)}
else:
    DATABASES = {
        "default": {
            "ENGINE": "minutes_portal.embedded_postgres",
            "NAME": "minutes_portal",
            "DIRECTORY": DATA_DIR / "postgres",
            "DURABLE": True,
        },
    }
# Opening a connection costs as much as several queries.
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}

# PUBLIC_DATABASE_URL: another way to the same database for public pages, such as a read
# replica, or an account that may do nothing but take on the role of the public.
PUBLIC_DATABASE_URL = os.environ.get("PUBLIC_DATABASE_URL", "").strip()
DATABASES["public"] = through_public_door(
    environment.database(PUBLIC_DATABASE_URL, "PUBLIC_DATABASE_URL") | {"CONN_MAX_AGE": 60}
    if PUBLIC_DATABASE_URL
    else DATABASES["default"]
)
DATABASES["default"] = through_officers_door(DATABASES["default"])
# What each public page asks first finds out whether the connection still stands.
DATABASES["public"]["CONN_HEALTH_CHECKS"] = False
DATABASE_ROUTERS = ["minutes_portal.public_door.router.DoorRouter"]

CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Public pages as they were sent, in the memory of each process that sends them.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
# The portal speaks English alone; choosing among languages took a tenth of the time of a list.
USE_I18N = False
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# The officers' desk; nobody signs in anywhere else.
DESK_PATH = "/admin/"
LOGIN_URL = "admin:login"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_RULES = "django.contrib.auth.password_validation."
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": PASSWORD_RULES + "UserAttributeSimilarityValidator"},
    {"NAME": PASSWORD_RULES + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": PASSWORD_RULES + "CommonPasswordValidator"},
    {"NAME": PASSWORD_RULES + "NumericPasswordValidator"},
]

# TWO_FACTOR=1: signing in takes a code from an app besides the password.
TWO_FACTOR = environment.flag("TWO_FACTOR")
OTP_TOTP_ISSUER = "Minutes Portal"

# A sign-in ends with the browser, after an hour without a request, and after eight hours.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
SIGN_IN_SECONDS = 8 * 60 * 60
# No page of the public gets a cookie. The names are not Django's own: a cookie of the whole
# site by the same name, as an earlier version set it, would be read in place of these.
SESSION_COOKIE_NAME = "desk_session"
SESSION_COOKIE_PATH = DESK_PATH
CSRF_COOKIE_NAME = "desk_csrf"
CSRF_COOKIE_PATH = DESK_PATH
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Five wrong passwords for a user name from one address, or fifty from one address
# for any names, and no more are looked at for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
FAILURES_OF_AN_ADDRESS = 50
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_HANDLER = "minutes_portal.accounts.lockout.Lockout"
AXES_CLIENT_IP_CALLABLE = "minutes_portal.accounts.lockout.client_address"
AXES_LOCKOUT_CALLABLE = "minutes_portal.accounts.lockout.locked_out"
AXES_ENABLE_ADMIN = False
# The log names the address, for whoever guards the network; a user name typed wrong may
# be a password.
AXES_SENSITIVE_PARAMETERS = ["username"]
# Who signed in is kept with the account; addresses of people are not collected.
AXES_DISABLE_ACCESS_LOG = True

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"

# HTTPS=1: the portal stands behind a proxy that speaks HTTPS to the public and
# sets X-Forwarded-Proto itself.
HTTPS = environment.flag("HTTPS")
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

# The longest minutes are some hundred kilobytes; an officer may paste several.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 1000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}
