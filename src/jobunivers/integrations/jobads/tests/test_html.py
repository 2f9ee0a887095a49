# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.integrations.jobads.html import ALLOWED_TAGS, clean_html, plain_text, undouble


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;<p>x</p>",
        "<p onclick='alert(1)' style='color:red'>x</p>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<img src=x onerror=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<iframe src='https://evil.example'></iframe>",
        "<style>p{}</style><p>x</p>",
        "<p><math><mtext></p><img src=x onerror=alert(1)>",
    ],
)
def test_nothing_dangerous_comes_through(bad: str) -> None:
    shown = clean_html(bad)
    assert "alert" not in shown
    assert not re.search(r"style|onclick|<img|<svg|<iframe|javascript", shown)


@given(st.text(alphabet="<>/&;=\"'ab phulisctgrejv:#x0123 \n•-", max_size=200))
def test_only_allowed_tags_come_out_whatever_goes_in(text: str) -> None:
    shown = clean_html(text)
    assert set(re.findall(r"</?([a-z0-9]+)", shown)) <= ALLOWED_TAGS


def test_headings_are_lowered_and_old_tags_renewed() -> None:
    assert clean_html("<h1>A</h1><h2>B</h2><h5>C</h5><b>d</b> <i>e</i>") == (
        "<h3>A</h3><h3>B</h3><h4>C</h4><strong>d</strong> <em>e</em>"
    )


def test_links_are_kept_with_a_word_to_robots() -> None:
    assert clean_html('<p><a href="https://a.example/?q=1&amp;b=2" target=_blank>x</a></p>') == (
        '<p><a href="https://a.example/?q=1&amp;b=2" rel="nofollow noopener">x</a></p>'
    )
    assert clean_html("<p><a href='/relative'>x</a></p>") == "<p>x</p>"


def test_boxes_become_paragraphs_and_empty_ones_vanish() -> None:
    assert clean_html("<div><div>a</div><div>&nbsp;</div><p><br></p>b</div>") == "<p>a</p>b"


def test_plain_text_becomes_paragraphs_and_lists() -> None:
    assert clean_html("Hej\nlinje\n\n- a\n- b < c\n\n1. x\n2. y\nslut & tak") == (
        "<p>Hej<br>linje</p><ul><li>a</li><li>b &lt; c</li></ul>"
        "<ol><li>x</li><li>y</li></ol><p>slut &amp; tak</p>"
    )
    assert clean_html("Du kan: • a • b") == "<p>Du kan:</p><ul><li>a</li><li>b</li></ul>"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("R&amp;amp;D", "R&D"),
        ("&lt;p&gt;hej&lt;/p&gt;", "<p>hej</p>"),
        ("&amp;lt;p&amp;gt;hej&amp;lt;/p&amp;gt;", "<p>hej</p>"),
        ("<p>R&amp;amp;D &amp;nbsp;</p>", "<p>R&amp;D &nbsp;</p>"),
        ("<p>3 &lt; 4</p>", "<p>3 &lt; 4</p>"),
        ("<div>&lt;b&gt;x&lt;/b&gt;</div>", "<div><b>x</b></div>"),
        ("løn < 200 & > 100", "løn < 200 & > 100"),
    ],
)
def test_what_was_escaped_too_often_is_put_right(written: str, meant: str) -> None:
    assert undouble(written) == meant


def test_pictures_within_the_text_are_left_out() -> None:
    assert clean_html(f"<p>a<img src='data:image/png;base64,{'A' * 5000}'></p>") == "<p>a</p>"


def test_the_words_alone() -> None:
    assert plain_text("<h2>Om</h2><p>Hej<br>du</p><ul><li>a<li>b &lt; c</ul>") == (
        "Om\nHej\ndu\n• a\n• b < c"
    )


@pytest.mark.parametrize(
    "piece", ["<div>", "&lt;p ", "<p ", "<b><i>", "&amp;", "• ", "<", "&lt;b&gt;"]
)
def test_a_long_text_of_one_thing_is_finished_with(piece: str) -> None:
    assert len(clean_html(piece * 20_000)) < 2_000_000
