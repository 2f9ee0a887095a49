# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kommune's night does with the day, done at once: the rooms' own nightly work."""

from datetime import datetime

from jobunivers.foundation.tenancy.models import Municipality


def pass_night(municipality: Municipality, *, at: datetime) -> None:
    """Let the rooms follow the day that has been played."""
    del municipality, at
