# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime, timedelta

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions, consents, queries
from jobunivers.trust.models import Consent

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LIBRARY = consents.Ask(
    source="library",
    purpose="reading",
    version="1",
    name="Biblioteket",
    what="Hvilke bøger du har lånt.",
    why="Så vi kan foreslå flere.",
)


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consents, "_asks", dict(consents._asks))
    consents.register(LIBRARY)


def give(person: Person, at: datetime = NOW, actor: int | None = None) -> Consent:
    return actions.give_consent(
        citizen_id=person.pk,
        source="library",
        purpose="reading",
        actor_id=actor or person.pk,
        at=at,
    )


def withdraw(person: Person, at: datetime) -> None:
    actions.withdraw_consent(
        citizen_id=person.pk, source="library", purpose="reading", actor_id=person.pk, at=at
    )


def holds(person: Person, at: datetime) -> bool:
    return queries.has_consent(citizen_id=person.pk, source="library", purpose="reading", at=at)


def test_what_nobody_allowed_is_not_allowed(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        assert not holds(kirsten, NOW)
        with pytest.raises(consents.UnknownAsk):
            actions.give_consent(
                citizen_id=kirsten.pk, source="shop", purpose="x", actor_id=kirsten.pk, at=NOW
            )


def test_a_consent_holds_until_it_is_withdrawn_and_not_a_second_longer(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        give(kirsten)
        assert holds(kirsten, NOW)
        assert not holds(kirsten, NOW - SECOND)
        assert not holds(mads, NOW)
        withdraw(kirsten, NOW + 5 * SECOND)
        assert holds(kirsten, NOW + 4 * SECOND)
        assert not holds(kirsten, NOW + 5 * SECOND)
        with pytest.raises(actions.NothingGiven):
            withdraw(kirsten, NOW + 6 * SECOND)


def test_a_yes_said_twice_is_one_and_each_change_is_an_event(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        assert give(kirsten) == give(kirsten, NOW + SECOND)
        withdraw(kirsten, NOW + 2 * SECOND)
        give(kirsten, NOW + 3 * SECOND)
        assert Consent.objects.count() == 2
        kinds = Event.objects.filter(kind__startswith="trust.consent").order_by("at", "pk")
        assert list(kinds.values_list("kind", flat=True)) == [
            "trust.consent_given", "trust.consent_withdrawn", "trust.consent_given",
        ]  # fmt: skip


def test_an_older_text_does_not_hold_and_what_she_read_is_kept(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        give(kirsten)
        changed = consents.Ask(
            source="library", purpose="reading", version="2",
            name="Biblioteket", what="Alt.", why="Til alt.",
        )  # fmt: skip
        consents._asks["library", "reading"] = changed
        assert not holds(kirsten, NOW + SECOND)
        page = queries.consent_page(citizen_id=kirsten.pk)
        (asked,) = [one for one in page.asks if one.ask.source == "library"]
        assert asked.older_text
        assert asked.given_at is None
        assert "Hvilke bøger" in page.history[0].text
        give(kirsten, NOW + 2 * SECOND)
        assert holds(kirsten, NOW + 2 * SECOND)
        assert Consent.objects.filter(withdrawn_at=None).get().text_version == "2"


def test_a_helper_is_named_in_the_history(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        give(kirsten, actor=omar.pk)
        withdraw(kirsten, NOW + SECOND)
        (past,) = queries.consent_page(citizen_id=kirsten.pk).history
        assert past.given_by == "Omar Said"
        assert past.withdrawn_by == ""


def test_she_says_yes_and_takes_it_back_on_the_page(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    page = as_kirsten.get("/samtykker/")
    assert "Biblioteket" in page.content.decode()
    assert "Du har ikke sagt ja" in page.content.decode()
    answer = as_kirsten.post("/samtykker/library/reading/giv/", follow=True)
    assert "Du har sagt ja" in answer.content.decode()
    answer = as_kirsten.post("/samtykker/library/reading/tag-tilbage/", follow=True)
    assert "Taget tilbage" in answer.content.decode()
    again = as_kirsten.post("/samtykker/library/reading/tag-tilbage/", follow=True)
    assert "allerede" in again.content.decode()
    assert as_kirsten.post("/samtykker/library/nothing/giv/").status_code == 404


def test_another_kommune_sees_no_consent(
    aarhus: Municipality, odense: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        give(kirsten)
    with working_for(odense.pk):
        assert not holds(kirsten, NOW)
