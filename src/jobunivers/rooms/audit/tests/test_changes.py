# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who changed which rule, and when, is found by the officer without asking anybody."""

from datetime import UTC, datetime

import pytest

from jobunivers.foundation.events.words import named_events
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.audit import queries
from jobunivers.rooms.audit.queries.changes import KINDS
from jobunivers.rooms.audit.tests.making import chained
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PAGE = "/administration/revisionsspor/aendringer/"


@pytest.fixture
def switched(aarhus: Municipality, anne: Person) -> None:
    with working_for(aarhus.pk):
        trust.switch(code="matching", on=False, actor_id=anne.pk, reason="Vi måler først", at=NOW)
    chained(aarhus, at=NOW)


def test_the_officer_reads_who_changed_what_and_where_it_stands_in_the_chain(
    as_olga: KommuneClient, anne: Person, switched: None
) -> None:
    page = as_olga.get(PAGE).content.decode()
    assert "Model slået til eller fra" in page
    assert anne.name in page
    assert "Administrator" in page


def test_a_row_has_its_place_in_the_chain_and_one_sort_is_shown_alone(
    aarhus: Municipality, anne: Person, switched: None
) -> None:
    with working_for(aarhus.pk):
        [row] = queries.changes_page(sort="models", page=None).rows
        assert (row.by, row.link is not None) == (anne.name, True)
        # The log keeps a number; the reader is told what was switched, and why.
        assert row.told == "Finder job, der ligner dig: slået fra. Vi måler først"
        assert queries.changes_page(sort="market", page=None).rows == []
        # What is no sort shows all.
        assert len(queries.changes_page(sort="nonsense", page="x").rows) == 1


def test_another_kommune_sees_nothing_of_it(odense: Municipality, switched: None) -> None:
    with working_for(odense.pk):
        assert queries.changes_page(sort="", page=None).rows == []


def test_every_kind_that_is_listed_is_an_event_with_a_name() -> None:
    listed = {kind for _name, kinds in KINDS.values() for kind in kinds}
    assert listed <= set(named_events())
