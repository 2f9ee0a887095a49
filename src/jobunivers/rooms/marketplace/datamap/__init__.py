# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What marketplace holds: what she uses and says of it, and what can be taken from a shelf."""

from jobunivers.foundation.datamap import hold
from jobunivers.rooms.marketplace.datamap.offers import OFFERS
from jobunivers.rooms.marketplace.datamap.shelves import SHELVES
from jobunivers.rooms.marketplace.datamap.using import USING

hold(*USING, *OFFERS, *SHELVES)
