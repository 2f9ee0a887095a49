# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on each shelf for one who asks, with the reason.

The rule, which an editor can say aloud: *the nearest word that holds counts*. A word holds for
the courses, days and levels it names. Where a kommune has no word that holds, its cluster's
counts; where that has none, the country's. At one tier a word that hides wins over one that shows.
Taking a word away therefore gives back the one above it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jobunivers.science.shelving.said import (
    EVERYWHERE,
    Asked,
    EntrySaid,
    ShelfSaid,
    Stance,
    Tier,
)


class Reason(StrEnum):
    """Why an item stands on a shelf, or why it does not."""

    SHOWN = "shown"
    FEATURED = "featured"
    HIDDEN = "hidden"  # the tier hides it on this shelf
    TAKEN_DOWN = "taken_down"  # the tier hides it on every shelf
    SHELF_HIDDEN = "shelf_hidden"
    OTHER_COURSE = "other_course"
    NOT_YET = "not_yet"
    OVER = "over"
    LEVEL = "level"  # the kommune does not run at the level it needs


@dataclass(frozen=True, slots=True)
class Verdict:
    """An item on a shelf: whether it is shown, in which place, and whose word that is.

    `tier` is the one whose word decides; where no word holds, the nearest that speaks of it at all.
    `for_course`: the word that decides names courses, hers among them.
    """

    item: int
    shown: bool
    featured: bool
    order: int
    tier: Tier
    reason: Reason
    for_course: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """A shelf as it stands, whose it is, and every item that is spoken of on it, in order.

    Items that are shown come first, featured ones before others; then by order and number.
    """

    key: str
    tier: Tier
    order: int
    hidden: bool
    verdicts: tuple[Verdict, ...]

    @property
    def shown(self) -> tuple[Verdict, ...]:
        """Return what is shown."""
        return tuple(one for one in self.verdicts if one.shown)


def missing(entry: EntrySaid, asked: Asked) -> Reason | None:
    """Return why a word does not hold for who asks; None when it holds."""
    if asked.level < entry.least_level:
        return Reason.LEVEL
    if entry.first is not None and asked.day < entry.first:
        return Reason.NOT_YET
    if entry.last is not None and asked.day > entry.last:
        return Reason.OVER
    if entry.courses and asked.course not in entry.courses:
        return Reason.OTHER_COURSE
    return None


def shelve(
    shelves: Iterable[ShelfSaid], entries: Iterable[EntrySaid], asked: Asked
) -> tuple[Shelf, ...]:
    """Return every shelf in its order, with what stands on it for who asks and what does not.

    A shelf is as the nearest tier has it. What is said on a shelf that nobody has is left out. Of
    one tier's two shelves with one key, or two words on one item, neither order nor chance
    decides: the lower order does, and hiding does.
    """
    nearest: dict[str, ShelfSaid] = {}
    for shelf in shelves:
        held = nearest.get(shelf.key)
        if held is None or _place(shelf) < _place(held):
            nearest[shelf.key] = shelf
    on: dict[str, dict[int, list[EntrySaid]]] = defaultdict(lambda: defaultdict(list))
    everywhere: dict[int, list[EntrySaid]] = defaultdict(list)
    for entry in entries:
        if entry.shelf == EVERYWHERE:
            everywhere[entry.item].append(entry)
        else:
            on[entry.shelf][entry.item].append(entry)
    ordered = sorted(nearest.values(), key=lambda one: (one.order, one.key))
    return tuple(_shelf(one, on[one.key], everywhere, asked) for one in ordered)


def _place(shelf: ShelfSaid) -> tuple[int, int, bool]:
    return -shelf.tier, shelf.order, shelf.hidden


def _shelf(
    shelf: ShelfSaid,
    on: Mapping[int, Sequence[EntrySaid]],
    everywhere: Mapping[int, Sequence[EntrySaid]],
    asked: Asked,
) -> Shelf:
    found = []
    for item, words in on.items():
        verdict = _verdict(item, words, everywhere.get(item, ()), asked)
        if shelf.hidden and verdict.shown:
            verdict = Verdict(
                item,
                shown=False,
                featured=False,
                order=verdict.order,
                tier=shelf.tier,
                reason=Reason.SHELF_HIDDEN,
            )
        found.append(verdict)
    found.sort(key=lambda one: (not one.shown, not one.featured, one.order, one.item))
    return Shelf(shelf.key, shelf.tier, shelf.order, shelf.hidden, tuple(found))


def _verdict(
    item: int, here: Sequence[EntrySaid], everywhere: Sequence[EntrySaid], asked: Asked
) -> Verdict:
    # Under `EVERYWHERE` only hiding means anything: showing on every shelf is nobody's wish.
    hides = [one for one in everywhere if one.stance == Stance.HIDE]
    holding = [one for one in (*here, *hides) if missing(one, asked) is None]
    if not holding:
        nearest = min(here, key=_nearness)
        why = missing(nearest, asked)
        assert why is not None  # it would hold
        return Verdict(item, False, False, nearest.order, nearest.tier, why)  # noqa: FBT003
    word = min(holding, key=_precedence)
    # What is hidden everywhere keeps its place, so that editors find it where it was.
    order = min(here, key=_nearness).order if word.shelf == EVERYWHERE else word.order
    return Verdict(
        item,
        shown=word.stance != Stance.HIDE,
        featured=word.stance == Stance.FEATURE,
        order=order,
        tier=word.tier,
        reason=_reason(word),
        for_course=bool(word.courses),
    )


def _nearness(entry: EntrySaid) -> tuple[int, int, list[str], int, date, date]:
    first, last = entry.first or date.min, entry.last or date.max
    return -entry.tier, entry.order, sorted(entry.courses), entry.least_level, first, last


def _precedence(entry: EntrySaid) -> tuple[int, bool, bool, bool, int]:
    """Nearest first; then hiding, everywhere before here; then featuring, then the lower order."""
    return (
        -entry.tier,
        entry.stance != Stance.HIDE,
        entry.shelf != EVERYWHERE,
        entry.stance != Stance.FEATURE,
        entry.order,
    )


def _reason(entry: EntrySaid) -> Reason:
    if entry.stance == Stance.HIDE:
        return Reason.TAKEN_DOWN if entry.shelf == EVERYWHERE else Reason.HIDDEN
    return Reason.FEATURED if entry.stance == Stance.FEATURE else Reason.SHOWN
