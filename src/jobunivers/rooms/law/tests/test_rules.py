# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules answer by date; a kommune sets what the law leaves to it; nothing decided is edited."""

import copy
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.law import actions, queries
from jobunivers.rooms.law.models import OwnValue, RegisterText
from jobunivers.rooms.law.queries import guidance
from jobunivers.rooms.law.queries.rules import remembering
from jobunivers.rooms.law.queries.shipped import shipped, shipped_body
from jobunivers.rooms.law.tests.making import NOW
from jobunivers.science.law import BadRegister
from jobunivers.science.law.references import parse

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
DECISION = actions.Decision(decided_by="Beskæftigelsesudvalget", why="Så der er tid til svar.")


def set_days(days: int | None, valid_from: date = TODAY) -> OwnValue:
    return actions.set_own_value(
        code="case.hearing", key="days", value=days, valid_from=valid_from, decision=DECISION,
        by_id=1, today=TODAY, at=NOW,
    )  # fmt: skip


def test_the_shipped_register_and_its_processes_can_be_read() -> None:
    law = shipped()

    assert len(law.register.lines) > 60
    assert len(law.processes) > 15
    for line in law.register.lines.values():
        for version in line.versions:
            assert version.basis == "commentary" or version.references
            for reference in version.references:
                parse(reference)


def test_a_rule_is_what_it_was_on_its_day() -> None:
    before = queries.rule("cv.insured", on=date(2026, 1, 31))
    after = queries.rule("cv.insured", on=date(2026, 2, 1))

    assert (before.citation, after.citation) == ("LAB § 23, stk. 1, nr. 1", "BEK 46/2026 § 13")
    assert before.values["days"] == after.values["days"] == 14


def test_a_day_without_a_rule_is_refused_and_the_rule_is_named() -> None:
    with pytest.raises(queries.NoRuleOn) as refused:
        queries.rule("sanction.day_rates", on=date(2020, 1, 1))

    assert (refused.value.code, refused.value.day) == ("sanction.day_rates", date(2020, 1, 1))


def test_a_rule_nobody_knows_is_refused() -> None:
    with pytest.raises(queries.UnknownRule):
        queries.rule("sanction.moon", on=TODAY)


def test_what_rests_on_commentary_says_so() -> None:
    assert queries.rule("talk.count.fund", on=TODAY).basis == "commentary"
    assert queries.rule("talk.count.fund", on=date(2025, 5, 1)).basis == "law"


def test_a_kommunes_own_value_stands_on_top_in_that_kommune_alone(
    aarhus: Municipality, odense: Municipality
) -> None:
    with working_for(aarhus.pk):
        set_days(10)
        mine = queries.rule("case.hearing", on=TODAY)
    with working_for(odense.pk):
        theirs = queries.rule("case.hearing", on=TODAY)

    assert (mine.values["days"], mine.own[0].decided_by) == (10, "Beskæftigelsesudvalget")
    assert "days" not in theirs.values


def test_a_later_decision_takes_over_on_its_day_and_one_without_a_number_opens_it_again(
    aarhus: Municipality,
) -> None:
    with working_for(aarhus.pk):
        set_days(10)
        set_days(14, date(2027, 1, 1))
        set_days(None, date(2027, 6, 1))

        days = [
            queries.rule("case.hearing", on=day).values.get("days")
            for day in (TODAY, date(2027, 1, 1), date(2027, 6, 1))
        ]
    assert days == [10, 14, None]


