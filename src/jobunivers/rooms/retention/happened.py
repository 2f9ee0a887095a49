# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of retention are called."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events, tell_events
from jobunivers.foundation.ui import wording
from jobunivers.rooms.retention.models import Choice

name_events(
    "retention",
    {
        "chosen": _("Bestemt, hvor længe data gemmes"),
        "planned": _("Sletning planlagt"),
        "approved": _("Sletning godkendt"),
        "refused": _("Sletning sagt nej til"),
        "batch_done": _("En del af en sletning gjort"),
        "hold_set": _("Sletning sat i stå"),
        "hold_lifted": _("Sletning ikke sat i stå mere"),
        "release_asked_for": _("Bedt om en tabel til forskning"),
        "release_made": _("Tabel til forskning lavet"),
        "release_refused": _("Tabel til forskning sagt nej til"),
        "letters_made": _("Breve om sletning lavet"),
        "letters_sent": _("Breve om sletning sendt"),
        "kept": _("Bedt om, at data gemmes længere"),
    },
)


def _chosen(data: Mapping[str, Any]) -> str:
    row = Choice.objects.filter(pk=data.get("choice_id", 0)).first()
    if row is None:
        return ""
    return gettext("%(code)s: %(value)s fra %(day)s. %(why)s") % {
        "code": row.code, "value": wording.number(row.value),
        "day": wording.day_year(row.from_on), "why": row.reason,
    }  # fmt: skip


tell_events("retention", {"chosen": _chosen})
