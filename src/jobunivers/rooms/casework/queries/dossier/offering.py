# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which parts, pages and lines of the log this room offers of one citizen."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import together
from jobunivers.rooms.casework.queries.dossier import activity, codes, columns, parts, who
from jobunivers.rooms.casework.queries.dossier.log import (
    ask_logs,
    logs_for,
    merged,
    with_names,
)
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Log, Page, Part, Showing

_MOST_PRINTED = 5_000
_HERSELF = _("Borgeren selv, i profilen")
_PARTS = (
    Part(
        code=codes.WHO,
        name=_("Hvem"),
        order=10,
        looks=("profile",),
        template="casework/dossier/who.html",
        ask=who.ask,
        load=who.load,
        source=_("Kommunens register, og borgeren selv"),
        half=True,
    ),
    Part(
        code=codes.POINTS,
        name=_("Det kan du hjælpe med"),
        order=20,
        looks=("attention",),
        template="casework/dossier/points.html",
        ask=parts.ask_points,
        load=parts.load_points,
        source=_("Faste regler ud fra det, der står her på siden"),
        half=True,
    ),
    Part(
        code=codes.WAY,
        name=_("Fra i dag til målet"),
        order=31,
        looks=("profile", "plan"),
        template="casework/dossier/way.html",
        ask=columns.ask,
        load=columns.load,
        source=_("Borgerens profil og plan, holdt op mod, hvad fagene kræver"),
    ),
    Part(
        code=codes.ACTIVITY,
        name=_("Aktivitet"),
        order=32,
        looks=("activity",),
        template="casework/dossier/activity.html",
        ask=activity.ask,
        load=activity.load,
        source=_("Talt ud fra det, borgeren har gjort her på siden"),
    ),
    Part(
        code=codes.PROFILE,
        name=_("Profil"),
        order=55,
        looks=("profile",),
        template="casework/dossier/profile.html",
        ask=parts.ask_profile,
        load=parts.load_profile,
        source=_HERSELF,
        half=True,
    ),
    Part(
        code=codes.JOBS,
        name=_("Job, vi har foreslået"),
        order=60,
        looks=("recommendations",),
        template="casework/dossier/jobs.html",
        load=parts.load_jobs,
        source=_("Beregnet af en computer ud fra profilen"),
        half=True,
    ),
    Part(
        code=codes.JOBLOG,
        name=_("Ansøgninger"),
        order=62,
        looks=("joblog",),
        template="casework/dossier/joblog.html",
        ask=parts.ask_joblog,
        load=parts.load_joblog,
        source=_("Borgeren selv, i joblog"),
        half=True,
    ),
)


def offer_all() -> None:
    """Offer them all; said once, when the room is ready."""
    for part in _PARTS:
        dossier.offer(part)
    dossier.offer(
        Part(
            code="casework.log",
            name=_("Jobrejsen: hvad der er sket"),
            order=90,
            looks=(),
            template="casework/dossier/log.html",
            load=_whole_log,
        )
    )
    for page in (
        Page("casework.citizen", _("Overblik"), "casework:citizen", 10),
        Page("casework.log", _("Jobrejsen"), "casework:citizen_log", 25),
        Page("casework.suggestions", _("Relevante job"), "casework:suggestions", 50),
        Page("casework.access", _("Aktindsigt"), "casework:citizen_access", 95),
    ):
        dossier.offer_page(page)
    dossier.offer_log(
        Log(
            code="casework.points",
            name=_("Opmærksomhed"),
            looks=("attention",),
            ask=parts.ask_decisions,
            tell=parts.tell_decisions,
        )
    )


def _whole_log(showing: Showing) -> dict[str, Any] | None:
    """Return all that happened, for the print; on the screen it has a page of its own."""
    if not showing.printing:
        return None
    asked = ask_logs(showing, logs_for(showing.role), showing.at, _MOST_PRINTED)
    together.ask([question for _log, question in asked])
    lines = with_names(merged(showing, asked))
    return {"lines": lines, "looks": [look for line in lines for look in line.log.looks]}
