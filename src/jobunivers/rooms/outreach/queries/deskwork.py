# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What pushes put on the staff's first page, in their navigation and on a citizen's page."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation import desk
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.outreach.models import Push, State, Trigger
from jobunivers.rooms.outreach.queries.rules import rule_on
from jobunivers.trust import dossier

_MOST = 5


def offer() -> None:
    """Say what this room puts on pages of others."""
    readers = sorted(ADVISING | {Role.MANAGER})
    desk.offer_way(
        desk.Way(
            code="outreach.pushes",
            label=gettext_lazy("Udsendelser"),
            url_name="outreach:pushes",
            icon="send",
            roles={role.value: 60 for role in readers},
        )
    )
    desk.offer(
        desk.Block(
            code="outreach.waiting",
            name=gettext_lazy("Udsendelser, der venter på dig"),
            roles={role.value: 50 for role in readers},
            asks=_asks,
            reads=_reads,
        )
    )
    dossier.offer_act(
        dossier.Act(
            "outreach.push", gettext_lazy("Send et job eller en side"), "outreach:to_one", 50
        )
    )


def _asks(asked: desk.Desk) -> "dict[str, QuerySet[Any, Any]]":
    waiting = Push.objects.filter(state=State.WAITING).exclude(sender_id=asked.staff_id)
    drafts = Push.objects.filter(state=State.DRAFT, sender_id=asked.staff_id).exclude(
        refused_why=""
    )
    rules = Trigger.objects.filter(draft__submitted_at__isnull=False)
    rules = rules.exclude(draft__made_by_id=asked.staff_id)
    return {
        "rules": rules.exclude(draft__submitted_by_id=asked.staff_id).order_by("pk")[:_MOST],
        "waiting": waiting.defer("picked").order_by("pk")[:_MOST],
        "refused": drafts.defer("picked").order_by("pk")[:_MOST],
    }


def _reads(asked: desk.Desk, rows: desk.Rows) -> desk.Shown | None:
    """Show what waits for her to agree, and hers that came back."""
    waiting: list[Push] = list(rows["waiting"])
    rules: list[Trigger] = list(rows["rules"])
    if (waiting or rules) and not rule_on(asked.today).may_approve(asked.role):
        waiting, rules = [], []
    lines = [
        desk.Line(
            title=one.title,
            why=_("En kollega vil sende den til %(number)s.")
            % {"number": one.reach.get("reached", 0)},
            act=_("Se og svar"),
            path=reverse("outreach:push", args=[one.pk]),
        )
        for one in waiting
    ]
    lines += [
        desk.Line(
            title=one.name,
            why=_("En kollega vil lade reglen sende af sig selv."),
            act=_("Se og svar"),
            path=reverse("outreach:automatic_rule", args=[one.pk]),
        )
        for one in rules
    ]
    lines += [
        desk.Line(
            title=one.title,
            why=_("Den blev ikke godkendt: %(why)s") % {"why": one.refused_why},
            act=_("Ret den"),
            path=reverse("outreach:push", args=[one.pk]),
        )
        for one in rows["refused"]
    ]
    return desk.Shown(lines=lines) if lines else None
