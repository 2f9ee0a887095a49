# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She settles where sources disagree, and lets a source go with what only it told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.entrance.actions.taking import home_of
from jobunivers.rooms.entrance.models import Finding, FindingState, Telling
from jobunivers.rooms.entrance.queries.source_words import month
from jobunivers.rooms.entrance.queries.sources import QuestionRow
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.actions import Origin, Part

if TYPE_CHECKING:
    from jobunivers.rooms.journey.models import Profile

_LONGEST_OWN = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What she decided on a field of a line: a value, and whether she wrote it herself."""

    part: Part
    line: str
    field: str
    value: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """What she decided on the page: answers, and lines to be kept as two."""

    answers: tuple[Answer, ...]
    apart: tuple[tuple[Part, str, Origin, str], ...]

    def __bool__(self) -> bool:
        return bool(self.answers or self.apart)


def read_answers(rows: Sequence[QuestionRow], sent: Mapping[str, str]) -> Decided:
    """Return what she chose for each question; one left open is open still.

    `KEY` is `have`, the number of another answer, `own` with her text in `KEY-own`, or `both-N`.

    Raises:
        NotSaid: her own text is empty or no time.
    """
    answers: list[Answer] = []
    apart: dict[tuple[Part, str, Origin, str], None] = {}
    for row in rows:
        choice = sent.get(row.key, "")
        kind, _dash, number = choice.partition("-")
        if kind == "both" and number.isdecimal() and int(number) < len(row.separable):
            source, name = row.separable[int(number)]
            apart[Part(row.part), row.line, Origin(source), name] = None
            continue
        value = _value(row, choice, sent.get(f"{row.key}-own", ""))
        if value is not None:
            answers.append(
                Answer(
                    part=Part(row.part),
                    line=row.line,
                    field=row.field,
                    value=value,
                    own=choice == "own",
                )
            )
    parted = {(part, line) for part, line, _source, _name in apart}
    kept = tuple(one for one in answers if (one.part, one.line) not in parted)
    return Decided(kept, tuple(apart))


def _value(row: QuestionRow, choice: str, own: str) -> str | None:
    """Return the value chosen; None for none."""
    if choice == "have":
        return row.have.value
    if choice == "own" and row.writable:
        text = own.strip()[:_LONGEST_OWN]
        written = month(text) if row.writable in {"month", "year"} else text
        if not written:
            raise journey.NotSaid(row.key)
        return written
    if choice.isdecimal() and int(choice) < len(row.others):
        return row.others[int(choice)].value
    return None


@transaction.atomic
def decide(*, profile: "Profile", decided: Decided, at: datetime) -> None:
    """Do as she decided: all of it or nothing; raises as `answer` does."""
    for part, line, source, name in decided.apart:
        if not keep_both(profile=profile, part=part, line=line, source=source, name=name, at=at):
            raise journey.NotSaid(line)
    answer(profile=profile, answers=decided.answers, at=at)


@transaction.atomic
def answer(*, profile: "Profile", answers: Sequence[Answer], at: datetime) -> int:
    """Settle fields as she decided; return how many.

    Raises:
        NotSaid: a value is none.
        WrongOrder: a job would end before it began. Nothing is settled then.
    """
    lines: dict[tuple[Part, str], list[Answer]] = {}
    for one in answers:
        lines.setdefault((one.part, one.line), []).append(one)
    for (part, line), some in lines.items():
        own = [one.field for one in some if one.own]
        if part is Part.BASICS and line == "postal_code":
            home = home_of(some[0].value)
            if home is None:
                raise journey.NotSaid(some[0].value)
            journey.settle_home(profile=profile, home=home, at=at, own=bool(own))
        else:
            values = {one.field: one.value for one in some}
            journey.settle(profile=profile, part=part, line=line, values=values, own=own, at=at)
    if answers:
        _record("entrance.questions_settled", profile, at=at, count=len(answers))
    return len(answers)


@transaction.atomic
def keep_both(
    *, profile: "Profile", part: Part, line: str, source: Origin, name: str, at: datetime
) -> bool:
    """Let what a source says be a line of its own; False when it says too little for that."""
    other = journey.separate(profile=profile, part=part, line=line, source=source, name=name, at=at)
    if not other:
        return False
    Finding.objects.filter(
        telling__citizen_id=profile.citizen_id,
        telling__source=source,
        telling__name=name,
        kind=part,
        line=line,
    ).update(line=other, state=FindingState.TAKEN)
    _record("entrance.both_kept", profile, at=at, part=part.value)
    return True


@transaction.atomic
def remove_source(
    *, profile: "Profile", source: Origin, name: str, with_lines: bool, at: datetime
) -> int:
    """Forget what a source told; with its lines, return how many that nobody else told went."""
    count = 0
    if with_lines:
        count = journey.remove_source(profile=profile, source=source, name=name, at=at)
    else:
        journey.adopt_source(profile=profile, source=source, name=name, at=at)
    rows = Telling.objects.filter(citizen_id=profile.citizen_id, source=source, name=name)
    rows.delete()
    _record("entrance.source_removed", profile, at=at, source=source.value, lines=count)
    return count


def let_go(citizen_id: int, source: str, at: datetime) -> None:
    """Use nothing more of a source that she no longer allows to fill in her profile.

    What only it told leaves the profile; what she has written or settled herself stays.
    """
    told = Telling.objects.filter(citizen_id=citizen_id, source=source).order_by("pk")
    names = set(told.values_list("name", flat=True))
    if not names:
        return
    profile = journey.ensure_profile(citizen_id=citizen_id, at=at)
    for name in sorted(names):
        remove_source(profile=profile, source=Origin(source), name=name, with_lines=True, at=at)


@transaction.atomic
def decline(*, citizen_id: int, findings: Sequence[Finding], at: datetime) -> int:
    """Note that she does not want these; no import asks about them again. Return how many."""
    wanted = [row.pk for row in findings]
    rows = Finding.objects.filter(
        pk__in=wanted, state=FindingState.WAITING, telling__citizen_id=citizen_id
    )
    count = rows.update(state=FindingState.DECLINED, decided_at=at)
    if count:
        events.record("entrance.findings_declined", at=at, citizen_id=citizen_id,
                      actor_id=citizen_id, data={"count": count})  # fmt: skip
    return count


def _record(kind: str, profile: "Profile", *, at: datetime, **data: object) -> None:
    who = profile.citizen_id
    events.record(kind, at=at, citizen_id=who, actor_id=who, data=data)
