# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A kommune switches a model off for itself, at once, with a reason that nobody can take away."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.tenancy import NoMunicipality, working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.trust import actions, queries
from jobunivers.trust.models import ModelSwitch
from jobunivers.trust.register import UnknownModel
from jobunivers.trust.tests.making import NOON, make_card, registered

pytestmark = pytest.mark.django_db
WHY = "Vi prøver uden i en måned."


def switch(anne: Person, *, on: bool, code: str = "matching", reason: str = WHY) -> None:
    actions.switch(code=code, on=on, actor_id=anne.pk, reason=reason, at=NOON)


def test_what_nobody_switched_is_on(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        assert queries.is_on("matching")
        assert queries.state_of("matching") == queries.State(on=True)


def test_a_switch_holds_at_once_for_its_own_kommune_alone(
    aarhus: Municipality, odense: Municipality, anne: Person
) -> None:
    with working_for(aarhus.pk):
        switch(anne, on=False)
        assert not queries.is_on("matching")
        assert queries.is_on("own-title")
        assert queries.state_of("matching") == queries.State(False, NOON, WHY)
    with working_for(odense.pk):
        assert queries.is_on("matching")
        assert queries.history_of("matching") == []
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM trust_modelswitch")
            assert cursor.fetchone() == (0,)


def test_the_history_keeps_every_switch_with_who_and_why(
    aarhus: Municipality, anne: Person
) -> None:
    with working_for(aarhus.pk):
        switch(anne, on=False)
        switch(anne, on=True, reason="Prøven er slut.")
        assert queries.is_on("matching")
        assert [(row.on, row.actor, row.reason) for row in queries.history_of("matching")] == [
            (True, "Anne Bak", "Prøven er slut."),
            (False, "Anne Bak", WHY),
        ]


def test_a_switch_can_neither_be_changed_nor_deleted(aarhus: Municipality, anne: Person) -> None:
    with working_for(aarhus.pk):
        switch(anne, on=False)
        for statement in (
            "DELETE FROM trust_modelswitch",
            "UPDATE trust_modelswitch SET reason = 'x'",
        ):
            with (
                pytest.raises(DatabaseError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)


def test_a_switch_is_an_event_of_ids_and_codes(aarhus: Municipality, anne: Person) -> None:
    with working_for(aarhus.pk):
        switch(anne, on=False)
        event = Event.objects.get(kind="trust.model_switched")
        row = ModelSwitch.objects.get()
    assert (event.actor_id, event.citizen_id) == (anne.pk, None)
    assert event.data == {"code": "matching", "on": False, "switch_id": row.pk}


def test_switching_to_what_it_is_already_writes_nothing(aarhus: Municipality, anne: Person) -> None:
    with working_for(aarhus.pk):
        with pytest.raises(actions.AlreadySo):
            switch(anne, on=True)
        switch(anne, on=False)
        with pytest.raises(actions.AlreadySo):
            switch(anne, on=False)
        assert ModelSwitch.objects.count() == 1
        assert Event.objects.filter(kind="trust.model_switched").count() == 1


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_nothing_is_switched_without_a_reason(
    aarhus: Municipality, anne: Person, reason: str
) -> None:
    with working_for(aarhus.pk):
        with pytest.raises(actions.ReasonNeeded):
            switch(anne, on=False, reason=reason)
        with pytest.raises(DatabaseError, match="switch_has_a_reason"), transaction.atomic():
            ModelSwitch.objects.create(
                code="matching", on=False, actor_id=anne.pk, reason="", at=NOON
            )


def test_a_model_that_reads_of_nobody_has_no_switch(aarhus: Municipality, anne: Person) -> None:
    with working_for(aarhus.pk):
        with pytest.raises(actions.CannotBeSwitched):
            switch(anne, on=False, code="titles")
        with pytest.raises(UnknownModel):
            switch(anne, on=False, code="weather")
        with pytest.raises(UnknownModel):
            queries.is_on("weather")


def test_no_kommune_no_answer() -> None:
    with pytest.raises(NoMunicipality):
        queries.is_on("matching")


def test_a_request_asks_once_however_often_it_asks(aarhus: Municipality, anne: Person) -> None:
    with working_for(aarhus.pk), queries.remembering():
        with CaptureQueriesContext(connection) as captured:
            assert queries.is_on("matching")
            assert queries.is_on("own-title")
            assert queries.is_on("matching")
        assert len(captured) == 1
        switch(anne, on=False)
        assert not queries.is_on("matching")


def test_what_one_kommune_was_told_is_not_told_another(
    aarhus: Municipality, odense: Municipality, anne: Person
) -> None:
    with queries.remembering():
        with working_for(aarhus.pk):
            switch(anne, on=False)
            assert not queries.is_on("matching")
        with working_for(odense.pk):
            assert queries.is_on("matching")


def test_outside_requests_every_question_gets_todays_answer(
    aarhus: Municipality, anne: Person
) -> None:
    with working_for(aarhus.pk):
        assert queries.is_on("matching")
        ModelSwitch.objects.create(code="matching", on=False, actor_id=anne.pk, reason="-", at=NOON)
        assert not queries.is_on("matching")


def test_her_own_words_are_not_guessed_at_where_that_is_switched_off(
    aarhus: Municipality, odense: Municipality, anne: Person
) -> None:
    with working_for(aarhus.pk):
        assert meaning.occupation_meant("Sygeplejerske") is not None
        switch(anne, on=False, code="own-title")
        assert meaning.occupation_meant("Sygeplejerske") is None
    with working_for(odense.pk):
        assert meaning.occupation_meant("Sygeplejerske") is not None


def test_a_rooms_model_falls_back_by_asking_the_door(aarhus: Municipality, anne: Person) -> None:
    def weather() -> str:
        return "model" if queries.is_on("weather") else "look out of the window"

    with registered(make_card()), working_for(aarhus.pk):
        assert weather() == "model"
        switch(anne, on=False, code="weather")
        assert weather() == "look out of the window"
