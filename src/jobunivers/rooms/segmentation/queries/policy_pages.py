# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Policies to read, to compare and to try: for citizens, managers and administrators."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.identity import queries as identity
from jobunivers.rooms.segmentation.models import Course, DryRun, Policy
from jobunivers.rooms.segmentation.queries.courses import CourseName, called, course_names
from jobunivers.rooms.segmentation.queries.drawing import Drawing, draw
from jobunivers.rooms.segmentation.queries.facts import FACTS, value_words
from jobunivers.rooms.segmentation.queries.flow_page import NEW
from jobunivers.rooms.segmentation.queries.moves_page import because
from jobunivers.rooms.segmentation.queries.policies import (
    NoPolicy,
    policies,
    policy_in_effect,
)
from jobunivers.rooms.segmentation.queries.policy_text import (
    PolicyText,
    closeness_of,
    policy_text,
)

DIMENSIONS: Mapping[str, Promise] = {
    "age": _("Alder"),
    "weeks_out": _("Uger uden job"),
    "education": _("Længste uddannelse"),
    "wish": _("Eget ønske"),
}
_UNKNOWN = _("Ved vi ikke")
_OLDEST = 199  # the last band of ages has no upper end
_LONGEST = 9_999  # nor has that of weeks
_TRIALS = 10


@dataclass(frozen=True, slots=True)
class PolicyRow:
    """A policy in a list."""

    pk: int
    number: int
    national: bool
    draft: bool
    in_effect: bool
    coming: bool
    effective_from: date
    decided_by: str
    why: str
    activated_at: datetime | None
    activated_by: str
    retired_at: datetime | None
    digest: str


@dataclass(frozen=True, slots=True)
class PoliciesPage:
    """Every policy the kommune may see, and the draft it is working on."""

    rows: tuple[PolicyRow, ...]
    now: PolicyRow | None
    draft: PolicyRow | None
    text: PolicyText | None  # of the one in effect


@dataclass(frozen=True, slots=True)
class TrialRow:
    """A trial in a list; `fits` when the policy has not been changed since."""

    pk: int
    at: datetime
    people: int
    moves: int
    fits: bool


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """One policy, what it says, and what was tried of it."""

    row: PolicyRow
    text: PolicyText
    trials: tuple[TrialRow, ...]

    @property
    def tried(self) -> bool:
        """Say whether the policy as it stands has been tried."""
        return any(one.fits for one in self.trials)


def policy_now(*, at: datetime) -> Policy | None:
    """Return the policy in effect; None before the country's is there."""
    try:
        return policy_in_effect(at=at).row
    except NoPolicy:
        return None


def closeness_now(*, at: datetime) -> dict[str, int]:
    """Return how close the help of each course is today."""
    policy = policy_now(at=at)
    return closeness_of(policy.body) if policy else {}


def objection_days(*, at: datetime) -> int:
    """Return how many days an answer may take."""
    policy = policy_now(at=at)
    return int(policy.body["objection_days"]) if policy else 0


def offered_courses(*, language: str, at: datetime) -> list[tuple[str, str]]:
    """Return code and name of each course that is offered today, least help first."""
    names, closeness = course_names(language), closeness_now(at=at)
    return [(code, called(names, code)) for code in sorted(closeness, key=closeness.__getitem__)]


def rules_page(*, language: str, at: datetime) -> tuple[Policy, PolicyText] | None:
    """Return the policy in effect and what it says; None before there is one."""
    policy = policy_now(at=at)
    return (policy, text_of(policy, language)) if policy else None


def text_of(policy: Policy, language: str) -> PolicyText:
    """Return what a policy says."""
    return policy_text(policy.body, course_names(language), language)


def policies_page(*, language: str, at: datetime) -> PoliciesPage:
    """Return every policy, newest first."""
    now = policy_now(at=at)
    found = list(policies())
    people = identity.names(ids=[one.activated_by_id or 0 for one in found])
    rows = tuple(_row(one, now, people) for one in found)
    return PoliciesPage(
        rows=rows,
        now=next((row for row in rows if row.in_effect), None),
        draft=next((row for row in rows if row.draft and not row.national), None),
        text=text_of(now, language) if now else None,
    )


def policy_page(*, policy: Policy, language: str, at: datetime) -> PolicyPage:
    """Return one policy in words, with its trials, newest first."""
    people = identity.names(ids=[policy.activated_by_id or 0])
    found = DryRun.objects.filter(policy_id=policy.pk).order_by("-at", "-pk")
    trials = found.defer("flows", "groups", "examples", "caseload")[:_TRIALS]
    return PolicyPage(
        row=_row(policy, policy_now(at=at), people),
        text=text_of(policy, language),
        trials=tuple(
            TrialRow(one.pk, one.at, one.people, one.moves, one.digest == policy.digest)
            for one in trials
        ),
    )


