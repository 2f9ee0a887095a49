# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the administrators' pages show: the kommune's own values, and registers to approve."""

from dataclasses import dataclass
from datetime import date, datetime

from jobunivers.rooms.law.models import OwnValue, RegisterApproval, RegisterText
from jobunivers.rooms.law.queries.rules import Rule, law, rules
from jobunivers.rooms.law.queries.shipped import read_law
from jobunivers.science.law.register import Local, Register


@dataclass(frozen=True, slots=True)
class LocalLine:
    """A value that the law leaves to the kommune, and what the kommune has said."""

    code: str
    key: str
    rule: str
    says: str
    citation: str
    now: int | None
    history: tuple[OwnValue, ...]


def local_lines(*, on: date, language: str) -> list[LocalLine]:
    """Return what a kommune may set, with its own values, those to come first."""
    history: dict[tuple[str, str], list[OwnValue]] = {}
    for row in OwnValue.objects.order_by("-valid_from", "-pk"):
        history.setdefault((row.code, row.key), []).append(row)
    return [
        LocalLine(
            code=found.code,
            key=local.key,
            rule=found.name(language),
            says=local.says(language),
            citation=found.citation,
            now=next((one.value for one in found.own if one.key == local.key), None),
            history=tuple(history.get((found.code, local.key), ())),
        )
        for found in rules(on=on)
        for local in found.local
    ]


def local_of(code: str, key: str, *, on: date) -> tuple[Rule, Local] | None:
    """Return a rule and the value it leaves open; None when it leaves none of that name."""
    for found in rules(on=on, code_prefix=code):
        for local in found.local:
            if found.code == code and local.key == key:
                return found, local
    return None


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A kept register: how many rules, and when it was approved by whom."""

    pk: int
    added_at: datetime
    rules: int
    approved_at: datetime | None
    why: str
    current: bool


def register_lines() -> list[RegisterLine]:
    """Return the kept registers, newest first; the one in effect is marked."""
    approvals: dict[int, RegisterApproval] = {}
    current = None
    for one in RegisterApproval.objects.order_by("pk"):
        approvals[one.text_id] = one
        current = one.text_id
    return [
        RegisterLine(
            pk=row.pk,
            added_at=row.added_at,
            rules=len(row.body.get("rules", [])),
            approved_at=approvals[row.pk].at if row.pk in approvals else None,
            why=approvals[row.pk].why if row.pk in approvals else "",
            current=row.pk == current,
        )
        for row in RegisterText.objects.order_by("-pk")
    ]


@dataclass(frozen=True, slots=True)
class Difference:
    """A rule that two registers do not say alike."""

    code: str
    name: str
    how: str  # "new", "gone" or "changed"


def differences(text: RegisterText, language: str) -> list[Difference]:
    """Return what approving a register would change in what is in effect."""
    now, then = law().register, read_law(text.body).register
    return _differences(now, then, language)


def _differences(now: Register, then: Register, language: str) -> list[Difference]:
    found = []
    for code in sorted(now.lines.keys() | then.lines.keys()):
        before, after = now.lines.get(code), then.lines.get(code)
        if before == after:
            continue
        how = "new" if before is None else "gone" if after is None else "changed"
        line = after or before
        found.append(Difference(code, line.name(language) if line else code, how))
    return found
