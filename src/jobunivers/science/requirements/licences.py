# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a text names licences and certificates, and which."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from jobunivers.science.requirements import licence_words as words
from jobunivers.science.requirements.texts import Text, small

_BEFORE, _AFTER = 60, 75
CODES = (
    frozenset(
        {certificate.code for _, certificates in words.CERTIFICATES for certificate in certificates}
        | frozenset().union(*words.CATEGORIES.values())
        | {code for _, code in words.PROFESSIONS}
    )
    - words.SMALL
)
"""All licences that can be found, as `science.matching.licences` names them."""
_CAR = frozenset({"B"})
_OTHERWISE = frozenset({"eller", "or", "eller et", "or a"})


class Named(NamedTuple):
    """A licence named at a place; `sets` holds what would do: one of them, each in full."""

    start: int
    end: int
    sets: tuple[frozenset[str], ...]


def named(text: Text) -> list[Named]:
    """Return the licences a text names, in its order, each place once."""
    found = [*_certificates(text), *_authorisations(text)]
    found.sort(key=lambda one: (one.start, -one.end, sorted(one.sets[0])))
    kept: list[Named] = []
    for one in found:
        before = kept[-1] if kept else None
        if before is not None and one.start < before.end:
            continue
        if before is not None and text.text[before.end : one.start].strip(" )") in _OTHERWISE:
            kept[-1] = Named(before.start, one.end, before.sets + one.sets)
        else:
            kept.append(one)
    return kept


def asked(sets: tuple[frozenset[str], ...]) -> list[tuple[str, bool]]:
    """Return the licences that are asked for; True for one of several that would do.

    What every alternative includes is a must: who has C or CE has C.
    """
    if len(sets) == 1:
        return [(code, False) for code in sorted(sets[0] - words.SMALL)]
    common = frozenset.intersection(*map(_whole, sets))
    least = common - {less for code in common for less in words.INCLUDED.get(code, ())}
    others = frozenset().union(*sets) - common
    both = [(code, False) for code in sorted(least)] + [(code, True) for code in sorted(others)]
    return [(code, either) for code, either in both if code not in words.SMALL]


def _whole(codes: frozenset[str]) -> frozenset[str]:
    return codes.union(*(words.INCLUDED.get(code, frozenset()) for code in codes))


def _around(text: Text, place: int) -> tuple[int, str]:
    low = max(0, place - _BEFORE)
    return low, small(text.text[low : place + _AFTER])


def _certificates(text: Text) -> Iterator[Named]:
    for anchor, certificates in words.CERTIFICATES:
        for place in text.places(anchor):
            low, near = _around(text, place)
            if _any_in(words.DRIVING_GATES, near):
                driving = _here(words.DRIVING, near, place - low)
                if driving and not words.NO_LICENCE.match(near, driving.end()):
                    yield _with_categories(text, low, near, driving)
                    continue
            for code, gates, pattern in certificates:
                if _any_in(gates, near) and (found := _here(pattern, near, place - low)):
                    yield Named(low + found.start(), low + found.end(), (frozenset({code}),))
                    break


def _any_in(pieces: tuple[str, ...], near: str) -> bool:
    # A plain loop: this is asked more often than anything else here, and `any` costs twice.
    for piece in pieces:  # noqa: SIM110
        if piece in near:
            return True
    return False


def _here(pattern: re.Pattern[str], near: str, place: int) -> re.Match[str] | None:
    """Return the match that a place lies in."""
    for found in pattern.finditer(near):
        if found.start() <= place < found.end():
            return found
    return None


def _with_categories(text: Text, low: int, near: str, found: re.Match[str]) -> Named:
    """Return the driving licence with its categories; B where none is named."""
    before = (found["before"] or found["english"] or "").strip(" -")
    start, sets = found.start(), [frozenset[str]()]
    if found["heavy"]:
        sets = [words.CATEGORIES[found["heavy"]]]
    elif found["attached"]:
        start = found.start("attached")
        sets = [words.PREFIXES.get(found["attached"], frozenset())]
    elif before in words.PREFIXES or (
        # "A driver's licence" is an article, not a motorcycle.
        found["english"] != "a " and _is_category(text, low + start, before)
    ):
        sets = [words.PREFIXES.get(before) or words.CATEGORIES[before]]
    else:
        start += len(found["before"] or found["english"] or "")
    end, known = found.end(), False
    while one := words.NEXT_CATEGORY.match(near, end):
        token = one["category"]
        known = known or bool(one["named"]) or token in words.VEHICLES
        if not known and not _is_category(text, low + one.start("category"), token):
            break
        codes = words.CATEGORIES[token]
        sets = [*sets, codes] if one["or"] and sets[-1] else [*sets[:-1], sets[-1] | codes]
        end = one.end()
    if "(" in near[found.start() : end] and near[end : end + 1] == ")":
        end += 1
    return Named(low + start, low + end, tuple(one or _CAR for one in sets))


def _is_category(text: Text, start: int, token: str) -> bool:
    """Return whether the letters at a place name a category: in capitals, as "B" and "C/E"."""
    return token in words.CATEGORIES and text.text[start : start + len(token)].isupper()


def _authorisations(text: Text) -> Iterator[Named]:
    for anchor in words.AUTHORISATION_ANCHORS:
        for place in text.places(anchor):
            low, near = _around(text, place)
            found = _here(words.AUTHORISATION, near, place - low)
            if found and (whose := _whose(found, near)):
                code, end = whose
                yield Named(low + found.start(), low + end, (frozenset({code}),))


def _whose(found: re.Match[str], near: str) -> tuple[str, int] | None:
    """Return whose authorisation it is and where the words end, or None: none of a person."""
    if words.FIRM.search(near, found.start(), found.end() + 25):
        return None
    after = near[found.end() : found.end() + 40]
    for pattern, code in words.PROFESSIONS:
        if person := pattern.search(after):
            return code, found.end() + person.end()
    if not found["noun"]:
        return None
    before = near[max(0, found.start() - 50) : found.start()]
    for pattern, code in words.PROFESSIONS:
        if pattern.search(before):
            return code, found.end()
    return ("health", found.end()) if words.HEALTH.search(near) else None
