# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sources tell of her interests, she removes what she likes, and the effect is gone at once."""

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.profiles import interests
from jobunivers.integrations.profiles.interests import InterestsTold, InterestTold, Unreadable
from jobunivers.integrations.profiles.sources.client import (
    Asking,
    NothingKnown,
    SourceUnavailable,
)
from jobunivers.integrations.profiles.sources.interests import InterestSource
from jobunivers.rooms.tailored.models import RecommendationRun, Signal, SignalSource
from jobunivers.rooms.tailored.queries.signals import PURPOSE
from jobunivers.trust import actions as consenting
from jobunivers.trust import queries as trust

__all__ = [
    "Heard",
    "NoConsent",
    "NothingKnown",
    "SourceUnavailable",
    "Unreadable",
    "bring_profile",
    "fetch_interests",
    "forget_told",
    "remove_signal",
    "stop_source",
]


class NoConsent(Exception):  # noqa: N818 - it reads as what happened
    """She does not allow that the source is used."""


@dataclass(frozen=True, slots=True)
class Heard:
    """How many things stand now, and codes of what was told and is never kept."""

    kept: int
    left_out: tuple[str, ...]


def fetch_interests(
    *,
    citizen_id: int,
    subject: str,
    reader: str,
    municipality: Municipality,
    source: str,
    at: datetime,
) -> Heard:
    """Ask a source what it knows of her interests, when she allows it, and keep what it tells.

    Raises NoConsent, NothingKnown, SourceUnavailable; then nothing is changed.
    """
    _must_allow(citizen_id, source, at=at)
    connection = settings.PROFILE_SOURCES.get(source, {})
    if not connection.get("address"):
        raise SourceUnavailable("not connected")
    asked = InterestSource(source, connection["address"], token=connection.get("token", ""))
    told = asked.interests(Asking(subject=subject, controller=municipality.code, reader=reader))
    return _keep(citizen_id=citizen_id, source=source, told=told, at=at)


def bring_profile(*, citizen_id: int, data: bytes, at: datetime) -> Heard:
    """Read a file of her profile on a network; the file itself is not kept.

    Raises NoConsent, Unreadable (with its reason); then nothing is changed.
    """
    source = SignalSource.SOCIAL.value
    _must_allow(citizen_id, source, at=at)
    return _keep(citizen_id=citizen_id, source=source, told=interests.read_file(data), at=at)


def _must_allow(citizen_id: int, source: str, *, at: datetime) -> None:
    if not trust.has_consent(citizen_id=citizen_id, source=source, purpose=PURPOSE, at=at):
        raise NoConsent


@transaction.atomic
def _keep(*, citizen_id: int, source: str, told: InterestsTold, at: datetime) -> Heard:
    """Keep what a source tells now in the place of what it told before; removed stays removed."""
    keys = {_key(citizen_id, source, one): one for one in told.items}
    rows = Signal.objects.filter(citizen_id=citizen_id, source=source)
    gone = rows.filter(removed_at=None).exclude(key__in=list(keys))
    _let_go(gone, citizen_id=citizen_id, source=source, at=at, why="told_no_more")
    known = set(rows.values_list("key", flat=True))
    Signal.objects.bulk_create(
        (
            Signal(
                citizen_id=citizen_id,
                source=source,
                kind=one.kind,
                key=key,
                words=one.words,
                told_at=at,
            )
            for key, one in keys.items()
            if key not in known
        ),
        ignore_conflicts=True,  # the same form sent twice
    )
    kept = rows.filter(removed_at=None).count()
    _record(
        "tailored.signals_told",
        citizen_id,
        at=at,
        source=source,
        kept=kept,
        left_out=list(told.left_out),
    )
    return Heard(kept, told.left_out)


def _key(citizen_id: int, source: str, one: InterestTold) -> str:
    told = f"{citizen_id}:{source}:{one.kind}:{one.words.casefold()}"
    return hashlib.sha256(told.encode()).hexdigest()


@transaction.atomic
def remove_signal(*, signal: Signal, at: datetime) -> None:
    """Take one thing out: its words, every run that was made with it, and its return."""
    rows = Signal.objects.filter(pk=signal.pk, removed_at=None)
    # This waits for a run that is being stored with it; the run is found by what follows.
    if rows.update(words="", removed_at=at):
        _forget_runs(signal.citizen_id, [signal.pk], source=signal.source, at=at, why="removed")


@transaction.atomic
def stop_source(*, citizen_id: int, source: str, actor_id: int, at: datetime) -> None:
    """Take the consent back, with all that the source has told and every run made with it."""
    with suppress(consenting.NothingGiven):
        consenting.withdraw_consent(
            citizen_id=citizen_id, source=source, purpose=PURPOSE, actor_id=actor_id, at=at
        )
    forget_told(citizen_id=citizen_id, source=source, at=at)


@transaction.atomic
def forget_told(*, citizen_id: int, source: str, at: datetime) -> int:
    """Forget all that a source has told, and every run made with it; return how many things."""
    rows = Signal.objects.filter(citizen_id=citizen_id, source=source)
    return _let_go(rows, citizen_id=citizen_id, source=source, at=at, why="withdrawn")


def _let_go(rows: QuerySet[Signal], *, citizen_id: int, source: str, at: datetime, why: str) -> int:
    ids = list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))
    if ids:
        Signal.objects.filter(pk__in=ids).delete()
        _forget_runs(citizen_id, ids, source=source, at=at, why=why)
    return len(ids)


def _forget_runs(
    citizen_id: int, ids: Sequence[int], *, source: str, at: datetime, why: str
) -> None:
    """Delete the runs made with these; the log keeps which runs used which, by number alone."""
    runs = RecommendationRun.objects.filter(
        citizen_id=citizen_id, signal_ids__overlap=list(ids)
    ).order_by("pk")
    used = list(runs.values_list("pk", "signal_ids"))
    runs.delete()
    _record(
        "tailored.signals_forgotten",
        citizen_id,
        at=at,
        source=source,
        why=why,
        signal_ids=list(ids),
        runs=[{"run": pk, "signals": sorted(set(told))} for pk, told in used],
    )


def _record(kind: str, citizen_id: int, *, at: datetime, **data: object) -> None:
    events.record(kind, at=at, citizen_id=citizen_id, actor_id=citizen_id, data=data)
