# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""When a second person must agree, and who may be that person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from jobunivers.identity import queries as identity
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.outreach.models import ApprovalRule, Push, PushRecipient, Stand, Trigger

USUAL_ABOVE = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds on a day; number 0 is what holds until the kommune has decided something."""

    number: int
    above: int
    staff_may: bool

    def may_approve(self, role: str) -> bool:
        """Say whether somebody of this role may be the second person."""
        return role == Role.MANAGER or (self.staff_may and role in ADVISING)


def rule_on(day: date) -> Rule:
    """Return the rule in force on a day: the latest decision that has taken effect."""
    row = ApprovalRule.objects.filter(effective_from__lte=day).order_by("-number").first()
    if row is None:
        return Rule(0, USUAL_ABOVE, staff_may=False)
    return Rule(row.number, row.above, row.staff_may)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as it is read: who wrote it, and whether it holds."""

    row: ApprovalRule
    by: str
    holds: bool


def decisions(*, today: date) -> list[Decision]:
    """Return all decisions, the newest first."""
    rows = list(ApprovalRule.objects.order_by("-number"))
    names = identity.names(ids={row.by_id for row in rows})
    holds = rule_on(today).number
    return [Decision(row, names.get(row.by_id, ("", ""))[0], row.number == holds) for row in rows]


def approver_ids(push: Push, rule: Rule) -> list[int]:
    """Return whom to tell that a push waits."""
    return approver_ids_of({push.sender_id}, rule)


def approver_ids_of(own: Collection[int | None], rule: Rule) -> list[int]:
    """Return whom to tell that something waits: managers, else colleagues; never whose own it is.

    Colleagues find it in their list where managers are told.
    """
    found = identity.staff(roles=[Role.MANAGER]).values_list("pk", flat=True)
    told = [pk for pk in found if pk not in own]
    if told or not rule.staff_may:
        return told
    others = identity.staff(roles=ADVISING).values_list("pk", flat=True)
    return [pk for pk in others if pk not in own]


def any_rules() -> bool:
    """Say whether the kommune has ever written a rule that sends."""
    return Trigger.objects.exists()


def sent_by_rules() -> list[tuple[str, PushRecipient]]:
    """Return everything the kommune's rules have sent: the rule's name, and who got it."""
    rows = PushRecipient.objects.filter(
        state=Stand.SENT, push__trigger_version__isnull=False
    ).select_related("push__trigger_version__trigger")
    return [
        (row.push.trigger_version.trigger.name, row)
        for row in rows.order_by("pk")
        if row.push.trigger_version is not None
    ]
