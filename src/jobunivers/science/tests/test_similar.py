# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.explain import total
from jobunivers.science.gaps.similar import similar
from jobunivers.science.matching import Opening, Openings, Required, Vocabulary

NURSE, CARER, STOREMAN = (f"urn:occupation:{name}" for name in ("nurse", "carer", "storeman"))
CARE, MEDICINE, TRUCK, STOCK = (
    f"urn:skill:{name}" for name in ("care", "medicine", "truck", "stock")
)
WORDS = Vocabulary.build(
    occupations=[(NURSE, "2221", 1), (CARER, "2222", 2), (STOREMAN, "4321", 3)],
    groups=[("2", 1), ("22", 2), ("4", 3)],
    skills=[(CARE, 1), (MEDICINE, 2), (TRUCK, 3), (STOCK, 4)],
    relations=[
        (NURSE, CARE, True),
        (NURSE, MEDICINE, True),
        (CARER, CARE, True),
        (STOREMAN, TRUCK, True),
        (STOREMAN, STOCK, True),
    ],
)
TODAY = 20_000
JOB = Opening(
    id=1,
    occupation=NURSE,
    isco="2221",
    skills=(Required(CARE), Required(MEDICINE)),
    published_day=TODAY - 3,
)


def alike(*others: Opening, owner: int = 0, limit: int = 10) -> list[int]:
    packed = Openings.pack([JOB, *others], WORDS)
    return [o.id for o in similar(WORDS, packed, 1, day=TODAY, owner=owner, limit=limit)]


openings = st.lists(
    st.builds(
        Opening,
        id=st.integers(2, 9),
        occupation=st.sampled_from([NURSE, CARER, STOREMAN, ""]),
        skills=st.lists(st.sampled_from([CARE, MEDICINE, TRUCK, STOCK]), unique=True).map(
            lambda uris: tuple(Required(uri) for uri in uris)
        ),
        meaning=st.none() | st.binary(min_size=64, max_size=64),
        owner=st.sampled_from([0, 7]),
        last_day=st.none() | st.integers(TODAY - 2, TODAY + 2),
    ),
    max_size=8,
    unique_by=lambda opening: opening.id,
)


@settings(max_examples=40, deadline=None)
@given(openings, st.sampled_from([0, 7]), st.binary(min_size=64, max_size=64))
def test_reasons_add_up_and_nothing_is_shown_that_is_over_or_anothers(
    others: list[Opening], owner: int, meaning: bytes
) -> None:
    packed = Openings.pack([replace(JOB, meaning=meaning), *others], WORDS)

    found = similar(WORDS, packed, 1, day=TODAY, owner=owner)

    by_id = {opening.id: opening for opening in others}
    assert 1 not in [one.id for one in found]
    assert all(by_id[one.id].owner in (0, owner) for one in found)
    assert all((by_id[one.id].last_day or TODAY) >= TODAY for one in found)
    assert all(total(one.reasons) == one.score for one in found)
    assert [(-one.score, one.id) for one in found] == sorted((-o.score, o.id) for o in found)


def test_the_same_work_asking_the_same_is_most_alike_and_other_work_is_not() -> None:
    twin = replace(JOB, id=9)
    carer = Opening(id=3, occupation=CARER, isco="2222", skills=(Required(CARE),))
    storeman = Opening(id=4, occupation=STOREMAN, isco="4321", skills=(Required(TRUCK),))

    assert alike(storeman, carer, twin) == [9, 3]
    assert alike(storeman, carer, twin, limit=1) == [9]


def test_what_the_text_says_tells_two_otherwise_alike_apart() -> None:
    def vector(at: int) -> bytes:
        found = np.zeros(64, np.int8)
        found[at] = 127
        return found.tobytes()

    packed = Openings.pack(
        [
            replace(JOB, meaning=vector(0)),
            replace(JOB, id=2, meaning=vector(1)),
            replace(JOB, id=3, meaning=vector(0)),
        ],
        WORDS,
    )

    found = similar(WORDS, packed, 1, day=TODAY)

    assert [(one.id, one.score) for one in found] == [(3, 10_000), (2, 8_000)]
    assert [reason.code for reason in found[0].reasons] == [
        "similar.same",
        "similar.skills",
        "similar.text",
    ]
    assert set(found[0].reasons[1].facts["common"]) == {CARE, MEDICINE}  # type: ignore[arg-type]


def test_an_opening_of_another_kommune_is_not_there_to_ask_about() -> None:
    packed = Openings.pack([replace(JOB, owner=7)], WORDS)

    with pytest.raises(KeyError):
        similar(WORDS, packed, 1, day=TODAY, owner=8)
    with pytest.raises(KeyError):
        similar(WORDS, packed, 2, day=TODAY)
    assert similar(WORDS, packed, 1, day=TODAY, owner=7) == []
