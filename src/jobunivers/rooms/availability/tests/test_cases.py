# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A case is opened, established, heard and decided by named people, or not at all."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.availability import actions, queries
from jobunivers.rooms.availability.models import (
    BenefitGroup,
    Case,
    CaseEntry,
    CaseFact,
    CaseKind,
    CaseState,
    Outcome,
)
from jobunivers.rooms.availability.queries import words
from jobunivers.rooms.availability.queries.procedures import missing_rules, procedures
from jobunivers.rooms.availability.tests.making import (
    ALL_YES,
    EVENT,
    NOON,
    TODAY,
    decide,
    hear,
    heard_case,
    make_case,
    set_facts,
)
from jobunivers.rooms.followup.models import StaffTask, TaskState
from jobunivers.science.procedure import Procedure

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_aarhus(kirsten: Person) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False), working_for(kirsten.municipality_id or 0):
        yield


def kinds_told(person: Person) -> list[str]:
    return list(
        Notice.objects.filter(person_id=person.pk).order_by("pk").values_list("kind", flat=True)
    )


def step(case: Case, code: str, *, on: date = TODAY) -> str:
    case.refresh_from_db()
    found = queries.guide(case, on=on).step(code)
    return found.state if found else "gone"


def draft(case: Case, staff: Person, outcome: Outcome, *, days: int | None = None) -> Case:
    case.refresh_from_db()
    entry = actions.DecisionEntry(outcome=outcome, reasons="Fordi.", text="Brev.", days=days)
    return actions.draft_decision(
        case_id=case.pk, version=case.version, entry=entry, staff_id=staff.pk, at=NOON
    )


def test_from_opening_to_a_signed_deduction(kirsten: Person, omar: Person) -> None:
    case = heard_case(kirsten, omar)
    assert step(case, "decide_sanction") == "possible"

    decide(case, omar, Outcome.DAYS, days=3, rate=450, rate_source="Satser 2026")

    case.refresh_from_db()
    assert (case.state, case.outcome, case.decided_by_id) == ("decided", "days", omar.pk)
    assert kinds_told(kirsten) == [
        "availability.opened", "availability.hearing", "availability.decided",
    ]  # fmt: skip
    assert kinds_told(omar) == ["availability.answered"]
    assert not StaffTask.objects.filter(state=TaskState.OPEN).exists()
    last = CaseEntry.objects.filter(what="case_decided").get()
    assert last.data["facts"]["guided"] is True
    assert Event.objects.filter(kind="availability.case_decided", actor_id=omar.pk).count() == 1


def test_without_written_guidance_there_is_no_sanction(kirsten: Person, omar: Person) -> None:
    case = heard_case(kirsten, omar)
    set_facts(case, omar, guided=False)

    assert step(case, "decide_sanction") == "forbidden"
    with pytest.raises(actions.NotAllowed) as stopped:
        draft(case, omar, Outcome.DAYS, days=1)
    assert "Vejledt på skrift" in " ".join(stopped.value.why)


def test_what_is_not_known_stops_it_and_says_what_to_find_out(
    kirsten: Person, omar: Person
) -> None:
    case = heard_case(kirsten, omar)
    set_facts(case, omar, guided=None)
    case.refresh_from_db()
    found = queries.guide(case, on=TODAY).step("decide_sanction")
    assert found is not None
    assert found.state == "unknown"
    assert words.fact_words("guided", case.kind) in found.find_out
    with pytest.raises(actions.NotAllowed):
        draft(case, omar, Outcome.DAYS, days=1)


def test_a_reasonable_cause_ends_it_without_sanction(kirsten: Person, omar: Person) -> None:
    case = heard_case(kirsten, omar)
    set_facts(case, omar, cause=True, causes=["illness"])
    assert step(case, "decide_sanction") == "forbidden"
    decide(case, omar, Outcome.NOTHING)
    case.refresh_from_db()
    assert (case.outcome, case.causes) == ("nothing", ["illness"])


def test_she_is_heard_before_anything_is_decided_against_her(kirsten: Person, omar: Person) -> None:
    case = make_case(kirsten, omar)
    set_facts(case, omar, cause=False, **ALL_YES)
    assert step(case, "decide_sanction") == "forbidden"
    hear(case, omar, days=7)
    assert step(case, "decide_sanction", on=TODAY + timedelta(days=7)) == "forbidden"
    assert step(case, "decide_sanction", on=TODAY + timedelta(days=8)) == "possible"


def test_her_answer_makes_the_cause_to_be_weighed_anew(kirsten: Person, omar: Person) -> None:
    case = make_case(kirsten, omar)
    set_facts(case, omar, cause=False, **ALL_YES)
    hear(case, omar)
    actions.answer_hearing(case_id=case.pk, words="Jeg var syg.", by_id=kirsten.pk, at=NOON)
    assert CaseFact.objects.get(case=case, code="cause").value is None
    assert step(case, "weigh") == "required"
    assert step(case, "decide_sanction") == "unknown"


