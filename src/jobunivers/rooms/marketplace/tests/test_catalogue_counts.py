# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""However much stands on the shelves, a page asks the database no more often."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.tests.catalogue import on_shelf, rated, used
from jobunivers.testing.browsers import KommuneClient

Index = Callable[[], int]
pytestmark = pytest.mark.django_db
# Page, most statements: the four of each request and its two of the shelves among them.
PAGES = (
    ("/markedspladsen/", 16),
    ("/markedspladsen/soeg/", 17),
    ("/markedspladsen/soeg/?q=kursus&slags=tool", 17),
    ("/markedspladsen/forslag/?q=kur", 12),
    ("/markedspladsen/mine/", 20),
    ("/markedspladsen/{offer}/", 32),
    ("/markedspladsen/sammenlign/?sammenlign={offers}", 18),
)


def _asked(client: KommuneClient, path: str) -> int:
    client.get(path)  # what a process learns once is not asked for again
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_more_offers_and_more_use_cost_no_more_questions(
    as_kirsten: KommuneClient, kirsten: Person, mads: Person, offers_index: Index
) -> None:
    def fill(many: int) -> list[Offer]:
        offers = [on_shelf(f"Kursus {number}") for number in range(many)]
        for offer in offers:
            used(offer, kirsten)
            rated(offer, mads, 4, "God")
        offers_index()
        return offers

    first, *_rest = fill(3)
    ids = ",".join(str(offer.pk) for offer in (first, *_rest))
    paths = [(path.format(offer=first.pk, offers=ids), most) for path, most in PAGES]
    few = {path: _asked(as_kirsten, path) for path, _most in paths}
    fill(9)
    many = {path: _asked(as_kirsten, path) for path, _most in paths}

    # An offer without its like shows others of its kind instead: one question more with few.
    assert {path: count for path, count in many.items() if count > few[path] + 1} == {}
    assert {path: many[path] for path, most in paths if many[path] > most} == {}
