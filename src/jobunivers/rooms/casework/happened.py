# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of casework are called."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events, tell_events
from jobunivers.foundation.ui import wording
from jobunivers.rooms.casework.models import AttentionTuning

name_events(
    "casework",
    {
        "names_shown": _("Navne set på en liste"),
        "reason_given": _("Grund til at se en borger skrevet"),
        "file_printed": _("Sag udskrevet"),
        "list_exported": _("Liste hentet som fil"),
        "filter_saved": _("Filter gemt"),
        "filter_changed": _("Filter ændret"),
        "filter_forgotten": _("Filter slettet"),
        "attention_shown": _("Opmærksomhedspunkter set"),
        "attention_tuned": _("Opmærksomhedspunkter indstillet"),
        "point_solved": _("Opmærksomhedspunkt løst"),
        "point_postponed": _("Opmærksomhedspunkt udsat"),
        "point_wrong": _("Opmærksomhedspunkt meldt forkert"),
        "point_open": _("Opmærksomhedspunkt åbnet igen"),
        "point_objected": _("Gjort indsigelse mod et opmærksomhedspunkt"),
        "point_invited": _("Inviteret på grund af et opmærksomhedspunkt"),
        "point_written": _("Skrevet til på grund af et opmærksomhedspunkt"),
        "suggestion_disputed": _("Jobforslag sagt imod af en medarbejder"),
        "dispute_taken_back": _("Indvending mod jobforslag taget tilbage"),
        "aim_reported": _("Tal for et mål indberettet"),
    },
)


def _tuned(data: Mapping[str, Any]) -> str:
    row = AttentionTuning.objects.filter(number=data.get("number", 0)).first()
    if row is None:
        return ""
    return gettext("Nr. %(number)s fra %(day)s. %(by)s: %(why)s") % {
        "number": row.number, "day": wording.day_year(row.effective_from),
        "by": row.decided_by, "why": row.why,
    }  # fmt: skip


tell_events("casework", {"attention_tuned": _tuned})
