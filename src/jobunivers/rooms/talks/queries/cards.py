# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cue cards as they stand in this kommune, and which of them fit a talk."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import queries as identity
from jobunivers.rooms.segmentation import queries as segmentation
from jobunivers.rooms.talks.models import CardChoice, CueCard
from jobunivers.rooms.talks.queries import words
from jobunivers.science.talks import Card, Situation, fitting


@dataclass(frozen=True, slots=True)
class ShownCard:
    """A card in the reader's language, and why it is there."""

    key: str
    number: int
    title: str
    blocks: Sequence[tuple[str, Sequence[str]]]  # ("p", one line) or ("ul", points)
    because: Sequence[str]
    tags: Sequence[str]
    pinned: bool
    used: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A card in the editor's list."""

    row: CueCard
    title: str
    tags: Sequence[str]
    own: bool
    replaces: bool


@dataclass(frozen=True, slots=True)
class CardVersion:
    """A version of a card: who wrote it."""

    row: CueCard
    by: str
    own: bool


def standing() -> list[CueCard]:
    """Return the version of each card that stands here, by key; retired ones too."""
    return standing_from(CueCard.objects.order_by("key", "number"))


def standing_from(rows: Iterable[CueCard]) -> list[CueCard]:
    """Return the newest version of each key, the kommune's own before the country's."""
    found: dict[str, CueCard] = {}
    for row in rows:
        before = found.get(row.key)
        if before is None or _place(row) > _place(before):
            found[row.key] = row
    return [found[key] for key in sorted(found)]


def _place(row: CueCard) -> tuple[bool, int]:
    return row.municipality_id is not None, row.number


def shown_cards(
    rows: Sequence[CueCard],
    situation: Situation,
    choices: Mapping[str, str],
    *,
    used: frozenset[str],
    language: str,
) -> list[ShownCard]:
    """Return the cards that fit, in words, with why; `choices` are hers who helps."""
    there = {row.key: row for row in rows if not row.retired}
    found = fitting(
        [Card(row.key, frozenset(row.tags)) for row in there.values()],
        situation,
        pinned={key for key, wish in choices.items() if wish == CardChoice.Wish.PINNED},
        hidden={key for key, wish in choices.items() if wish == CardChoice.Wish.HIDDEN},
    )
    courses = (
        course_words(language) if any(":" in tag for one in found for tag in one.because) else {}
    )
    return [
        ShownCard(
            key=one.key,
            number=there[one.key].number,
            title=title_of(there[one.key], language),
            blocks=blocks_of(there[one.key], language),
            because=[words.tag_words(tag, language, courses) for tag in one.because],
            tags=one.because,
            pinned=one.pinned,
            used=one.key in used,
        )
        for one in found
    ]


def course_words(language: str) -> dict[str, str]:
    """Return what every course is called."""
    return {code: one.name for code, one in segmentation.course_names(language).items()}


def title_of(row: CueCard, language: str) -> str:
    """Return a card's title in a language."""
    return row.title_en if language == "en" else row.title_da


def blocks_of(row: CueCard, language: str) -> list[tuple[str, list[str]]]:
    """Return a card's text as paragraphs and lists."""
    blocks: list[tuple[str, list[str]]] = []
    for line in (row.text_en if language == "en" else row.text_da).splitlines():
        said = line.strip()
        if not said:
            continue
        kind, text = ("ul", said[2:]) if said.startswith("- ") else ("p", said)
        if kind == "ul" and blocks and blocks[-1][0] == "ul":
            blocks[-1][1].append(text)
        else:
            blocks.append((kind, [text]))
    return blocks


def cards_page(*, language: str) -> list[Standing]:
    """Return every card for those who edit them; retired ones last."""
    rows, courses = standing(), course_words(language)
    shared = set(
        CueCard.objects.filter(municipality=None).order_by("key").values_list("key", flat=True)
    )
    found = [
        Standing(
            row=row,
            title=title_of(row, language),
            tags=[words.tag_words(tag, language, courses) for tag in row.tags],
            own=row.municipality_id is not None,
            replaces=row.municipality_id is not None and row.key in shared,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.row.retired, one.title.casefold(), one.row.key))


def card_of(key: str) -> CueCard | None:
    """Return the card of a key as it stands here; None when there is none."""
    return next(iter(standing_from(CueCard.objects.filter(key=key).order_by("number"))), None)


def own_number(key: str) -> int:
    """Return the kommune's newest version of a card; 0 when it has none of its own."""
    rows = CueCard.objects.filter(key=key, municipality_id=current_municipality_id())
    return max(rows.order_by("number").values_list("number", flat=True), default=0)


def versions_of(key: str) -> list[CardVersion]:
    """Return every version of a card, the newest first, the kommune's own before the country's."""
    rows = sorted(CueCard.objects.filter(key=key).order_by("pk"), key=_place, reverse=True)
    people = identity.names(ids={row.made_by_id for row in rows if row.made_by_id})
    return [
        CardVersion(row, people.get(row.made_by_id or 0, ("",))[0], row.municipality_id is not None)
        for row in rows
    ]


def free_key(wanted: str) -> str:
    """Return a key that no card has: the one wanted, or with a number behind it."""
    begun = CueCard.objects.filter(key__startswith=wanted).order_by("key")
    taken = set(begun.values_list("key", flat=True))
    number = 2
    key = wanted
    while key in taken:
        end = f"-{number}"
        key, number = f"{wanted[: 40 - len(end)]}{end}", number + 1
    return key
