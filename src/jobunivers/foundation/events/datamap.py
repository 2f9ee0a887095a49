# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What events holds: the log of what happened, by numbers and never by names."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    confidential,
    hold,
    inner,
    ordinary,
    staff,
)
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.events.words import event_name


def _numbers(data: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in sorted(data.items()))


hold(
    Holding(
        model=Event,
        about=About.CITIZEN,
        subject="citizen_id",
        group="log",
        what=_("Alt, der er sket i dit forløb på siden"),
        source=_("Skrevet af siden, når du eller en medarbejder gør noget"),
        purpose="security",
        retention="log",
        seen_by=("officer",),
        at="at",
        title=lambda row: event_name(row.kind),
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "kind": confidential(_("Hvad der skete"), event_name),
            "at": ordinary(_("Hvornår")),
            "actor_id": staff(_("Hvem gjorde det")),
            # Where it is about a member of staff, hers is among them; her name never is.
            "data": confidential(_("Numre og koder, også medarbejderes"), _numbers),
        },
    ),
)
