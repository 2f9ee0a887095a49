# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tools after LTI 1.3, and which offers they open."""

from django.db.models import OuterRef, Subquery

from jobunivers.rooms.launching.models import LtiLink, LtiTool
from jobunivers.rooms.marketplace.queries import Offer, OfferState, OfferVersion, Way


def link_of(offer_id: int) -> LtiLink | None:
    """Return by which tool and how an offer is opened, both with their offers; None: by none."""
    rows = LtiLink.objects.filter(offer_id=offer_id)
    return rows.select_related("tool__offer__vendor", "offer__current", "offer__vendor").first()


def tool_of(offer_id: int) -> LtiTool | None:
    """Return the tool that opens an offer; None: none does (yet)."""
    link = link_of(offer_id)
    return None if link is None else link.tool


def tool_by_client_id(client_id: str) -> LtiTool | None:
    """Return the tool of an identifier, with its offer."""
    if "\0" in client_id:
        return None
    rows = LtiTool.objects.filter(client_id=client_id)
    return rows.select_related("offer__current", "offer__vendor").first()


def tools() -> list[LtiTool]:
    """Return all tools, newest first."""
    rows = LtiTool.objects.select_related("offer__current", "offer__vendor")
    return list(rows.order_by("-made_at", "-pk"))


def links_by(tool: LtiTool) -> list[LtiLink]:
    """Return all offers a tool opens, the one it was registered with first.

    Each has the `title` of its newest version: a draft is shown to nobody yet.
    """
    newest = OfferVersion.objects.filter(offer=OuterRef("offer_id")).order_by("-number")
    rows = LtiLink.objects.filter(tool=tool).annotate(title=Subquery(newest.values("title_da")[:1]))
    return list(rows.select_related("offer__current", "offer__vendor").order_by("pk"))


def untooled() -> list[Offer]:
    """Return vendors' solutions that are to be opened by LTI and that no tool opens yet."""
    opened = LtiLink.objects.values("offer_id")
    rows = Offer.objects.filter(vendor__isnull=False, versions__way=Way.LTI)
    rows = rows.exclude(state=OfferState.WITHDRAWN).exclude(pk__in=opened)
    return list(rows.select_related("vendor", "current").distinct().order_by("key"))
