# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of the entrance."""

from jobunivers.rooms.entrance.models.counter import LASTS, Confirmed, HelpSession, Shown
from jobunivers.rooms.entrance.models.guide import (
    PIECE,
    GuideItem,
    GuideSeen,
    Picture,
    Place,
    VideoPart,
)
from jobunivers.rooms.entrance.models.meetings import (
    Form,
    IntroMeeting,
    MeetingRules,
    Seat,
    Slot,
)
from jobunivers.rooms.entrance.models.readiness import Level, OwnWish, SelfTest, Wished
from jobunivers.rooms.entrance.models.sources import Finding, FindingState, Telling
from jobunivers.rooms.entrance.models.steps import Step, StepState, StepTaken, Walk

__all__ = [
    "LASTS",
    "PIECE",
    "Confirmed",
    "Finding",
    "FindingState",
    "Form",
    "GuideItem",
    "GuideSeen",
    "HelpSession",
    "IntroMeeting",
    "Level",
    "MeetingRules",
    "OwnWish",
    "Picture",
    "Place",
    "Seat",
    "SelfTest",
    "Shown",
    "Slot",
    "Step",
    "StepState",
    "StepTaken",
    "Telling",
    "VideoPart",
    "Walk",
    "Wished",
]
