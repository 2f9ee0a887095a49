# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a tool tells of a line and of a result, read and checked (LTI-AGS 2.0)."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from jobunivers.rooms.launching.models import HandOver, LineItem, LtiTool, Pseudonym, Score

ACTIVITIES = ("Initialized", "Started", "InProgress", "Submitted", "Completed")
PARTLY = frozenset({"InProgress", "Submitted"})  # how much of it says how far she is
GRADINGS = ("FullyGraded", "Pending", "PendingManual", "Failed", "NotReady")
MOST_BYTES = 64_000
_MOST = 1e9
_LONGEST_LABEL, _LONGEST_WORD = 150, 200
# A result of a clock that runs ahead would keep every later one out.
_AHEAD = timedelta(minutes=5)


class BadResult(Exception):  # noqa: N818 - it reads as what is wrong
    """What a tool tells cannot be read: why."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class ToldScore:
    """A result as told: who, how much of what, how far, and the tool's time of it."""

    subject: str
    given: float | None
    maximum: float | None
    activity: str
    grading: str
    told_at: datetime

    @property
    def share(self) -> float | None:
        """Return how much of it, 0 … 1; None when no result is told."""
        return share_of(self.given, self.maximum)


@dataclass(frozen=True, slots=True)
class ToldLine:
    """A line as told; `resource_link`: of which offer, empty: of a part of one."""

    label: str
    maximum: float
    resource_id: str
    tag: str
    resource_link: str


def share_of(given: float | None, maximum: float | None) -> float | None:
    """Return how much of a result there is, 0 … 1; None when none is told."""
    return None if given is None or not maximum else min(1.0, given / maximum)


def body_of(body: bytes) -> Mapping[str, Any]:
    """Return a JSON object; BadResult when it is none."""
    if len(body) > MOST_BYTES:
        raise BadResult(f"the body is longer than {MOST_BYTES} bytes")
    try:
        told = json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise BadResult("the body is not JSON") from error
    if not isinstance(told, dict):
        raise BadResult("the body is not a JSON object")
    return told


def score_of(told: Mapping[str, Any], *, at: datetime) -> ToldScore:
    """Return a result; BadResult when something in it is missing or wrong."""
    subject = told.get("userId")
    if not isinstance(subject, str | int) or isinstance(subject, bool):
        raise BadResult("userId is needed")
    activity, grading = told.get("activityProgress"), told.get("gradingProgress")
    if activity not in ACTIVITIES:
        raise BadResult(f"activityProgress must be one of {', '.join(ACTIVITIES)}")
    if grading not in GRADINGS:
        raise BadResult(f"gradingProgress must be one of {', '.join(GRADINGS)}")
    given, maximum = _number(told, "scoreGiven"), _number(told, "scoreMaximum")
    if given is not None and not maximum:
        raise BadResult("scoreMaximum above 0 is needed with scoreGiven")
    return ToldScore(
        str(subject), given, maximum, str(activity), str(grading), _moment(told, at=at)
    )


def line_of(told: Mapping[str, Any]) -> ToldLine:
    """Return a line; BadResult when something in it is missing or wrong."""
    maximum = _number(told, "scoreMaximum")
    if not maximum:
        raise BadResult("scoreMaximum above 0 is needed")
    label = _text(told, "label", _LONGEST_LABEL)
    if not label:
        raise BadResult("label is needed")
    words = [_text(told, name, _LONGEST_WORD) for name in ("resourceId", "tag", "resourceLinkId")]
    return ToldLine(label, maximum, *words)


def lines_of(tool: LtiTool, offer_id: int) -> list[LineItem]:
    """Return the lines of an offer, the platform's own first."""
    return list(LineItem.objects.filter(tool=tool, offer_id=offer_id).order_by("pk"))


def results_of(
    line: LineItem, *, vendor_id: int, subject: str | None, first: int, most: int
) -> list[dict[str, Any]]:
    """Return the results of a line of those whose yes stands, each with the vendor's number."""
    theirs = {"citizen_id": OuterRef("citizen_id")}
    number = Pseudonym.objects.filter(**theirs, vendor_id=vendor_id).values("subject")[:1]
    yes = HandOver.objects.filter(**theirs, offer_id=line.offer_id, withdrawn_at=None)
    rows = Score.objects.filter(Exists(yes), line=line).annotate(subject=Subquery(number))
    rows = rows.filter(subject__isnull=False)
    if subject is not None:
        rows = rows.filter(subject=subject)
    return [
        {
            "userId": row.subject,
            **(
                {"resultScore": row.given, "resultMaximum": row.maximum}
                if row.given is not None
                else {}
            ),
        }
        for row in rows.order_by("pk")[first : first + most]
    ]


def standing_result(*, citizen_id: int, offer_id: int) -> tuple[float, float | None]:
    """Return how far a tool says she has come with a whole offer, and her score; 0 … 1.

    (0, None) when no tool has told.
    """
    rows = Score.objects.filter(
        citizen_id=citizen_id, line__offer_id=offer_id, line__counts=True
    ).order_by("told_at", "pk")
    far, score = 0.0, None
    for row in rows:
        share = share_of(row.given, row.maximum)
        if row.activity == "Completed":
            far = 1.0
        elif row.activity in PARTLY:
            far = max(far, share or 0.0)
        score = share if row.grading == "FullyGraded" and share is not None else score
    return far, score


def _no_number(word: str) -> float:
    raise ValueError(word)


def _number(told: Mapping[str, Any], name: str) -> float | None:
    value = told.get(name)
    if value is None:
        return None
    fits = isinstance(value, int | float) and not isinstance(value, bool)
    if not fits or not 0 <= value <= _MOST or not math.isfinite(value):
        raise BadResult(f"{name} must be a number from 0 to {_MOST:.0f}")
    return float(value)


def _text(told: Mapping[str, Any], name: str, longest: int) -> str:
    value = told.get(name)
    value = "" if value is None else value
    if not isinstance(value, str) or len(value) > longest or "\0" in value:
        raise BadResult(f"{name} must be text of at most {longest} signs")
    return value.strip()


def _moment(told: Mapping[str, Any], *, at: datetime) -> datetime:
    said = told.get("timestamp")
    try:
        moment = datetime.fromisoformat(said) if isinstance(said, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise BadResult("timestamp with date, time and time zone (ISO 8601) is needed")
    if moment > at + _AHEAD:
        raise BadResult("timestamp lies in the future")
    return moment
