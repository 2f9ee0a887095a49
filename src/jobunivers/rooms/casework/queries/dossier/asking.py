# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questions of the one view of a citizen: eighty, of all rooms, put together once.

A room's `ask` is given a showing and returns querysets; what it says is kept with places for whom
it is about, who asks and when. One that looks at these, or has an effect, is asked as it is.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode

from jobunivers.foundation.prepared import CannotBePrepared, Prepared, prepared_list
from jobunivers.foundation.together import Question
from jobunivers.trust.dossier import Log, Part, Showing

_Kept = Callable[..., list[Prepared[Any]]]
_kept: dict[object, _Kept | None] = {}


def part_questions(part: Part, showing: Showing) -> Sequence[Question]:
    """Return what a part asks of a citizen."""
    ask = part.ask
    if ask is None:
        return ()

    def make(**said: Any) -> Any:
        return ask(_showing(said))

    return _questions(part.code, ask, make, showing, {}) or tuple(ask(showing))


def log_question(log: Log, showing: Showing, until: datetime, most: int) -> Question:
    """Return what a log asks: a citizen's newest `most` rows no later than `until`."""

    def make(*, until: datetime, most: str, **said: Any) -> Any:
        return [log.ask(_showing(said), until, int(most))]

    # How many rows is written in the SQL itself, so it is a text: another is another question.
    more = {"until": until, "most": str(most)}
    found = _questions(log.code, log.ask, make, showing, more)
    return found[0] if found else log.ask(showing, until, most)


def _questions(
    code: str, ask: object, make: Callable[..., Any], showing: Showing, more: dict[str, Any]
) -> Sequence[Question] | None:
    """Return the questions as they are kept; None when they cannot be."""
    if ask not in _kept:
        _kept[ask] = prepared_list(make, name=code)
    kept = _kept[ask]
    if kept is None:
        return None
    try:
        return kept(
            citizen_id=showing.citizen_id,
            staff_id=showing.staff_id,
            at=showing.at,
            role=showing.role,
            language=showing.language,
            days=str(showing.days),
            printing=showing.printing,
            asked=urlencode(sorted(showing.asked.items())),
            **more,
        )
    except CannotBePrepared:
        _kept[ask] = None
        return None


def _showing(said: dict[str, Any]) -> Showing:
    days = int(said["days"])
    asked = dict(parse_qsl(said["asked"], keep_blank_values=True))
    return Showing(**{**said, "days": days, "asked": asked})
