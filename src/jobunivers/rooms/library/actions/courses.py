# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Open course catalogues into the shared library, in batches; a rerun changes nothing."""

import csv
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from django.db import transaction

from jobunivers.foundation.taxonomy.meaning import skills_of_texts
from jobunivers.foundation.taxonomy.remembered import Asked
from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.library.actions.course_rows import (
    D4AD,
    ZOOM,
    BadRow,
    Course,
    Row,
    d4ad,
    zoom,
)
from jobunivers.rooms.library.actions.importing import (
    SetAside,
    Summary,
    key_of,
    publish_import,
    remember,
)
from jobunivers.rooms.library.models import Taken
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Kind, Offer, OfferState, Source

_BATCH = 200
_MOST_SKILLS = 15
_LONGEST_FIELD = 1_000_000


class UnknownCatalogue(Exception):  # noqa: N818 - it reads as what is wrong
    """A file whose columns are of no catalogue that is known."""


@dataclass(frozen=True, slots=True)
class _Numbered:
    line: int
    course: Course
    digest: str


def import_courses(*, path: Path, at: datetime) -> Summary:
    """Take a file of courses in as shared offers, told apart by its columns.

    Raises:
        UnknownCatalogue: the columns are of neither UddannelsesZoom nor D4AD.
    """
    summary = Summary()
    csv.field_size_limit(_LONGEST_FIELD)
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        first = file.readline()
        file.seek(0)
        rows = csv.DictReader(file, delimiter=";" if first.count(";") > first.count(",") else ",")
        columns = set(rows.fieldnames or ())
        if columns >= ZOOM:
            read, source = zoom, "uddannelseszoom"
        elif columns >= D4AD:
            read, source = d4ad, "d4ad"
        else:
            raise UnknownCatalogue
        understood = _understood(rows, read, path.name, summary)
        while batch := list(islice(understood, _BATCH)):
            with transaction.atomic(), writing_shared():
                _store(batch, source, at, summary)
    return summary


def _understood(
    rows: "csv.DictReader[str]",
    read: Callable[[Row], Course | None],
    name: str,
    summary: Summary,
) -> Iterator[_Numbered]:
    seen: set[str] = set()
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as bad:
            summary.set_aside.append(SetAside(name, rows.line_num, str(bad)))
            continue
        try:
            course = read(row)
        except BadRow as bad:
            summary.set_aside.append(SetAside(name, rows.line_num, str(bad)))
            continue
        if course is None:
            summary.left_out += 1
            continue
        if course.key in seen:
            summary.set_aside.append(SetAside(name, rows.line_num, f"{course.key} stands twice"))
            continue
        seen.add(course.key)
        yield _Numbered(rows.line_num, course, _digest(course))


def _digest(course: Course) -> str:
    told = json.dumps(asdict(course.entry), sort_keys=True, default=str)
    return hashlib.sha256(told.encode()).hexdigest()


def _store(batch: Sequence[_Numbered], source: str, at: datetime, summary: Summary) -> None:
    keys = {one.course.key: key_of(one.course.key) for one in batch}
    rows = Taken.objects.filter(offer__key__in=keys.values(), offer__municipality=None)
    before = {row.offer.key: row for row in rows.select_related("offer")}
    fresh = [
        one
        for one in batch
        if (known := before.get(keys[one.course.key])) is None or known.sha256 != one.digest
    ]
    summary.unchanged += len(batch) - len(fresh)
    for one, skills in zip(fresh, _competences(fresh), strict=True):
        known = before.get(keys[one.course.key])
        if known is not None and known.offer.state == OfferState.WITHDRAWN:
            reason = "people have withdrawn it since; it stays withdrawn"
            summary.set_aside.append(SetAside(source, one.line, reason))
            continue
        entry = replace(one.course.entry, skills=skills)
        offer = known.offer if known is not None else None
        made = _publish(offer, key=keys[one.course.key], entry=entry, at=at)
        remember(made, source, one.digest, at=at)
        if known is None:
            summary.new += 1
        else:
            summary.changed += 1


def _competences(batch: Sequence[_Numbered]) -> list[tuple[str, ...]]:
    """Return the competences each course's text names; rows without a text have none."""
    found: list[tuple[str, ...]] = [()] * len(batch)
    numbers = [n for n, one in enumerate(batch) if one.course.text]
    if not numbers:
        return found
    named = skills_of_texts([Asked(batch[n].course.text, "en") for n in numbers])
    for number, skills in zip(numbers, named, strict=True):
        surest = sorted(skills, key=lambda one: (-one.confidence, one.uri))
        found[number] = tuple(dict.fromkeys(one.uri for one in surest))[:_MOST_SKILLS]
    return found


def _publish(offer: Offer | None, *, key: str, entry: market.OfferEntry, at: datetime) -> Offer:
    if offer is None:
        offer = market.new_offer(
            key=key, kind=Kind.COURSE, source=Source.SHARED, entry=entry, at=at
        )
    else:
        market.save_version(offer=offer, version=offer.version, entry=entry, at=at)
    publish_import(offer, None, at=at)
    return offer
