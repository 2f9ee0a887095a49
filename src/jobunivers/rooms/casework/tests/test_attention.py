# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Points open, keep count, close by themselves, and people act on them once."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions, queries
from jobunivers.rooms.casework.models import (
    AttentionDecision,
    AttentionPoint,
    AttentionTuning,
    CitizenRow,
    PointState,
)
from jobunivers.rooms.casework.queries.attention_figures import FEWEST, figures
from jobunivers.rooms.casework.tests.making import make_point
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Teller
from jobunivers.rooms.plan import actions as plan
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import Application, ApplicationStatus
from jobunivers.science.attention import BadTuning
from jobunivers.trust import actions as trust

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
TODAY = date(2026, 11, 25)


@pytest.fixture
def idle(aarhus: Municipality, kirsten: Person) -> Person:
    """Return Kirsten, out of work for ten weeks, without a plan and without applications."""
    with working_for(aarhus.pk):
        journey.begin_spell(
            citizen_id=kirsten.pk,
            began_on=TODAY - timedelta(weeks=10),
            told_by=Teller.CITIZEN,
            at=NOW,
        )
    return kirsten


def codes(person: Person) -> set[str]:
    found = AttentionPoint.objects.filter(citizen_id=person.pk, state__in=["open", "postponed"])
    return set(found.order_by().values_list("code", flat=True))


def point(person: Person, code: str) -> AttentionPoint:
    return AttentionPoint.objects.filter(citizen_id=person.pk, code=code).order_by("-pk")[0]


def attended(person: Person, *, days: int = 0) -> set[str]:
    actions.attend(at=NOW + timedelta(days=days), citizen_ids=[person.pk])
    return codes(person)


def applied(person: Person, on: date, status: str = "applied", *, title: str = "Gartner") -> int:
    entry = vacancies.ApplicationEntry(
        status=ApplicationStatus(status), applied_on=on, title=title, employer="Nordvind ApS"
    )
    return int(
        vacancies.log_application(citizen_id=person.pk, vacancy_id=None, entry=entry, at=NOW).pk
    )


def test_whoever_needs_help_is_noticed_with_the_facts_that_say_so(
    aarhus: Municipality, idle: Person
) -> None:
    with working_for(aarhus.pk):
        assert attended(idle) >= {"plan_empty", "requirements", "no_application"}
        assert point(idle, "no_application").facts == {"days": 70}
        log = AttentionDecision.objects.get(citizen_id=idle.pk, code="no_application")
        assert (log.state, log.rules, log.facts) == ("open", "attention-1", {"days": 70})


def test_looking_twice_changes_nothing(aarhus: Municipality, idle: Person) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        before = list(AttentionPoint.objects.order_by("pk").values())
        again = actions.attend(at=NOW)
        assert (again.opened, again.closed) == (0, 0)
        assert list(AttentionPoint.objects.order_by("pk").values()) == before


