# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Policies are drafted, tried, activated and taken back; the country's comes with the code."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id, writing_shared
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.turns import wait_for_turn
from jobunivers.rooms.segmentation.models import Course, DryRun, Policy
from jobunivers.rooms.segmentation.queries.policies import digest_of, policy_in_effect
from jobunivers.science.segmentation import read_policy

_STARTER = Path(__file__).resolve().parent.parent / "starter" / "national.json"
# What was shown longer ago was shown of other people.
_FRESH = timedelta(days=7)


class NotTried(Exception):  # noqa: N818 - it reads as what happened
    """Nobody has been shown what this policy, as it now reads, would do."""


class AlreadyActive(Exception):  # noqa: N818 - it reads as what happened
    """It is activated already, and what is activated does not change."""


class ChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """Somebody has changed the draft since it was read."""


class TooEarly(Exception):  # noqa: N818 - it reads as what happened
    """It would take effect on a day that has been."""


class SaysNothing(Exception):  # noqa: N818 - it reads as what happened
    """Nobody is said to have decided, or no reason is given."""


class NotOwn(Exception):  # noqa: N818 - it reads as what happened
    """It is not the kommune's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseWords:
    """How a course is spoken of in a kommune."""

    code: str
    name_da: str
    name_en: str
    description_da: str
    description_en: str


def ensure_policy(*, at: datetime) -> Policy:
    """Return the country's newest policy; written when the code brings a new one."""
    starter = _starter()
    digest = digest_of(starter["policy"])
    shared = Policy.objects.filter(municipality=None).order_by("-number")
    newest = shared.first()
    if newest is not None and newest.digest == digest:
        return newest
    read_policy(starter["policy"])
    with writing_shared():
        for words in starter["texts"]:
            _put_course(None, CourseWords(**words), at=at)
        return Policy.objects.create(
            municipality=None,
            number=1 if newest is None else newest.number + 1,
            body=starter["policy"],
            digest=digest,
            effective_from=date.fromisoformat(starter["effective_from"]),
            decided_by=starter["decided_by"],
            why=starter["why"],
            created_at=at,
            changed_at=at,
            activated_at=at,
        )


@transaction.atomic
def save_draft(
    *,
    body: Mapping[str, Any],
    by_id: int,
    at: datetime,
    policy_id: int | None = None,
    seen: str | None = None,
) -> Policy:
    """Keep a policy that is being written; raises BadPolicy when it cannot be read.

    With `policy_id` that draft of the kommune's is changed (NotOwn, AlreadyActive), else a new
    one is begun. `seen` is the digest of what the writer has read: ChangedMeanwhile when the
    draft says something else by now, for rules are told by their places.
    """
    read_policy(dict(body))
    digest, own = digest_of(body), Policy.objects.filter(municipality=current_municipality_id())
    if policy_id is None:
        wait_for_turn("policies")
        number = (own.aggregate(Max("number"))["number__max"] or 0) + 1
        return Policy.objects.create(
            municipality_id=current_municipality_id(),
            number=number,
            body=dict(body),
            digest=digest,
            effective_from=timezone.localdate(at),
            written_by_id=by_id,
            created_at=at,
            changed_at=at,
        )
    draft = _own_draft(policy_id, seen)
    draft.body, draft.digest, draft.written_by_id, draft.changed_at = dict(body), digest, by_id, at
    draft.save()
    return draft


@transaction.atomic
def delete_draft(*, policy_id: int) -> None:
    """Throw a draft away; what was activated stays."""
    _own_draft(policy_id).delete()


@transaction.atomic
def activate_policy(
    *,
    policy_id: int,
    decided_by: str,
    why: str,
    effective_from: date,
    by_id: int,
    at: datetime,
    seen: str | None = None,
) -> Policy:
    """Let a draft take effect on a date, decided by somebody and for a reason.

    Raises ChangedMeanwhile as `save_draft` does; NotTried unless somebody was shown, within a week,
    what exactly this would do compared with what is in effect now; TooEarly, SaysNothing,
    AlreadyActive, NotOwn.
    """
    draft = _own_draft(policy_id, seen)
    if not decided_by.strip() or not why.strip():
        raise SaysNothing
    if effective_from < timezone.localdate(at):
        raise TooEarly
    against = policy_in_effect(at=at).row.pk
    tried = DryRun.objects.filter(
        policy_id=draft.pk,
        digest=draft.digest,
        against_id=against,
        shown_at__isnull=False,
        at__gte=at - _FRESH,
    )
    if not tried.exists():
        raise NotTried
    draft.decided_by, draft.why, draft.effective_from = decided_by, why, effective_from
    draft.activated_at, draft.activated_by_id, draft.changed_at = at, by_id, at
    draft.save()
    _record("segmentation.policy_activated", draft, by_id, at)
    return draft


@transaction.atomic
def retire_policy(*, policy_id: int, by_id: int, at: datetime) -> None:
    """Take the kommune's policy back: the one before holds again, at last the country's."""
    changed = Policy.objects.filter(
        pk=policy_id,
        municipality=current_municipality_id(),
        activated_at__isnull=False,
        retired_at=None,
    ).update(retired_at=at, retired_by_id=by_id)
    if not changed:
        raise NotOwn
    _record("segmentation.policy_retired", Policy.objects.get(pk=policy_id), by_id, at)


@transaction.atomic
def save_course(*, words: CourseWords, by_id: int, at: datetime) -> Course:
    """Let the kommune speak of a course in its own words."""
    row = _put_course(tenancy.by_pk(current_municipality_id()), words, at=at)
    events.record("segmentation.course_described", at=at, actor_id=by_id, data={"course": row.code})
    return row


def _own_draft(policy_id: int, seen: str | None = None) -> Policy:
    row = Policy.objects.select_for_update().filter(
        pk=policy_id, municipality=current_municipality_id()
    ).first()  # fmt: skip
    if row is None:
        raise NotOwn
    if row.activated_at is not None:
        raise AlreadyActive
    if seen is not None and row.digest != seen:
        raise ChangedMeanwhile
    return row


def _put_course(owner: Municipality | None, words: CourseWords, *, at: datetime) -> Course:
    row, _ = Course.objects.update_or_create(
        municipality=owner,
        code=words.code,
        defaults={
            "name_da": words.name_da,
            "name_en": words.name_en,
            "description_da": words.description_da,
            "description_en": words.description_en,
            "changed_at": at,
        },
    )
    return row


def _record(kind: str, policy: Policy, by_id: int, at: datetime) -> None:
    data = {"policy": policy.pk, "number": policy.number}
    events.record(kind, at=at, actor_id=by_id, data=data)


@cache
def _starter() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_STARTER.read_text(encoding="utf-8"))
    return found
