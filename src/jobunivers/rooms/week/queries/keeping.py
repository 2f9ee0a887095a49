# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which device keeps her pages for when there is no connection, and whose they are."""

from datetime import timedelta

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import offline

COOKIE = "jobunivers_uden_net"
KEPT_FOR = timedelta(days=365)
_LENGTH = 32


def register() -> None:
    """Let her week and her plan be kept, on a device she has called her own."""
    offline.keep_page("week:week", _("Min uge"))
    offline.keep_page("plan:plan", _("Min plan"))
    offline.forget_at("week:keep")


def reader_of(*, person_id: int, municipality_id: int) -> str:
    """Return the mark of a person on devices that keep her pages: 32 hexadecimal digits."""
    made = salted_hmac(
        "jobunivers.week.reader", f"{municipality_id}:{person_id}", algorithm="sha256"
    )
    return made.hexdigest()[:_LENGTH]
