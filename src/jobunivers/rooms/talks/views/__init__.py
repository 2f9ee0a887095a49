# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's pages."""

from jobunivers.rooms.talks.views.acts import (
    agreement,
    card_wish,
    partaker,
    partaker_remove,
    point,
    point_done,
    proposal,
    referat,
)
from jobunivers.rooms.talks.views.cards import card, card_new, card_retire, cards
from jobunivers.rooms.talks.views.hers import (
    own,
    own_point,
    own_point_remove,
    own_proposal,
    own_talk,
)
from jobunivers.rooms.talks.views.lists import figures, my_talks
from jobunivers.rooms.talks.views.mapping import job_map, map_points
from jobunivers.rooms.talks.views.staff import begin, move, plan, staff, staff_talk, state

__all__ = [
    "agreement",
    "begin",
    "card",
    "card_new",
    "card_retire",
    "card_wish",
    "cards",
    "figures",
    "job_map",
    "map_points",
    "move",
    "my_talks",
    "own",
    "own_point",
    "own_point_remove",
    "own_proposal",
    "own_talk",
    "partaker",
    "partaker_remove",
    "plan",
    "point",
    "point_done",
    "proposal",
    "referat",
    "staff",
    "staff_talk",
    "state",
]
