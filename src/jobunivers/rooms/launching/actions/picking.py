# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff picked at a tool becomes drafts of offers, once (LTI deep linking)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from jobunivers.foundation.tenancy import writing_shared
from jobunivers.rooms.launching.actions.connecting import is_address
from jobunivers.rooms.launching.actions.lti_tokens import read_once
from jobunivers.rooms.launching.actions.tools import believed
from jobunivers.rooms.launching.models import LtiLaunch, LtiLink, LtiTool
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.queries.picked import PickedItem, items_of
from jobunivers.rooms.launching.queries.reading import NotBelieved, check, unproven
from jobunivers.rooms.launching.queries.signing import digest
from jobunivers.rooms.launching.queries.tools import tool_by_client_id
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Format, Kind, Source, Way, offer_by_key


@dataclass(frozen=True, slots=True)
class Picked:
    """What came of a picking: whose, and how many drafts are new, were there, cannot be opened."""

    tool: LtiTool
    new: int
    known: int
    not_opened: int


def take_picked(*, text: str, issuer: str, deployment: str, at: datetime) -> Picked:
    """Make drafts of what a tool says was picked.

    When its keys were asked for, and that its message was read, must last although it is refused.

    Args:
        text: the message the tool has signed.
        issuer: the kommune's name as a provider: whom the message must be for.
        deployment: the kommune's code.
        at: now.

    Raises:
        NotBelieved: it is none of a tool's, not for us, too old, read before ("again"), or it
            answers no picking of ours ("claims").
    """
    said = unproven(text).get("iss")
    tool = tool_by_client_id(said) if isinstance(said, str) else None
    if tool is None:
        raise NotBelieved("issuer")
    claims = believed(tool=tool, text=text, at=at)
    until = check(claims, issuer=tool.client_id, audiences={issuer}, at=at)
    if claims.get(f"{lti.CLAIM}deployment_id") != deployment:
        raise NotBelieved("deployment")
    items = items_of(claims)
    read_once(tool=tool, mark=claims.get("nonce"), until=until, at=at)
    with transaction.atomic():
        picking = _answered(tool, claims, at=at)
        made = [_draft(tool, one, actor_id=picking.actor_id, at=at) for one in items]
    return Picked(tool, made.count("new"), made.count("known"), made.count("wrong"))


def _answered(tool: LtiTool, claims: Mapping[str, Any], *, at: datetime) -> LtiLaunch:
    """Return the picking that is answered, once."""
    data = claims.get(f"{lti.PICKING}data")
    rows = LtiLaunch.objects.filter(
        digest=digest(data if isinstance(data, str) else ""),
        tool=tool,
        actor_id__isnull=False,
        used_at__isnull=False,
        expires_at__gt=at,
    )
    row = rows.first()
    if row is None:
        raise NotBelieved("claims")
    if not rows.filter(answered_at=None).update(answered_at=at):
        raise NotBelieved("again")
    return row


def _draft(tool: LtiTool, item: PickedItem | None, *, actor_id: int | None, at: datetime) -> str:
    if item is None or (item.url and not is_address(item.url)):
        return "wrong"
    key = f"lti-{tool.pk}-{item.mark}"
    if offer_by_key(key) is not None:
        return "known"
    own = tool.offer.current
    title = item.title or (own.title_da if own else tool.offer.key)
    url = item.url or tool.launch_uri
    entry = market.OfferEntry(
        title_da=title,
        summary_da=item.text or title,
        format=Format.VIRTUAL,
        way=Way.LTI,
        url=url,
        languages=own.languages if own else ("da",),
        categories=own.categories if own else (),
        data=own.data if own else (),
    )
    with writing_shared():
        offer = market.new_offer(
            key=key,
            kind=Kind.LESSON,
            source=Source.MARKET,
            vendor_id=tool.offer.vendor_id,
            entry=entry,
            at=at,
            actor_id=actor_id,
        )
    LtiLink.objects.create(offer=offer, tool=tool, url=url, custom=dict(item.custom))
    return "new"
