# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The environment variables with which Django is started."""

import os
import tempfile
from importlib import import_module
from pathlib import Path

from jobunivers.config.postgres import secret
from jobunivers.config.problem import Problem

ROOT = Path(__file__).resolve().parents[4]
STATE = ROOT / ".jobunivers"


def enter(database: dict[str, str], *, mode: str | None = None) -> None:
    """Set what Django reads; whatever the person has set already stands.

    Whoever names a PostgreSQL and no mode means real use, whichever the verb (but not ``demo``).
    """
    implied = "production" if os.environ.get("DATABASE_URL") else "demo"
    chosen = os.environ.setdefault("JOBUNIVERS_MODE", mode or implied)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jobunivers.config.settings")
    os.environ.update(database)
    if chosen != "test":
        STATE.mkdir(mode=0o755, exist_ok=True)
        own = secret.load(STATE)
        os.environ.setdefault("JOBUNIVERS_SECRET_KEY", own.django_secret_key)
        os.environ.setdefault("JOBUNIVERS_DATA_KEYS", own.data_keys)
    _write_below_the_project()


def check_settings() -> None:
    """Raise Problem, in one line, when the settings refuse to start in this environment."""
    from django.core.exceptions import ImproperlyConfigured

    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ImproperlyConfigured as error:
        raise Problem(str(error)) from error


def as_owner() -> dict[str, str]:
    """Return the environment of a program that changes tables."""
    return {**os.environ, "JOBUNIVERS_AS_OWNER": "1"}


def _write_below_the_project() -> None:
    """Give libraries that keep a cache a place for it, where the home folder is closed."""
    home = Path(os.environ.get("HOME") or "/nonexistent")
    if not os.access(home, os.W_OK) and "XDG_CACHE_HOME" not in os.environ:
        cache = STATE / "home"
        cache.mkdir(parents=True, exist_ok=True)
        os.environ["XDG_CACHE_HOME"] = str(cache)
        os.environ["HOME"] = str(cache)
    if not os.access(tempfile.gettempdir(), os.W_OK):
        (STATE / "tmp").mkdir(exist_ok=True)
        os.environ["TMPDIR"] = str(STATE / "tmp")
