# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A notice is read by one person, in her language, made of words when it is shown."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import translation
from django.utils.translation import get_language

from jobunivers.foundation.notices import actions, queries
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
KIND = "tests.jobs_found"


@pytest.fixture
def worded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Register how a kind of notice reads."""

    def wording(data: object) -> str:
        count = data["count"]  # type: ignore[index]
        return f"{count} new jobs" if get_language() == "en" else f"{count} nye job"

    monkeypatch.setattr("jobunivers.foundation.notices.queries.own._wordings", {})
    queries.word(KIND, wording)


@pytest.mark.usefixtures("worded")
def test_one_notice_reads_in_both_languages(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        notice = actions.notify(person_id=1, kind=KIND, at=NOW, data={"count": 3}, path="/aarhus/")
    with translation.override("da"):
        assert queries.text_of(notice) == "3 nye job"
    with translation.override("en"):
        assert queries.text_of(notice) == "3 new jobs"


def test_a_kind_without_words_says_its_name_rather_than_breaking_the_page(
    aarhus: Municipality,
) -> None:
    with working_for(aarhus.pk):
        notice = actions.notify(person_id=1, kind="tests.unknown", at=NOW)
    assert queries.text_of(notice) == "tests.unknown"


def test_reading_marks_ones_own_notices_once(aarhus: Municipality, odense: Municipality) -> None:
    with working_for(odense.pk):
        actions.notify(person_id=1, kind=KIND, at=NOW)
    with working_for(aarhus.pk):
        for minutes, person_id in ((0, 1), (1, 1), (2, 2)):
            actions.notify(person_id=person_id, kind=KIND, at=NOW + timedelta(minutes=minutes))
        assert queries.unread_count(person_id=1) == 2
        newest, oldest = queries.latest(person_id=1)
        assert newest.created_at > oldest.created_at
        assert actions.mark_read(person_id=1, at=NOW) == 2
        assert actions.mark_read(person_id=1, at=NOW + timedelta(days=1)) == 0
        assert queries.unread_count(person_id=1) == 0
        assert queries.unread_count(person_id=2) == 1
    with working_for(odense.pk):
        assert queries.unread_count(person_id=1) == 1
