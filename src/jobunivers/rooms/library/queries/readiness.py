# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a version can be handed in, or waits for somebody to read it."""

from django.utils.translation import gettext as _

from jobunivers.rooms.library.queries.bodies import Problem, check_body
from jobunivers.rooms.marketplace.queries import Offer, OfferVersion


def missing(offer: Offer, version: OfferVersion) -> list[Problem]:
    """Return what is still to be done before a version can be handed in."""
    found = check_body(version.body, kind=offer.kind)
    if not version.licence:
        found.append(Problem(0, _("Vælg en licens.")))
    if offer.review_on is None:
        found.append(Problem(0, _("Sæt en dag, hvor indholdet skal læses igennem igen.")))
    return found


def waits(version: OfferVersion) -> bool:
    """Say whether a version is handed in and not yet decided on."""
    return version.submitted_at is not None and version.approved_at is None
