# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.rooms.library.queries.bodies import LONGEST_TEXT, check_body, file_ids, steps_of
from jobunivers.rooms.library.queries.markdown import html
from jobunivers.rooms.library.tests.making import CAPTIONS, QUESTION, TEXT


def words(*steps: object, kind: str | None = None) -> str:
    return " ".join(one.words for one in check_body({"steps": list(steps)}, kind=kind))


def test_a_body_of_all_kinds_of_steps_is_fine() -> None:
    video = {"video": 7, "captions_da": CAPTIONS, "title_da": "Se", "title_en": ""}
    image = {"image": 8, "alt_da": "En mand ved et skrivebord", "alt_en": ""}
    body = {"steps": [TEXT, QUESTION, video, image]}

    assert check_body(body, kind="lesson") == []
    assert file_ids(body) == {7, 8}
    assert [one.kind for one in steps_of(body, "en")] == ["text", "question", "video", "image"]


def test_a_video_without_danish_captions_is_refused() -> None:
    assert "undertekster på dansk" in words({"video": 7, "captions_en": CAPTIONS})
    assert "WebVTT" in words({"video": 7, "captions_da": "00:00 Hej"})


def test_a_picture_without_words_is_refused() -> None:
    assert "hvad billedet viser" in words({"image": 3})
    assert "Filen mangler" in words({"image": "3", "alt_da": "x"})


def test_a_question_needs_a_right_answer_and_kind_words_for_each() -> None:
    none_right = [one | {"right": False} for one in QUESTION["choices"]]
    assert "Mindst ét svar" in words(QUESTION | {"choices": none_right})
    silent = [one | {"say_da": ""} for one in QUESTION["choices"]]
    assert "hvad vi siger" in words(QUESTION | {"choices": silent})
    assert "to til otte" in words(QUESTION | {"choices": QUESTION["choices"][:1]})


def test_a_text_of_five_megabytes_is_refused_with_words() -> None:
    assert "for lang" in words(TEXT | {"text_da": "å" * 5_000_000})
    assert words(TEXT | {"text_da": "👩‍🔧 " * (LONGEST_TEXT // 5)}) == ""


def test_a_lesson_of_nothing_is_not_finished() -> None:
    assert "Tilføj et trin" in words(kind="lesson")
    assert "ingen video" in words(TEXT, kind="video")
    assert words(kind="event") == ""


def test_what_is_not_english_is_shown_in_danish_and_says_so() -> None:
    [step] = steps_of({"steps": [{"title_da": "Hej", "text_da": "Kun dansk"}]}, "en")

    assert (step.title, step.text, step.language) == ("Hej", "Kun dansk", "da")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[klik](javascript:alert(1))",
        "<img src=x onerror=alert(1)>",
        "![spor](https://tracker.example/x.png)",
        "<a href='data:text/html,x'>x</a>",
    ],
)
def test_markdown_runs_nothing_and_fetches_nothing(text: str) -> None:
    made = html(text)

    for bad in ("<script", "<img", 'href="javascript', 'href="data', "<a href='data"):
        assert bad not in made


def test_markdown_has_headings_below_the_page_and_links_that_tell_nothing() -> None:
    made = html("# Titel\n\n[KL](https://www.kl.dk)\n\n| a | b |\n|---|---|\n| 1 | 2 |")

    assert "<h3>Titel</h3>" in made
    assert 'rel="noopener noreferrer"' in made
    assert "<table>" in made


@given(
    st.recursive(
        st.none() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["steps", "choices", "video", "text_da", "question_da", "da"]),
                inner,
                max_size=3,
            )
        ),
        max_leaves=12,
    )
)
@settings(max_examples=80, deadline=None)
def test_whatever_is_kept_is_judged_and_never_breaks(anything: object) -> None:
    body = anything if isinstance(anything, dict) else {"steps": anything}

    check_body(body, kind="lesson")
