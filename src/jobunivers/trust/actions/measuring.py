# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Measured figures are kept as they were measured, for the cards of the models."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import NamedTuple

from django.db import transaction

from jobunivers.trust import register
from jobunivers.trust.figures import BadFigures, Measured
from jobunivers.trust.models import ModelFigure


class Recorded(NamedTuple):
    """How many figures were new, and how many were there already."""

    added: int
    known: int


@transaction.atomic
def record_figures(figures: Sequence[Measured]) -> Recorded:
    """Keep figures; those that are there already are left as they are.

    Raises:
        BadFigures: a figure is of a model nobody registered, or another value was recorded for
            the same measurement. Nothing is written then.
    """
    added = 0
    for figure in figures:
        if not register.is_known(figure.code):
            names = ", ".join(sorted(register.codes()))
            raise BadFigures(f"No model is called {figure.code!r}; there are {names}.")
        row, created = ModelFigure.objects.get_or_create(
            code=figure.code,
            version=figure.version,
            name=figure.name,
            group=figure.group,
            measured_at=figure.measured_at,
            defaults=asdict(figure),
        )
        if not created and _numbers(row) != _numbers(figure):
            raise BadFigures(
                f"{figure.code} {figure.version} {figure.name} {figure.group}".rstrip()
                + f" was recorded as {row.value}, measured at the same moment; now it is"
                f" {figure.value}. A figure once recorded stays: measure anew."
            )
        added += created
    return Recorded(added, len(figures) - added)


def _numbers(one: ModelFigure | Measured) -> tuple[float | None, ...]:
    return one.value, one.low, one.high, one.baseline
