# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of outreach are called."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events, tell_events
from jobunivers.rooms.outreach.models import Trigger

name_events(
    "outreach",
    {
        "push_started": _("Udsendelse begyndt på"),
        "push_changed": _("Udsendelse ændret"),
        "people_chosen": _("Modtagere valgt"),
        "reach_asked": _("Spurgt, hvem en udsendelse når"),
        "push_submitted": _("Udsendelse sendt til godkendelse"),
        "push_approved": _("Udsendelse godkendt"),
        "push_refused": _("Udsendelse sagt nej til"),
        "push_begun": _("Udsendelse sat i gang"),
        "push_sent": _("Udsendelse sendt"),
        "push_stopped": _("Udsendelse stoppet"),
        "push_withdrawn": _("Udsendelse trukket tilbage"),
        "rule_decided": _("Regel om godkendelse besluttet"),
        "said_no": _("Sagt nej tak til udsendelser af en slags"),
        "wants_again": _("Vil have udsendelser igen"),
        "said_no_to_rule": _("Sagt nej tak til en automatisk besked"),
        "wants_rule_again": _("Vil have en automatisk besked igen"),
        "trigger_saved": _("Automatisk besked gemt"),
        "trigger_tested": _("Automatisk besked prøvet af"),
        "trigger_submitted": _("Automatisk besked sendt til godkendelse"),
        "trigger_live": _("Automatisk besked taget i brug"),
        "trigger_refused": _("Automatisk besked sagt nej til"),
        "trigger_paused": _("Automatisk besked sat på pause"),
        "trigger_resumed": _("Automatisk besked i gang igen"),
        "trigger_ended": _("Automatisk besked sluttet"),
        "trigger_ran": _("Automatisk besked kørt"),
        "trigger_order_set": _("Rækkefølge af automatiske beskeder sat"),
    },
)


def _trigger(data: Mapping[str, Any]) -> str:
    row = Trigger.objects.filter(pk=data.get("trigger", 0)).first()
    if row is None:
        return ""
    if "number" not in data:
        return f"“{row.name}”"
    return gettext("“%(name)s”, udgave %(number)s") % {"name": row.name, "number": data["number"]}


tell_events(
    "outreach",
    dict.fromkeys(("trigger_live", "trigger_paused", "trigger_resumed", "trigger_ended"), _trigger),
)
