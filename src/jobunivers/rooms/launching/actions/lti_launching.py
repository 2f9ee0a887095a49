# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A launch after LTI 1.3: begun by a press, asked for by the tool, answered once."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.crypto import constant_time_compare

from jobunivers.identity.models import Person
from jobunivers.rooms.launching.actions import handing
from jobunivers.rooms.launching.actions.signing import sign
from jobunivers.rooms.launching.models import HandOver, LtiLaunch, LtiLink, LtiTool
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.queries.lti_asking import LaunchAsked, NotLaunched
from jobunivers.rooms.launching.queries.signing import digest
from jobunivers.rooms.launching.queries.ways import login_hint_of
from jobunivers.rooms.marketplace.queries import Offer

# So long she may be on her way from our page to the tool and back.
LAUNCH_LIFE = timedelta(minutes=5)
# What staff pick takes longer: the tool's answer is waited for.
PICKING_LIFE = timedelta(hours=2)
KEPT_FOR = timedelta(days=1)
IDENTITY_SECONDS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a launch comes from: the kommune's addresses and names, as the tool is told them.

    Attributes:
        issuer: the kommune's name as a provider.
        deployment: its code.
        name: its name.
        back: the page of ours that the tool may lead back to.
        lines, line: where results are told (AGS); empty for what is picked.
        picked: where what was picked is sent; empty for a launch.
    """

    issuer: str
    deployment: str
    name: str
    back: str
    lines: str = ""
    line: str = ""
    picked: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A citizen who is launched, as her login says."""

    citizen_id: int
    acr: str
    language: str
    logged_in_at: datetime


def begin_launch(
    *,
    tool: LtiTool,
    offer: Offer,
    at: datetime,
    citizen_id: int | None,
    actor_id: int | None = None,
) -> str:
    """Return what the tool is given to bring back, once, within minutes.

    Either a citizen launches, or one of staff (`actor_id`) picks content.
    """
    LtiLaunch.objects.filter(expires_at__lt=at - KEPT_FOR).delete()
    hint = secrets.token_urlsafe(32)
    LtiLaunch.objects.create(
        digest=digest(hint),
        tool=tool,
        offer=offer,
        citizen_id=citizen_id,
        actor_id=actor_id,
        expires_at=at + (LAUNCH_LIFE if actor_id is None else PICKING_LIFE),
    )
    return hint


def waiting_launch(*, asked: LaunchAsked, at: datetime) -> LtiLaunch:
    """Return the launch a tool asks for.

    Raises:
        NotLaunched: it is not known here, is another tool's, has been used, or is too old.
    """
    whence = asked.whence
    rows = LtiLaunch.objects.filter(digest=digest(asked.hint), tool=whence.tool)
    row = rows.select_related("offer__current", "offer__vendor").first()
    if row is None or not constant_time_compare(asked.login_hint, login_hint_of(asked.hint)):
        raise NotLaunched(whence, "invalid_request", "the launch is not known")
    if row.used_at is not None:
        raise NotLaunched(whence, "invalid_request", "the launch has been used")
    if row.expires_at <= at:
        raise NotLaunched(whence, "invalid_request", "the launch is too old")
    return row


@transaction.atomic
def launch(
    *,
    asked: LaunchAsked,
    row: LtiLaunch,
    link: LtiLink,
    handed: HandOver,
    who: Who,
    place: Place,
    at: datetime,
) -> str:
    """Return the signed message that launches her, and keep the receipt of the hand-over.

    Raises:
        NotLaunched: another request was quicker with the same launch.
    """
    _spend(asked, row, at=at)
    offer = row.offer
    handing.keep_receipt(citizen_id=who.citizen_id, offer=offer, handed=handed, at=at)
    told = _told(asked, place, lti.LAUNCH, at=at) | _launched(link, place)
    told |= {
        "sub": handing.subject_for(citizen_id=who.citizen_id, offer=offer, at=at),
        "auth_time": int(who.logged_in_at.timestamp()),
        "acr": who.acr,
        f"{lti.CLAIM}roles": [lti.LEARNER],
        f"{lti.CLAIM}launch_presentation": {"document_target": "window", "return_url": place.back},
    }
    person = Person.objects.filter(pk=who.citizen_id).first()
    # Whose name is protected is known by her number alone, whatever she has agreed to.
    if "name" in handed.data and person is not None and not person.is_protected:
        told["name"] = person.name
    if "language" in handed.data:
        told["locale"] = who.language
        told[f"{lti.CLAIM}launch_presentation"]["locale"] = who.language
    return sign(told, at=at)


@transaction.atomic
def open_picking(
    *, asked: LaunchAsked, row: LtiLaunch, place: Place, language: str, at: datetime
) -> str:
    """Return the signed message that opens a tool's own page of what can be picked.

    Who picks is known by a number of this one time; it is staff, and no name is told.

    Raises:
        NotLaunched: another request was quicker with the same launch.
    """
    _spend(asked, row, at=at)
    told = _told(asked, place, lti.PICK, at=at)
    told |= {
        "sub": secrets.token_urlsafe(24),
        "locale": language,
        f"{lti.CLAIM}roles": [lti.PICKER],
        f"{lti.CLAIM}target_link_uri": row.tool.deep_link_uri,
        f"{lti.CLAIM}launch_presentation": {"document_target": "window", "return_url": place.back},
        f"{lti.PICKING}deep_linking_settings": {
            "deep_link_return_url": place.picked,
            "accept_types": [lti.RESOURCE],
            "accept_presentation_document_targets": ["window"],
            "accept_multiple": True,
            "auto_create": False,
            "accept_lineitem": False,
            "data": asked.hint,
        },
    }
    return sign(told, at=at)


def _spend(asked: LaunchAsked, row: LtiLaunch, *, at: datetime) -> None:
    if not LtiLaunch.objects.filter(pk=row.pk, used_at=None).update(used_at=at):
        raise NotLaunched(asked.whence, "invalid_request", "the launch has been used")


def _told(asked: LaunchAsked, place: Place, kind: str, *, at: datetime) -> dict[str, Any]:
    now = int(at.timestamp())
    return {
        "iss": place.issuer,
        "aud": asked.whence.tool.client_id,
        "azp": asked.whence.tool.client_id,
        "iat": now,
        "exp": now + IDENTITY_SECONDS,
        "nonce": asked.nonce,
        f"{lti.CLAIM}message_type": kind,
        f"{lti.CLAIM}version": lti.VERSION,
        f"{lti.CLAIM}deployment_id": place.deployment,
        f"{lti.CLAIM}context": {
            "id": place.deployment,
            "label": place.name,
            "title": place.name,
            "type": [lti.CONTEXT],
        },
        f"{lti.CLAIM}tool_platform": {
            "guid": place.issuer,
            "name": place.name,
            "product_family_code": "jobunivers",
        },
    }


def _launched(link: LtiLink, place: Place) -> dict[str, Any]:
    offer = link.offer
    told: dict[str, Any] = {
        f"{lti.CLAIM}target_link_uri": link.url,
        f"{lti.CLAIM}resource_link": {
            "id": str(offer.pk),
            "title": offer.current.title_da if offer.current else offer.key,
        },
        lti.ENDPOINT: {
            "scope": list(lti.SCOPES),
            "lineitems": place.lines,
            "lineitem": place.line,
        },
    }
    if link.custom:
        told[f"{lti.CLAIM}custom"] = link.custom
    return told