def test_after_three_full_months_a_deduction_is_forbidden(kirsten: Person, omar: Person) -> None:
    case = heard_case(kirsten, omar, event_on=date(2026, 8, 14))
    assert step(case, "decide_sanction", on=date(2026, 11, 30)) == "possible"
    assert step(case, "decide_sanction", on=date(2026, 12, 1)) == "forbidden"


def test_a_draft_that_became_too_late_cannot_be_signed(kirsten: Person, omar: Person) -> None:
    case = heard_case(kirsten, omar, event_on=date(2026, 8, 14))
    case = draft(case, omar, Outcome.DAYS, days=1)
    with pytest.raises(actions.NotAllowed):
        actions.sign_decision(
            case_id=case.pk, version=case.version, staff_id=omar.pk,
            at=NOON + timedelta(days=10),
        )  # fmt: skip
    case.refresh_from_db()
    assert case.state == CaseState.OPEN


@pytest.mark.parametrize("day", [date(2026, 1, 31), date(2027, 1, 4)])
def test_a_gap_in_the_procedures_is_named_and_allows_nothing_against_her(
    kirsten: Person, omar: Person, day: date
) -> None:
    later = NOON + timedelta(days=60)
    case = make_case(kirsten, omar, event_on=day, at=max(NOON, later))
    found = queries.guide(case, on=day)
    assert "gennemgået fremgangsmåde" in found.gap
    assert str(day.day) in found.gap
    assert found.outcomes(case.kind) == [Outcome.NOTHING, Outcome.GUIDANCE]
    with pytest.raises(actions.NotAllowed):
        draft(case, omar, Outcome.DAYS, days=1)
    decide(case, omar, Outcome.NOTHING)


