# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.tailored.actions.artefacts import train_meaning
from jobunivers.rooms.tailored.actions.choosing import (
    UnknownVacancy,
    choose_boldness,
    more_like,
    no_more_like,
)
from jobunivers.rooms.tailored.actions.following import bring_world_up_to_date, write_prices
from jobunivers.rooms.tailored.actions.keeping import KEPT, forget_old
from jobunivers.rooms.tailored.actions.nightly import match_everybody
from jobunivers.rooms.tailored.actions.recommending import (
    KEPT_MATCHES,
    NotReady,
    SwitchedOff,
    recommend,
)
from jobunivers.rooms.tailored.actions.showing import record_shown

__all__ = [
    "KEPT",
    "KEPT_MATCHES",
    "NotReady",
    "SwitchedOff",
    "UnknownVacancy",
    "bring_world_up_to_date",
    "choose_boldness",
    "forget_old",
    "match_everybody",
    "more_like",
    "no_more_like",
    "recommend",
    "record_shown",
    "train_meaning",
    "write_prices",
]
