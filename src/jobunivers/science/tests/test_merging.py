# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.merging import COMPARED, NOW, Kind, Line, Merged, compare, merge
from jobunivers.science.merging.likeness import agree, alike, firm, nearer, plain


def job(title: str, employer: str = "", started: str = "", ended: str = "", **more: object) -> Line:
    fields = {"title": title, "employer": employer, "started": started, "ended": ended}
    key = str(more.pop("key", f"{title}|{employer}|{started}|{ended}"))
    return Line(key=key, kind="experience", fields=fields, **more)  # type: ignore[arg-type]


def verdict(have: Line, told: Line) -> Merged:
    (merged,) = merge([have], [told])
    return merged


HELPER = job("Social- og sundhedshjælper", "Plejecenter Fyrretoppen", "2009-08", "2026-03")


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (job("social og sundhedshjælper", "PLEJECENTER FYRRETOPPEN", "2009-08", "2026-03"), "same"),
        (job("Social- og sundhedshjælper", "Fyrretoppen", "2009", "2026"), "same"),
        (job("Social- og sundhedshjælper", "Plejecenter Fyrretoppen", "2009-10", "2026-03"),
         "differs"),
        (job("Social- og sundhedshjælper", "Hjemmeplejen i Viby", "2009-08", "2026-03"), "new"),
        (job("Social- og sundhedshjælper", "Plejecenter Fyrretoppen", "2002-02", "2005-07"), "new"),
        (job("Rengøringsassistent", "Plejecenter Fyrretoppen", "2009-08", "2026-03"), "new"),
    ],
)  # fmt: skip
def test_the_same_job_told_twice_is_one_and_another_job_is_another(
    told: Line, expected: str
) -> None:
    assert verdict(HELPER, told).verdict == expected


def test_a_title_in_other_words_is_the_same_job_when_it_means_the_same() -> None:
    have = replace(HELPER, concept="sosu")
    told = job("SOSU", "Plejecenter Fyrretoppen", "2009-08", "2026-03", concept="sosu")
    merged = verdict(have, told)
    assert merged.verdict == "same"
    assert {reason.what for reason in merged.reasons} == {"title", "employer", "dates"}
    assert verdict(HELPER, replace(told, concept="")).verdict == "new"


def test_a_nearer_time_adds_and_a_coarser_one_says_nothing() -> None:
    year = job("Kok", "Kroen i Hou", "2019", "2021")
    month = job("Kok", "Kroen i Hou", "2019-05", "2021-02")
    assert verdict(year, month).adds == ("started", "ended")
    assert verdict(month, year).verdict == "same"


def test_what_has_not_ended_and_what_has_are_a_disagreement() -> None:
    merged = verdict(job("Kok", "Kroen", "2019-05", NOW), job("Kok", "Kroen", "2019-05", "2024-01"))
    assert merged.differs == ("ended",)


def test_what_she_settled_is_not_asked_about_again() -> None:
    have = replace(HELPER, settled=frozenset({"started", "ended"}))
    told = job("Social- og sundhedshjælper", "Plejecenter Fyrretoppen", "2009-10", "2026-04")
    merged = verdict(have, told)
    assert merged.verdict == "same"
    assert merged.settled == ("started", "ended")


def test_what_she_said_no_to_stays_away_but_hides_nothing_she_has() -> None:
    ghost = replace(HELPER, key="ghost", gone=True)
    assert verdict(ghost, HELPER).verdict == "gone"
    (merged,) = merge([ghost, replace(HELPER, key="now")], [HELPER])
    assert merged.verdict == "same"


def test_two_jobs_like_each_other_meet_one_line_each() -> None:
    first = job("Pædagogmedhjælper", "Aarhus Kommune", "2015-01", "2016-01")
    second = job("Pædagogmedhjælper", "Aarhus Kommune", "2016-02", "2017-01")
    merged = merge([first, second], [replace(second, key="b"), replace(first, key="a")])
    assert [one.verdict for one in merged] == ["same", "same"]
    assert [one.line for one in merged] == [second, first]


def test_a_source_that_tells_a_job_twice_tells_it_once() -> None:
    short = job("Kok", "Kroen", "2019")
    whole = job("Kok", "Kroen", "2019-05", "2021-02")
    by_key = {one.told.key: one for one in merge([], [short, whole])}
    assert by_key[whole.key].verdict == "new"
    assert by_key[short.key].twin
    assert by_key[short.key].line == whole