def _row(policy: Policy, now: Policy | None, people: Mapping[int, tuple[str, str]]) -> PolicyRow:
    active = policy.activated_at is not None and policy.retired_at is None
    return PolicyRow(
        pk=policy.pk,
        number=policy.number,
        national=policy.municipality_id is None,
        draft=policy.activated_at is None,
        in_effect=bool(now and now.pk == policy.pk),
        coming=bool(active and now and policy.effective_from > now.effective_from
                    and now.pk != policy.pk and policy.municipality_id is not None),
        effective_from=policy.effective_from,
        decided_by=policy.decided_by,
        why=policy.why,
        activated_at=policy.activated_at,
        activated_by=people.get(policy.activated_by_id or 0, ("",))[0],
        retired_at=policy.retired_at,
        digest=policy.digest,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class GroupRow:
    """How a policy meets a group; None: fewer than five, not told."""

    value: str
    people: int | None
    closer: int | None
    freer: int | None

    @property
    def closer_share(self) -> float | None:
        """Return the share who come closer to help."""
        return self.closer / self.people if self.people and self.closer is not None else None


@dataclass(frozen=True, slots=True)
class Group:
    """The groups of one dimension."""

    name: str
    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One of those who would move, told without a name."""

    from_name: str
    to_name: str
    facts: tuple[tuple[str, str], ...]  # name, value
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrialPage:
    """What a policy would do to today's people."""

    run: DryRun
    fits: bool
    wide: Drawing
    narrow: Drawing
    order: tuple[str, ...]
    moves: tuple[tuple[str, str, int], ...]
    stocks: tuple[tuple[str, int, int], ...]  # course, before, after
    groups: tuple[Group, ...]
    examples: tuple[Example, ...]
    consultant_now: int
    consultant_then: int
    capacity: int
    text: PolicyText

    @property
    def room(self) -> int:
        """Return for how many more there would be room; below 0 for too many."""
        return self.capacity - self.consultant_then

    @property
    def missing(self) -> int:
        """Return for how many there would be no room."""
        return max(0, -self.room)

    @property
    def staying(self) -> int:
        """Return how many would stay where they are."""
        return self.run.people - self.run.moves


def trial_page(*, policy: Policy, run: DryRun, language: str) -> TrialPage:
    """Return a trial in words and pictures."""
    names = course_names(language)
    closeness = closeness_of(policy.body)
    # Who is not placed yet comes from nowhere.
    flows = {(one["from"] or NEW, one["to"]): int(one["people"]) for one in run.flows}
    known = {code for pair in flows for code in pair} - {NEW}
    order = (
        *sorted(closeness, key=closeness.__getitem__),
        *sorted(known - closeness.keys()),
    )
    return TrialPage(
        run=run,
        fits=run.digest == policy.digest,
        wide=draw([flows], order, width=960, tallest=300),
        narrow=draw([flows], order, width=340, tallest=260),
        order=order,
        moves=tuple(
            (start, end, many)
            for (start, end), many in sorted(flows.items(), key=lambda one: (-one[1], one[0]))
            if start != end and many
        ),
        stocks=tuple((code, _sum(flows, 0, code), _sum(flows, 1, code)) for code in order),
        groups=_groups(run.groups),
        examples=tuple(_example(one, names) for one in run.examples),
        consultant_now=int(run.caseload.get("consultant_now") or 0),
        consultant_then=int(run.caseload.get("consultant_then") or 0),
        capacity=int(run.caseload.get("capacity") or 0),
        text=policy_text(policy.body, names, language),
    )


def _sum(flows: Mapping[tuple[str, str], int], side: int, code: str) -> int:
    return sum(many for pair, many in flows.items() if pair[side] == code)


def _groups(rows: Sequence[Mapping[str, Any]]) -> tuple[Group, ...]:
    dimensions = dict.fromkeys(str(one["dimension"]) for one in rows)
    return tuple(
        Group(
            name=str(DIMENSIONS.get(dimension, dimension)),
            rows=tuple(
                GroupRow(
                    value=_value(dimension, str(one["value"])),
                    people=one["people"],
                    closer=one["closer"],
                    freer=one["freer"],
                )
                for one in rows
                if one["dimension"] == dimension
            ),
        )
        for dimension in dimensions
    )


def _value(dimension: str, value: str) -> str:
    if value == "unknown":
        return str(_UNKNOWN)
    if dimension in FACTS and value in FACTS[dimension].levels:
        said = value_words(dimension, value)
        return f"{said[:1].upper()}{said[1:]}"
    least, _dash, most = value.partition("-")
    if most in {str(_OLDEST), str(_LONGEST)}:
        return gettext("%(n)s og mere") % {"n": least}
    return f"{least}–{most}" if most else value


def _example(one: Mapping[str, Any], names: Mapping[str, CourseName]) -> Example:
    asked = {reason["fact"] for reason in one.get("reasons", ())}
    facts = one.get("facts", {})
    shown = [code for code in FACTS if code in facts and (code in asked or facts[code] is not None)]
    return Example(
        from_name=called(names, one["from"]),
        to_name=called(names, one["to"]),
        facts=tuple((str(FACTS[code].name), value_words(code, facts[code])) for code in shown),
        because=tuple(because(one.get("reasons", ()))),
    )


def courses_of(policy: Policy, *, language: str) -> list[tuple[str, str]]:
    """Return code and name of each course of a policy, least help first."""
    names, closeness = course_names(language), closeness_of(policy.body)
    return [(code, called(names, code)) for code in sorted(closeness, key=closeness.__getitem__)]


def words_of(course: Course) -> dict[str, str]:
    """Return how a course is spoken of, as the form shows it."""
    fields = ("name_da", "name_en", "description_da", "description_en")
    return {name: getattr(course, name) for name in fields}
