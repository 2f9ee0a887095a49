# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page of the look, as HTML."""

import re
from pathlib import Path
from typing import Any

import polib
import pytest
from bs4 import BeautifulSoup
from django.template.loader import render_to_string
from django.utils import translation

from jobunivers.foundation.ui import checking
from jobunivers.foundation.ui.tests.conftest import Get

ERRORS = ("400", "403", "404", "405", "500", "csrf", "expired", "offline")
UI = Path(checking.__file__).parent


def soup(html: str | bytes) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_page_needs_nothing_to_be_shown(name: str) -> None:
    page = soup(render_to_string(f"ui/errors/{name}.html"))

    assert page.h1 is not None
    assert page.h1.text.strip()
    assert page.select("main a.button"), "there is a way onward"
    assert "!" not in page.main.text if page.main else False


def test_a_page_says_its_name_its_language_and_where_the_content_begins(get: Get) -> None:
    page = soup(get("/ui/galleri/").content)

    assert page.html is not None
    assert page.html["lang"] == "da"
    assert page.title is not None
    assert page.title.text == "Galleri – Jobunivers"
    assert len(page.select("h1")) == 1
    skip = page.select_one("a.skipnav")
    assert skip is not None
    assert page.select_one(str(skip["href"])) is not None


def test_a_page_has_no_inline_script_or_style_and_asks_no_third_party(get: Get) -> None:
    page = soup(get("/ui/galleri/?fejl", name="Amina Holm").content)

    assert page.select("style, [style]") == []
    assert [script for script in page.select("script") if not script.get("src")] == []
    handlers = [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert handlers == []
    foreign = [
        tag.get(name)
        for tag in page.find_all(True)
        for name in ("src", "href", "action")
        if str(tag.get(name, "")).startswith(("http:", "https:", "//"))
    ]
    assert foreign == []


def test_the_header_shows_whose_page_it_is_and_who_is_logged_in(get: Get) -> None:
    page = soup(get("/ui/galleri/", name="Amina Holm").content)
    header = page.select_one("header")

    assert header is not None
    assert "Aarhus Kommune" in header.text
    assert "Amina Holm" in header.text
    assert "opdigtede personer" in header.text
    assert header.select_one("form[action='/log-ud/'] [type=submit]") is not None
    current = header.select("[aria-current=page]")
    assert {link.text for link in current} == {"Find job"}


def test_a_visitor_is_offered_to_log_in_not_out(get: Get) -> None:
    header = soup(get("/ui/galleri/").content).select_one("header")

    assert header is not None
    assert header.select("[href='/log-ind/']")
    assert not header.select("[action='/log-ud/']")


def test_the_offline_page_is_the_same_for_everybody(get: Get) -> None:
    anonymous = get("/offline/").content
    known = get("/offline/", name="Amina Holm").content

    assert anonymous == known
    assert b"csrf" not in known.lower()


def test_the_offline_page_speaks_the_language_it_is_asked_for(get: Get) -> None:
    page = get("/offline/?sprog=en")

    assert b'<html lang="en"' in page.content
    assert page["Content-Language"] == "en"
    assert b'<html lang="da"' in get("/offline/?sprog=xx").content


def test_the_gallery_is_not_for_production(get: Get, settings: Any) -> None:
    from django.http import Http404

    settings.DEMO = False
    with pytest.raises(Http404):
        get("/ui/galleri/")


@pytest.mark.skipif(checking.node() is None, reason="Node is not here")
def test_every_page_is_valid_html(get: Get) -> None:
    pages: dict[str, str] = {name: render_to_string(f"ui/errors/{name}.html") for name in ERRORS}
    pages["gallery"] = get("/ui/galleri/").content.decode()
    pages["mistakes"] = get("/ui/galleri/?fejl", name="Amina Holm").content.decode()
    with translation.override("en"):
        pages["english"] = get("/ui/galleri/").content.decode()

    assert {name: found for name, found in checking.html_problems(pages).items() if found} == {}


def test_every_template_says_what_it_takes() -> None:
    components = sorted((UI / "templates/ui/components").glob("*.html"))

    silent = [p.name for p in components if not p.read_text().startswith("{% comment %}")]

    assert components
    assert silent == []


def test_every_component_is_in_the_gallery_or_part_of_one_that_is() -> None:
    texts = [path.read_text() for path in (UI / "templates/ui").rglob("*.html")]
    everything = (
        "\n".join(texts) + (UI / "templatetags/ui.py").read_text() + (UI / "views.py").read_text()
    )
    names = [path.stem for path in (UI / "templates/ui/components").glob("*.html")]

    lost = [
        n for n in names if f'"{n}"' not in everything and f"components/{n}.html" not in everything
    ]

    assert lost == []


def test_every_danish_sentence_has_its_english() -> None:
    catalogue = polib.pofile(str(UI / "locale/en/LC_MESSAGES/django.po"))
    known = {entry.msgid for entry in catalogue if entry.translated()}
    known |= {entry.msgid_plural for entry in catalogue if entry.translated()}

    asked: set[str] = set()
    for path in (UI / "templates").rglob("*.html"):
        text = re.sub(
            r"\{% comment %\}.*?\{% endcomment %\}", "", path.read_text(), flags=re.DOTALL
        )
        for found in re.findall(r'\{% translate "([^"]+)"|_\("([^"]+)"\)', text):
            asked.add(found[0] or found[1])
        for body in re.findall(r"\{% blocktranslate[^%]*%\}(.*?)\{% endblocktranslate", text):
            for said in body.split("{% plural %}"):
                asked.add(re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", said))
    for path in UI.glob("*.py"):
        for found in re.findall(r'(?:gettext|\b_)\(\s*"([^"]+)"\s*\)', path.read_text()):
            asked.add(found)

    assert len(asked) > 80
    assert asked - known == set()
