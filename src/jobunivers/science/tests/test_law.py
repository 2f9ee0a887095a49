# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""References are read and printed, provisions cut into clauses, wrong registers refused."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.law import (
    BadRegister,
    NoRuleOn,
    Reference,
    UnknownReference,
    UnknownRule,
    label,
    parse,
    read_processes,
    read_register,
)
from jobunivers.science.law.naming import Named, named_in, near_citations
from jobunivers.science.law.processes import Deadline
from jobunivers.science.law.provisions import clauses, clean, in_force_from, part, repeals
from jobunivers.science.law.references import KINDS, DocumentNumber

NUMBERS = st.builds(
    DocumentNumber, st.sampled_from(KINDS), st.integers(1, 99_999), st.integers(1849, 2199)
)
SECTIONS = st.one_of(
    st.integers(1, 999).map(str),
    st.tuples(st.integers(1, 999), st.sampled_from("abcdæø")).map(lambda one: f"{one[0]} {one[1]}"),
)
SMALL = st.one_of(st.none(), st.integers(1, 99))
REFERENCES = st.builds(Reference, NUMBERS, SECTIONS, SMALL, SMALL, SMALL)


def version(number: int, start: str, until: str | None = None, **more: Any) -> dict[str, Any]:
    return {
        "number": number, "from": start, **({"until": until} if until else {}),
        "says_da": "Ord.", "says_en": "Words.", "law": ["LAB § 31, stk. 4"], "groups": ["alle"],
        "basis": "law", "source": "LAB", "checked_on": "2026-11-01", "review_by": "2027-01-01",
        **more,
    }  # fmt: skip


def body(*versions: dict[str, Any], code: str = "talk.first") -> dict[str, Any]:
    rule = {
        "code": code, "topic": "samtaler", "name_da": "Navn", "name_en": "Name",
        "version": list(versions),
    }  # fmt: skip
    return {"rules": [rule]}


def problems(tree: object) -> list[tuple[str, str]]:
    with pytest.raises(BadRegister) as refused:
        read_register(tree)
    return [(one.where, one.code) for one in refused.value.problems]


@settings(max_examples=60)
@given(REFERENCES)
def test_what_is_printed_is_read_as_the_same_place(reference: Reference) -> None:
    assert parse(label(reference)) == reference


@settings(max_examples=60)
@given(st.text(max_size=60))
def test_any_text_is_a_reference_or_is_said_to_be_none(text: str) -> None:
    try:
        found = parse(text)
    except UnknownReference:
        return
    assert parse(label(found)) == found


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("lab §31 stk 4 nr 2", "LAB § 31, stk. 4, nr. 2"),
        ("LBK 280/2024 § 35", "LAB § 35"),
        ("bekendtgørelse nr. 46 af 13. januar 2026 § 14, stk. 7", "BEK 46/2026 § 14, stk. 7"),
        ("LAS § 40a", "LAS § 40 a"),
        ("LAS § 35, stk. 3, 2. pkt.", "LAS § 35, stk. 3, 2. pkt."),
        ("BEK nr. 101/2026", "BEK 101/2026"),
    ],
)
def test_references_are_read_as_people_write_them(written: str, printed: str) -> None:
    assert label(parse(written)) == printed


def test_a_provision_is_cut_where_clauses_begin_and_not_where_they_are_spoken_of() -> None:
    text = (
        "§ 7 a. Den, der søger, jf. stk. 3, får svar: 1) Ja. 2) Nej, jf. nr. 1. Stk. 2. Efter "
        "stk. 1, 2. pkt., gælder det samme. Stk. 5. er ikke her. Stk. 3. Slut."
    )

    found = clauses(text)

    assert [one.number for one in found] == [1, 2, 3]
    assert found[0].items == ((1, "Ja."), (2, "Nej, jf. nr. 1."))
    assert part(text, 1, 2) == "Nej, jf. nr. 1."
    assert part(text, 4, None) is None
    assert part(text, None, None) == text


@settings(max_examples=50)
@given(st.text(max_size=200))
def test_no_word_of_a_provision_is_lost_when_it_is_cut(text: str) -> None:
    whole = clean(text)
    joined = "".join(one.text for one in clauses(whole))

    assert set(joined) <= set(whole) | set("Stk. 0123456789)")
    assert clean(whole) == whole


def test_texts_tell_when_they_begin_and_what_they_repeal() -> None:
    text = (
        "§ 46. Bekendtgørelsen træder i kraft den 1. februar 2026. Stk. 2. Bekendtgørelse nr. 1590 "
        "af 12. december 2023 om rådighed ophæves."
    )

    assert in_force_from(text) == date(2026, 2, 1)
    assert repeals(text) == ((1590, 2023),)
    assert in_force_from("Loven træder i kraft den 31. februar 2026.") is None


def test_joiners_inside_words_go_and_emoji_stay() -> None:
    assert clean("Mi\u200c\u200dtID og \u0000 😀") == "MitID og 😀"


