# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which cue cards fit a talk: those whose situations are there, most of them first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

_PINNED, _MANY = 100, 12


@dataclass(frozen=True, slots=True)
class Card:
    """A card as it is chosen: its key and the situations (tags) it is for."""

    key: str
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Situation:
    """A talk as cards see it: subjects in their order, and codes such as `kind:job`."""

    focus: tuple[str, ...] = ()
    others: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Fitting:
    """A card that fits, and the situations that make it."""

    key: str
    because: tuple[str, ...]
    pinned: bool


def fitting(
    cards: Sequence[Card],
    situation: Situation,
    *,
    pinned: Collection[str] = (),
    hidden: Collection[str] = (),
    most: int = _MANY,
) -> tuple[Fitting, ...]:
    """Return the cards that fit, by the first subject they are for, then by key.

    A pinned card comes first and needs no situation; a hidden one never comes. A card without
    tags is for no talk in particular and comes only pinned.
    """
    order = {code: place for place, code in enumerate(situation.focus)}
    found: list[tuple[tuple[int, int, str], Fitting]] = []
    for card in cards:
        if card.key in hidden:
            continue
        hits = card.tags & (order.keys() | situation.others)
        is_pinned = card.key in pinned
        if not hits and not is_pinned:
            continue
        because = tuple(sorted(hits, key=lambda tag: (order.get(tag, _PINNED), tag)))
        first = order.get(because[0], _PINNED) if because else _PINNED
        found.append(((not is_pinned, first, card.key), Fitting(card.key, because, is_pinned)))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))[:most]
