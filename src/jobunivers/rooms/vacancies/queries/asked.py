# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Licences and languages that an advertisement asks for, as its page says them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from jobunivers.foundation.taxonomy import words
from jobunivers.foundation.ui.wording import listed
from jobunivers.rooms.vacancies.models import Vacancy

_AROUND = 60
_BREATH = 25  # "dansk og engelsk", "C/E"
_LIKED, _EITHER, _MUST = "nice", "either", "must"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked for, in plain words, and the advertisement's own words that show it."""

    label: str
    quote: str


def asked(vacancy: Vacancy) -> list[Asked]:
    """Return what the advertisement asks for besides skills: a must first, then what is liked."""
    found = [one for one in vacancy.requirements if one["kind"] in {"licence", "language"}]
    lines = [
        Asked(label, _quote(vacancy, together))
        for level in (_MUST, _EITHER, _LIKED)
        for kind in ("licence", "language")
        for together in _together(found, kind, level)
        if (label := _label(kind, level, together))
    ]
    return list({line.label: line for line in lines}.values())


def languages_needed(vacancy: Vacancy) -> frozenset[str]:
    """Return the languages that one must know there: those asked for and the one spoken."""
    return frozenset(vacancy.languages) | ({vacancy.working_language} - {""})


def _together(
    found: Iterable[Mapping[str, Any]], kind: str, level: str
) -> list[list[Mapping[str, Any]]]:
    """Return what was said in one breath together: `kørekort C/E`, `dansk eller engelsk`."""
    groups: list[list[Mapping[str, Any]]] = []
    for one in found:
        if (one["kind"], one["level"]) != (kind, level):
            continue
        if groups and one["start"] - groups[-1][-1]["end"] <= _BREATH:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _label(kind: str, level: str, together: list[Mapping[str, Any]]) -> str:
    codes = [one["code"] for one in together]
    if kind == "licence":
        what = words.licence_words(codes)
        if not what:
            return ""
        texts = {
            _MUST: gettext("Kræver %(what)s"),
            _EITHER: gettext("Kræver %(what)s eller noget, der ligner"),
            _LIKED: gettext("Gerne %(what)s"),
        }
        return texts[level] % {"what": what}
    named = [str(words.LANGUAGES[code]) for code in codes if code in words.LANGUAGES]
    if not named:
        return ""
    if level == _EITHER and len(named) > 1:
        return gettext("Kræver %(what)s") % {"what": listed(named, gettext("eller"))}
    if level == _MUST and any(one["working"] for one in together):
        return gettext("Arbejdssprog: %(what)s") % {"what": listed(named)}
    texts = {
        _MUST: gettext("Kræver %(what)s"),
        _EITHER: gettext("Kræver %(what)s eller et andet sprog"),
        _LIKED: gettext("Gerne %(what)s"),
    }
    return texts[level] % {"what": listed(named)}


def _quote(vacancy: Vacancy, together: list[Mapping[str, Any]]) -> str:
    """Return the words that show it, with whole words around them as far as the line goes."""
    start, end = together[0]["start"], together[-1]["end"]
    text = vacancy.text
    if text[start : together[0]["end"]] != together[0]["words"] or end - start > 4 * _AROUND:
        return str(together[0]["words"])
    row = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    low = max(row, start - _AROUND)
    high = min(len(text) if stop < 0 else stop, end + _AROUND)
    if low > row:
        low = text.find(" ", low, start) + 1 or start
    if high < (len(text) if stop < 0 else stop):
        high = max(end, text.rfind(" ", end, high))
    cut = text[low:high].strip(" •")
    return f"{'… ' if low > row else ''}{cut}{' …' if high < len(text) and high != stop else ''}"
