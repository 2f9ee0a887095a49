# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the gate and of the portal."""

from jobunivers.rooms.vendors.models.figures import KommuneMonth, PublishedMonth, SaidWords
from jobunivers.rooms.vendors.models.gate import Gate, GateFile, GroundFall
from jobunivers.rooms.vendors.models.keys import KeyKind, MailKey
from jobunivers.rooms.vendors.models.members import CvrAnswer, Rank, SignUp, VendorMember
from jobunivers.rooms.vendors.models.talking import (
    Leaving,
    Said,
    SolutionDecision,
    SolutionMessage,
    ThreadSeen,
)

__all__ = [
    "CvrAnswer",
    "Gate",
    "GateFile",
    "GroundFall",
    "KeyKind",
    "KommuneMonth",
    "Leaving",
    "MailKey",
    "PublishedMonth",
    "Rank",
    "Said",
    "SaidWords",
    "SignUp",
    "SolutionDecision",
    "SolutionMessage",
    "ThreadSeen",
    "VendorMember",
]
