# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""In production the platform refuses to start unsafely, with one clear line."""

import os
import subprocess
import sys

import pytest

from jobunivers.testing import ROOT

SAFE = {
    "JOBUNIVERS_MODE": "production",
    "JOBUNIVERS_SECRET_KEY": "x9" * 30,
    "JOBUNIVERS_HOSTS": "job.example.dk,www.example.dk",
    "DATABASE_URL": "postgresql://jobunivers_app@db.example/jobunivers",
    "JOBUNIVERS_DATA_KEYS": "k1:" + "A" * 43,
}
ASK = (
    "from django.conf import settings as s;"
    "print(s.DEBUG, s.PERSONAS, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE, s.DEMO)"
)


def start(ask: str = ASK, /, **changes: str | None) -> subprocess.CompletedProcess[str]:
    """Load the settings in a process of their own, and ask something of them."""
    told = {name: value for name, value in {**SAFE, **changes}.items() if value is not None}
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("JOBUNIVERS_", "DATABASE_"))},
        "DJANGO_SETTINGS_MODULE": "jobunivers.config.settings",
        "PYTHONPATH": str(ROOT / "src"),
        **told,
    }
    return subprocess.run(
        [sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=False
    )


def test_a_safe_production_starts_strictly() -> None:
    done = start()
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["False", "False", "True", "True", "False"]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"JOBUNIVERS_DEBUG": "1"}, "JOBUNIVERS_DEBUG must be off"),
        ({"JOBUNIVERS_PERSONAS": "1"}, "demo personas must be off (JOBUNIVERS_PERSONAS)"),
        ({"JOBUNIVERS_SECRET_KEY": None}, "JOBUNIVERS_SECRET_KEY must be set"),
        ({"JOBUNIVERS_SECRET_KEY": "only-for-demo-and-test"}, "JOBUNIVERS_SECRET_KEY must be set"),
        ({"JOBUNIVERS_HOSTS": "*"}, "JOBUNIVERS_HOSTS must name the host names"),
        ({"JOBUNIVERS_HOSTS": "a.dk,*"}, "JOBUNIVERS_HOSTS must name the host names"),
        ({"JOBUNIVERS_HOSTS": None}, "JOBUNIVERS_HOSTS must name the host names"),
        ({"DATABASE_URL": None}, "DATABASE_URL must be set"),
        ({"JOBUNIVERS_LIMITS": "0"}, "limits must be on (JOBUNIVERS_LIMITS)"),
        ({"JOBUNIVERS_MODE": "prod"}, "use demo, production or test"),
        (
            {"JOBUNIVERS_DATA_KEYS": None},
            "the keys of personal fields: there is no key",
        ),
        ({"JOBUNIVERS_DATA_KEYS": "k1:AAAA"}, "the key 'k1' has 3 bytes, not 32"),
    ],
)
def test_an_unsafe_production_refuses_with_one_clear_line(
    changes: dict[str, str | None], says: str
) -> None:
    done = start(**changes)
    assert done.returncode != 0
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert says in last
    others = ("DEBUG", "PERSONAS", "SECRET_KEY", "HOSTS", "DATABASE_URL")
    assert sum(name in last for name in others) <= 1, "nothing else is wrong"


def test_everything_that_is_wrong_is_said_at_once() -> None:
    done = start(JOBUNIVERS_DEBUG="1", JOBUNIVERS_HOSTS="*", DATABASE_URL=None)
    last = done.stderr.strip().splitlines()[-1]
    for name in ("JOBUNIVERS_DEBUG", "JOBUNIVERS_HOSTS", "DATABASE_URL"):
        assert name in last


def test_the_command_line_says_it_in_one_line_without_a_traceback() -> None:
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("JOBUNIVERS_", "DATABASE_"))},
        **SAFE,
        "JOBUNIVERS_PERSONAS": "1",
        "PYTHONPATH": str(ROOT / "src"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "jobunivers", "manage", "check"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "demo personas must be off" in done.stderr


def test_who_names_a_database_and_no_mode_means_production() -> None:
    done = start(JOBUNIVERS_MODE=None)
    assert done.stdout.split()[-1] == "False", done.stderr

    without = start(JOBUNIVERS_MODE=None, DATABASE_URL=None)
    assert without.stdout.split()[-1] == "True", without.stderr


@pytest.mark.parametrize("verb", ["manage check", "import nace .", "work"])
def test_a_verb_beside_a_production_database_is_as_strict_as_serve(verb: str) -> None:
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("JOBUNIVERS_", "DATABASE_"))},
        "DATABASE_URL": SAFE["DATABASE_URL"],
        "PYTHONPATH": str(ROOT / "src"),
    }
    done = subprocess.run(
        [sys.executable, "-m", "jobunivers", *verb.split()],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode != 0
    assert "JOBUNIVERS_HOSTS must name the host names" in done.stderr
