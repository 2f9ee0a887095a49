# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kommune's night does with the day, done at once: the rooms' own nightly work."""

from datetime import datetime

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.segmentation import actions as segmentation


def pass_night(municipality: Municipality, *, at: datetime) -> None:
    """Count what people did and place everybody anew; what that sends is felt in the morning."""
    with working_for(municipality.pk), events.quietly():
        segmentation.gather_activity(at=at)
        segmentation.segment_kommune(at=at)
