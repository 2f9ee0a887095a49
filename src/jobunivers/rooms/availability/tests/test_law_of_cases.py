# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each group stands under its own law, and nothing is signed on what was known before."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.availability import actions, queries
from jobunivers.rooms.availability.models import BenefitGroup, Case, CaseKind, Outcome
from jobunivers.rooms.availability.queries import letters
from jobunivers.rooms.availability.queries.procedures import procedures
from jobunivers.rooms.availability.tests.making import (
    ALL_YES,
    NOON,
    TODAY,
    decide,
    hear,
    heard_case,
    make_case,
    set_facts,
)
from jobunivers.rooms.availability.tests.test_cases import draft, step
from jobunivers.rooms.segmentation.tests.page_making import out_of_work
from jobunivers.science.law.references import parse
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_aarhus(kirsten: Person) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False), working_for(kirsten.municipality_id or 0):
        yield


def cited(case: Case) -> set[str]:
    case.refresh_from_db()
    found = queries.guide(case, on=TODAY)
    said = [*(one.references for one in found.facts), *(one.references for one in found.steps)]
    return {place for references in said for place in references}


@pytest.mark.parametrize("kind", CaseKind.values)
def test_each_group_is_told_of_its_own_order(kirsten: Person, omar: Person, kind: str) -> None:
    """BEK 19/2026 § 1 and BEK 20/2026 § 1: one is for the activity-ready, one for the others."""
    case = make_case(kirsten, omar, kind=CaseKind(kind), group=BenefitGroup.JOB_READY)
    assert not any(one.startswith("BEK 20/") for one in cited(case))
    assert any(one.startswith("BEK 19/") for one in cited(case))
    Case.objects.filter(pk=case.pk).update(group=BenefitGroup.ACTIVITY_READY)
    if kind not in {CaseKind.NOT_REGISTERED, CaseKind.NO_JOB_SEARCH}:
        assert not any(one.startswith("BEK 19/") for one in cited(case))
    assert {"BEK 20/2026 § 13", "BEK 20/2026 § 11"} <= cited(case)


def test_while_it_is_not_known_what_she_receives_both_orders_are_named(
    kirsten: Person, omar: Person
) -> None:
    case = make_case(kirsten, omar, group=BenefitGroup.UNKNOWN)
    assert {"BEK 19/2026 § 10, stk. 1", "BEK 20/2026 § 7, stk. 1"} <= cited(case)


def test_every_place_in_the_law_that_a_procedure_names_can_be_read() -> None:
    for procedure in procedures():
        rows = [
            *(one.references for one in procedure.kinds),
            *(one.duties for one in procedure.kinds),
            *(one.references for one in procedure.facts),
            *(one.references for one in procedure.deadlines),
            *(one.references for one in procedure.steps),
        ]
        for one in (each for references in rows for each in references):
            parse(one.words)


@pytest.mark.parametrize("group", [BenefitGroup.ACTIVITY_READY, BenefitGroup.EDUCATION])
@pytest.mark.parametrize("kind", [CaseKind.NO_JOB_SEARCH, CaseKind.NOT_REGISTERED])
def test_who_has_no_duty_to_seek_work_is_not_heard_or_reduced_for_it(
    kirsten: Person, omar: Person, group: BenefitGroup, kind: CaseKind
) -> None:
    case = make_case(kirsten, omar, kind=kind, group=group)
    set_facts(case, omar, cause=False, reduced_already=False, due_to_her=True, exhausted=True,
              promotes=True, **ALL_YES)  # fmt: skip
    with pytest.raises(actions.NotAllowed) as stopped:
        hear(case, omar)
    assert "LAS §§ 8 a og 13 a" in " ".join(stopped.value.why)
    assert queries.guide(case, on=TODAY).outcomes(kind) == [Outcome.NOTHING, Outcome.GUIDANCE]
    decide(case, omar, Outcome.NOTHING)


def test_unemployment_allowance_has_rules_of_its_own_and_is_not_called_dagpenge(
    kirsten: Person, omar: Person
) -> None:
    case = make_case(kirsten, omar, group=BenefitGroup.FLEX)
    with pytest.raises(actions.NotAllowed) as stopped:
        hear(case, omar)
    assert "LAS §§ 75 a-77 b" in " ".join(stopped.value.why)
    assert "Dagpenge" not in " ".join(stopped.value.why)


@pytest.mark.parametrize("late", ["answer", "fact"])
def test_a_draft_of_what_was_known_before_is_neither_read_nor_signed(
    kirsten: Person, omar: Person, tove: Person, late: str
) -> None:
    case = draft(heard_case(kirsten, omar), omar, Outcome.DAYS, days=1)
    if late == "answer":
        actions.answer_hearing(case_id=case.pk, words="Jeg var syg.", by_id=kirsten.pk, at=NOON)
        set_facts(case, omar, cause=False)
    else:
        set_facts(case, omar, contact_tried=False)
    case.refresh_from_db()
    asked: dict[str, Any] = {"case_id": case.pk, "version": case.version, "at": NOON}
    for act, who in ((actions.sign_decision, omar), (actions.review_decision, tove)):
        with pytest.raises(actions.NotAllowed) as stopped:
            act(staff_id=who.pk, **asked)
        assert "gem det igen" in " ".join(stopped.value.why)
    assert step(case, "write") == "required"
    decide(case, omar, Outcome.DAYS, days=1)


def test_what_staff_write_down_of_a_call_leaves_her_own_words(
    kirsten: Person, omar: Person
) -> None:
    case = make_case(kirsten, omar)
    set_facts(case, omar, **ALL_YES)
    hear(case, omar)
    say: dict[str, Any] = {"case_id": case.pk, "at": NOON}
    actions.answer_hearing(words="Jeg var syg.", by_id=kirsten.pk, **say)
    for _twice in range(2):
        actions.answer_hearing(words="Ringede: havde feber.", by_id=omar.pk, **say)
    case.refresh_from_db()
    assert case.answer == "Jeg var syg.\n\nRingede: havde feber."
    actions.answer_hearing(words="Jeg havde feber.", by_id=kirsten.pk, **say)
    case.refresh_from_db()
    assert case.answer == "Jeg havde feber."


@pytest.mark.parametrize(
    ("group", "told"), [(BenefitGroup.JOB_READY, True), (BenefitGroup.ACTIVITY_READY, False)]
)
def test_a_letter_tells_nobody_of_a_job_log_she_need_not_keep(
    kirsten: Person, omar: Person, group: BenefitGroup, told: bool
) -> None:
    case = make_case(kirsten, omar, group=group)
    case.outcome, case.reasons = Outcome.GUIDANCE, "Fordi."
    letter = letters.decision_letter(case, [], name="Kirsten", complain_by="")
    assert ("joblog" in letter) is told
    assert "%(" not in letter


def asked_of_law(asked: CaptureQueriesContext) -> list[str]:
    return [one["sql"] for one in asked if "law_registerapproval" in one["sql"]]


def test_a_page_asks_once_which_rules_hold_however_many_it_shows(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    out_of_work(kirsten)
    with CaptureQueriesContext(connection) as asked:
        page = as_kirsten.get("/raadighed/")
    assert page.status_code == 200
    assert len(asked_of_law(asked)) == 1
