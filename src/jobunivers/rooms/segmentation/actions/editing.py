# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Changing one part of a draft: the whole is kept only when it hangs together."""

import copy
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from jobunivers.foundation.turns import wait_for_turn
from jobunivers.rooms.segmentation.actions.policies import save_draft
from jobunivers.rooms.segmentation.models import Policy
from jobunivers.rooms.segmentation.queries.policies import policy_in_effect

Body = dict[str, Any]
Edit = Callable[[Body], None]
_RULE_CODE = re.compile(r"^own_(\d+)$")


@transaction.atomic
def begin_draft(*, by_id: int, at: datetime) -> Policy:
    """Return the kommune's draft; a new one begins as what is in effect. Raises NoPolicy."""
    wait_for_turn("policies")  # two who begin at once begin the same draft
    drafts = Policy.objects.filter(activated_at=None, municipality__isnull=False)
    found = drafts.order_by("-pk").first()
    return found or save_draft(body=policy_in_effect(at=at).row.body, by_id=by_id, at=at)


def edited(policy: Policy, edit: Edit) -> Body:
    """Return the body of a draft with one thing changed; the draft is left as it is."""
    body: Body = copy.deepcopy(policy.body)
    edit(body)
    return body


def with_rule(place: int | None, rule: Mapping[str, Any]) -> Edit:
    """Put a rule at its place, or a new one after those that are as close, with its own code.

    Rules with closer help come first: who does less must never get less.
    """

    def edit(body: Body) -> None:
        if place is None:
            new = {**rule, "code": _new_code(body)}
            body["rules"].insert(_place_of(body, rule["course"]), new)
        else:
            body["rules"][place] = dict(rule)

    return edit


def without_rule(place: int) -> Edit:
    """Take a rule away."""

    def edit(body: Body) -> None:
        del body["rules"][place]

    return edit


def moved_rule(place: int, *, up: bool) -> Edit:
    """Let a rule and its neighbour change places; at the end it stays."""

    def edit(body: Body) -> None:
        rules, other = body["rules"], place - 1 if up else place + 1
        if 0 <= other < len(rules):
            rules[place], rules[other] = rules[other], rules[place]

    return edit


def with_parts(parts: Mapping[str, Any]) -> Edit:
    """Put other parts into the body: the ladder, the availability, the default."""

    def edit(body: Body) -> None:
        body |= parts

    return edit


def with_course(code: str, holds: Mapping[str, Any]) -> Edit:
    """Change what a course holds."""

    def edit(body: Body) -> None:
        body["courses"] = [
            {**course, **holds} if course["code"] == code else course for course in body["courses"]
        ]

    return edit


def _place_of(body: Body, course: str) -> int:
    closeness = {one["code"]: one["closeness"] for one in body["courses"]}
    rules = body["rules"]
    less = (n for n, one in enumerate(rules) if closeness[one["course"]] < closeness[course])
    return next(less, len(rules))


def _new_code(body: Body) -> str:
    """Return a code no rule of the body has had."""
    used = [int(found[1]) for rule in body["rules"] if (found := _RULE_CODE.match(rule["code"]))]
    return f"own_{max(used, default=0) + 1}"
