# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Results that a tool tells of citizens: kept, and brought to the market place once."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jobunivers.rooms.launching.models import LineItem, LtiLink, Score
from jobunivers.rooms.launching.queries.grading import PARTLY, ToldLine, ToldScore
from jobunivers.rooms.launching.queries.knowing import known_by
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import use_of

MOST_LINES = 50
OWN_MAXIMUM = 100.0


@dataclass(frozen=True, slots=True)
class NotKept(Exception):  # noqa: N818 - it reads as what happened
    """What a tool tells is not kept: the answer's number, and why."""

    status: int
    why: str


def own_line(*, link: LtiLink, at: datetime) -> LineItem:
    """Return the line of a whole offer, made at its first launch."""
    offer = link.offer
    label = offer.current.title_da if offer.current else offer.key
    row, _new = LineItem.objects.get_or_create(
        offer=offer,
        own=True,
        defaults={
            "tool": link.tool,
            "label": label,
            "maximum": OWN_MAXIMUM,
            "counts": True,
            "made_at": at,
        },
    )
    return row


@transaction.atomic
def add_line(*, link: LtiLink, told: ToldLine, at: datetime) -> LineItem:
    """Add a line to an offer; the same told again is the same line.

    Raises:
        NotKept: there are too many, or it is said to be of another offer.
    """
    if told.resource_link not in {"", str(link.offer_id)}:
        raise NotKept(404, "resourceLinkId is not the one of this launch")
    same = {
        "tool": link.tool,
        "offer": link.offer,
        "label": told.label,
        "maximum": told.maximum,
        "resource_id": told.resource_id,
        "tag": told.tag,
        "counts": bool(told.resource_link),
        "own": False,
    }
    found = LineItem.objects.filter(**same).order_by("pk").first()
    if found is not None:
        return found
    if LineItem.objects.filter(offer=link.offer).count() >= MOST_LINES:
        raise NotKept(403, f"there are {MOST_LINES} lines already")
    return LineItem.objects.create(**same, made_at=at)


def change_line(*, line: LineItem, told: ToldLine) -> LineItem:
    """Write a line anew; what it is about stays. NotKept: it is said to be of another offer."""
    if told.resource_link not in {"", str(line.offer_id)}:
        raise NotKept(404, "resourceLinkId is not the one of this launch")
    line.label, line.maximum = told.label, told.maximum
    line.resource_id, line.tag = told.resource_id, told.tag
    line.save(update_fields=["label", "maximum", "resource_id", "tag"])
    return line


def remove_line(*, line: LineItem) -> None:
    """Remove a line with its results; NotKept: it is the platform's own."""
    if line.own:
        raise NotKept(403, "this line is the platform's own")
    line.delete()


@transaction.atomic
def tell_score(*, line: LineItem, told: ToldScore, at: datetime) -> bool:
    """Keep a result of hers, and let the market place know it; False: it was told before.

    Raises:
        NotKept: it is about nobody who uses this under that number, or is older than what is
            kept (or of the same moment and different).
    """
    citizen_id = _whose(line, told.subject)
    rows = Score.objects.select_for_update().filter(line=line, citizen_id=citizen_id)
    kept = rows.first()
    if kept is not None and kept.told_at >= told.told_at:
        same = (kept.given, kept.maximum, kept.activity, kept.grading, kept.told_at)
        if same == (told.given, told.maximum, told.activity, told.grading, told.told_at):
            return False
        raise NotKept(409, "a result as new as this or newer is kept already")
    values = {
        "given": told.given,
        "maximum": told.maximum,
        "activity": told.activity,
        "grading": told.grading,
        "told_at": told.told_at,
        "at": at,
    }
    Score.objects.update_or_create(line=line, citizen_id=citizen_id, defaults=values)
    if line.counts:
        _bring_on(line, citizen_id, told, at=at)
    return True


def _whose(line: LineItem, subject: str) -> int:
    """Return whom a result is about: she uses the offer, and her yes stands."""
    vendor_id = line.tool.offer.vendor_id or 0
    asked = [] if "\0" in subject else [subject]
    known = known_by(subjects=asked, vendor_id=vendor_id, offer_id=line.offer_id).get(subject)
    if known is None or use_of(citizen_id=known.citizen_id, offer_id=line.offer_id) is None:
        raise NotKept(404, "userId is nobody who uses this")
    if not known.agreed:
        raise NotKept(403, "the citizen has taken her consent back")
    return known.citizen_id


def _bring_on(line: LineItem, citizen_id: int, told: ToldScore, *, at: datetime) -> None:
    offer, share = line.offer, told.share
    # What is not fully graded is no result yet, but says how far she is.
    score = share if told.grading == "FullyGraded" else None
    if told.activity == "Completed":
        key = f"lti:{line.pk}:{citizen_id}"
        market.complete(citizen_id=citizen_id, offer=offer, key=key, at=at, score=score)
        return
    far = share if told.activity in PARTLY else None
    market.progress(citizen_id=citizen_id, offer=offer, share=far or 0.0, score=score, at=at)
