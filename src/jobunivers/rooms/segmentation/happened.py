# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of segmentation are called."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events, tell_events
from jobunivers.foundation.ui import wording
from jobunivers.rooms.segmentation.models import Policy

name_events(
    "segmentation",
    {
        "moved": _("Flyttet til et andet forløb"),
        "overridden": _("Forløb valgt af en medarbejder"),
        "override_ended": _("Valgt forløb gælder ikke mere"),
        "objected": _("Gjort indsigelse mod et forløb"),
        "objection_answered": _("Indsigelse besvaret"),
        "objection_handed": _("Indsigelse givet videre"),
        "objection_taken_back": _("Indsigelse taget tilbage"),
        "consultant_assigned": _("Personlig jobkonsulent valgt"),
        "caseload_set": _("Antal borgere til en jobkonsulent sat"),
        "chance_model_chosen": _("Model for chancer valgt"),
        "course_described": _("Forløb beskrevet"),
        "leave_planned": _("Fravær for en medarbejder planlagt"),
        "leave_ended": _("Fravær for en medarbejder sluttet"),
        "substitute_changed": _("Afløser skiftet"),
        "names_shown": _("Navne set på en liste"),
        "policy_activated": _("Regler for forløb taget i brug"),
        "policy_retired": _("Regler for forløb taget ud af brug"),
    },
)


def _policy(data: Mapping[str, Any]) -> str:
    row = Policy.objects.filter(pk=data.get("policy", 0)).first()
    if row is None:
        return ""
    return gettext("Udgave %(number)s fra %(day)s. %(by)s: %(why)s") % {
        "number": row.number, "day": wording.day_year(row.effective_from),
        "by": row.decided_by, "why": row.why,
    }  # fmt: skip


tell_events("segmentation", {"policy_activated": _policy, "policy_retired": _policy})
