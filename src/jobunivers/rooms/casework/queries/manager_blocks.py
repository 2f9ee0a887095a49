# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on a manager's first page: hands, waits and aims that need her; nobody's name."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from jobunivers.foundation import desk
from jobunivers.foundation.desk import Block, Desk, Line, Rows, Shown
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import Role
from jobunivers.rooms.casework.queries.managing import waits_page
from jobunivers.rooms.casework.queries.supervision import supervision_page
from jobunivers.rooms.casework.queries.words import AIM_STATES
from jobunivers.rooms.segmentation import queries as segmentation


def register_manager_blocks() -> None:
    """Offer the manager's blocks."""
    for block in _BLOCKS:
        desk.offer(block)


def _hands(asking: Desk, _rows: Rows) -> Shown:
    """Say who has too many, who is away alone, and what room there is."""
    page = segmentation.caseloads_page(today=asking.today, at=asking.at)
    here = reverse("segmentation:caseloads")
    lines = []
    if page.nobody_here:
        lines.append(Line(title="", why=_("Alle konsulenter er væk i dag."), act=_("Se fravær"),
                          path=here))  # fmt: skip
    lines += [
        Line(
            title=leave.name,
            why=_("Er væk til og med %(last)s uden stedfortræder.")
            % {"last": wording.day(leave.last)},
            act=_("Vælg stedfortræder"),
            path=reverse("segmentation:substitute", args=[leave.pk]),
        )
        for leave in page.alone
    ]
    lines += [
        Line(
            title=row.name,
            why=_("Hjælper %(people)s og har plads til %(capacity)s.")
            % {"people": wording.number(row.people + row.instead),
               "capacity": wording.number(row.capacity)},
            act=_("Se jævnere fordeling"),
            path=reverse("segmentation:spread"),
        )
        for row in page.overloaded
    ]  # fmt: skip
    note = _("%(people)s borgere har en konsulent. Dem, der er her, har %(capacity)s pladser.")
    said = {"people": wording.number(page.people), "capacity": wording.number(page.capacity)}
    return Shown(lines=lines, note=note % said, more=_("Se alle konsulenter"), more_path=here)


def _waits(asking: Desk, _rows: Rows) -> Shown | None:
    late = [one for one in waits_page(today=asking.today).lines if one.late]
    if not late:
        return None
    path = reverse("casework:waits")
    lines = [
        Line(
            title=one.name,
            why=ngettext("%s har ventet længere end fristen.", "%s har ventet længere end fristen.",
                         one.late) % wording.number(one.late),
            act=_("Se svartider"),
            path=path,
        )
        for one in late
    ]  # fmt: skip
    return Shown(lines=lines)


def _aims(asking: Desk, _rows: Rows) -> Shown | None:
    page = supervision_page(today=asking.today, language=asking.language)
    path = reverse("casework:supervision")
    lines = []
    for aim in page.aims:
        point = aim.deciding
        if point is None or point.share is None or aim.limit is None or not aim.state:
            continue
        said = {"state": AIM_STATES[aim.state][0], "share": wording.number(point.share, 1),
                "limit": wording.number(aim.limit), "day": wording.day_year(point.day)}  # fmt: skip
        words = _("%(state)s: %(share)s procent, skal være under %(limit)s (%(day)s).")
        lines.append(Line(title=aim.name, why=words % said, act=_("Se målet"), path=path))
    return Shown(lines=lines, more=_("Se fokusmål"), more_path=path) if lines else None


_BLOCKS = (
    Block(
        code="casework.hands",
        name=gettext_lazy("Hænder nok?"),
        roles={Role.MANAGER: 10},
        reads=_hands,
    ),
    Block(
        code="casework.waits",
        name=gettext_lazy("Folk venter for længe"),
        roles={Role.MANAGER: 20},
        reads=_waits,
    ),
    Block(
        code="casework.aims",
        name=gettext_lazy("Fokusmål"),
        roles={Role.MANAGER: 30},
        reads=_aims,
    ),
)
