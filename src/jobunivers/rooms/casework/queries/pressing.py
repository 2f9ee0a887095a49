# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom and what to look at first: one order for every page that shows points, and its words."""

from typing import Any

from django.db.models import Case, F, IntegerField, Min, Q, QuerySet, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.casework.models import AttentionPoint
from jobunivers.science.attention import RULES

PRESSING = tuple(code for code, rule in RULES.items() if rule.presses)
ORDER: Promise = _(
    "Mest presserende først: det, der ikke kan vente, og derefter den, der har ventet længst."
)


def whom_first(points: QuerySet[AttentionPoint]) -> "QuerySet[Any, int]":
    """Return whose points these are, each citizen once, the most pressing first.

    Those with something that cannot wait, by how long it has waited; then the others, likewise.
    """
    hers = points.order_by().values("citizen_id")
    hers = hers.annotate(
        pressed=Min("opened_at", filter=Q(code__in=PRESSING)), since=Min("opened_at")
    )
    ordered = hers.order_by(F("pressed").asc(nulls_last=True), "since", "citizen_id")
    return ordered.values_list("citizen_id", flat=True)


def what_first(points: QuerySet[AttentionPoint]) -> QuerySet[AttentionPoint]:
    """Return points in the same order, for those of one citizen."""
    presses = Case(
        When(code__in=PRESSING, then=Value(0)), default=Value(1), output_field=IntegerField()
    )
    return points.order_by(presses, "opened_at", "pk")


def pressing_names(language: str) -> list[str]:
    """Return what cannot wait, by the names of its rules."""
    return [RULES[code].name.said(language, {}) for code in PRESSING]
