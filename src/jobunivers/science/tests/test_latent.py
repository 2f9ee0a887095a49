# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The meaning of texts: what is alike comes near, and the same texts give the same numbers."""

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.latent import FULL, LatentModel, mix, quantised

KITCHEN = [
    "kok",
    "køkken",
    "mad",
    "grøntsager",
    "suppe",
    "servering",
    "restaurant",
    "gryde",
    "bageri",
    "menu",
    "råvarer",
]
WARD = [
    "sygeplejerske",
    "patient",
    "afdeling",
    "hospital",
    "medicin",
    "pleje",
    "sygdom",
    "læge",
    "vagt",
    "journal",
]
BUILDING = [
    "tømrer",
    "byggeri",
    "murer",
    "tag",
    "beton",
    "stillads",
    "hammer",
    "gulv",
    "vindue",
    "facade",
]


def _corpus(many: int = 240) -> list[str]:
    rng = np.random.default_rng(3)
    fields = (KITCHEN, WARD, BUILDING)
    return [
        "vi søger en kollega " + " ".join(rng.choice(fields[number % 3], size=7))
        for number in range(many)
    ]


@pytest.fixture(scope="module")
def model() -> LatentModel:
    return LatentModel.train(_corpus(), dims=3, seed=1)


def _near(model: LatentModel, one: str, other: str) -> float:
    a, b = model.vectors([one, other]).astype(np.int32)
    return float(a @ b) / FULL**2


def test_texts_of_one_field_are_nearer_than_texts_of_two(model: LatentModel) -> None:
    within = _near(model, "suppe og grøntsager", "råvarer i restaurant")
    across = _near(model, "suppe og grøntsager", "stillads og beton")

    assert within > 0.8
    assert across < 0.3


def test_an_inflected_word_and_the_part_of_a_compound_say_the_same(model: LatentModel) -> None:
    assert _near(model, "patienterne", "patient") > 0.95
    assert _near(model, "hospitalsafdeling", "hospital afdeling") > 0.9


def test_a_text_without_a_known_word_has_no_meaning(model: LatentModel) -> None:
    vectors = model.vectors(["", "xyzzy qwerty", "og i af til", "12345 !!!", "хліб"])

    assert vectors.shape == (5, 3)
    assert vectors.dtype == np.int8
    assert not vectors.any()


def test_a_vector_is_as_long_as_rounding_allows(model: LatentModel) -> None:
    lengths = np.linalg.norm(model.vectors(_corpus(30)).astype(float), axis=1)

    assert np.allclose(lengths, FULL, atol=2)


def test_training_again_gives_the_same_bytes() -> None:
    first = LatentModel.train(_corpus(), dims=8, seed=1)
    again = LatentModel.train(_corpus(), dims=8, seed=1)

    assert first.save() == again.save()
    assert first.digest == again.digest


def test_other_texts_give_another_digest(model: LatentModel) -> None:
    assert LatentModel.train([*_corpus(), "en helt ny tekst"], dims=8).digest != model.digest


def test_what_was_saved_says_the_same(model: LatentModel) -> None:
    loaded = LatentModel.load(model.save())

    assert loaded.digest == model.digest
    assert (loaded.vectors(_corpus(20)) == model.vectors(_corpus(20))).all()


def test_bytes_of_something_else_are_refused_with_a_reason(model: LatentModel) -> None:
    with pytest.raises(ValueError, match="no model of meaning"):
        LatentModel.load(b"PK something else")
    with pytest.raises(ValueError, match="no model of meaning"):
        LatentModel.load(model.save()[:-40])


def test_texts_without_words_teach_nothing() -> None:
    with pytest.raises(ValueError, match="without words"):
        LatentModel.train(["", "123"])


def test_fewer_texts_than_directions_leave_the_rest_at_zero() -> None:
    small = LatentModel.train(["kok i køkken", "murer og tømrer"], dims=64)

    vectors = small.vectors(["kok", "murer"])

    assert vectors.shape == (2, 64)
    assert vectors.any(axis=1).all()


def test_the_words_that_draw_two_texts_together_are_named_heaviest_first(
    model: LatentModel,
) -> None:
    words = model.explain(
        "Jeg kender råvarer, Supper og murer", "Vi søger en til supperne og råvarerne", top=4
    )

    assert set(words) == {"råvarer", "supper"}
    assert len(model.explain("suppe råvarer menu", "suppe råvarer menu", top=2)) == 2
    assert model.explain("suppe", "beton") == ()


def test_a_word_is_named_once_however_often_it_is_said(model: LatentModel) -> None:
    assert model.explain("suppe suppen supper", "suppe") == ("suppe",)


def test_a_person_is_the_middle_of_her_concepts_and_her_own_words(model: LatentModel) -> None:
    labels = ["kok", "servering"]
    person = model.from_concepts(labels, "råvarer og menu").astype(np.int32)
    kitchen, ward = model.vectors(["køkken", "patient"]).astype(np.int32)

    assert person @ kitchen > person @ ward
    assert not model.from_concepts([], "").any()
    assert (model.from_concepts([], "suppe") == model.vectors(["suppe"])[0]).all()
    with pytest.raises(ValueError, match="as many weights"):
        model.from_concepts(labels, weights=[1.0])


def test_a_letter_written_in_two_pieces_is_the_same_letter(model: LatentModel) -> None:
    assert (model.vectors(["råvarer"]) == model.vectors(["ra\u030avarer"])).all()
    assert model.vectors(["råvarer"]).any()


def test_many_threads_get_what_one_gets(model: LatentModel) -> None:
    fresh = LatentModel.load(model.save())
    texts = _corpus(90)
    expected = model.vectors(texts)
    wrong: list[int] = []

    def ask(start: int) -> None:
        found = [fresh.vectors(texts[at : at + 1])[0] for at in range(start, 90, 3)]
        wrong.extend(np.flatnonzero((np.array(found) != expected[start::3]).any(axis=1)))

    threads = [threading.Thread(target=ask, args=(start,)) for start in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@given(
    st.lists(st.lists(st.integers(-127, 127), min_size=4, max_size=4), min_size=1, max_size=5),
    st.integers(0, 4),
)
@settings(max_examples=40, deadline=None)
def test_a_mixture_lies_between(rows: list[list[int]], at: int) -> None:
    vectors = quantised(np.array(rows, dtype=float))
    one = np.eye(len(rows))[at % len(rows)]

    assert np.abs(mix(vectors, one).astype(int) - vectors[at % len(rows)]).max() <= 1
    assert not mix(vectors, np.zeros(len(rows))).any()


def test_a_mixture_asks_for_a_weight_each() -> None:
    with pytest.raises(ValueError, match="as many weights"):
        mix(np.zeros((2, 4), dtype=np.int8), [1.0])


def test_the_order_of_words_and_of_the_batch_changes_nothing(model: LatentModel) -> None:
    texts = ["suppe i gryde", "gryde suppe i", "beton"]

    [a, b, c] = model.vectors(texts)

    assert (a == b).all()
    assert (model.vectors(texts[::-1]) == np.array([c, b, a])).all()
