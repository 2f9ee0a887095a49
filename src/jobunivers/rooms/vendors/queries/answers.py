# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answers to the checklist, as they are written, kept and read."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import date, timedelta
from typing import Any

_DAYS = frozenset({"dpa_on", "dpa_until", "statement_on", "statement_until", "assessed_on"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorAnswer:
    """A firm that has data in its hands, where, and why it may.

    `ground`: a code of `grounds`; `assessment` says why the country is safe enough (clauses).
    """

    name: str
    country: str
    ground: str
    sub: bool = False
    assessment: str = ""
    assessed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """All answers of one solution; empty is not answered.

    `nsis_needed` and `nsis_used` are none, low, substantial or high. `statement_language` is a code
    of the market's languages. `answer_hours` is the longest time until somebody is answered.
    `abroad` is a firm's number where it has no CVR.
    """

    dpa_file: int | None = None
    dpa_on: date | None = None
    dpa_until: date | None = None
    dpa_with: str = ""
    processors: tuple[ProcessorAnswer, ...] = ()
    nsis_needed: str = ""
    nsis_used: str = ""
    incident_name: str = ""
    incident_email: str = ""
    incident_phone: str = ""
    statement_url: str = ""
    statement_file: int | None = None
    statement_on: date | None = None
    statement_until: date | None = None
    statement_language: str = ""
    faults: str = ""
    support_hours: str = ""
    support_email: str = ""
    support_phone: str = ""
    answer_hours: int | None = None
    abroad: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept."""
        told = _plain(asdict(self))
        told["processors"] = [_plain(one) for one in told["processors"]]
        return told


def answers_of(kept: Mapping[str, Any]) -> Answers:
    """Return kept answers; nothing kept is nothing answered, and what is unknown is left out."""
    names = {one.name for one in fields(Answers)} - {"processors"}
    of_one = {one.name for one in fields(ProcessorAnswer)}
    processors = tuple(
        ProcessorAnswer(**_read({k: v for k, v in one.items() if k in of_one}))
        for one in kept.get("processors", ())
    )
    told = _read({name: value for name, value in kept.items() if name in names})
    return Answers(**told, processors=processors)


def usual_answers(vendor_name: str, *, on: date) -> Answers:
    """Return complete answers of a firm that keeps all data in Denmark, given on a day."""
    return Answers(
        dpa_on=on,
        dpa_until=on + timedelta(days=730),
        dpa_with=vendor_name,
        dpa_file=None,
        processors=(ProcessorAnswer(name=vendor_name, country="DK", ground="eu"),),
        nsis_needed="none",
        nsis_used="none",
        incident_name="Vagten",
        incident_email="sikkerhed@leverandoer.example",
        incident_phone="70 00 00 00",
        statement_url="https://leverandoer.example/tilgaengelighed",
        statement_on=on,
        support_hours="Hverdage 9-15",
        support_email="hjaelp@leverandoer.example",
        support_phone="70 00 00 00",
        answer_hours=24,
    )


def _plain(told: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in told.items()}


def _read(told: Mapping[str, Any]) -> dict[str, Any]:
    return {k: date.fromisoformat(v) if k in _DAYS and v else v for k, v in told.items()}
