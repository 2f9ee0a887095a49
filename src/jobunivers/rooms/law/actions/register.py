# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register is shipped, approved by the national organisation, and set locally by a kommune."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.rooms.law.models import OwnValue, RegisterApproval, RegisterText
from jobunivers.rooms.law.queries.rules import forget, rule
from jobunivers.rooms.law.queries.shipped import digest_of, read_law, shipped_body
from jobunivers.science.law.register import Local


class NotLeftOpen(Exception):  # noqa: N818 - it reads as what happened
    """The law does not leave this value to the kommune, or not as much of it."""


class BeginsAlready(Exception):  # noqa: N818 - it reads as what happened
    """A value of the kommune's begins on that day already, and what was decided stays."""


class TooEarly(Exception):  # noqa: N818 - it reads as what happened
    """It would hold on a day that has been: who was decided about then knew other rules."""


class ApprovedAlready(Exception):  # noqa: N818 - it reads as what happened
    """This register is the one in effect."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided, and why."""

    decided_by: str
    why: str


@transaction.atomic
def ensure_rules(*, at: datetime, body: Mapping[str, Any] | None = None) -> RegisterText:
    """Keep the shipped register; the first of an installation takes effect at once.

    Raises BadRegister with every mistake: a register that cannot be read is never kept.
    """
    tree = dict(shipped_body() if body is None else body)
    read_law(tree)
    text, _new = RegisterText.objects.get_or_create(
        digest=digest_of(tree), defaults={"body": tree, "added_at": at}
    )
    if not RegisterApproval.objects.exists():
        RegisterApproval.objects.create(text=text, at=at)
    return text


@transaction.atomic
def approve_register(*, text: RegisterText, by_id: int, why: str, at: datetime) -> None:
    """Let a register take effect in all kommuner."""
    newest = RegisterApproval.objects.order_by("-pk").first()
    if newest is not None and newest.text_id == text.pk:
        raise ApprovedAlready
    RegisterApproval.objects.create(text=text, at=at, by_id=by_id, why=why.strip())
    forget()
    events.record("law.register_approved", at=at, actor_id=by_id, data={"text": text.pk})


@transaction.atomic
def set_own_value(
    *,
    code: str,
    key: str,
    value: int | None,
    valid_from: date,
    decision: Decision,
    by_id: int,
    today: date,
    at: datetime,
) -> OwnValue:
    """Let a value of the kommune's own hold from a day on; None leaves it open again.

    Raises NotLeftOpen, BeginsAlready or TooEarly; UnknownRule and NoRuleOn as `queries.rule`.
    """
    if valid_from < today:
        raise TooEarly
    local = _local(code, key, on=valid_from)
    if value is not None and not local.least <= value <= local.most:
        raise NotLeftOpen
    try:
        with transaction.atomic():
            row = OwnValue.objects.create(
                municipality_id=current_municipality_id(),
                code=code,
                key=key,
                value=value,
                valid_from=valid_from,
                decided_by=decision.decided_by.strip(),
                why=decision.why.strip(),
                written_by_id=by_id,
                written_at=at,
            )
    except IntegrityError as error:
        raise BeginsAlready from error
    forget()
    events.record("law.own_value_set", at=at, actor_id=by_id, data={"value": row.pk})
    return row


def _local(code: str, key: str, *, on: date) -> Local:
    found = next((one for one in rule(code, on=on).local if one.key == key), None)
    if found is None:
        raise NotLeftOpen
    return found
