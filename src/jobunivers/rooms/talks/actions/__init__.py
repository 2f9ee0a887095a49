# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for changes."""

from jobunivers.rooms.talks.actions.agenda import (
    MOST_POINTS,
    BindsNot,
    TooManyPoints,
    add_partaker,
    add_point,
    agree,
    mark_point,
    put_job_in_plan,
    remove_partaker,
    remove_point,
)
from jobunivers.rooms.talks.actions.carding import (
    CardChanged,
    CardEntry,
    NoSuchCard,
    choose_card,
    ensure_cards,
    retire_card,
    save_card,
)
from jobunivers.rooms.talks.actions.holding import (
    begin_now,
    move_on,
    move_talk,
    plan_talk,
    write_referat,
)
from jobunivers.rooms.talks.actions.proposing import Shown, note_shown, settle
from jobunivers.rooms.talks.actions.recording import ChangedMeanwhile, NotNow
from jobunivers.rooms.talks.models import (
    PartRole,
    ProposalKind,
    ProposalState,
    TalkForm,
    TalkKind,
    TalkState,
)

__all__ = [
    "MOST_POINTS",
    "BindsNot",
    "CardChanged",
    "CardEntry",
    "ChangedMeanwhile",
    "NoSuchCard",
    "NotNow",
    "PartRole",
    "ProposalKind",
    "ProposalState",
    "Shown",
    "TalkForm",
    "TalkKind",
    "TalkState",
    "TooManyPoints",
    "add_partaker",
    "add_point",
    "agree",
    "begin_now",
    "choose_card",
    "ensure_cards",
    "mark_point",
    "move_on",
    "move_talk",
    "note_shown",
    "plan_talk",
    "put_job_in_plan",
    "remove_partaker",
    "remove_point",
    "retire_card",
    "save_card",
    "settle",
    "write_referat",
]
