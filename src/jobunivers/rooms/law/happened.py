# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of law are called."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events, tell_events
from jobunivers.foundation.ui import wording
from jobunivers.rooms.law.models import OwnValue

name_events(
    "law",
    {
        "register_approved": _("Nye regler godkendt"),
        "own_value_set": _("Kommunens egen værdi sat"),
    },
)


def _own_value(data: Mapping[str, Any]) -> str:
    row = OwnValue.objects.filter(pk=data.get("value", 0)).first()
    if row is None:
        return ""
    told = {
        "rule": f"{row.code}, {row.key}", "by": row.decided_by, "why": row.why,
        "day": wording.day_year(row.valid_from), "value": row.value,
    }  # fmt: skip
    if row.value is None:
        return gettext("%(rule)s: ingen egen værdi fra %(day)s. %(by)s: %(why)s") % told
    return gettext("%(rule)s: %(value)s fra %(day)s. %(by)s: %(why)s") % told


tell_events("law", {"own_value_set": _own_value})