def test_firms_are_known_by_their_name() -> None:
    assert firm("Salling Group A/S") == firm("Salling ApS") == "salling"
    assert firm("A/S") == "a/s"
    assert alike(plain("Bager"), plain("Slagter")) < 0.3


@pytest.mark.parametrize(
    ("one", "other", "may", "says_more"),
    [
        ("2019", "2019-05", True, False),
        ("2019-05", "2019", True, True),
        ("2019-05", "2019-06", False, False),
        (NOW, "2019", False, False),
    ],
)
def test_times_agree_when_they_may_be_the_same(
    one: str, other: str, may: bool, says_more: bool
) -> None:
    assert agree(one, other) is may
    assert nearer(one, other) is says_more


WORDS = st.sampled_from(
    ["Kok", "kok", "Køkkenassistent", "Kok i kantine", "Lagermedarbejder", "Lager", ""]
)
FIRMS = st.sampled_from(["Kroen", "Kroen A/S", "Aarhus Kommune", "Århus kommune", "Føtex", ""])
TIMES = st.sampled_from(["", "2018", "2019", "2019-05", "2019-06", "2021-12"])
CONCEPTS = st.sampled_from(["", "kok", "lager"])


KINDS: list[Kind] = ["experience", "education", "competence", "language"]


@st.composite
def lines(draw: st.DrawFn) -> Line:
    kind = draw(st.sampled_from(KINDS))
    fields = {
        "title": draw(WORDS), "words": draw(WORDS), "employer": draw(FIRMS),
        "institution": draw(FIRMS), "started": draw(TIMES),
        "ended": draw(st.one_of(TIMES, st.just(NOW))),
        "code": draw(st.sampled_from(["da", "en"])), "level": draw(st.sampled_from(["", "b", "c"])),
    }  # fmt: skip
    return Line(key="", kind=kind, fields=fields, concept=draw(CONCEPTS))


@st.composite
def known_lines(draw: st.DrawFn) -> Line:
    line = draw(lines())
    names = COMPARED[line.kind]
    settled = draw(st.frozensets(st.sampled_from(names))) if names else frozenset()
    return replace(line, settled=settled, gone=draw(st.booleans()))


def keyed(some: list[Line], mark: str) -> list[Line]:
    return [replace(line, key=f"{mark}{number}") for number, line in enumerate(some)]


KNOWN = st.lists(known_lines(), max_size=5).map(lambda some: keyed(some, "k"))
TOLD = st.lists(lines(), max_size=6).map(lambda some: keyed(some, "t"))
few = settings(max_examples=60, deadline=None)


@few
@given(KNOWN, TOLD, st.randoms(use_true_random=False))
def test_the_order_of_lines_does_not_matter(
    known: list[Line], told: list[Line], chance: random.Random
) -> None:
    mixed, others = list(told), list(known)
    chance.shuffle(mixed)
    chance.shuffle(others)
    before = {one.told.key: one for one in merge(known, told)}
    assert {one.told.key: one for one in merge(others, mixed)} == before


@few
@given(lines(), lines())
def test_likeness_is_mutual_and_everything_is_like_itself_or_says_too_little(
    one: Line, other: Line
) -> None:
    assert compare(one, other).score == compare(other, one).score
    assert 0.0 <= compare(one, other).score <= 1.0


@few
@given(KNOWN, TOLD)
def test_what_is_taken_over_is_known_the_next_time(known: list[Line], told: list[Line]) -> None:
    """The same import again brings nothing new: idempotence."""
    taken = [
        replace(one.told, key=f"n{number}")
        for number, one in enumerate(merge(known, told))
        if one.verdict == "new"
    ]
    after = merge([*known, *taken], told)
    new = [one.told for one in after if one.verdict == "new"]
    # Only what says too little to be like itself (a job without a name) can be new again.
    assert [line for line in new if compare(line, line).score > 0] == []


@few
@given(KNOWN, TOLD)
def test_nothing_settled_or_refused_is_asked_about(known: list[Line], told: list[Line]) -> None:
    for one in merge(known, told):
        if one.line is None or one.twin:
            assert one.differs == one.adds == one.settled == ()
            continue
        assert not one.line.settled & {*one.differs, *one.adds}
        assert one.line.gone == (one.verdict == "gone")
        assert bool(one.differs) == (one.verdict == "differs")
