# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a part shows, as plain lines: for paper, and to strike out other people's names in.

Every room writes its part once, as HTML. What is for the screen alone (forms, pictures, ways to
other pages, what has the class `dossier-no-print`) is left out here.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser

_KINDS = {
    **dict.fromkeys(("h2", "h3", "h4", "h5"), "heading"),
    **dict.fromkeys(("p", "div", "section", "summary", "blockquote"), "text"),
    "li": "item",
    "dt": "term",
    "dd": "said",
    "tr": "row",
    "caption": "text",
}
_CELLS = frozenset({"td", "th"})
_SKIPPED = frozenset(
    {"script", "style", "svg", "form", "nav", "button", "select", "input", "template"}
)
_VOID = frozenset({"br", "img", "input", "hr", "meta", "link", "path", "use", "rect", "line"})
_HIDDEN = frozenset({"dossier-no-print", "sr-only"})
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_CELL, _BREAK = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class Block:
    """One line on paper: heading | text | item | term | said | row (its cells by " · ")."""

    kind: str
    text: str


def blocks_of(html: str) -> list[Block]:
    """Return the lines that a part's HTML shows; nothing for what shows nothing."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return reader.found


def struck(blocks: Iterable[Block], words: Sequence[str], mark: str) -> list[Block]:
    """Return the lines with each of these words, however written, replaced by a mark.

    The longest first, so that a first name does not hide a whole one; only whole words, so that
    a short name does not take a piece of another word.
    """
    wanted = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    if not wanted:
        return list(blocks)
    any_of = "|".join(r"\s+".join(map(re.escape, word.split())) for word in wanted)
    pattern = re.compile(rf"(?<!\w)(?:{any_of})(?!\w)", re.IGNORECASE)
    return [replace(one, text=pattern.sub(mark, one.text)) for one in blocks]


class _Reader(HTMLParser):
    """Reads HTML into lines."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Block] = []
        self._kinds: list[str] = []
        self._text: list[str] = []
        self._skipping: list[str] = []
        self._items: list[bool] = []  # for each open item: nothing of it has been told yet

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line, a cell or something that is left out."""
        if tag in _VOID:
            if tag == "br" and not self._skipping:
                self._text.append(_BREAK)
            return
        classes = set((dict(attrs).get("class") or "").split())
        if self._skipping or tag in _SKIPPED or classes & _HIDDEN:
            self._skipping.append(tag)
        elif tag in _CELLS:
            self._text.append(_CELL)
        elif tag in _KINDS:
            self.end()
            self._kinds.append(tag)
            if tag == "li":
                self._items.append(True)

    def handle_endtag(self, tag: str) -> None:
        """End what began; an end without a beginning is passed by."""
        if self._skipping:
            if tag in self._skipping:
                while self._skipping.pop() != tag:
                    pass
        elif tag in _KINDS and tag in self._kinds:
            self.end()
            while True:
                closed = self._kinds.pop()
                if closed == "li":
                    self._items.pop()
                if closed == tag:
                    break

    def handle_data(self, data: str) -> None:
        """Gather text."""
        if not self._skipping:
            self._text.append(data)

    def end(self) -> None:
        """End the line that is being read; a paragraph inside an item belongs to the item."""
        text = _tidy("".join(self._text))
        self._text = []
        if text:
            self.found.append(Block(self._kind(), text))

    def _kind(self) -> str:
        if self._items and self._kinds:
            first, self._items[-1] = self._items[-1], False
            return "item" if first else "said"
        return _KINDS[self._kinds[-1]] if self._kinds else "text"


def _tidy(text: str) -> str:
    cells = [
        "\n".join(_SPACE.sub(" ", line).strip() for line in cell.split(_BREAK)).strip()
        for cell in text.split(_CELL)
    ]
    return " · ".join(cell for cell in cells if cell)
