# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who asks too often waits; who is logged in never waits for the others at her library."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.urls import get_resolver
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st
from pytest_django import Settings

from jobunivers.foundation.limits import middleware
from jobunivers.foundation.limits.counting import Counts, Pace
from jobunivers.foundation.limits.rules import RULES, SEARCH
from jobunivers.testing import ROOT
from jobunivers.testing.browsers import KommuneClient

PACE = Pace(3, 60)


@pytest.fixture
def on(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Turn limits on, with counts of the test's own."""
    settings.LIMITS, settings.VAR = True, tmp_path
    middleware.counts.cache_clear()
    yield
    middleware.counts.cache_clear()


def test_some_at_once_and_then_one_a_second(tmp_path: Path) -> None:
    counts = Counts(tmp_path / "limits", b"secret")

    assert [counts.take("a", PACE, now=100.0) for _ in range(3)] == [0.0, 0.0, 0.0]
    assert counts.take("a", PACE, now=100.0) == pytest.approx(1.0)
    assert counts.take("b", PACE, now=100.0) == 0.0, "everybody has her own"
    assert counts.take("a", PACE, now=101.0) == 0.0


@given(st.lists(st.floats(min_value=0, max_value=5), max_size=80))
@how(max_examples=50, deadline=None)
def test_never_more_than_the_pace_allows_in_any_stretch_of_time(gaps: list[float]) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        counts, now, taken = Counts(Path(folder) / "limits", b"s"), 1_000.0, []
        for gap in gaps:
            now += gap
            if counts.take("a", PACE, now=now) == 0.0:
                taken.append(now)
    for place, first in enumerate(taken):
        for many, last in enumerate(taken[place:], start=1):
            assert many <= PACE.at_once + (last - first) / PACE.seconds + 1e-6


_ASK_OFTEN = """
import sys
from pathlib import Path
from jobunivers.foundation.limits.counting import Counts, Pace
counts = Counts(Path(sys.argv[1]), b"secret")
print(sum(counts.take("a", Pace(50, 0.001), now=100.0) == 0.0 for _ in range(60)))
"""


def test_all_processes_of_a_machine_count_together(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", _ASK_OFTEN, str(tmp_path / "limits")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    started = [
        subprocess.Popen(asked, env=environment, stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert sum(int(one.communicate(timeout=60)[0]) for one in started) == 50


def test_the_file_holds_nobodys_address(tmp_path: Path) -> None:
    counts = Counts(tmp_path / "limits", b"secret")
    counts.take("search|a80.62.117.14", PACE, now=100.0)

    assert b"80.62" not in (tmp_path / "limits").read_bytes()


def test_every_rule_is_of_an_address_that_is_there() -> None:
    names = set()

    def walk(resolver: object, space: str = "") -> None:
        for one in resolver.url_patterns:  # type: ignore[attr-defined]
            if hasattr(one, "url_patterns"):
                walk(one, one.namespace or space)
            elif one.name:
                names.add(f"{space}:{one.name}")

    walk(get_resolver())
    assert set(RULES) - names == set()


@pytest.mark.django_db
@pytest.mark.usefixtures("on")
def test_a_visitor_who_searches_too_much_is_told_when_to_come_again(
    visitor: KommuneClient, as_kirsten: KommuneClient
) -> None:
    with time_machine.travel("2026-11-23 09:00:00+00:00", tick=False):
        for _ in range(SEARCH.place.at_once):
            middleware.counts().take("search|a127.0.0.1", SEARCH.place, now=1795424400.0)
        answer = visitor.get("/job/", headers={"Accept": "text/html"})
        hers = as_kirsten.get("/job/")

    assert answer.status_code == 429
    assert answer["Retry-After"] == "1"
    assert "Prøv igen om 1 sekund" in answer.content.decode()
    assert hers.status_code == 200, "who is logged in is counted by herself"


@pytest.mark.django_db
@pytest.mark.usefixtures("on")
def test_guessing_addresses_is_refused_and_a_right_one_costs_nothing(
    visitor: KommuneClient,
) -> None:
    with time_machine.travel("2026-11-23 09:00:00+00:00", tick=False):
        answers = [visitor.get(f"/kalender/{n:040}.ics").status_code for n in range(32)]

    assert answers[0] == 404
    assert answers[-1] == 429


@pytest.mark.django_db
@pytest.mark.usefixtures("on")
def test_programs_that_guess_a_secret_are_refused(visitor: KommuneClient) -> None:
    sent = {"grant_type": "authorization_code", "client_id": "x", "client_secret": "guess"}
    with time_machine.travel("2026-11-23 09:00:00+00:00", tick=False):
        answers = [visitor.post("/oidc/token", sent).status_code for _ in range(62)]

    assert set(answers[:60]) <= {400, 401}
    assert answers[-1] == 429
