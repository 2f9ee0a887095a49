# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room's door for changes."""

from jobunivers.rooms.tailored.actions.announcing import tell_of_new_jobs
from jobunivers.rooms.tailored.actions.artefacts import train_meaning
from jobunivers.rooms.tailored.actions.choosing import (
    UnknownVacancy,
    choose_boldness,
    more_like,
    no_more_like,
)
from jobunivers.rooms.tailored.actions.following import bring_world_up_to_date, write_prices
from jobunivers.rooms.tailored.actions.gathering import Gathered, gather_logs
from jobunivers.rooms.tailored.actions.keeping import KEPT, forget_old
from jobunivers.rooms.tailored.actions.learning import (
    NothingLearned,
    NotPossible,
    Proposal,
    TooLittle,
    propose_weights,
    use_weights,
)
from jobunivers.rooms.tailored.actions.nightly import match_everybody
from jobunivers.rooms.tailored.actions.recommending import (
    KEPT_MATCHES,
    NotReady,
    SwitchedOff,
    recommend,
)
from jobunivers.rooms.tailored.actions.showing import Shown, note_shown, record_shown
from jobunivers.rooms.tailored.actions.signalling import forget_told, remove_signal, stop_source

__all__ = [
    "KEPT",
    "KEPT_MATCHES",
    "Gathered",
    "NotPossible",
    "NotReady",
    "NothingLearned",
    "Proposal",
    "Shown",
    "SwitchedOff",
    "TooLittle",
    "UnknownVacancy",
    "bring_world_up_to_date",
    "choose_boldness",
    "forget_old",
    "forget_told",
    "gather_logs",
    "match_everybody",
    "more_like",
    "no_more_like",
    "note_shown",
    "propose_weights",
    "recommend",
    "record_shown",
    "remove_signal",
    "stop_source",
    "tell_of_new_jobs",
    "train_meaning",
    "use_weights",
    "write_prices",
]
