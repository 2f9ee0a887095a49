# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements as a plan or a list points at them."""

from collections.abc import Collection
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.things import Kind, Thing
from jobunivers.foundation.ui.wording import deadline
from jobunivers.rooms.vacancies.models import Vacancy


def _find(ids: Collection[int], language: str, at: datetime) -> dict[int, Thing]:  # noqa: ARG001
    """Return the advertisements that are there; ended ones are gone and stay readable."""
    rows = Vacancy.objects.filter(pk__in=ids).select_related("employer")
    shown = rows.only("title", "deadline", "closed_at", "employer__name").order_by("pk")
    today = timezone.localdate(at)
    return {
        row.pk: Thing(
            title=row.title,
            path=f"job/{row.pk}/",
            note=_note(row, at),
            gone=row.closed_at is not None or (row.deadline is not None and row.deadline < today),
        )
        for row in shown
    }


def _note(row: Vacancy, at: datetime) -> str:
    said = [row.employer.name] if row.employer else []
    if row.deadline is not None and row.closed_at is None:
        when = deadline(row.deadline, timezone.localdate(at))
        said.append(_("Frist %(when)s") % {"when": when})
    return " · ".join(said)


KIND = Kind(code="vacancy", name=gettext_lazy("Job"), find=_find)