def test_whoever_is_not_out_of_work_is_left_in_peace(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        assert attended(kirsten) == set()


def test_a_point_closes_by_itself_when_it_is_no_longer_so(
    aarhus: Municipality, idle: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        applied(idle, TODAY)
        assert "no_application" not in attended(idle)
        one = point(idle, "no_application")
        assert (one.state, one.how, one.closed_by_id) == ("closed", "over", None)
        states = AttentionDecision.objects.filter(point_id=one.pk).order_by("pk")
        assert list(states.values_list("state", flat=True)) == ["open", "closed"]


def test_days_are_counted_on_without_anything_being_written(
    aarhus: Municipality, idle: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        attended(idle, days=3)
        assert point(idle, "no_application").facts == {"days": 70}
        line = queries.line_of(point(idle, "no_application"), "da", TODAY + timedelta(days=3))
        assert line is not None
        assert "2 måneder" in line.text


def test_whoever_is_away_is_not_pointed_at_and_comes_again(
    aarhus: Municipality, idle: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        journey.report_absence(
            citizen_id=idle.pk,
            kind=journey.AbsenceKind.HOLIDAY,
            starts_on=TODAY,
            ends_on=TODAY + timedelta(days=3),
            told_by=Teller.CITIZEN,
            at=NOW,
        )
        assert attended(idle) == {"absence_ends"}
        assert point(idle, "no_application").how == "absent"
        assert "no_application" in attended(idle, days=4)


def test_an_offer_is_to_be_confirmed_and_her_plan_is_read(
    aarhus: Municipality, idle: Person
) -> None:
    with working_for(aarhus.pk):
        applied(idle, TODAY - timedelta(days=20), "offer")
        plan.add_goal(citizen_id=idle.pk, entry=plan.GoalEntry(words="Få job"), at=NOW)
        found = attended(idle)
    assert "found_job" in found
    assert "plan_empty" not in found


def test_talks_without_an_offer_are_counted_once_an_application(
    aarhus: Municipality, idle: Person
) -> None:
    with working_for(aarhus.pk):
        for n in range(3):
            pk = applied(idle, TODAY - timedelta(days=80), title=f"Gartner {n}")
            vacancies.add_interview(
                application=Application.objects.get(pk=pk),
                entry=vacancies.InterviewEntry(on=TODAY - timedelta(days=40 - n)),
                at=NOW,
            )
        assert "no_offer" in attended(idle)
        assert point(idle, "no_offer").facts == {"days": 40, "interviews": 3}


def test_a_solved_point_rests_and_a_wrong_one_says_why(
    aarhus: Municipality, idle: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        pk = point(idle, "plan_empty").pk
        actions.solve(point_id=pk, staff_id=omar.pk, how="handled", at=NOW)
        with pytest.raises(actions.AlreadyHandled):
            actions.solve(point_id=pk, staff_id=omar.pk, how="handled", at=NOW)
        assert "plan_empty" not in attended(idle, days=13)
        assert "plan_empty" in attended(idle, days=14)
        with pytest.raises(actions.WordsAreMissing):
            actions.mark_wrong(
                point_id=point(idle, "requirements").pk,
                staff_id=omar.pk, why="other", note=" ", at=NOW,
            )  # fmt: skip


def test_what_is_put_away_can_be_undone(aarhus: Municipality, idle: Person, omar: Person) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        pk = point(idle, "plan_empty").pk
        actions.mark_wrong(point_id=pk, staff_id=omar.pk, why="known", note="", at=NOW)
        assert actions.undo(point_id=pk, staff_id=omar.pk, at=NOW).state == PointState.OPEN
        with pytest.raises(actions.AlreadyHandled):
            actions.undo(point_id=pk, staff_id=omar.pk, at=NOW)


def test_a_postponed_point_waits_for_its_day(
    aarhus: Municipality, idle: Person, ida: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        until = TODAY + timedelta(days=7)
        pk = point(idle, "plan_empty").pk
        actions.postpone(point_id=pk, staff_id=ida.pk, until=until, at=NOW)

        def seen(day: date) -> list[str]:
            asker = queries.Asker(ida.pk, ida.role, day)
            found = queries.work_list(asker, whose="team", kind="", language="da", page=None)
            return [one.code for block in found.blocks for one in block.points]

        assert "plan_empty" not in seen(until - timedelta(days=1))
        assert "plan_empty" in seen(until)


def test_each_team_sees_what_is_its_own_whichever_came_first(
    aarhus: Municipality, idle: Person, ida: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        make_point(idle, "requirements")
        make_point(idle, "plan_empty")
        make_point(idle, "no_application")
        seen = {
            person.pk: [
                one.code
                for block in queries.work_list(
                    queries.Asker(person.pk, person.role, TODAY),
                    whose="team", kind="", language="da", page=None,
                ).blocks
                for one in block.points
            ]
            for person in (ida, omar)
        }  # fmt: skip
    assert seen == {ida.pk: ["plan_empty"], omar.pk: ["requirements", "no_application"]}


def test_a_consultant_sees_her_own_and_the_team_no_longer_does(
    aarhus: Municipality, idle: Person, ida: Person, tove: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        segmentation.assign_consultant(citizen_id=idle.pk, staff_id=tove.pk, by_id=ida.pk, at=NOW)
        hers = queries.work_list(
            queries.Asker(tove.pk, tove.role, TODAY), whose="", kind="", language="da", page=None
        )
        team = queries.work_list(
            queries.Asker(ida.pk, ida.role, TODAY), whose="team", kind="", language="da", page=None
        )
    assert hers.whose == "mine"
    assert [block.citizen_id for block in hers.blocks] == [idle.pk]
    assert team.blocks == []


def test_she_says_that_it_does_not_fit_and_her_consultant_is_told(
    aarhus: Municipality, idle: Person, ida: Person, tove: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        segmentation.assign_consultant(citizen_id=idle.pk, staff_id=tove.pk, by_id=ida.pk, at=NOW)
        pk = point(idle, "no_application").pk
        with pytest.raises(actions.AlreadyHandled):
            actions.object_to_point(point_id=pk, citizen_id=mads.pk, words="Nej", at=NOW)
        actions.object_to_point(point_id=pk, citizen_id=idle.pk, words="Jeg ringer 📞", at=NOW)
        told = Notice.objects.filter(person_id=tove.pk, kind="casework.objection")
        assert told.count() == 1
        page = queries.her_page(citizen_id=idle.pk, language="da", at=NOW, today=TODAY)
    mine = next(one for one in page.now if one.pk == pk)
    assert (mine.objected, mine.objection) == (True, "Jeg ringer 📞")
    assert page.helper == tove.name


def test_a_kommune_decides_with_a_date_and_nothing_old_changes(
    aarhus: Municipality, idle: Person, anne: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        said: dict[str, Any] = {"decided_by": "Udvalget", "why": "Ro", "by_id": anne.pk, "at": NOW}
        actions.decide_tuning(
            body={"no_application": {"on": False}},
            effective_from=TODAY + timedelta(days=1),
            **said,
        )
        assert "no_application" in attended(idle)
        assert "no_application" not in attended(idle, days=1)
        assert point(idle, "no_application").how == "off"
        with pytest.raises(ValueError, match="passed"):
            actions.decide_tuning(body={}, effective_from=TODAY - timedelta(days=1), **said)
        with pytest.raises(BadTuning):
            actions.decide_tuning(body={"moon": {"on": True}}, effective_from=TODAY, **said)
        assert AttentionTuning.objects.count() == 1


def test_a_kommune_may_switch_it_all_off(aarhus: Municipality, idle: Person, anne: Person) -> None:
    with working_for(aarhus.pk):
        attended(idle)
        trust.switch(code="attention", on=False, actor_id=anne.pk, reason="Prøve", at=NOW)
        assert attended(idle) == set()


def test_the_card_tells_how_often_a_rule_was_wrong_but_not_of_few(
    aarhus: Municipality, omar: Person
) -> None:
    with working_for(aarhus.pk):
        for n in range(FEWEST):
            AttentionPoint.objects.create(
                citizen_id=n + 1, code="inactive", rules="attention-1", facts_on=TODAY,
                owner="adviser", state="wrong" if n < 6 else "solved", how="known",
                opened_at=NOW, closed_at=NOW, closed_by_id=omar.pk,
            )  # fmt: skip
        AttentionPoint.objects.create(
            citizen_id=1, code="deadline", rules="attention-1", facts_on=TODAY, owner="adviser",
            state="wrong", how="known", opened_at=NOW, closed_at=NOW, closed_by_id=omar.pk,
        )  # fmt: skip
        told = figures(NOW)
    assert [str(one.value) for one in told] == ["6 af 20"]


def test_the_overviews_row_knows_what_waits(
    aarhus: Municipality, idle: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        actions.fill_rows(at=NOW)
        waits = attended(idle)
        assert set(CitizenRow.objects.get(citizen_id=idle.pk).flags) == waits
        pk = point(idle, "plan_empty").pk
        actions.solve(point_id=pk, staff_id=omar.pk, how="handled", at=NOW)
        flags = set(CitizenRow.objects.get(citizen_id=idle.pk).flags)
        assert flags == waits - {"plan_empty"}


def test_another_kommune_sees_nothing(
    aarhus: Municipality, odense: Municipality, idle: Person
) -> None:
    with working_for(aarhus.pk):
        attended(idle)
    with working_for(odense.pk):
        assert AttentionPoint.objects.count() == 0
        assert queries.open_codes() == {}
