"""Settings: everything that differs between installations comes from the environment (docs/reference/settings.md).

Nothing is started here, and no file is made: an address of a database that does not run yet is an address all the same.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from filrouge.config.environment import database, flag, secret_key, words

PACKAGE = Path(__file__).resolve().parents[1]

DEBUG = flag("FILROUGE_DEBUG")
SECRET_KEY = secret_key()
ALLOWED_HOSTS = words("FILROUGE_HOSTS") or ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = words("FILROUGE_ORIGINS")
SECURE = flag("FILROUGE_HTTPS")

_ALL = ("common", "accounts", "organisation", "documents", "objectives", "coherence", "exchange")
CAPABILITIES = tuple(name for name in _ALL if (PACKAGE / "web" / name / "urls.py").is_file())
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_prose_editor",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "filrouge.apps.common",
    "filrouge.apps.accounts",
    "filrouge.apps.organisation",
    "filrouge.apps.frameworks",
    "filrouge.apps.documents",
    "filrouge.apps.objectives",
    "filrouge.apps.coherence",
    "filrouge.apps.exchange",
    *(f"filrouge.web.{name}" for name in CAPABILITIES),
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "filrouge.web.common.middleware.security_headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "filrouge.web.common.middleware.interface_language",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "filrouge.web.common.middleware.problems_in_words",
]

ROOT_URLCONF = "filrouge.config.urls"
WSGI_APPLICATION = "filrouge.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "common" / "templates"],  # before those of allauth and of the forms
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "filrouge.web.common.context.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "filrouge.web.common.templatetags.filrouge_words",
                "filrouge.web.common.templatetags.filrouge_parts",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
INSTALLED_APPS.insert(0, "django.forms")

DATABASES = {"default": database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- people ---------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_MAX_EMAIL_ADDRESSES = 1
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account comes from an invitation, which proves the address
ACCOUNT_ADAPTER = "filrouge.web.accounts.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "filrouge.web.accounts.adapters.SocialAccountAdapter"
ACCOUNT_SESSION_REMEMBER = False
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # browsers allow it on localhost only
MFA_TOTP_ISSUER = "Filrouge"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if os.environ.get("FILROUGE_OIDC_URL"):
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": "oidc",
                "name": os.environ.get("FILROUGE_OIDC_NAME", "OpenID Connect"),
                "client_id": os.environ.get("FILROUGE_OIDC_CLIENT", ""),
                "secret": os.environ.get("FILROUGE_OIDC_SECRET", ""),
                "settings": {
                    "server_url": os.environ["FILROUGE_OIDC_URL"],
                    "verified_email": words("FILROUGE_OIDC_DOMAINS"),  # of these the server's word is enough
                },
            }
        ]
    }

# --- languages ------------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("nl", "Nederlands"), ("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = sorted(str(path) for path in (PACKAGE / "web").glob("*/locale"))
USE_I18N = True
TIME_ZONE = "Europe/Brussels"
USE_TZ = True
FORMAT_MODULE_PATH = ["filrouge.web.common.formats"]

# --- files, pages, safety -------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = os.environ.get("FILROUGE_STATIC_DIR") or None
WHITENOISE_USE_FINDERS = STATIC_ROOT is None
WHITENOISE_AUTOREFRESH = DEBUG
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
CSRF_FAILURE_VIEW = "filrouge.web.common.views.csrf_failure"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SECURE else None
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("FILROUGE_MAIL_HOST", "")
EMAIL_PORT = int(os.environ.get("FILROUGE_MAIL_PORT", "25"))
DEFAULT_FROM_EMAIL = os.environ.get("FILROUGE_MAIL_FROM", "filrouge@localhost")

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
