# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looks to chain and to find unusual."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.audit import actions
from jobunivers.rooms.audit.models import UnusualLook
from jobunivers.rooms.audit.queries import reading
from jobunivers.rooms.audit.queries.findings import Finding
from jobunivers.rooms.audit.queries.sources import sources, tables
from jobunivers.trust import actions as trust
from jobunivers.trust.models import Look


def looked(
    staff: Person,
    citizens: Sequence[Person],
    *,
    at: datetime,
    part: str = "profile",
    reason: str = "talk",
    each: timedelta = timedelta(minutes=1),
) -> None:
    """Let a member of staff look at citizens, one after the other; in her kommune."""
    trust.note_looks(
        looks=[
            trust.Looked(
                seen=trust.Seen(
                    citizen_id=one.pk, part=part, reason=reason, protected=one.is_protected
                ),
                viewer_id=staff.pk,
                viewer_role=staff.role,
                at=at + each * number,
            )
            for number, one in enumerate(citizens)
        ]
    )


def chained(municipality: Municipality, *, at: datetime) -> actions.Chained:
    """Chain everything of a kommune that is there."""
    highs = reading.given_out(tables(sources(national=municipality.is_national)))
    with working_for(municipality.pk):
        return actions.chain(highs=highs, at=at)


def look_pks() -> list[int]:
    """Return the numbers of the kommune's looks, the oldest first."""
    return list(Look.objects.order_by("pk").values_list("pk", flat=True))


def address_objects(staff: Person, citizen: Person) -> dict[str, dict[str, object]]:
    """Return what the table of addresses needs: a finding, a rule, a sample and a drawn look."""
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    looked(staff, [citizen], at=at)
    found = UnusualLook.objects.create(
        staff_id=staff.pk,
        staff_role=staff.role,
        day=at.date(),
        rule="night",
        citizen_id=citizen.pk,
        looks=1,
        first_at=at,
        last_at=at,
        found_at=at,
    )
    sample = actions.draw_sample(month=at.date(), at=at)
    assert sample is not None
    return {
        "unusual": {"pk": found.pk},
        "look_rule": {"code": "night"},
        "look_sample": {"pk": sample.pk},
        "sampled": {"pk": sample.drawn.get().pk},
    }


def found(municipality: Municipality, *, at: datetime) -> list[Finding]:
    """Return what a check finds in earnest."""
    return [
        one for one in actions.look_through(municipality=municipality, at=at).findings if one.grave
    ]
