# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is read of very many people at once is what is told of each."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from jobunivers.foundation.notices import queries
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.notices.queries import columns
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
SINCE = NOW - timedelta(days=90)


def drawn(chance: random.Random, person_id: int) -> Notice:
    created = NOW - timedelta(hours=chance.randrange(1, 24 * 120))
    later = created + timedelta(hours=chance.randrange(1, 90))

    def at_times(share: float) -> datetime | None:
        return later if chance.random() < share else None

    return Notice(
        person_id=person_id,
        kind="tests.push",
        created_at=created,
        wants_answer=chance.random() < 0.8,
        sent_at=created if chance.random() < 0.8 else None,
        opened_at=at_times(0.2),
        read_at=at_times(0.2),
        acted_at=at_times(0.1),
    )


def test_columns_and_the_door_for_one_tell_the_same(aarhus: Municipality) -> None:
    chance, people = random.Random(7), range(1, 41)
    with working_for(aarhus.pk):
        Notice.objects.bulk_create(drawn(chance, person) for person in people for _ in range(9))
        found = columns.answers(since=SINCE)
        told = dict(zip(found.ids.tolist(), found.unanswered.tolist(), strict=True))

        assert {one: told.get(one, 0) for one in people} == queries.unanswered(people, SINCE)
        assert any(told.values())


def test_the_last_answer_is_the_same_when_it_is_recent(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        for hours in (50, 10):
            Notice.objects.create(
                person_id=5, kind="tests.push", wants_answer=True, sent_at=NOW,
                created_at=NOW - timedelta(hours=hours),
                opened_at=NOW - timedelta(hours=hours - 1),
            )  # fmt: skip
        (last,) = columns.answers(since=SINCE, ids=[5]).last_answer

        assert datetime.fromtimestamp(last, UTC) == queries.last_answer([5])[5]
        assert len(columns.answers(since=SINCE, ids=[6]).ids) == 0
