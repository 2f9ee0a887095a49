# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one settings file; the environment is read here and nowhere else.

Modes (`JOBUNIVERS_MODE`): `demo` runs on a laptop with personas; `production` refuses
anything unsafe; `test` is what the test suite sets. Without it, whoever names a database means
production.
"""

import os
from datetime import timedelta
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict

from jobunivers.config.database import database
from jobunivers.foundation.crypto.keys import BadKeys, read_keys
from jobunivers.integrations.mail.client import Server
from jobunivers.integrations.oidc.configured import BadLogins, read_logins
from jobunivers.integrations.webpush.vapid import Keys

ROOT = Path(__file__).resolve().parents[3]
MODE = os.environ.get("JOBUNIVERS_MODE") or (
    "production" if os.environ.get("DATABASE_URL") else "demo"
)
if MODE not in {"demo", "production", "test"}:
    raise ImproperlyConfigured(f"JOBUNIVERS_MODE is {MODE!r}; use demo, production or test.")
PRODUCTION = MODE == "production"
DEMO = MODE != "production"

DEBUG = os.environ.get("JOBUNIVERS_DEBUG", "") == "1"
SECRET_KEY = os.environ.get("JOBUNIVERS_SECRET_KEY", "" if PRODUCTION else "only-for-demo-and-test")
# What personal fields are encrypted with: name:base64 of 32 bytes, several between commas, the
# first for new values (foundation/crypto). Demo and test have one that everybody may know.
DATA_KEYS = os.environ.get("JOBUNIVERS_DATA_KEYS") or (
    "" if PRODUCTION else "demo:b25seS1mb3ItZGVtby1hbmQtdGVzdC0wMTIzNDU2Nzg"
)
ALLOWED_HOSTS = [
    host
    for host in os.environ.get("JOBUNIVERS_HOSTS", "" if PRODUCTION else "*").split(",")
    if host
]
# Demo personas log in without a password, so they may exist only where nobody is real.
PERSONAS = os.environ.get("JOBUNIVERS_PERSONAS", "0" if PRODUCTION else "1") == "1"
# The kommuner's logins, a file of TOML (integrations/oidc); without it only personas log in.
try:
    LOGINS = read_logins(os.environ.get("JOBUNIVERS_LOGINS", ""))
except BadLogins as error:
    raise ImproperlyConfigured(f"JOBUNIVERS_LOGINS: {error}.") from error
# How often addresses may be asked for (foundation/limits); tests turn it on where they need it.
LIMITS = os.environ.get("JOBUNIVERS_LIMITS", "0" if MODE == "test" else "1") == "1"
# How many proxies of our own stand before the program: so many of X-Forwarded-For are believed.
TRUSTED_PROXIES = int(os.environ.get("JOBUNIVERS_PROXIES") or (1 if PRODUCTION else 0))
VAR = ROOT / (os.environ.get("JOBUNIVERS_VAR") or ".jobunivers")
SEARCH_FOLDER = Path(os.environ.get("JOBUNIVERS_SEARCH") or VAR / "search")
MATCHING_FOLDER = Path(os.environ.get("JOBUNIVERS_MATCHING") or VAR / "matching")
# Where the audit chain's copy outside the database stands; its key (else one made of the secret
# key), and public keys that were used before, between commas: `manage audit_key`.
AUDIT_FOLDER = Path(os.environ.get("JOBUNIVERS_AUDIT") or VAR / "audit")
AUDIT_KEY = os.environ.get("JOBUNIVERS_AUDIT_KEY", "")
AUDIT_OLD_KEYS = [one for one in os.environ.get("JOBUNIVERS_AUDIT_OLD_KEYS", "").split(",") if one]
# What computes everybody's recommendations: see science/engine.py.
ENGINE = os.environ.get("JOBUNIVERS_ENGINE") or "local"
# Where systems outside tell of a citizen who allows it: an address and a key for each of the
# job centre, the unemployment funds, Jobnet and a network. Without one a source is not offered.
PROFILE_SOURCES = {
    code: {
        "address": os.environ.get(f"JOBUNIVERS_PROFILE_{code.upper()}", ""),
        "token": os.environ.get(f"JOBUNIVERS_PROFILE_{code.upper()}_TOKEN", ""),
    }
    for code in ("jobcenter", "akasse", "jobnet", "social")
}
# Other limits than science.chances.Limits, by name: each stands there with its reason.
CHANCE_LIMITS: dict[str, Any] = {}
# Where pages are, for links in letters of a kommune without a host name of its own.
ADDRESS = os.environ.get("JOBUNIVERS_ADDRESS") or "http://127.0.0.1:8000/"
# E-mail is handed over here (smtps://user:password@host); without it no e-mail is offered.
SMTP = os.environ.get("JOBUNIVERS_SMTP", "")
# So many minutes what staff write can be taken back; then the worker sends it.
SEND_GRACE = timedelta(minutes=int(os.environ.get("JOBUNIVERS_GRACE_MINUTES") or 10))
# Citizens send letters on to joblog+<token>@ this; empty: no letters are taken.
LETTER_DOMAIN = os.environ.get("JOBUNIVERS_LETTER_DOMAIN", "")
MAIL_FROM = os.environ.get("JOBUNIVERS_MAIL_FROM") or "Jobunivers <svar-ikke@jobunivers.invalid>"
# Where the demo's and developers' mail catcher puts what it is given; never read in production.
MAIL_FOLDER = VAR / "mail"
# Who has been erased, as digests: outside the database, so that a restored backup can be told.
ERASED_FOLDER = Path(os.environ.get("JOBUNIVERS_ERASED") or VAR / "erased")
# Where a scanner for harmful files listens: tcp://host:3310 or unix:/run/clamav/clamd.ctl
CLAMD = os.environ.get("JOBUNIVERS_CLAMD", "")
# Where the register of firms is asked (integrations/cvr); empty: nobody is asked.
CVR = os.environ.get("JOBUNIVERS_CVR", "")
# Web Push: our private key (else one made of the secret key), who answers for it, and the push
# services that may be asked; "" turns it off.
PUSH_KEY = os.environ.get("JOBUNIVERS_PUSH_KEY", "")
PUSH_CONTACT = os.environ.get("JOBUNIVERS_PUSH_CONTACT") or f"mailto:{parseaddr(MAIL_FROM)[1]}"
PUSH_HOSTS = [
    host
    for host in os.environ.get(
        "JOBUNIVERS_PUSH_HOSTS",
        "fcm.googleapis.com,updates.push.services.mozilla.com,.push.apple.com,.notify.windows.com",
    ).split(",")
    if host
]
# Compiled loops are kept, so that only the first start of a version compiles them.
os.environ.setdefault("NUMBA_CACHE_DIR", str(VAR / "numba"))


def _refuse_unsafe_production() -> None:
    shortest_secret = 40
    problems = [
        text
        for wrong, text in (
            (DEBUG, "JOBUNIVERS_DEBUG must be off"),
            (not LIMITS, "limits must be on (JOBUNIVERS_LIMITS)"),
            (PERSONAS, "demo personas must be off (JOBUNIVERS_PERSONAS)"),
            (
                len(SECRET_KEY) < shortest_secret,
                "JOBUNIVERS_SECRET_KEY must be set to a random text of 40 characters or more",
            ),
            (
                not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS,
                "JOBUNIVERS_HOSTS must name the host names",
            ),
            (not os.environ.get("DATABASE_URL"), "DATABASE_URL must be set"),
        )
        if wrong
    ]
    if problems:
        raise ImproperlyConfigured("Refusing to start in production: " + "; ".join(problems) + ".")


def _refuse_bad_keys() -> None:
    """Say at the start what reading a personal field would stumble over."""
    try:
        read_keys(DATA_KEYS)
    except BadKeys as error:
        raise ImproperlyConfigured(
            f"JOBUNIVERS_DATA_KEYS, the keys of personal fields: {error} "
            "(docs/operator.md says how to make one)."
        ) from error


def _refuse_bad_sending() -> None:
    """Say at the start what sending would stumble over, in one line."""
    try:
        if SMTP:
            Server.read(SMTP)
        if PUSH_KEY:
            Keys.read(PUSH_KEY)
    except ValueError as error:
        raise ImproperlyConfigured(f"JOBUNIVERS_SMTP or JOBUNIVERS_PUSH_KEY: {error}.") from error
    if PRODUCTION and SMTP and parseaddr(MAIL_FROM)[1].endswith(".invalid"):
        raise ImproperlyConfigured("JOBUNIVERS_SMTP needs JOBUNIVERS_MAIL_FROM, our own address.")


_refuse_bad_sending()
if PRODUCTION:
    _refuse_unsafe_production()
_refuse_bad_keys()

# Migrations run as the owner of the tables; all else as a role that row-level security holds.
_AS_OWNER = os.environ.get("JOBUNIVERS_AS_OWNER") == "1"
DATABASES = {
    "default": database(
        os.environ.get("DATABASE_OWNER_URL" if _AS_OWNER else "DATABASE_URL", "dbname=jobunivers")
    )
}
# The role that `prepare` gives its rights to.
APP_ROLE = str(conninfo_to_dict(os.environ.get("DATABASE_URL", "")).get("user") or "jobunivers_app")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "csp",
    "procrastinate.contrib.django",
    "jobunivers.foundation.tenancy",
    "jobunivers.foundation.crypto",
    "jobunivers.foundation.events",
    "jobunivers.foundation.notices",
    "jobunivers.foundation.files",
    "jobunivers.foundation.tiles",
    "jobunivers.foundation.taxonomy",
    "jobunivers.foundation.places",
    "jobunivers.foundation.ui",
    "jobunivers.identity",
    "jobunivers.trust",
    "jobunivers.rooms.mydata",
    "jobunivers.rooms.retention",
    "jobunivers.rooms.audit",
    "jobunivers.rooms.decisions",
    "jobunivers.rooms.law",
    "jobunivers.rooms.vacancies",
    "jobunivers.rooms.journey",
    "jobunivers.rooms.marketplace",
    "jobunivers.rooms.library",
    "jobunivers.rooms.vendors",
    "jobunivers.rooms.launching",
    "jobunivers.rooms.evidence",
    "jobunivers.rooms.webhooks",
    "jobunivers.rooms.agreements",
    "jobunivers.rooms.plan",
    "jobunivers.rooms.week",
    "jobunivers.rooms.entrance",
    "jobunivers.rooms.segmentation",
    "jobunivers.rooms.tailored",
    "jobunivers.rooms.followup",
    "jobunivers.rooms.outreach",
    "jobunivers.rooms.talks",
    "jobunivers.rooms.availability",
    "jobunivers.rooms.casework",
    "jobunivers.front",
    "jobunivers.simulator",
    "jobunivers.config",
    # Last: it wraps the template loaders the apps above rely on.
    "template_partials",
]

MIDDLEWARE = [
    "jobunivers.foundation.secure.SecureMiddleware",
    "jobunivers.foundation.logs.RequestLogMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A page shrinks to an eighth. What could be guessed by its length (BREACH) differs each time:
    # Django masks the CSRF token anew in every answer, and adds random bytes to what it packs.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "jobunivers.foundation.http.PermissionsMiddleware",
    "jobunivers.foundation.http.MethodsMiddleware",
    "jobunivers.foundation.http.AddressMiddleware",
    "jobunivers.foundation.tenancy.middleware.TenancyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "jobunivers.foundation.http.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "jobunivers.identity.middleware.AuthenticationMiddleware",
    "jobunivers.identity.middleware.SessionMiddleware",
    "jobunivers.foundation.limits.middleware.LimitsMiddleware",
    "jobunivers.identity.middleware.LoginMiddleware",
    "jobunivers.identity.again.AgainMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "jobunivers.front.errors.NotAllowedMiddleware",
    "jobunivers.trust.middleware.SwitchesMiddleware",
    "jobunivers.trust.middleware.LookMiddleware",
    "jobunivers.rooms.entrance.middleware.CounterMiddleware",
    "jobunivers.rooms.week.middleware.KeepingMiddleware",
    "jobunivers.rooms.marketplace.middleware.ShelvesMiddleware",
    "jobunivers.rooms.law.middleware.RulesMiddleware",
    "jobunivers.foundation.http.AfterwardsMiddleware",
]

ROOT_URLCONF = "jobunivers.config.urls"
PLATFORM_URLCONF = "jobunivers.config.platform_urls"
WSGI_APPLICATION = "jobunivers.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "jobunivers.front.context.page",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "jobunivers.foundation.ui.templatetags.kept",
                "jobunivers.foundation.ui.templatetags.ui",
            ],
        },
    }
]

AUTH_USER_MODEL = "identity.Person"
AUTHENTICATION_BACKENDS = ["jobunivers.identity.backends.TenantBackend"]
LOGIN_URL = "identity:log_in"
SESSION_ENGINE = "jobunivers.identity.sessions"
# __Host-: no other host name may set it, and it is never sent without encryption. Kommuner that
# share a host name share the cookie's name, and a session opens one of them alone.
SESSION_COOKIE_NAME = "__Host-jobunivers" if PRODUCTION else "jobunivers"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrftoken"
LANGUAGE_COOKIE_NAME = "__Host-language" if PRODUCTION else "django_language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PRODUCTION
# Minutes without use, and hours in any case, after which a login ends, by role; "" is all others.
# docs/security.md says why. A kommune's own login may ask for less.
SESSION_LIMITS = {
    "": (30, 8),
    "administrator": (15, 8),
    "officer": (15, 8),
    "national": (15, 8),
}
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 60 * 60  # the limits that count are identity's
# Pages carry the forms' protection in themselves, so no script needs to read the cookie.
CSRF_COOKIE_AGE = None
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "jobunivers.front.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Copenhagen"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "jobunivers.foundation.ui.finders.VendorFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "jobunivers.foundation.files.handlers.TooLargeHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if PRODUCTION:
    SECURE_SSL_REDIRECT = os.environ.get("JOBUNIVERS_TLS_REDIRECT", "1") == "1"
    SECURE_HSTS_SECONDS = 31536000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"personal": {"()": "jobunivers.foundation.logs.NoPersonalData"}},
    "formatters": {"json": {"()": "jobunivers.foundation.logs.JsonFormatter"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["personal"]}
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "jobunivers": {"level": "INFO"},
        # The request log of our own says the same without addresses that could carry a person.
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "procrastinate": {"level": "WARNING"},
    },
}
# The demo's terminal is for people: all lines go to a file, and warnings to the terminal too.
LOG_FILE = os.environ.get("JOBUNIVERS_LOG", "")
if LOG_FILE:
    LOGGING["handlers"]["stderr"]["level"] = "WARNING"
    LOGGING["handlers"]["file"] = {
        "class": "logging.FileHandler",
        "filename": LOG_FILE,
        "encoding": "utf-8",
        "formatter": "json",
        "filters": ["personal"],
    }
    LOGGING["root"]["handlers"].append("file")
