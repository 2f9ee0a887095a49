# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who logged in long ago says once more who she is, before something delicate is changed."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.urls import NoReverseMatch, get_resolver
from django.utils import timezone

from jobunivers.foundation.notices.models import Address
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.again import ASKED_AGAIN
from jobunivers.identity.models import Person, Persona
from jobunivers.identity.tests.test_outside import FRIDA, come_in, mitid, there
from jobunivers.integrations.oidc.fake import FakeProvider
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
__all__ = ["mitid"]
MAIL = "/beskeder/indstillinger/mail/"
TYPED = {"email": "kirsten@example.dk"}


@pytest.fixture
def later(as_kirsten: KommuneClient) -> Any:
    """Return a clock that has gone on a quarter of an hour since she logged in."""
    with time_machine.travel(timezone.now() + timedelta(minutes=15)) as clock:
        yield clock


@pytest.fixture
def of_a_demo(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        Persona.objects.create(
            person=kirsten, story_da="Søger job.", story_en="Seeks work.", assurance="substantial"
        )


def given(kommune: Municipality) -> list[str]:
    with working_for(kommune.pk):
        return [one.address for one in Address.objects.order_by("pk")]


def fields(page: str, action: str) -> dict[str, str]:
    form = page.split(f'action="{action}', 1)[1].split("</form>", 1)[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))


def test_who_has_just_logged_in_is_not_asked(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    assert as_kirsten.post(MAIL, TYPED).status_code == 302
    assert given(aarhus) == ["kirsten@example.dk"]


def test_in_a_demo_a_press_is_enough_and_what_was_typed_goes_on(
    as_kirsten: KommuneClient, aarhus: Municipality, later: Any, of_a_demo: None
) -> None:
    asked = as_kirsten.post(MAIL, TYPED)
    page = asked.content.decode()
    assert asked.status_code == 401
    assert given(aarhus) == []
    sent = fields(page, "/aarhus/log-ind/igen/")
    assert sent["email"] == "kirsten@example.dk"

    answer = as_kirsten.post(f"/log-ind/igen/?til=/aarhus{MAIL}", sent)

    assert (answer.status_code, answer["Location"]) == (307, f"/aarhus{MAIL}")
    assert as_kirsten.post(answer["Location"], sent).status_code == 302
    assert given(aarhus) == ["kirsten@example.dk"]
    later.shift(timedelta(minutes=9))
    assert as_kirsten.post(MAIL, {"email": "k2@example.dk"}).status_code in {302, 422}
    later.shift(timedelta(minutes=2))
    assert as_kirsten.post(MAIL, TYPED).status_code == 401, "asked anew after ten minutes"


def test_who_is_of_no_demo_is_not_let_on_by_a_press(
    as_kirsten: KommuneClient, aarhus: Municipality, later: Any
) -> None:
    page = as_kirsten.post(MAIL, TYPED).content.decode()
    assert "Ja, det er mig" not in page
    assert as_kirsten.post(f"/log-ind/igen/?til=/aarhus{MAIL}", TYPED).status_code == 403
    assert as_kirsten.post(MAIL, TYPED).status_code == 401


@pytest.mark.parametrize(
    "elsewhere",
    ["", "https://evil.example/", "//evil.example/", "/aarhus/log-ud/", "/aarhus/", "/odense/x/"],
)
def test_nobody_is_sent_on_to_another_address(
    as_kirsten: KommuneClient, of_a_demo: None, elsewhere: str
) -> None:
    assert as_kirsten.post(f"/log-ind/igen/?til={elsewhere}").status_code == 404


def test_who_came_by_a_provider_proves_it_there_once_more(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider
) -> None:
    come_in(visitor, mitid)
    with time_machine.travel(timezone.now() + timedelta(minutes=15)) as clock:
        mitid.told = {"exp": timezone.now().timestamp() + 300}
        page = visitor.post(MAIL, TYPED).content.decode()
        sent = fields(page, "/aarhus/log-ind/igen/")
        out = visitor.post(f"/log-ind/igen/?til=/aarhus{MAIL}", sent)
        assert (mitid.asked[-1:], given(aarhus)) != ([], ["kirsten@example.dk"])
        back = mitid.agreed(there(out), FRIDA.subject).removeprefix("http://testserver")
        assert mitid.asked[-1]["max_age"] == "0"
        answer = visitor.get(back)
        assert answer["Location"] == "/aarhus/log-ind/igen/videre/"

        page = visitor.get(answer["Location"]).content.decode()
        sent = fields(page, f"/aarhus{MAIL}")
        assert visitor.post(MAIL, sent).status_code == 302
        assert given(aarhus) == ["kirsten@example.dk"]
        clock.shift(timedelta(minutes=11))
        assert visitor.get("/log-ind/igen/videre/").status_code == 302, "it is too late for that"


def test_somebody_else_who_logs_in_then_changes_nothing(
    visitor: KommuneClient, aarhus: Municipality, mitid: FakeProvider
) -> None:
    come_in(visitor, mitid)
    with time_machine.travel(timezone.now() + timedelta(minutes=15)):
        mitid.told = {"exp": timezone.now().timestamp() + 300}
        out = visitor.post(f"/log-ind/igen/?til=/aarhus{MAIL}", TYPED)
        other = mitid.agreed(there(out), PEOPLE_OTHER).removeprefix("http://testserver")
        answer = visitor.get(other)
        assert answer.status_code == 403
        assert "som en anden end den" in answer.content.decode()
        assert visitor.post(MAIL, TYPED).status_code == 401


PEOPLE_OTHER = "b0c0de00-0000-4000-8000-000000000002"


def test_a_part_of_a_page_is_not_filled_with_the_question(
    as_kirsten: KommuneClient, later: Any, of_a_demo: None
) -> None:
    answer = as_kirsten.post(MAIL, TYPED, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (401, b"")


def test_each_address_that_asks_is_there() -> None:
    resolver = get_resolver("jobunivers.config.urls")
    for name in sorted(ASKED_AGAIN):
        room, _, view = name.partition(":")
        find: Callable[..., Any] = resolver.namespace_dict[room][1].reverse_dict.getlist
        assert find(view), NoReverseMatch(name)
