# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which policy is in effect: the kommune's own, else the country's."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from jobunivers.rooms.segmentation.models import Policy
from jobunivers.science import segmentation as science


class NoPolicy(Exception):  # noqa: N818 - it reads as what happened
    """No policy is in effect: the country's has not been loaded."""


@dataclass(frozen=True, slots=True)
class InEffect:
    """A policy as it is kept, and as it is read."""

    row: Policy
    rules: science.Policy


def policy_in_effect(*, at: datetime) -> InEffect:
    """Return the policy of a moment: the kommune's own goes before the country's.

    Raises NoPolicy.
    """
    row = _in_effect(timezone.localdate(at))
    if row is None:
        raise NoPolicy
    return read(row)


def policies() -> QuerySet[Policy]:
    """Return the kommune's own policies and the country's, newest first, own first."""
    return Policy.objects.order_by(F("municipality").asc(nulls_last=True), "-number", "-pk")


def read(row: Policy) -> InEffect:
    """Return a policy read; one body is read once. Raises science's BadPolicy."""
    return InEffect(row, _read(row.digest, json.dumps(row.body)))


def read_by_id(policy_id: int) -> InEffect | None:
    """Return any policy that the kommune may see, read."""
    row = Policy.objects.filter(pk=policy_id).first()
    return None if row is None else read(row)


def digest_of(body: Mapping[str, Any]) -> str:
    """Return the digest of a body: the same however its keys are ordered."""
    text = json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _in_effect(day: date) -> Policy | None:
    active = Policy.objects.filter(
        activated_at__isnull=False, retired_at=None, effective_from__lte=day
    )
    own_first = F("municipality").asc(nulls_last=True)
    return active.order_by(own_first, "-effective_from", "-number", "-pk").first()


@lru_cache(maxsize=256)
def _read(digest: str, body: str) -> science.Policy:  # noqa: ARG001 - what tells them apart
    return science.read_policy(json.loads(body))
