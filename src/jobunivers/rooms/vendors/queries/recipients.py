# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Firms with data of approved solutions, as the record of processing lists them."""

from datetime import date

from django.utils.translation import gettext as _

from jobunivers.rooms.launching import queries as launching
from jobunivers.rooms.marketplace import queries as marketplace
from jobunivers.rooms.vendors.queries.pages import Sent, register
from jobunivers.trust.recipients import Part, Recipient, offer_recipients


def offer() -> None:
    """Offer them to the record of processing; said in `apps.py`."""
    offer_recipients("vendors", recipients)


def recipients(on: date, language: str) -> list[Recipient]:
    """Return every firm with data of a solution that the kommune shows, or somebody says yes to."""
    here = marketplace.shelved_ids(day=on) | launching.agreed_offer_ids()
    return [_recipient(one) for one in register(on=on, language=language) if one.offer_id in here]


def _recipient(one: Sent) -> Recipient:
    return Recipient(
        name=one.name,
        part=Part.SUB if one.sub else Part.PROCESSOR,
        what=one.data,
        why=_("Løsningen “%(title)s” fra %(vendor)s")
        % {"title": one.title, "vendor": one.vendor or one.name},
        purposes=("consented",),
        country=one.country,
        outside=one.outside,
        ground=_with_assessment(one),
        fallen=one.fallen.why if one.fallen else "",
    )


def _with_assessment(one: Sent) -> str:
    return f"{one.ground}. {one.assessment}" if one.assessment else one.ground
