# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room offers to the staff's first page: whom to call and why, the new, the quiet."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation import desk
from jobunivers.foundation.counted import counted, how_many
from jobunivers.foundation.desk import Block, Desk, Line, Rows, Shown
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import Role
from jobunivers.rooms.casework.models import AttentionPoint, CitizenRow, SavedFilter
from jobunivers.rooms.casework.queries.attention import Asker, PointLine, line_of, waiting_for
from jobunivers.rooms.casework.queries.newcomers import first_talk_by, newcomers
from jobunivers.rooms.casework.queries.pressing import ORDER, what_first, whom_first
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.segmentation import queries as segmentation
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.rooms.vacancies import queries as vacancies

Questions = Mapping[str, "QuerySet[Any, Any]"]
_LINES, _SAID = 7, 2  # citizens, and of each so many points in words
_MOST_OWN = 1_000
_QUIET_FROM, _QUIET_TO = 14, 28
_GROUPS = 6
_LATELY, _MOST_COUNTED = 7, 10_000  # days, acts


def register_blocks() -> None:
    """Offer what this room knows to the staff's first page."""
    for block in _BLOCKS:
        desk.offer(block)


def _ask_points(asking: Desk) -> Questions:
    """Ask whom the list begins with, and what stands about them there."""
    asker = Asker(asking.staff_id, asking.role, asking.today)
    points = waiting_for(asker, whose=_whose(asking))
    first = whom_first(points)[:_LINES]
    questions: dict[str, QuerySet[Any, Any]] = {
        "first": first,
        "points": what_first(points.filter(citizen_id__in=first.all())),
    }
    if asking.role == Role.CONSULTANT:
        questions["many"] = counted(points, most=_MOST_OWN, each="citizen_id")
    return questions


def _whose(asking: Desk) -> str:
    return "mine" if asking.role == Role.CONSULTANT else "team"


def _points(asking: Desk, rows: Rows) -> Shown | None:
    """Return whom to call and why, in the order of the whole list."""
    hers: dict[int, list[AttentionPoint]] = {pk: [] for pk in rows["first"]}
    for one in rows["points"]:
        hers[one.citizen_id].append(one)
    lines = [line for pk, points in hers.items() if (line := _call(pk, points, asking)) is not None]
    note = str(ORDER) if lines else ""
    if many := how_many(rows.get("many", [])):
        words = ngettext(
            "%d af dine borgere har noget, du kan hjælpe med.",
            "%d af dine borgere har noget, du kan hjælpe med.",
            many,
        )
        note = f"{words % many} {note}"
    return Shown(
        lines=lines,
        note=note,
        empty=_(
            "Ingen venter lige nu. Listen bliver set efter hver nat, og når borgerne gør noget."
        ),
        more=_("Se hele listen"),
        more_path=f"{reverse('casework:attention')}?vis={_whose(asking)}",
    )


def _call(citizen_id: int, points: list[AttentionPoint], asking: Desk) -> Line | None:
    """Return a citizen's line: why, in the rules' own words, and the first act they suggest."""
    said = [
        line
        for one in points[:_SAID]
        if (line := line_of(one, asking.language, asking.today)) is not None
    ]
    if not said:
        return None
    why = " ".join(one.text for one in said)
    if (more := len(points) - len(said)) > 0:
        why += " " + ngettext("Og %d ting mere.", "Og %d ting mere.", more) % more
    act, path = _act(said[0], asking)
    return Line(citizen_id=citizen_id, why=why, act=act, path=path)


def _act(point: PointLine, asking: Desk) -> tuple[str, str]:
    for way in point.ways:
        if not way.post:
            return way.label, way.url
    here = f"{reverse('casework:attention')}?vis={_whose(asking)}"
    return _("Se punktet"), f"{here}&slags={point.code}"


def _ask_new(asking: Desk) -> Questions:
    return {"new": newcomers(asking.today)[:_LINES]}


def _new(_asking: Desk, rows: Rows) -> Shown | None:
    lines = []
    for row in rows["new"]:
        due = first_talk_by(row.out_since)
        since, until = wording.day(row.out_since), wording.day(due)
        words = _("Ledig siden %(since)s. Første samtale senest %(until)s.")
        lines.append(
            Line(
                citizen_id=row.citizen_id,
                why=words % {"since": since, "until": until},
                act=_("Se aftaler, og find en tid"),
                path=reverse("entrance:staff_meetings"),
                due=due,
            )
        )
    return Shown(
        lines=lines, more=_("Se alle nye registreringer"), more_path=reverse("casework:new")
    )


def _ask_quiet(asking: Desk) -> Questions:
    since = asking.today - timedelta(days=_QUIET_TO)
    until = asking.today - timedelta(days=_QUIET_FROM)
    rows = CitizenRow.objects.filter(
        last_active_on__gte=since, last_active_on__lte=until, out_since__isnull=False,
        absent=False, consultant_id=None,
    )  # fmt: skip
    return {"quiet": rows.order_by("-last_active_on", "citizen_id")[:_LINES]}


