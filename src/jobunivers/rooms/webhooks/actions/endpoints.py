# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a vendor is told: opened, changed, tried, switched on again and closed."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F

from jobunivers.foundation.events import actions as events
from jobunivers.integrations.webhooks import new_secret
from jobunivers.rooms.marketplace.queries import Vendor
from jobunivers.rooms.webhooks.actions.composing import ping_of
from jobunivers.rooms.webhooks.models import Delivery, Endpoint, State
from jobunivers.rooms.webhooks.queries.addresses import is_address
from jobunivers.rooms.webhooks.queries.log import endpoint_of
from jobunivers.rooms.webhooks.queries.sealing import opened, sealed
from jobunivers.rooms.webhooks.queries.words import KINDS, PING

# So long a secret that has been exchanged still signs along.
OVERLAP = timedelta(hours=24)
# A button pressed twice is one press: so long it is answered by the secret it made.
SAME_PRESS = timedelta(seconds=30)
ASKED_FOR = "webhooks.delivery_asked_for"


class NotAnEndpoint(Exception):  # noqa: N818 - it reads as what is wrong
    """An endpoint that cannot be: `code` is "url", "kinds" or "open" (there is one already)."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class EndpointChanged(Exception):  # noqa: N818 - it reads as what happened
    """It was changed in another window; `endpoint` is what stands now."""

    def __init__(self, endpoint: Endpoint) -> None:
        super().__init__()
        self.endpoint = endpoint


@transaction.atomic
def open_endpoint(
    *,
    vendor: Vendor,
    url: str,
    at: datetime,
    kinds: Sequence[str] = (),
    actor_id: int | None = None,
) -> tuple[Endpoint, str]:
    """Open a vendor's endpoint; return it with its secret, which is shown this once.

    Pressed twice it is one, and both presses are answered by the same secret.

    `kinds`: the types that are wanted; empty: all of them, those to come as well.

    Raises:
        NotAnEndpoint: an address that is not asked, or there is one already.
    """
    wanted = _checked(url, kinds)
    secret = new_secret()
    try:
        with transaction.atomic():
            made = Endpoint.objects.create(
                vendor=vendor,
                url=url,
                kinds=wanted,
                sealed=sealed(secret),
                made_at=at,
                changed_at=at,
                changed_by_id=actor_id,
            )
    except IntegrityError as error:
        there = Endpoint.objects.filter(vendor=vendor, closed_at=None).first()
        if there is None:
            raise
        same = (there.url, there.kinds, there.version) == (url, wanted, 1)
        secret = _same_press(there, actor_id, at) if same else ""
        if secret:
            return there, secret
        raise NotAnEndpoint("open") from error
    _told("webhooks.endpoint_opened", made, actor_id, at)
    return made, secret


@transaction.atomic
def change_endpoint(
    *,
    endpoint: Endpoint,
    url: str,
    kinds: Sequence[str],
    seen: int,
    at: datetime,
    actor_id: int | None = None,
) -> Endpoint:
    """Write where and of what a vendor is told; the secret stays.

    Args:
        endpoint: an open one.
        url: the new address.
        kinds: the types that are wanted; empty: all.
        seen: the version the writer has read.
        at: now.
        actor_id: who writes.

    Raises:
        NotAnEndpoint: an address that is not asked.
        EndpointChanged: somebody else has written since, or closed it.
    """
    wanted = _checked(url, kinds)
    rows = Endpoint.objects.filter(pk=endpoint.pk, version=seen, closed_at=None)
    changed = rows.update(
        url=url,
        kinds=wanted,
        changed_at=at,
        changed_by_id=actor_id,
        version=F("version") + 1,
        slow_in_a_row=0,
        resting_until=None,
    )
    endpoint.refresh_from_db()
    if not changed:
        if endpoint.closed_at is None and (endpoint.url, endpoint.kinds) == (url, wanted):
            return endpoint
        raise EndpointChanged(endpoint)
    _told("webhooks.endpoint_changed", endpoint, actor_id, at)
    return endpoint


def write_endpoint(
    *,
    vendor: Vendor,
    url: str,
    kinds: Sequence[str],
    seen: int,
    at: datetime,
    actor_id: int | None = None,
) -> str:
    """Open or change where a vendor is told, as a form says it; return a secret that is new.

    `seen` is the version the writer has read, 0 when there was none.

    Raises:
        NotAnEndpoint: an address that is not asked, or a type there is not.
        EndpointChanged: somebody else has written since; `endpoint` is what stands.
    """
    found = endpoint_of(vendor.pk)
    if found is not None and seen:
        change_endpoint(endpoint=found, url=url, kinds=kinds, seen=seen, at=at, actor_id=actor_id)
        return ""
    try:
        return open_endpoint(vendor=vendor, url=url, kinds=kinds, at=at, actor_id=actor_id)[1]
    except NotAnEndpoint as wrong:
        there = endpoint_of(vendor.pk)
        if wrong.code != "open" or there is None:
            raise
        raise EndpointChanged(there) from wrong


@transaction.atomic
def rotate_secret(
    *, endpoint: Endpoint, at: datetime, seen: int | None = None, actor_id: int | None = None
) -> str:
    """Return a new secret, shown this once; the one before signs along for a day.

    `seen` is the version the page was read at: pressed twice the secret is exchanged once, so
    that the one in use signs along and not one that nobody has had.

    Raises:
        EndpointChanged: it was changed, exchanged or closed since it was read.
    """
    row = Endpoint.objects.select_for_update().get(pk=endpoint.pk)
    if seen is not None and (row.version != seen or row.closed_at is not None):
        again = row.version == seen + 1 and row.before_until == row.changed_at + OVERLAP
        secret = _same_press(row, actor_id, at) if again else ""
        if secret:
            return secret
        raise EndpointChanged(row)
    secret = new_secret()
    Endpoint.objects.filter(pk=row.pk).update(
        sealed=sealed(secret),
        sealed_before=row.sealed,
        before_until=at + OVERLAP,
        changed_at=at,
        changed_by_id=actor_id,
        version=F("version") + 1,
    )
    endpoint.refresh_from_db()
    _told("webhooks.secret_exchanged", endpoint, actor_id, at)
    return secret


@transaction.atomic
def ping(*, endpoint: Endpoint, at: datetime) -> str:
    """Send a message that says nothing, to try; return its number, or that of one not tried yet."""
    rows = Delivery.objects.filter(endpoint=endpoint, kind=PING, state=State.WAITING, tries=0)
    waiting = rows.filter(made_at__gt=at - SAME_PRESS, made_at__lte=at).first()
    if waiting is not None:
        return waiting.message_id
    made = ping_of(endpoint=endpoint, at=at)
    _ask_for(made, at)
    return made.message_id


@transaction.atomic
def replay(*, endpoint: Endpoint, message_id: str, at: datetime) -> bool:
    """Send once more what was given up or received; False: there is no such message (any more)."""
    rows = Delivery.objects.filter(
        endpoint=endpoint, message_id=message_id, state__in=[State.DEAD, State.RECEIVED]
    )
    if not rows.update(state=State.WAITING, tries=0, next_at=at):
        return False
    _ask_for(Delivery.objects.get(message_id=message_id), at)
    return True


@transaction.atomic
def switch_on(*, endpoint: Endpoint, at: datetime, actor_id: int | None = None) -> bool:
    """Let messages be sent again to what was switched off; False: it was on."""
    rows = Endpoint.objects.filter(pk=endpoint.pk, closed_at=None, off_at__isnull=False)
    if not rows.update(
        off_at=None, off_why="", dead_in_a_row=0, slow_in_a_row=0, resting_until=None
    ):
        return False
    endpoint.refresh_from_db()
    _told("webhooks.endpoint_switched_on", endpoint, actor_id, at)
    return True


@transaction.atomic
def close_endpoint(*, endpoint: Endpoint, at: datetime, actor_id: int | None = None) -> bool:
    """Tell a vendor no more; what waits is dropped. False: it was closed already."""
    if not Endpoint.objects.filter(pk=endpoint.pk, closed_at=None).update(closed_at=at):
        return False
    waiting = Delivery.objects.filter(endpoint=endpoint, state=State.WAITING)
    waiting.update(state=State.DROPPED, next_at=None)
    endpoint.refresh_from_db()
    _told("webhooks.endpoint_closed", endpoint, actor_id, at)
    return True


def _same_press(row: Endpoint, actor_id: int | None, at: datetime) -> str:
    """Return the secret that the same person made a moment ago; empty: nobody did."""
    if row.closed_at is not None or row.changed_by_id != actor_id:
        return ""
    recent = row.changed_at <= at < row.changed_at + SAME_PRESS
    return (opened(bytes(row.sealed)) or "") if recent else ""


def _checked(url: str, kinds: Sequence[str]) -> list[str]:
    if not is_address(url):
        raise NotAnEndpoint("url")
    if not set(kinds) <= KINDS.keys():
        raise NotAnEndpoint("kinds")
    return [one for one in KINDS if one in kinds]


def _ask_for(delivery: Delivery, at: datetime) -> None:
    """Let the worker deliver: the job is queued in this transaction (`tasks.deliver_asked_for`)."""
    data = {"message_id": delivery.message_id, "kommune_id": delivery.kommune_id}
    events.record(ASKED_FOR, at=at, data=data)


def _told(kind: str, endpoint: Endpoint, actor_id: int | None, at: datetime) -> None:
    events.record(kind, at=at, actor_id=actor_id, data={"endpoint_id": endpoint.pk})