def test_a_rule_holds_from_its_day_to_the_day_before_the_next() -> None:
    register = read_register(
        body(version(1, "2024-03-01", "2026-02-01"), version(2, "2026-02-01", values={"days": 7}))
    )

    assert register.rule("talk.first", on=date(2026, 1, 31)).number == 1
    assert register.rule("talk.first", on=date(2026, 2, 1)).values == {"days": 7}
    with pytest.raises(NoRuleOn):
        register.rule("talk.first", on=date(2024, 2, 29))
    with pytest.raises(UnknownRule):
        register.rule("talk.last", on=date(2026, 2, 1))


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([version(1, "2024-01-01", "2025-01-01"), version(2, "2025-06-01")], "gap"),
        ([version(1, "2024-01-01", "2025-06-01"), version(2, "2025-01-01")], "overlap"),
        ([version(1, "2024-01-01"), version(2, "2025-01-01")], "overlap"),
        ([version(2, "2024-01-01", "2025-01-01"), version(1, "2025-01-01")], "order"),
        ([version(1, "2024-01-01", "2024-01-01")], "order"),
        ([version(1, "2024-01-01", law=["LAX § 3"])], "reference"),
        ([version(1, "2024-01-01", law=[])], "missing"),
        ([version(1, "2024-13-01")], "no_date"),
        ([version(1, "2024-01-01", groups=["alle", "katte"])], "unknown"),
        ([version(1, "2024-01-01", says_en="")], "no_text"),
        ([version(1, "2024-01-01", values={"x": None})], "value"),
    ],
)
def test_a_wrong_register_is_refused_with_what_is_wrong(
    versions: list[dict[str, Any]], expected: str
) -> None:
    assert expected in [code for _where, code in problems(body(*versions))]


def test_every_mistake_is_said_with_its_place() -> None:
    tree = body(version(1, "soon", groups=[]), version(0, "2024-01-01", says_da=7))
    tree["rules"].append(tree["rules"][0])

    found = problems(tree)

    assert ("rules[0].version[0].from", "no_date") in found
    assert ("rules[0].version[1].number", "out_of_range") in found
    assert ("rules[0].version[1].says_da", "no_text") in found
    assert ("rules[1].code", "twice") in found


@pytest.mark.parametrize("tree", [None, [], {}, {"rules": []}, {"rules": "x"}, {"rules": [1]}])
def test_what_is_no_register_is_refused(tree: object) -> None:
    assert problems(tree)


_DAYS = st.lists(st.dates(date(2000, 1, 1), date(2040, 1, 1)), min_size=2, max_size=6, unique=True)


@settings(max_examples=30)
@given(_DAYS, st.dates(date(1999, 1, 1), date(2041, 1, 1)))
def test_exactly_one_version_holds_on_each_day_after_the_first(
    days: list[date], asked: date
) -> None:
    days = sorted(days)
    rows = [
        version(number, start.isoformat(), end.isoformat())
        for number, (start, end) in enumerate(pairwise(days), start=1)
    ]
    line = read_register(body(*rows)).lines["talk.first"]

    holding = [one for one in line.versions if one.holds_on(asked)]
    assert len(holding) == (1 if days[0] <= asked < days[-1] else 0)


def test_changes_between_two_days_are_the_same_the_other_way_round() -> None:
    register = read_register(body(version(1, "2024-01-01", "2025-01-01"), version(2, "2025-01-01")))
    old, new = date(2024, 6, 1), date(2025, 6, 1)

    (there,), (back,) = register.changes(old, new), register.changes(new, old)

    assert (there.before, there.after) == (back.after, back.before)
    assert register.changes(old, old) == []


def test_a_process_may_name_only_rules_and_steps_that_are_there() -> None:
    register = read_register(body(version(1, "2024-01-01", values={"days": 7})))
    step = {
        "code": "a", "kind": "required", "who": "kommune", "rule": "talk.first", "says_da": "Gør.",
        "says_en": "Do.", "deadline": {"value": "days", "unit": "days", "from": "registered"},
    }  # fmt: skip
    process = {
        "code": "p", "groups": ["alle"], "name_da": "N", "name_en": "N", "about_da": "O",
        "about_en": "A", "step": [step],
    }  # fmt: skip
    assert read_processes({"processes": [process]}, register)["p"].steps[0].rule == "talk.first"

    wrong = {**step, "code": "b", "rule": "no.rule", "after": ["c"], "kind": "maybe"}
    with pytest.raises(BadRegister) as refused:
        read_processes({"processes": [{**process, "step": [step, wrong]}]}, register)
    places = {one.where for one in refused.value.problems}
    assert {"processes[0].step[1].rule", "processes[0].step[1].after[0]"} <= places
    assert "processes[0].step[1].kind" in places


@pytest.mark.parametrize(
    ("unit", "amount", "last"),
    [("days", 14, date(2026, 2, 14)), ("weeks", 4, date(2026, 2, 28)),
     ("months", 1, date(2026, 2, 28)), ("calendar_months", 3, date(2026, 4, 30))],
)  # fmt: skip
def test_deadlines_end_on_the_day_the_law_counts(unit: str, amount: int, last: date) -> None:
    assert Deadline(amount, unit, "event").on(date(2026, 1, 31), amount) == last


def test_an_act_is_found_by_its_name_and_the_one_in_force_is_meant() -> None:
    acts = [
        Named(1, "Bekendtgørelse af lov om aktiv socialpolitik"),
        Named(2, "Bekendtgørelse af lov om aktiv socialpolitik", ended=True),
        Named(3, "Bekendtgørelse af lov om integration af udlændinge (integrationsloven)"),
    ]

    assert named_in("jf. § i lov om aktiv socialpolitik.", acts) == {1}
    assert named_in("efter Integrationsloven § 3", acts) == {3}
    assert named_in("lov om noget andet", acts) == set()


def test_what_stands_close_to_a_citation_is_told_apart_from_the_rest() -> None:
    far = "ord " * 40
    text = f"§ 4. {far}sygedagpenge jf. § 7 {far}"

    near = near_citations(text, words=3)

    assert near.split() == ["ord", "sygedagpenge", "jf.", "7", "ord", "ord"]
    assert near_citations(f"§ 4. {far}") == f"§ 4. {far}"
