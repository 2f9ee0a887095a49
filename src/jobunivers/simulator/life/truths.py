# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was true, written beside the data: an analysis of the rooms can be held against it."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.simulator.life.record import NEVER, Record, Rows, traits_of
from jobunivers.simulator.models import SimulatedKommune
from jobunivers.simulator.truth import ENDS, TRULY_HELP, log_odds, weekly_hazard

_DAYS = ("registered", "since", "began", "ended", "login", "helped", "nudged", "lifted")
_PLAIN = (
    "citizen", "state", "education", "trade", "earlier", "readiness", "danish", "frailty",
    "ill_for_long", "woman", "minority", "effort", "reader", "gave_up", "unanswered", "learned",
)  # fmt: skip


class NothingPlayed(Exception):  # noqa: N818 - it reads as what happened
    """The kommune has never been simulated: there is nothing true of it to write."""


def write_truth(path: Path, kommuner: Sequence[Municipality]) -> int:
    """Write what is true of the kommuner's simulated people as JSON; return of how many.

    Every person is a row of columns: what she is, how she seeks, her chance of leaving in the week
    to come (`weekly_hazard`) and what of it is hers (`log_odds`). `days` has, for each day, what
    happened and what advice did; `truly_help` names the offers that make a difference to who goes
    through them (`effects.lesson`, until `lifted`). Dates are ISO; null is never.
    """
    found = [_told(one) for one in kommuner]
    path.write_text(json.dumps({"kommuner": found}, ensure_ascii=False), encoding="utf-8")
    return sum(len(one["people"]["citizen"]) for one in found)


def _told(municipality: Municipality) -> dict[str, Any]:
    with working_for(municipality.pk):
        row = SimulatedKommune.objects.first()
        if row is None:
            raise NothingPlayed(municipality.code)
        record = Record.from_bytes(bytes(row.record))
    return {
        "code": municipality.code,
        "seed": row.seed,
        "day": row.day.isoformat(),
        "truth": record.truth.as_facts(),
        "truly_help": list(TRULY_HELP),
        "people": _people(record, row.day.toordinal()),
        "days": [
            {name: _value(one, name) for name in record.days.dtype.names or ()}
            for one in record.days
        ],
    }


def _people(record: Record, day: int) -> dict[str, list[Any]]:
    people = record.people
    traits = traits_of(people, day, tightness=1.0)
    columns: dict[str, list[Any]] = {name: people[name].tolist() for name in _PLAIN}
    columns |= {name: [_date(one) for one in people[name].tolist()] for name in _DAYS}
    ended = people["ended"] > NEVER
    columns["end"] = [
        ENDS[end] if over else None for end, over in zip(people["end"], ended, strict=True)
    ]
    columns["log_odds"] = np.round(log_odds(record.truth, traits), 4).tolist()
    hazard = weekly_hazard(record.truth, traits, record.weeks(day))
    columns["weekly_hazard"] = np.round(hazard, 5).tolist()
    return columns


def _value(row: Rows, name: str) -> object:
    value = row[name].item()
    return _date(value) if name == "day" else value


def _date(day: int) -> str | None:
    return date.fromordinal(day).isoformat() if day > 0 else None
