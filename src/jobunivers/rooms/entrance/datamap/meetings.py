# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of first meetings, and of the times staff open for them."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, by, inner, ordinary, public, staff
from jobunivers.foundation.ui.wording import clock, day_year
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.entrance.forms.meetings import FORM_WORDS
from jobunivers.rooms.entrance.models import IntroMeeting, MeetingRules, Seat, Slot

_ROW = {"id": inner(), "municipality": inner()}
_SEEN = tuple(ADVISING)


def _time(slot: Slot) -> str:
    return f"{day_year(slot.starts_at)} {clock(slot.starts_at)}"


def _when(seat: Seat) -> str:
    """Return the time, the way and the place of a meeting."""
    slot = seat.slot
    said = (_time(slot), str(by(FORM_WORDS)(slot.form)), slot.place)
    return ", ".join(part for part in said if part)


MEETINGS = (
    Holding(
        model=IntroMeeting,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Dit første møde med kommunen"),
        source=_("Dig selv, da du valgte en tid, og kommunens medarbejdere"),
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        at="booked_at",
        title=lambda row: _when(row.seat),
        change="entrance:meeting",
        along=("seat__slot",),
        fields={
            **_ROW,
            "uid": inner(),
            "sequence": inner(),
            "citizen_id": inner(),
            "seat": ordinary(_("Tid og sted"), _when),
            "phone": ordinary(_("Telefon, du kan ringes op på")),
            "booked_at": ordinary(_("Valgt")),
            "booked_by_id": staff(_("Valgt af")),
            "reminded_at": ordinary(_("Vi mindede dig om det")),
            "cancelled_at": ordinary(_("Aflyst")),
            "cancelled_by_id": staff(_("Aflyst af")),
            "held_at": ordinary(_("Holdt")),
            "missed_at": ordinary(_("Blev ikke til noget")),
        },
    ),
    Holding(
        model=Slot,
        about=About.STAFF,
        subject="adviser_id",
        group="work",
        what=_("Tider, du har åbnet til første møder"),
        source=_("Dig selv"),
        purpose="work",
        retention="log",
        at="opened_at",
        title=_time,
        change="entrance:staff_meetings",
        fields={
            **_ROW,
            "adviser_id": inner(),
            "starts_at": ordinary(_("Begynder")),
            "ends_at": ordinary(_("Slutter")),
            "form": ordinary(_("Hvordan"), by(FORM_WORDS)),
            "place": ordinary(_("Sted")),
            "opened_at": ordinary(_("Åbnet")),
            "withdrawn_at": ordinary(_("Lukket")),
        },
    ),
    Holding(
        model=Seat,
        about=About.NOBODY,
        what=_("Pladser i en tid til første møder"),
        purpose="work",
        retention="forever",
        fields={**_ROW, **dict.fromkeys(("slot", "number"), inner())},
    ),
    Holding(
        model=MeetingRules,
        about=About.NOBODY,
        what=_("Hvad kommunen har bestemt om første møder"),
        purpose="work",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "in_person", "phone", "place", "directions_da", "directions_en", "minutes",
                    "notice_hours", "weeks_ahead", "changed_at",
                ),
                public(),
            ),
            "changed_by_id": staff(),
        },
    ),
)  # fmt: skip