def test_what_was_decided_stays_and_a_day_that_has_been_is_refused(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        row = set_days(10)
        with pytest.raises(actions.BeginsAlready):
            set_days(12)
        with pytest.raises(actions.TooEarly):
            set_days(12, date(2026, 11, 22))
        with pytest.raises(DatabaseError), transaction.atomic():
            OwnValue.objects.filter(pk=row.pk).update(value=60)


@pytest.mark.parametrize(
    ("code", "key", "value"),
    [("sanction.effect_within", "months", 9), ("case.hearing", "weeks", 2),
     ("case.hearing", "days", 0), ("case.hearing", "days", 61)],
)  # fmt: skip
def test_what_the_law_does_not_leave_open_cannot_be_set(
    aarhus: Municipality, code: str, key: str, value: int
) -> None:
    with working_for(aarhus.pk), pytest.raises(actions.NotLeftOpen):
        actions.set_own_value(
            code=code, key=key, value=value, valid_from=TODAY, decision=DECISION, by_id=1,
            today=TODAY, at=NOW,
        )  # fmt: skip


def test_a_new_register_holds_only_when_it_is_approved(aarhus: Municipality) -> None:
    actions.ensure_rules(at=NOW)
    body = copy.deepcopy(shipped_body())
    rule = next(one for one in body["rules"] if one["code"] == "sanction.effect_within")
    rule["version"][0]["values"]["months"] = 4
    text = actions.ensure_rules(at=NOW, body=body)

    before = queries.rule("sanction.effect_within", on=TODAY).values["months"]
    with working_for(aarhus.pk):
        actions.approve_register(text=text, by_id=1, why="Læst i loven.", at=NOW)
    after = queries.rule("sanction.effect_within", on=TODAY).values["months"]

    assert (before, after) == (3, 4)
    with pytest.raises(actions.ApprovedAlready):
        actions.approve_register(text=text, by_id=1, why="Igen.", at=NOW)


def test_a_register_with_a_gap_is_never_kept() -> None:
    body = copy.deepcopy(shipped_body())
    rule = next(one for one in body["rules"] if one["code"] == "cv.insured")
    rule["version"][0]["until"] = "2026-01-01"
    kept = RegisterText.objects.count()

    with pytest.raises(BadRegister) as refused:
        actions.ensure_rules(at=NOW, body=body)

    assert [one.code for one in refused.value.problems] == ["gap"]
    assert "2026-01-31" in refused.value.problems[0].text
    assert RegisterText.objects.count() == kept


def test_deadlines_are_counted_from_days_that_are_known_and_from_no_others() -> None:
    on, since = TODAY, date(2026, 11, 22)
    page = guidance.process_page(
        code="first_weeks_insured", on=on, since=since, language="da",
        known={"registered": date(2026, 11, 1)},
    )  # fmt: skip

    assert page is not None
    steps = {step.code: step for step in page.steps}
    assert (steps["cv"].due, steps["cv"].late) == (date(2026, 11, 15), True)
    assert steps["register"].due is None
    assert page.changed == ()


def test_what_is_new_since_another_day_is_named_and_missing_rules_are_too() -> None:
    old = date(2026, 1, 31)
    page = guidance.process_page(code="cv", on=date(2026, 2, 1), since=old, language="da")
    early = guidance.process_page(code="cv", on=date(2001, 1, 1), since=old, language="da")

    assert page is not None
    assert early is not None
    assert "CV på Jobnet, når du får dagpenge" in page.changed
    assert len(early.missing) == 3
    assert all(step.rule is None and step.due is None for step in early.steps)


def test_what_is_set_or_approved_while_a_page_is_made_holds_on_it(aarhus: Municipality) -> None:
    with working_for(aarhus.pk), remembering():
        before = queries.rule("case.hearing", on=TODAY)
        assert "days" not in before.values
        set_days(7)
        assert queries.rule("case.hearing", on=TODAY).values["days"] == 7
    changed = copy.deepcopy(shipped_body())
    changed["rules"] = [one for one in changed["rules"] if one["code"] != "data.matching"]
    with working_for(aarhus.pk), remembering():
        assert queries.rule("data.matching", on=TODAY)
        text = actions.ensure_rules(at=NOW, body=changed)
        actions.approve_register(text=text, by_id=1, why="Prøve", at=NOW)
        with pytest.raises(queries.UnknownRule):
            queries.rule("data.matching", on=TODAY)
