# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A source tells: what is new waits for her, what is known gets one more source."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.entrance.models import Finding, FindingState, Telling
from jobunivers.rooms.entrance.queries.reading import Item
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey import queries as profiles
from jobunivers.rooms.journey.actions import Origin, Part, Saying
from jobunivers.science import merging
from jobunivers.science.merging import Line, Merged

if TYPE_CHECKING:
    from jobunivers.rooms.journey.models import Profile

_WAITING, _KNOWN = FindingState.WAITING, FindingState.KNOWN
_TAKEN, _DECLINED = FindingState.TAKEN, FindingState.DECLINED


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who tells: a system outside, or a file by its name."""

    origin: Origin
    name: str = ""
    format: str = ""
    digest: str
    passed_over: int = 0


@dataclass(frozen=True, slots=True)
class Heard:
    """How many things were new and wait for her, and how many the profile said already."""

    new: int
    known: int


@transaction.atomic
def tell(*, citizen_id: int, source: Source, items: Sequence[Item], at: datetime) -> Heard:
    """Keep what a source tells. Nothing in her profile changes; the same told again is one."""
    profile = journey.ensure_profile(citizen_id=citizen_id, at=at)
    journey.wait_for_turn(profile)
    telling, _made = Telling.objects.update_or_create(
        citizen_id=citizen_id,
        source=source.origin,
        name=source.name,
        defaults={
            "format": source.format,
            "digest": source.digest,
            "told_at": at,
            "passed_over": min(source.passed_over, 999),
        },
    )
    by_key = {item.line.key: (number, item) for number, item in enumerate(items)}
    # What it told before and tells no more is asked about no more; what she decided is remembered.
    telling.findings.filter(state=_WAITING).exclude(key__in=by_key).delete()
    merged = merging.merge(known_of(profile), [item.line for item in items])
    heard = [_hear(profile, telling, *by_key[one.told.key], one, at=at) for one in merged]
    new, known = heard.count(_WAITING), heard.count(_KNOWN) + heard.count(_TAKEN)
    events.record(
        "entrance.source_told",
        at=at,
        citizen_id=citizen_id,
        actor_id=citizen_id,
        data={"telling": telling.pk, "source": source.origin, "new": new, "known": known},
    )
    return Heard(new, known)


def known_of(profile: "Profile") -> list[Line]:
    """Return what her profile says, and what she has said no to or taken out again."""
    lines = profiles.lines_of(profile)
    keys = {line.key for line in lines}
    rows = Finding.objects.filter(telling__citizen_id=profile.citizen_id)
    decided = rows.filter(state__in=[_DECLINED, _TAKEN, _KNOWN]).order_by("pk")
    ghosts = [
        replace(_line_of(row), key=f"ghost:{row.pk}", gone=True)
        for row in decided
        if row.state == _DECLINED or f"{row.kind}:{row.line}" not in keys
    ]
    return [*lines, *ghosts]


def _hear(
    profile: "Profile", telling: Telling, number: int, item: Item, merged: Merged, *, at: datetime
) -> str:
    """Keep one thing as it was decided before or as it stands to the profile; return its state."""
    row = telling.findings.filter(key=item.line.key).first()
    if row is None:
        row = Finding(telling=telling, key=item.line.key, kind=item.line.kind, state=_WAITING)
    row.fields, row.concept = dict(item.line.fields), item.line.concept
    row.sure, row.place, row.order = item.sure, dict(item.place), number
    if merged.twin:
        if row.pk is not None and row.state == _WAITING:
            row.delete()
        return "twin"
    if merged.verdict == "gone":
        row.state, row.line, row.decided_at = _DECLINED, "", row.decided_at or at
    elif merged.line is None:
        row.state, row.line, row.decided_at = _WAITING, "", None
    else:
        _join(profile, row, merged.line, at=at)
    row.save()
    return row.state


def _join(profile: "Profile", row: Finding, line: Line, *, at: datetime) -> None:
    """Let a finding speak of a line that the profile has."""
    part, key = profiles.line_key(line.key)
    row.state = _TAKEN if row.state == _TAKEN and row.line == key else _KNOWN
    row.line, row.decided_at = key, row.decided_at or at
    journey.note_told(profile=profile, part=Part(part), line=key, told=saying_of(row), at=at)


def saying_of(row: Finding) -> Saying:
    """Return what a finding says, as the profile keeps it."""
    said = {name: value for name, value in row.fields.items() if name not in {"code", "city"}}
    if row.concept:
        said["concept"] = row.concept
    telling = row.telling
    return Saying(source=Origin(telling.source), name=telling.name, reference=row.key, said=said)


def _line_of(row: Finding) -> Line:
    kind: merging.Kind = row.kind  # type: ignore[assignment]
    return Line(key=row.key, kind=kind, fields=row.fields, concept=row.concept)


def meet_again(profile: "Profile", *, at: datetime) -> None:
    """Let what still waits meet what she has now: two sources may tell the same."""
    waiting = Finding.objects.filter(telling__citizen_id=profile.citizen_id, state=_WAITING)
    rows = {str(row.pk): row for row in waiting.select_related("telling").order_by("pk")}
    lines = [replace(_line_of(row), key=pk) for pk, row in rows.items()]
    known = profiles.lines_of(profile)
    for telling in sorted({row.telling_id for row in rows.values()}):
        own = [line for line in lines if rows[line.key].telling_id == telling]
        for merged in merging.merge(known, own):
            if merged.line is not None and not merged.twin and merged.verdict != "gone":
                row = rows[merged.told.key]
                _join(profile, row, merged.line, at=at)
                row.save()
