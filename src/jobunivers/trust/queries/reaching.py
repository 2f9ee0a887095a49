# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where citizens reach who sees to data protection."""

from jobunivers.trust.models import OfficerContact


def officer_contact() -> OfficerContact | None:
    """Return it for the kommune worked for; None: nobody has written it yet."""
    return OfficerContact.objects.order_by("pk").first()
