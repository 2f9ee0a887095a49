# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen does with an offer, told by our own pages, a launch or what came back from it."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest

from jobunivers.foundation.events import actions as events
from jobunivers.rooms.marketplace.models import (
    Act,
    Offer,
    OfferState,
    OfferUse,
    UseAct,
    Way,
)


class NotOnOffer(Exception):  # noqa: N818 - it reads as what is wrong
    """The offer is not approved, is blocked or was withdrawn."""


@transaction.atomic
def start(*, citizen_id: int, offer: Offer, way: Way, key: str, at: datetime) -> OfferUse:
    """Note that she opened it; the same `key` again is the same start.

    Raises:
        NotOnOffer: it cannot be begun (any more).
    """
    # Read again: it may have been withdrawn since the page was made.
    fresh = Offer.objects.filter(pk=offer.pk, state=OfferState.APPROVED, blocked=[])
    number = fresh.values_list("current__number", flat=True).first()
    if number is None:
        raise NotOnOffer
    new = _act(citizen_id, offer, number, Act.STARTED, key=key, at=at)
    use, first = OfferUse.objects.get_or_create(
        citizen_id=citizen_id,
        offer=offer,
        defaults={"version": number, "way": way, "started_at": at, "last_at": at},
    )
    if new and not first:
        OfferUse.objects.filter(pk=use.pk).update(
            version=number, way=way, starts=F("starts") + 1, last_at=Greatest("last_at", Value(at))
        )
        use.refresh_from_db()
    if new:
        _told("marketplace.offer_started", citizen_id, offer, at=at)
    return use


@transaction.atomic
def progress(
    *, citizen_id: int, offer: Offer, share: float, score: float | None, at: datetime
) -> OfferUse | None:
    """Note how far she has come, 0 … 1; it never goes back. None when she has not begun.

    Raises:
        ValueError: a share or score that is not from 0 to 1.
    """
    if not 0 <= share <= 1 or (score is not None and not 0 <= score <= 1):
        raise ValueError((share, score))
    rows = OfferUse.objects.filter(citizen_id=citizen_id, offer=offer)
    rows.update(
        progress=Greatest("progress", Value(float(share))),
        score=Coalesce(Value(score), F("score")) if score is not None else F("score"),
        last_at=Greatest("last_at", Value(at)),
    )
    return rows.first()


@transaction.atomic
def complete(
    *, citizen_id: int, offer: Offer, key: str, at: datetime, score: float | None = None
) -> OfferUse | None:
    """Note that she is through; the first time counts. None when she has not begun.

    Under a key whose completion was taken back she may be through anew.
    """
    use = progress(citizen_id=citizen_id, offer=offer, share=1.0, score=score, at=at)
    if use is None:
        return None
    new = _act(citizen_id, offer, use.version, Act.COMPLETED, key=key, at=at)
    if not new and not _complete_again(citizen_id, offer, use, key, at):
        return use
    if OfferUse.objects.filter(pk=use.pk, completed_at=None).update(completed_at=at):
        use.refresh_from_db()
        _told("marketplace.offer_completed", citizen_id, offer, at=at)
    return use


@transaction.atomic
def tell_anew(
    *,
    citizen_id: int,
    offer: Offer,
    told_by: str,
    share: float,
    score: float | None,
    through: bool,
    at: datetime,
) -> bool:
    """Put how far she has come to what still holds, after something told was taken back.

    Unless she is still `through`, the completion told under the key `told_by` is taken back; one
    that was told otherwise stands. Say whether a completion was taken back.
    """
    use = OfferUse.objects.select_for_update().filter(citizen_id=citizen_id, offer=offer).first()
    if use is None:
        return False
    standing = list(_completions(citizen_id, offer))
    gone = [] if through else [act for act in standing if _is_of(act.key, told_by)]
    left = [act.at for act in standing if act not in gone]
    UseAct.objects.bulk_create(
        UseAct(
            citizen_id=citizen_id, offer_id=offer.pk, version=act.version, act=Act.TAKEN_BACK,
            at=at, key=f"back:{act.pk}", takes_back=act.pk,
        )
        for act in gone
    )  # fmt: skip
    use.progress, use.score = (1.0 if left else share), score
    use.completed_at = (use.completed_at or min(left)) if left else None
    use.save(update_fields=["progress", "score", "completed_at"])
    if gone and not left:
        events.record(
            "marketplace.completion_taken_back",
            at=at,
            citizen_id=citizen_id,
            actor_id=None,
            data={"offer_id": offer.pk},
        )
    return bool(gone)


def _completions(citizen_id: int, offer: Offer) -> QuerySet[UseAct]:
    """Return the acts by which she is through that nobody has taken back."""
    hers = UseAct.objects.filter(citizen_id=citizen_id, offer_id=offer.pk)
    back = hers.filter(act=Act.TAKEN_BACK).values("takes_back")
    return hers.filter(act=Act.COMPLETED).exclude(pk__in=back).order_by("at", "pk")


def _is_of(key: str, told_by: str) -> bool:
    return key == told_by or key.startswith(f"{told_by}:again:")


def _complete_again(citizen_id: int, offer: Offer, use: OfferUse, key: str, at: datetime) -> bool:
    """Note that she is through once more under a key whose completion was taken back."""
    if any(_is_of(act.key, key) for act in _completions(citizen_id, offer)):
        return False
    times = UseAct.objects.filter(
        citizen_id=citizen_id, offer_id=offer.pk, act=Act.TAKEN_BACK
    ).count()
    name = f"{key}:again:{times}"
    return _act(citizen_id, offer, use.version, Act.COMPLETED, key=name, at=at)


@transaction.atomic
def assign(*, citizen_id: int, offer: Offer, key: str, actor_id: int, at: datetime) -> bool:
    """Note that staff gave it to her; False when this was noted already."""
    number = offer.current.number if offer.current else 0
    if not _act(citizen_id, offer, number, Act.ASSIGNED, key=key, at=at):
        return False
    # Whoever follows the event, such as her plan, says who suggested it.
    events.record(
        "marketplace.offer_assigned",
        at=at,
        citizen_id=citizen_id,
        actor_id=actor_id,
        data={"offer_id": offer.pk, "staff_id": actor_id},
    )
    return True


@transaction.atomic
def stop(*, citizen_id: int, offer: Offer, key: str, at: datetime) -> bool:
    """Note that she (or its end) stopped it; False when this was noted already."""
    number = offer.current.number if offer.current else 0
    if not _act(citizen_id, offer, number, Act.STOPPED, key=key, at=at):
        return False
    _told("marketplace.offer_stopped", citizen_id, offer, at=at)
    return True


def shown(*, citizen_id: int, offer: Offer, key: str, at: datetime) -> bool:
    """Note that its page was opened; False when this was noted already."""
    number = offer.current.number if offer.current else 0
    return _act(citizen_id, offer, number, Act.SHOWN, key=key, at=at)


def _act(citizen_id: int, offer: Offer, number: int, act: Act, *, key: str, at: datetime) -> bool:
    try:
        with transaction.atomic():
            UseAct.objects.create(
                citizen_id=citizen_id, offer_id=offer.pk, version=number, act=act, at=at, key=key
            )
    except IntegrityError:
        if not UseAct.objects.filter(key=key).exists():
            raise
        return False
    return True


def _told(kind: str, citizen_id: int, offer: Offer, *, at: datetime) -> None:
    events.record(
        kind,
        at=at,
        citizen_id=citizen_id,
        actor_id=citizen_id,
        data={"offer_id": offer.pk},
    )