def test_a_gap_in_the_rules_stops_the_step_and_names_the_rule(
    kirsten: Person, omar: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacks(_procedure: Procedure, _kind: str, _day: date) -> frozenset[str]:
        return frozenset({"sanction.absent_talk"})

    case = heard_case(kirsten, omar)
    monkeypatch.setattr("jobunivers.rooms.availability.queries.guiding.missing_rules", lacks)
    found = queries.guide(case, on=TODAY)
    assert "sanction.absent_talk" in found.gap
    assert step(case, "decide_sanction") == "no_rule"
    with pytest.raises(actions.NotAllowed) as stopped:
        draft(case, omar, Outcome.DAYS, days=1)
    assert "sanction.absent_talk" in " ".join(stopped.value.why)


@pytest.mark.parametrize("kind", CaseKind.values)
def test_the_dated_register_has_every_rule_that_a_procedure_stands_on(kind: str) -> None:
    for procedure in procedures():
        assert missing_rules(procedure, kind, procedure.since) == frozenset()
        if procedure.until is not None:
            last = procedure.until - timedelta(days=1)
            assert missing_rules(procedure, kind, last) == frozenset()


def test_every_step_fact_and_deadline_has_its_words() -> None:
    for procedure in procedures():
        assert {one.code for one in procedure.kinds} == set(CaseKind.values)
        for kind in CaseKind.values:
            for one in procedure.facts_of(kind):
                assert words.fact_words(one.code, kind) != one.code
            codes = {one.code for one in procedure.steps_of(kind)}
            for outcome in words.outcomes_of(kind):
                assert words.STEP_OF[kind, outcome] in codes
        assert {one.code for one in procedure.steps} <= set(words.STEPS)
        assert {one.code for one in procedure.deadlines} <= set(words.DEADLINES)


def test_the_kommune_cannot_sanction_dagpenge(kirsten: Person, omar: Person) -> None:
    case = make_case(kirsten, omar, group=BenefitGroup.INSURED)
    set_facts(case, omar, cause=False, **ALL_YES)
    found = queries.guide(case, on=TODAY)
    sanction = found.step("decide_sanction")
    assert found.insured
    assert sanction is not None
    assert "Dagpenge afgør a-kassen" in " ".join(sanction.why)
    with pytest.raises(actions.NotAllowed):
        hear(case, omar)


def test_of_the_activity_ready_more_is_asked(kirsten: Person, omar: Person) -> None:
    case = heard_case(kirsten, omar, group=BenefitGroup.ACTIVITY_READY)
    assert step(case, "decide_sanction") == "unknown"
    set_facts(case, omar, exhausted=True, promotes=False)
    assert step(case, "decide_sanction") == "forbidden"  # LAS § 13 (8)
    set_facts(case, omar, promotes=True)
    assert step(case, "decide_sanction") == "possible"


def test_help_is_reduced_once_in_a_month(kirsten: Person, omar: Person) -> None:
    case = heard_case(kirsten, omar, kind=CaseKind.NO_JOB_SEARCH)
    set_facts(case, omar, reduced_already=True)
    assert step(case, "decide_reduction") == "forbidden"
    set_facts(case, omar, reduced_already=False)
    assert step(case, "decide_reduction") == "possible"


def test_two_read_the_decision_where_the_kommune_wants_it(
    kirsten: Person, omar: Person, tove: Person, bente: Person
) -> None:
    actions.set_case_rules(four_eyes=True, why="Udvalget", actor_id=bente.pk, at=NOON)
    case = draft(heard_case(kirsten, omar), omar, Outcome.DAYS, days=1)
    asked: dict[str, Any] = {"case_id": case.pk, "version": case.version, "at": NOON}
    with pytest.raises(actions.NotAllowed):
        actions.sign_decision(staff_id=omar.pk, **asked)
    with pytest.raises(actions.SamePerson):
        actions.review_decision(staff_id=omar.pk, **asked)

    case = actions.review_decision(staff_id=tove.pk, **asked)
    actions.sign_decision(case_id=case.pk, version=case.version, staff_id=omar.pk, at=NOON)

    case.refresh_from_db()
    assert (case.state, case.reviewed_by_id) == ("decided", tove.pk)


def test_a_changed_draft_must_be_read_again(kirsten: Person, omar: Person, tove: Person) -> None:
    case = draft(heard_case(kirsten, omar), omar, Outcome.DAYS, days=1)
    case = actions.review_decision(case_id=case.pk, version=case.version, staff_id=tove.pk, at=NOON)
    assert case.reviewed_at is not None
    assert draft(case, omar, Outcome.GUIDANCE).reviewed_at is None


def test_nothing_of_a_decided_case_changes(kirsten: Person, omar: Person) -> None:
    case = decide(heard_case(kirsten, omar), omar, Outcome.GUIDANCE)
    asked: dict[str, Any] = {"case_id": case.pk, "staff_id": omar.pk, "at": NOON}
    with pytest.raises(actions.Closed):
        actions.withdraw(why="Fejl", **asked)
    with pytest.raises(actions.Closed):
        actions.sign_decision(version=case.version, **asked)
    with pytest.raises(actions.Closed):
        actions.answer_hearing(case_id=case.pk, words="Mere", by_id=kirsten.pk, at=NOON)
    assert CaseEntry.objects.filter(case_id=case.pk, what="case_decided").count() == 1


def test_one_thing_on_one_day_is_one_case_until_it_is_withdrawn(
    kirsten: Person, omar: Person
) -> None:
    case = make_case(kirsten, omar)
    with pytest.raises(actions.CaseExists) as there:
        make_case(kirsten, omar)
    assert there.value.case.pk == case.pk
    actions.withdraw(case_id=case.pk, why="Hun er flyttet", staff_id=omar.pk, at=NOON)
    assert make_case(kirsten, omar).pk != case.pk
    assert not StaffTask.objects.filter(state=TaskState.OPEN, ref=str(case.pk)).exists()


def test_what_has_not_happened_is_no_case(kirsten: Person, omar: Person) -> None:
    with pytest.raises(actions.NotYet):
        make_case(kirsten, omar, event_on=TODAY + timedelta(days=1))


def test_another_takes_over_when_somebody_is_on_leave(
    kirsten: Person, omar: Person, tove: Person
) -> None:
    case = make_case(kirsten, omar)
    actions.take_over(case_id=case.pk, staff_id=tove.pk, at=NOON)
    task = StaffTask.objects.get(state=TaskState.OPEN, ref=str(case.pk))
    assert task.owner_id == tove.pk
    case.refresh_from_db()
    assert (case.staff_id, case.opened_by_id) == (tove.pk, omar.pk)


def test_a_fact_that_stays_the_same_keeps_who_set_it(
    kirsten: Person, omar: Person, tove: Person
) -> None:
    case = make_case(kirsten, omar)
    set_facts(case, omar, guided=True)
    set_facts(case, tove, guided=True, duty=True)
    assert CaseFact.objects.get(case=case, code="guided").set_by_id == omar.pk
    assert CaseFact.objects.get(case=case, code="duty").set_by_id == tove.pk


@pytest.mark.parametrize(
    "change",
    [
        {"state": "decided", "outcome": "nothing", "text": "x", "reasons": "x"},
        {"state": "withdrawn"},
        {"hearing_sent_at": NOON},
        {"answered_at": NOON},
        {"why": ""},
    ],
)
def test_the_database_refuses_a_decision_without_a_person(
    kirsten: Person, omar: Person, change: dict[str, Any]
) -> None:
    case = make_case(kirsten, omar)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(**change)


def test_the_database_refuses_a_sanction_without_a_hearing(kirsten: Person, omar: Person) -> None:
    case = make_case(kirsten, omar)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(
            state="decided", outcome="days", text="x", reasons="x", decided_by_id=omar.pk,
            decided_at=NOON,
        )  # fmt: skip


def test_a_case_happened_before_it_is_read_as_of_its_own_day(kirsten: Person, omar: Person) -> None:
    assert make_case(kirsten, omar, event_on=EVENT).procedure == "2026-1"
    assert make_case(kirsten, omar, event_on=date(2026, 1, 20)).procedure == ""
