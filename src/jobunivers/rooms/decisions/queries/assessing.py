# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An assessment: what the running system says of itself, and what the kommune says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from jobunivers.identity import queries as identity
from jobunivers.rooms.decisions.models import Assessment, AssessmentKind
from jobunivers.rooms.decisions.queries.assessing_fields import OWN, Own
from jobunivers.rooms.decisions.queries.facts import Section, data_facts, rights_facts

_VERSIONS = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the kommune's own fields, and what it says; "" where nothing is written."""

    field: Own
    said: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version in the list of all."""

    number: int
    at: datetime
    by: str
    signed_by: str
    review_on: date | None


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """One assessment as it is read, filled in and printed.

    `number` is 0 while nobody has written anything. `signed` is the newest signed version:
    `changed` says that words were written since, `due` that it is time to look at it again.
    """

    kind: AssessmentKind
    number: int
    sections: Sequence[Section]
    answers: Sequence[Answer]
    lacking: Sequence[Own]
    signed: Version | None
    changed: bool
    due: bool
    versions: Sequence[Version]
    shown: Version | None  # an old version is shown; None: it is the newest, and lives


def newest_assessment(kind: AssessmentKind) -> Assessment | None:
    """Return the newest version; None before the first."""
    return Assessment.objects.filter(kind=kind).order_by("-number").first()


def unanswered(kind: AssessmentKind, answers: Mapping[str, str]) -> list[str]:
    """Return the codes of the fields that must be answered before signing, and are not."""
    return [one.code for one in OWN[kind] if one.needed and not answers.get(one.code, "").strip()]


def assessment_page(
    kind: AssessmentKind, *, at: datetime, today: date, number: int | None = None
) -> AssessmentPage | None:
    """Return an assessment; None when it has no version of that number.

    A signed version shows what the system said when it was signed.
    """
    rows = list(Assessment.objects.filter(kind=kind).order_by("-number")[:_VERSIONS])
    newest = rows[0] if rows else None
    row = newest
    if number is not None:
        row = Assessment.objects.filter(kind=kind, number=number).first()
        if row is None:
            return None
    versions = _versions(rows)
    signed = next((one for one in versions if one.signed_by), None)
    answers: dict[str, str] = dict(row.answers) if row else {}
    old = number is not None and row is not None
    lacking = set(unanswered(kind, answers))
    return AssessmentPage(
        kind=kind,
        number=row.number if row else 0,
        sections=_kept(row) if old and row and row.facts else facts_of(kind, at=at),
        answers=[Answer(one, answers.get(one.code, "")) for one in OWN[kind]],
        lacking=[one for one in OWN[kind] if one.code in lacking],
        signed=signed,
        changed=bool(signed and newest and newest.number != signed.number),
        due=bool(signed and signed.review_on and signed.review_on <= today),
        versions=versions,
        shown=next((one for one in _versions([row]) if old), None) if row else None,
    )


def facts_of(kind: AssessmentKind, *, at: datetime) -> list[Section]:
    """Return what the running system says of itself for an assessment, right now."""
    return data_facts(at=at) if kind is AssessmentKind.DATA else rights_facts(at=at)


def _kept(row: Assessment) -> list[Section]:
    return [Section.from_json(one) for one in row.facts]


def _versions(rows: Sequence[Assessment]) -> list[Version]:
    names = identity.names(ids={one.written_by_id for one in rows})
    return [
        Version(
            one.number, one.at, names.get(one.written_by_id, ("",))[0], one.signed_by, one.review_on
        )
        for one in rows
    ]


def overview(*, at: datetime, today: date) -> Mapping[AssessmentKind, Mapping[str, Any]]:
    """Return how far each assessment has come, without what the system says of itself."""
    del at
    found = {}
    for kind in AssessmentKind:
        rows = list(Assessment.objects.filter(kind=kind).order_by("-number")[:_VERSIONS])
        signed = next((one for one in rows if one.is_signed), None)
        found[kind] = {
            "number": rows[0].number if rows else 0,
            "lacking": len(unanswered(kind, rows[0].answers if rows else {})),
            "signed": signed,
            "due": bool(signed and signed.review_on and signed.review_on <= today),
        }
    return found
