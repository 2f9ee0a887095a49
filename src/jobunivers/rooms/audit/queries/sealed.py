# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Holding the seals against the chain, against each other and against their copy outside."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.utils import timezone

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.audit.models import Seal
from jobunivers.rooms.audit.queries import keys, links, outside
from jobunivers.rooms.audit.queries.findings import Checked, Finding

_LATE = timedelta(days=2)  # a day is sealed the night after


def check_seals(
    municipality: Municipality,
    hashes: Mapping[int, bytes],
    known: Mapping[str, Ed25519PublicKey],
    *,
    at: datetime,
    checked: Checked,
) -> None:
    """Add what is wrong with the seals of the kommune worked for to what a check found."""
    say = checked.findings.append
    before: Seal | None = None
    own: dict[str, str] = {}
    for seal in Seal.objects.order_by("day", "pk"):
        day = seal.day.isoformat()
        previous = links.BEGINNING if before is None else links.seal_digest(before)
        if bytes(seal.previous) != previous:
            say(Finding("seal_does_not_follow", told=day))
        digest = links.seal_digest(seal)
        public = known.get(seal.key_id)
        if public is None:
            say(Finding("key_unknown", told=f"{seal.key_id} ({day})"))
        elif not keys.holds(public, bytes(seal.signature), digest):
            say(Finding("seal_changed", told=day))
        if seal.number and hashes.get(seal.number) != bytes(seal.hash):
            say(Finding("sealed_end_is_gone", link=seal.number, told=day))
        if before is not None and seal.day - before.day > timedelta(days=1):
            say(Finding("day_not_sealed", grave=False, told=_between(before, seal)))
        own[day] = digest.hex()
        before = seal
        checked.seals += 1
    _check_copy(municipality, own, checked)
    _check_newest(before, hashes, at, checked)


def _between(before: Seal, seal: Seal) -> str:
    first, last = before.day + timedelta(days=1), seal.day - timedelta(days=1)
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"


def _check_copy(municipality: Municipality, own: Mapping[str, str], checked: Checked) -> None:
    """Tell of seals that stand outside the database and not in it, or otherwise there."""
    told: dict[str, str] = {}
    for line in outside.seals(municipality.code):
        if not line:
            checked.findings.append(Finding("copy_unreadable"))
        else:
            told[str(line.get("day"))] = str(line.get("digest"))
    for day, digest in sorted(told.items()):
        if day not in own:
            checked.findings.append(Finding("seal_missing", told=day))
        elif own[day] != digest:
            checked.findings.append(Finding("seal_differs_from_copy", told=day))
    if told:
        for day in sorted(set(own) - set(told)):
            checked.findings.append(Finding("seal_not_in_copy", grave=False, told=day))


def _check_newest(
    newest: Seal | None, hashes: Mapping[int, bytes], at: datetime, checked: Checked
) -> None:
    """Tell of days that should be sealed by now."""
    today = timezone.localdate(at)
    if newest is not None and today - newest.day > _LATE:
        first = newest.day + timedelta(days=1)
        told = f"{first.isoformat()} – {(today - timedelta(days=1)).isoformat()}"
        checked.findings.append(Finding("day_not_sealed", grave=False, told=told))
    elif newest is None and hashes:
        checked.findings.append(Finding("nothing_sealed", grave=False))
