# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What entrance holds: her way in, what sources told, her first meeting, and the guide."""

from jobunivers.foundation.datamap import hold
from jobunivers.rooms.entrance.datamap.guide import GUIDE
from jobunivers.rooms.entrance.datamap.meetings import MEETINGS
from jobunivers.rooms.entrance.datamap.sources import SOURCES
from jobunivers.rooms.entrance.datamap.walking import WALKING

hold(*WALKING, *SOURCES, *MEETINGS, *GUIDE)
