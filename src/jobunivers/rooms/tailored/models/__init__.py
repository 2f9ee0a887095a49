# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from jobunivers.rooms.tailored.models.runs import (
    Artefact,
    DemandFigures,
    ListShown,
    MoreLikeThis,
    Night,
    OpeningVersion,
    Preference,
    Pressure,
    RecommendationRun,
    SeekerFigures,
)
from jobunivers.rooms.tailored.models.signals import Signal, SignalKind, SignalSource

__all__ = [
    "Artefact",
    "DemandFigures",
    "ListShown",
    "MoreLikeThis",
    "Night",
    "OpeningVersion",
    "Preference",
    "Pressure",
    "RecommendationRun",
    "SeekerFigures",
    "Signal",
    "SignalKind",
    "SignalSource",
]
