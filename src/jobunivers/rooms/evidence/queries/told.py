# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came back of a citizen, in words she reads."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext

from jobunivers.rooms.evidence.models import Statement
from jobunivers.rooms.evidence.queries.statements import voided_among
from jobunivers.rooms.evidence.queries.words import VERBS
from jobunivers.science.xapi import said_of, verb_of

MOST_LINES = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing a solution told of her.

    Attributes:
        did: what she did, in words; as the solution names it where we have none.
        what: what it was about; "" when it has no name.
        share, score: per cent; None: it says nothing of it.
        raw: all that was sent, as it is stored.
    """

    at: datetime
    stored_at: datetime
    did: str
    what: str
    share: int | None
    score: int | None
    taken_back: bool
    raw: str
    pk: int


def lines_of(
    *, citizen_id: int, offer_id: int, language: str, before: int | None = None
) -> tuple[list[Line], int | None]:
    """Return what a solution told of her, the latest first; and where older ones begin, if any."""
    rows = Statement.objects.filter(citizen_id=citizen_id, offer_id=offer_id)
    if before is not None:
        last = rows.filter(pk=before).first()
        if last is None:
            return [], None
        rows = rows.filter(Q(said_at__lt=last.said_at) | Q(said_at=last.said_at, pk__lt=before))
    some = list(rows.order_by("-said_at", "-pk")[: MOST_LINES + 1])
    shown = some[:MOST_LINES]
    voided = voided_among(offer_id, [row.statement_id for row in shown])
    lines = [_line(row, language, taken_back=row.statement_id in voided) for row in shown]
    return lines, shown[-1].pk if len(some) > MOST_LINES else None


def _line(row: Statement, language: str, *, taken_back: bool) -> Line:
    verb, said = verb_of(row.body), said_of(row.body)
    known = VERBS.get(verb)
    target = row.body["object"]
    return Line(
        at=row.said_at,
        stored_at=row.stored_at,
        did=gettext(str(known))
        if known
        else _named(row.body["verb"].get("display"), language)
        or row.verb.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1],
        what="" if row.whole else _named(target.get("definition", {}).get("name"), language),
        share=round(said.share * 100) if said and 0 < said.share < 1 else None,
        score=round(said.score * 100) if said and said.score is not None else None,
        taken_back=taken_back,
        raw=json.dumps(row.body, ensure_ascii=False, indent=2, sort_keys=True),
        pk=row.pk,
    )


def _named(texts: dict[str, Any] | None, language: str) -> str:
    """Return a text in her language, else in Danish, English or whichever there is."""
    if not texts:
        return ""
    for wanted in (language, "da", "en"):
        for tag, said in texts.items():
            if tag.lower().split("-")[0] == wanted:
                return str(said)
    return str(next(iter(texts.values())))
