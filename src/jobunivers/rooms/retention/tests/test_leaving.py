# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff who have left: their contact goes, and their name when nothing they did is left."""

from datetime import timedelta

import pytest
from django.apps import apps

from jobunivers.foundation.datamap import Sort, holdings
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity import queries as people
from jobunivers.identity.models import Person
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.models import Batch, Ended, LedgerLine, Member, Plan, PlanState
from jobunivers.rooms.retention.queries import due
from jobunivers.rooms.retention.queries.ways import NAMES, drawn
from jobunivers.rooms.retention.tests import bare
from jobunivers.rooms.retention.tests.conftest import NOW
from jobunivers.rooms.retention.tests.steps import planned, run
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
LEFT_AT = NOW - timedelta(days=400)


@pytest.fixture
def gone(aarhus: Municipality, ida: Person, tove: Person, kirsten: Person) -> tuple[Person, Person]:
    """Return two who left more than a year ago; of the second a citizen still reads a look."""
    with working_for(aarhus.pk):
        for one in (ida, tove):
            identity.let_go(person_id=one.pk, at=LEFT_AT)
            apps.get_model("notices", "Preferences").objects.create(
                person_id=one.pk, changed_at=LEFT_AT
            )
        Look.objects.create(
            citizen_id=kirsten.pk, viewer_id=tove.pk, viewer_role="consultant", at=LEFT_AT,
            part="profile", reason="talk",
        )  # fmt: skip
        actions.find_ended(at=LEFT_AT)
    return ida, tove


def test_contact_goes_first_and_a_name_when_nothing_bears_it(
    aarhus: Municipality, gone: tuple[Person, Person]
) -> None:
    ida, tove = gone
    uuid = ida.uuid
    first = planned(aarhus)
    with working_for(aarhus.pk):
        assert {line.code for line in first.lines.all()} == {"left"}
    run(aarhus)
    with working_for(aarhus.pk):
        assert not apps.get_model("notices", "Preferences").objects.exists()
        assert Person.objects.get(pk=ida.pk).name == ida.name

    planned(aarhus)
    run(aarhus)

    with working_for(aarhus.pk):
        ida.refresh_from_db()
        tove.refresh_from_db()
        assert (ida.name, ida.sort_key, ida.password) == (due.GONE, "", "")
        assert ida.uuid != uuid
        assert tove.name == "Tove Juhl"
        line = LedgerLine.objects.get(code="name")
        assert (line.label, line.rows, line.anonymised) == ("identity.Person", 1, True)
        assert actions.make_plan(by_id=None, at=NOW) is None, "once is enough"


def test_a_number_in_a_list_or_an_event_keeps_no_name_and_leads_to_nobody(
    aarhus: Municipality, gone: tuple[Person, Person]
) -> None:
    """Of those who were only proposed, or are told of in an event's numbers, no name is kept."""
    ida, _tove = gone
    with working_for(aarhus.pk):
        handed = apps.get_model("segmentation", "HandOver").objects.create(
            from_id=5, by_id=6, at=LEFT_AT, reason="Ferie", proposed={"7": ida.pk}
        )
        events.record("tests.assigned", at=LEFT_AT, data={"staff": ida.pk})
        assert bare.where_it_stands(ida.name)
    for _night in range(2):
        planned(aarhus)
        run(aarhus)

    with working_for(aarhus.pk):
        assert bare.where_it_stands(ida.name) == {}
        handed.refresh_from_db()
        assert handed.proposed == {"7": ida.pk}
        assert people.names(ids={ida.pk})[ida.pk][0] == due.GONE


def test_a_json_column_that_may_hold_a_number_of_staff_says_so_in_the_map() -> None:
    """Whoever adds one says it in the map, so that the catalogue and the record tell of it."""
    model = apps.get_model("segmentation", "HandOver")
    [held] = [one for one in holdings() if one.model is model]
    assert held.fields["proposed"].sort is Sort.STAFF
    [event] = [one for one in holdings() if one.model is apps.get_model("events", "Event")]
    assert "medarbejder" in str(event.fields["data"].name)


def test_the_database_takes_no_name_of_somebody_who_works_here_or_is_named(
    aarhus: Municipality, gone: tuple[Person, Person], omar: Person
) -> None:
    _ida, tove = gone
    with working_for(aarhus.pk):
        Ended.objects.create(
            person_id=omar.pk, ended_on=LEFT_AT.date(), is_citizen=False, found_at=LEFT_AT
        )
        plan = Plan.objects.create(made_at=NOW, state=PlanState.APPROVED, needs_second=False)
        batch = Batch.objects.create(plan=plan, number=1, code="name")
        for one in (omar, tove):
            Member.objects.create(batch=batch, person_id=one.pk)
    run(aarhus)
    with working_for(aarhus.pk):
        batch.refresh_from_db()
        assert (batch.people, batch.left_out) == (0, 2)
        names = set(Person.objects.filter(pk__in=[omar.pk, tove.pk]).values_list("name", flat=True))
    assert names == {"Omar Said", "Tove Juhl"}


def test_every_column_that_names_staff_is_looked_into() -> None:
    found, _wrong = drawn()
    refs = next(one.refs for one in found if one.label == NAMES)
    places = set(zip(refs[::2], refs[1::2], strict=True))
    assert places >= {
        ("trust_look", "viewer_id"),
        ("events_event", "actor_id"),
        ("retention_plan", "decided_by_id"),
        ("identity_protection", "set_by_id"),
    }
    assert not {table for table, _ in places} & {"retention_ended", "retention_member"}
