# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes what is hers, in two steps; what the law keeps says by which paragraph."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.mydata import actions
from jobunivers.rooms.mydata.actions import erasing
from jobunivers.rooms.mydata.tests.making import look_at
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
GONE: list[int] = []


@pytest.fixture(autouse=True)
def _only_one(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def erase(person_id: int, _at: datetime) -> int:
        GONE.append(person_id)
        return 3

    offered = actions.Erasure(
        code="test.notes", name="Sedler", labels=["trust.Consent"], erase=erase, count=lambda _: 3
    )
    monkeypatch.setattr(erasing, "_offered", {offered.code: offered})
    GONE.clear()
    yield
    GONE.clear()


def test_first_she_reads_what_goes_then_she_says_yes(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    asked = as_kirsten.get("/mine-data/slet/?hvad=test.notes").content.decode()
    without_yes = as_kirsten.post("/mine-data/slet/ja/", {"hvad": ["test.notes"]})

    assert "Det kan ikke laves om" in asked
    assert without_yes.status_code == 422
    assert GONE == []

    done = as_kirsten.post("/mine-data/slet/ja/", {"hvad": ["test.notes"], "ja": "1"}, follow=True)

    assert [kirsten.pk] == GONE
    assert "3 ting er væk" in done.content.decode()
    with working_for(kirsten.municipality_id):
        event = Event.objects.get(kind="mydata.erased")
    assert event.data == {"gone": {"test.notes": 3}}


def test_what_nobody_offers_deletes_nothing(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post("/mine-data/slet/ja/", {"hvad": ["x"], "ja": "1"}, follow=True)

    assert "Vælg først" in answer.content.decode()
    assert GONE == []


def test_what_stays_says_by_which_paragraph_and_how_long(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar)

    page = as_kirsten.get("/mine-data/slet/")

    kept = {one.holding.label: one for one in page.context["page"].kept}
    assert "trust.Look" in kept
    assert "litra c" in kept["trust.Look"].facts.law
    assert "Så du kan se det, og misbrug kan opklares" in page.content.decode()
