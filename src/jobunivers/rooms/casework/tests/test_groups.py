# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the overview and the courses can name is found anew when something is meant for it."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from jobunivers.foundation import groups
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions
from jobunivers.rooms.casework.actions import filters
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.segmentation.models import Placement
from jobunivers.rooms.tailored.tests.making import make_profile
from jobunivers.rooms.vacancies.tests.factories import make_vacancy


def offered(staff: Person) -> dict[str, list[str]]:
    found = groups.offered(staff_id=staff.pk, language="da")
    return {kind.code: [one.key for one in theirs] for kind, theirs in found}


def test_a_kept_filter_names_those_it_finds_now(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person, ida: Person
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        actions.fill_rows(at=now)
        kept = filters.save_filter(
            owner_id=omar.pk, name="Kirsten", query="navn=Kirsten", shared=False, at=now
        )
        key = str(kept.pk)

        assert groups.members("filter", key, at=now) == [kirsten.pk]
        assert key in offered(omar)["filter"]
        assert "filter" not in offered(ida)
        filters.change_filter(kept=kept, name="Mads", shared=True, query="navn=Mads", at=now)
        assert groups.members("filter", key, at=now) == [mads.pk]
        assert key in offered(ida)["filter"]


@pytest.mark.parametrize("key", ["0", "x", "99999999", "-1"])
def test_a_filter_that_is_gone_is_known_to_nobody(aarhus: Municipality, key: str) -> None:
    with working_for(aarhus.pk):
        assert groups.members("filter", key, at=timezone.now()) is None


def test_another_kommunes_filter_is_known_to_nobody(
    aarhus: Municipality, odense: Municipality, omar: Person
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        kept = filters.save_filter(owner_id=omar.pk, name="Alle", query="", shared=True, at=now)
    with working_for(odense.pk):
        assert groups.members("filter", str(kept.pk), at=now) is None


def test_a_filter_that_is_not_understood_is_not_everybody(
    aarhus: Municipality, kirsten: Person
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        actions.fill_rows(at=now)
        assert groups.members("query", "", at=now) == [kirsten.pk]
        assert groups.members("query", "maane=7", at=now) is None
        assert groups.members("query", "x" * 2001, at=now) is None


def test_a_course_names_those_who_stand_in_it(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        segmentation.ensure_policy(at=now)
        for person, course in ((kirsten, "self_driven"), (mads, "consultant")):
            Placement.objects.create(
                citizen_id=person.pk, course=course, rule="default", since=now, policy_id=1,
                computed_at=now,
            )  # fmt: skip
        assert groups.members("course", "self_driven", at=now) == [kirsten.pk]
        assert groups.members("course", "moon", at=now) is None


def test_work_names_those_who_have_done_or_wish_work_near_it(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person, index: Callable[[], None]
) -> None:
    make_vacancy("Lagerchef")
    index()
    make_profile(kirsten)
    now = timezone.now()
    with working_for(aarhus.pk):
        actions.fill_rows(at=now)
        assert groups.members("work", "132", at=now) == [kirsten.pk]
        assert groups.members("work", "221", at=now) == []
        assert groups.members("work", "999999", at=now) is None
        assert groups.members("work", "", at=now) is None
        assert "132" in offered(omar)["work"]
