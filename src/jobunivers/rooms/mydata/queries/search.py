# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her own search in all that is held on her."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q, QuerySet

from jobunivers.foundation import together
from jobunivers.foundation.datamap import Holding
from jobunivers.rooms.mydata.queries import values
from jobunivers.rooms.mydata.queries.held import Reader, kinds_about
from jobunivers.rooms.mydata.queries.rows import Row, newest_first, shown

MOST = 10  # of each kind
_SEALED = 500  # newest rows of a kind that are opened and read, where the database cannot
_LONGEST, _SHORTEST = 100, 2


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one kind of data; `more` says that only the newest are shown."""

    holding: Holding
    rows: Sequence[Row]
    more: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What she searched for, in which kinds it stands, and which kinds are called so."""

    words: str
    found: Sequence[Found]
    kinds: Sequence[Holding]
    too_short: bool = False

    @property
    def count(self) -> int:
        """Return how many items are shown."""
        return sum(len(one.rows) for one in self.found)


def search(reader: Reader, words: str) -> SearchPage:
    """Return where her words stand: in texts, in choices' names and in what kinds are called.

    The database looks through what it can read, all kinds in one journey; of texts that are
    encrypted at rest the newest are opened here.
    """
    asked = " ".join(words.replace("\0", " ").split())[:_LONGEST]
    if len(asked) < _SHORTEST:
        return SearchPage(asked, [], [], too_short=bool(asked))
    kinds = kinds_about(reader.about)
    questions: dict[str, QuerySet[Any, Any]] = {}
    for holding in kinds:
        condition = _condition(holding, asked)
        if condition is not None:
            questions[holding.label] = newest_first(holding, reader.pk).filter(condition)[
                : MOST + 1
            ]
    together.ask(list(questions.values()))
    found = []
    for holding in kinds:
        rows = list(questions.get(holding.label, []))
        rows += _opened(reader, holding, asked, {row.pk for row in rows})
        rows = [row for row in rows if not values.shielded_in(holding, row)]
        if rows:
            some = shown(reader, holding, rows[:MOST])
            found.append(Found(holding, some, len(rows) > MOST))
    called = [one for one in kinds if asked.casefold() in str(one.what).casefold()]
    return SearchPage(asked, found, called)


def is_encrypted(field: object) -> bool:
    """Say whether the database holds a column encrypted, and so cannot look into it."""
    return bool(getattr(field, "sealed", False))


def _text_columns(holding: Holding) -> list["models.Field[Any, Any]"]:
    fields = (values.model_field(holding, name) for name in holding.shown)
    return [one for one in fields if isinstance(one, models.CharField | models.TextField)]


def _condition(holding: Holding, asked: str) -> Q | None:
    condition = Q()
    for field in _text_columns(holding):
        if is_encrypted(field):
            continue
        if field.choices:
            codes = [
                code for code, name in field.flatchoices if asked.casefold() in str(name).casefold()
            ]
            condition |= Q(**{f"{field.name}__in": codes}) if codes else Q()
        else:
            condition |= Q(**{f"{field.name}__icontains": asked})
    return condition or None


def _opened(reader: Reader, holding: Holding, asked: str, known: set[Any]) -> list[models.Model]:
    """Return rows whose encrypted texts hold the words, of the newest."""
    sealed = [n for n in holding.shown if is_encrypted(values.model_field(holding, n))]
    if not sealed:
        return []
    wanted = asked.casefold()
    return [
        row
        for row in newest_first(holding, reader.pk)[:_SEALED]
        if row.pk not in known
        and any(wanted in values.plain(getattr(row, name) or "").casefold() for name in sealed)
    ]
