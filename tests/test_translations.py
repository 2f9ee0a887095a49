# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every sentence has its English."""

import io
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from babel.messages.extract import extract_python
from django.utils.translation import templatize

from jobunivers.testing import ROOT

SOURCE = ROOT / "src" / "jobunivers"
KEYWORDS = (
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "_",
)
# Names and marks that are the same in both languages.
SAME = {
    "Jobunivers",
    "Demo",
    "E-mail",
    "English",
    "Dansk",
    "Format",
    "Region",
    "Status",
    "Job",
    "Ph.d.",
    "Type",
    "AI",
    "URL",
}


def sentences(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = templatize(text)
        # templatize leaves gettext calls in a soup that is nearly Python.
        # pgettext's first argument is a context, which nobody reads.
        literal = r"""u?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
        found = re.findall(
            rf"\b(?:(?:gettext|ngettext|_)\(|n?pgettext\({literal}, *)({literal})", text
        )
        yield from (eval(one) for one in found)  # noqa: S307 - our own templates' literals
        return
    options: dict[str, str] = {"encoding": "utf-8"}
    for _line, function, message, _comments in extract_python(
        io.BytesIO(text.encode()), KEYWORDS, [], options
    ):
        # pgettext's first argument is a context, which nobody reads.
        place = 1 if function.startswith("pgettext") else 0
        first = message[place] if isinstance(message, tuple) else message
        if first:
            yield first


def _all_sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for pattern in ("**/*.html", "**/*.py"):
        for path in sorted(SOURCE.glob(pattern)):
            if not {"tests", "migrations", "simulator", "config"} & set(
                path.relative_to(SOURCE).parts
            ):
                for sentence in sentences(path):
                    found.setdefault(sentence, str(path.relative_to(ROOT)))
    return found


@pytest.fixture(scope="module")
def english() -> dict[str, polib.POEntry]:
    entries = {}
    for path in SOURCE.glob("**/locale/en/LC_MESSAGES/django.po"):
        for entry in polib.pofile(str(path)):
            entries[entry.msgid] = entry
    return entries


def _said(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_sentence_has_its_english(english: dict[str, polib.POEntry]) -> None:
    missing = {
        sentence: place
        for sentence, place in _all_sentences().items()
        if sentence not in english or not all(_said(english[sentence]))
    }
    assert missing == {}


def test_no_english_is_a_leftover_draft(english: dict[str, polib.POEntry]) -> None:
    assert [entry.msgid for entry in english.values() if entry.fuzzy] == []


def test_the_english_is_english(english: dict[str, polib.POEntry]) -> None:
    danish = [
        entry.msgid
        for entry in english.values()
        if re.search("[æøåÆØÅ]", entry.msgid)
        and any(text == entry.msgid for text in _said(entry))
        and entry.msgid not in SAME
    ]
    assert danish == []


def test_one_danish_text_has_one_english() -> None:
    # All catalogues are one to Django: of two, the room that stands first is heard in every room.
    # A word that means two things gets a context: {% translate "Trin" context "several" %}.
    said: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(SOURCE.glob("**/locale/en/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            room = str(path.relative_to(SOURCE)).partition("/locale/")[0]
            said[entry.msgctxt or "", entry.msgid][" | ".join(_said(entry))].append(room)
    assert {danish: dict(words) for danish, words in said.items() if len(words) > 1} == {}


def test_the_english_says_what_is_put_into_it(english: dict[str, polib.POEntry]) -> None:
    wrong = [entry.msgid for entry in english.values() if not _same_blanks(entry)]
    assert wrong == []


def _same_blanks(entry: polib.POEntry) -> bool:
    """Tell whether the English has the blanks of the Danish; a plural may lack some."""
    blanks = re.compile(r"%\((\w+)\)[sd]")
    wanted = set(blanks.findall(entry.msgid + entry.msgid_plural))
    found = [set(blanks.findall(text)) for text in _said(entry) if text]
    if entry.msgid_plural:
        return all(some <= wanted for some in found)
    return all(some == wanted for some in found)