def _quiet(_asking: Desk, rows: Rows) -> Shown | None:
    lines = [
        Line(
            citizen_id=row.citizen_id,
            why=_("Var sidst i gang %(day)s.") % {"day": wording.day(row.last_active_on)},
            act=_("Se borgeren"),
            path=reverse("casework:citizen", args=[row.citizen_id]),
        )
        for row in rows["quiet"]
    ]
    path = f"{reverse('casework:overview')}?aktiv={_QUIET_FROM}-{_QUIET_TO}&fravaer=nej"
    return Shown(
        lines=lines,
        note=_("Nogle var i gang og er blevet stille de sidste uger. Et spørgsmål kan være nok."),
        more=_("Se alle, der er blevet stille"),
        more_path=path,
    ) if lines else None  # fmt: skip


def _ask_groups(asking: Desk) -> Questions:
    kept = SavedFilter.objects.filter(Q(owner_id=asking.staff_id) | Q(shared=True))
    return {"kept": kept.order_by("-changed_at", "pk")[:_GROUPS]}


def _groups(asking: Desk, rows: Rows) -> Shown | None:
    lines = [
        Line(
            title=row.name,
            why=_("Din egen") if row.owner_id == asking.staff_id else _("Delt i kommunen"),
            act=_("Se gruppen"),
            path=f"{reverse('casework:overview')}?{row.query}",
        )
        for row in rows["kept"]
    ]
    return Shown(
        lines=lines,
        empty=_("Gem et filter i oversigten, så står gruppen her."),
        more=_("Find en ny gruppe"),
        more_path=reverse("casework:overview"),
    )


def _market(asking: Desk, _rows: Rows) -> Shown | None:
    page = tailored.labour_market(region="", language=asking.language)
    lines = [
        Line(
            title=one.name,
            why=ngettext("%s ledig stilling, få der passer", "%s ledige stillinger, få der passer",
                         one.positions) % wording.number(one.positions),
            act=_("Se jobbene"),
            path=f"{reverse('vacancies:search')}?{one.query}",
        )
        for one in list(page.wanted)[:3]
    ]  # fmt: skip
    return Shown(
        lines=lines,
        more=_("Se arbejdsmarkedet"),
        more_path=reverse("casework:labour_market"),
    ) if lines else None  # fmt: skip


def _ask_lately(asking: Desk) -> Questions:
    """Count in the rooms' own rows: no page reads the log of events."""
    since = asking.at - timedelta(days=_LATELY)
    return {
        "applications": vacancies.applications_since(since=since, most=_MOST_COUNTED),
        "profiles": journey.changed_since(since=since, most=_MOST_COUNTED),
    }


def _lately(_asking: Desk, rows: Rows) -> Shown | None:
    """Return the kommune's last days in numbers of acts; none of them says who."""
    said: dict[str, int | str] = {
        name: wording.number(how_many(answer)) for name, answer in rows.items()
    }
    said["days"] = _LATELY
    words = _(
        "De seneste %(days)d dage: ansøgninger i joblog: %(applications)s, ændrede profiler: "
        "%(profiles)s. Tallene siger intet om, hvem der gør nok."
    )
    return Shown(note=words % said)


def _ask_own(asking: Desk) -> Questions:
    return {"away": segmentation.stood_in_leaves(asking.staff_id, asking.today)}


def _own(_asking: Desk, rows: Rows) -> Shown | None:
    """Say for whom she stands in today, and until when."""
    lines = [
        Line(
            title=row.name,
            why=_("Du er stedfortræder til og med %(last)s.") % {"last": wording.day(row.last)},
            act=_("Se borgerne"),
            path=reverse("segmentation:own_citizens"),
        )
        for row in segmentation.leave_lines_of(rows["away"])
    ]
    return Shown(lines=lines) if lines else None


_BLOCKS = (
    Block(
        code="casework.attention",
        name=gettext_lazy("Hvem skal jeg ringe til?"),
        roles={Role.CONSULTANT: 10, Role.ADVISER: 22, Role.ASSISTANT: 30},
        asks=_ask_points,
        reads=_points,
        looks="attention",
    ),
    Block(
        code="casework.stands_in",
        name=gettext_lazy("Du hjælper for en kollega"),
        roles={Role.CONSULTANT: 12, Role.ADVISER: 26},
        asks=_ask_own,
        reads=_own,
    ),
    Block(
        code="casework.new",
        name=gettext_lazy("Nye registreringer"),
        roles={Role.ADVISER: 24, Role.ASSISTANT: 35, Role.CONSULTANT: 45},
        asks=_ask_new,
        reads=_new,
    ),
    Block(
        code="casework.groups",
        name=gettext_lazy("Dine grupper"),
        roles={Role.ASSISTANT: 12},
        asks=_ask_groups,
        reads=_groups,
    ),
    Block(
        code="casework.quiet",
        name=gettext_lazy("Hvem er blevet stille?"),
        roles={Role.ASSISTANT: 20},
        asks=_ask_quiet,
        reads=_quiet,
        looks="activity",
    ),
    Block(
        code="casework.market",
        name=gettext_lazy("Arbejdsmarkedet mangler"),
        roles={Role.ASSISTANT: 60},
        reads=_market,
    ),
    Block(
        code="casework.lately",
        name=gettext_lazy("Kommunens seneste dage"),
        roles={Role.ASSISTANT: 95, Role.ADVISER: 95, Role.CONSULTANT: 95},
        asks=_ask_lately,
        reads=_lately,
    ),
)
