# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking."""

from jobunivers.rooms.talks.queries.cards import (
    card_of,
    cards_page,
    course_words,
    free_key,
    own_number,
    versions_of,
)
from jobunivers.rooms.talks.queries.figures import FiguresPage, figures_page
from jobunivers.rooms.talks.queries.her_page import HerTalk, HerTalks, her_talk, her_talks
from jobunivers.rooms.talks.queries.mapping import (
    RADII,
    Asked,
    MapPage,
    MapPlace,
    map_page,
    map_places,
)
from jobunivers.rooms.talks.queries.staff_page import StaffPage, staff_page
from jobunivers.rooms.talks.queries.staff_talks import StaffTalks, talks_of_staff
from jobunivers.rooms.talks.queries.talks import (
    held_between,
    held_or_ahead,
    last_held,
    next_talk,
    open_talks,
    spoken_with,
    talk_of,
    talks_of,
)
from jobunivers.rooms.talks.queries.words import all_tags

__all__ = [
    "RADII",
    "Asked",
    "FiguresPage",
    "HerTalk",
    "HerTalks",
    "MapPage",
    "MapPlace",
    "StaffPage",
    "StaffTalks",
    "all_tags",
    "card_of",
    "cards_page",
    "course_words",
    "figures_page",
    "free_key",
    "held_between",
    "held_or_ahead",
    "her_talk",
    "her_talks",
    "last_held",
    "map_page",
    "map_places",
    "next_talk",
    "open_talks",
    "own_number",
    "spoken_with",
    "staff_page",
    "talk_of",
    "talks_of",
    "talks_of_staff",
    "versions_of",
]
