# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever asks for whatever of somebody else gets nothing, whatever number she guesses."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.urls import NoReverseMatch
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import ADVISING, Person, Role
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust
from jobunivers.trust import consents
from jobunivers.trust import queries as trusted
from tests.addresses.lines import HERS, HERS_ONWARDS, IN_AARHUS, WHO
from tests.addresses.table import TABLE
from tests.addresses.world import World

pytestmark = pytest.mark.django_db
_ONCE = how(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
# What belongs to one citizen; and what belongs to one kommune.
_ONES = sorted(name for name, line in TABLE.items() if line.answers in {HERS, HERS_ONWARDS})
_AARHUS = sorted(
    name
    for name, line in TABLE.items()
    if line.about and dict(zip(WHO, line.answers.split(), strict=True))["jonas"] == "404"
)


def _path(world: World, address: str, numbers: list[int], pick: int) -> str:
    """Return an address with another number in it, of somebody's row or of nobody's."""
    asked = TABLE[address]
    kept = dict(world.objects[asked.about])
    for name, value in kept.items():
        if isinstance(value, int):
            kept[name] = numbers[pick % len(numbers)]
    world.objects["guessed"] = kept
    TABLE[address] = asked._replace(about="guessed")
    try:
        return world.path(address)
    except (NoReverseMatch, KeyError):
        return ""
    finally:
        TABLE[address] = asked


def _asked(browser: KommuneClient, method: str, path: str) -> int:
    with transaction.atomic():
        answer = browser.get(path) if method == "GET" else browser.post(path)
        transaction.set_rollback(True)
    return int(answer.status_code)


@_ONCE
@given(data=st.data())
def test_another_citizen_reaches_nothing_of_hers_by_any_number(
    world: World, data: st.DataObject
) -> None:
    numbers = _numbers(world)
    address = data.draw(st.sampled_from(_ONES))
    path = _path(world, address, numbers, data.draw(st.integers(0, 10_000)))
    method = data.draw(st.sampled_from(["GET", "POST"]))

    assert _asked(world.browsers["mads"], method, path) in {403, 404, 405, 422}, f"{method} {path}"


@_ONCE
@given(data=st.data())
def test_from_another_kommune_nothing_is_reached_by_any_number(
    world: World, data: st.DataObject
) -> None:
    numbers = _numbers(world)
    address = data.draw(st.sampled_from(_AARHUS))
    path = _path(world, address, numbers, data.draw(st.integers(0, 10_000)))
    method = data.draw(st.sampled_from(["GET", "POST"]))
    who = data.draw(st.sampled_from(["jonas", "visitor"]))
    odense = world.browsers["jonas"].prefix
    browser = world.browsers[who]
    home, browser.prefix = browser.prefix, odense
    try:
        given_ = _asked(browser, method, path)
    finally:
        browser.prefix = home

    assert given_ in {302, 401, 403, 404, 405, 422}, f"{method} {path} as {who}"


def _numbers(world: World) -> list[int]:
    found = {
        value
        for one in world.objects.values()
        if isinstance(one, dict)
        for value in one.values()
        if isinstance(value, int)
    }
    return [*sorted(found), 0, 1, 2**31, 2**63 - 1]


LIBRARY = consents.Ask(
    source="library",
    purpose="reading",
    version="1",
    name="Biblioteket",
    what="Hvilke bøger du har lånt.",
    why="Så vi kan foreslå flere.",
)


class Changes(RuleBasedStateMachine):
    """Roles, employment and consents change in any order; what holds now holds at the next page."""

    aarhus: Municipality
    omar: Person
    kirsten: Person
    as_omar: KommuneClient

    def __init__(self) -> None:
        super().__init__()
        self.role, self.active, self.yes = Role.ADVISER, True, False
        self.now = timezone.now() - timedelta(days=1)
        self._outer = transaction.atomic()
        self._outer.__enter__()

    @initialize()
    def begin(self) -> None:
        self._change(role=Role.ADVISER, is_active=True)

    @rule(role=st.sampled_from([one for one in Role if one != Role.VENDOR]))
    def is_given_a_role(self, role: Role) -> None:
        self.role = role
        self._change(role=role)

    @rule(active=st.booleans())
    def is_let_go_or_taken_back(self, active: bool) -> None:
        self.active = active
        self._change(is_active=active)

    @rule()
    def says_yes(self) -> None:
        self.now += timedelta(seconds=1)
        with working_for(self.aarhus.pk):
            trust.give_consent(
                citizen_id=self.kirsten.pk, source="library", purpose="reading",
                actor_id=self.kirsten.pk, at=self.now,
            )  # fmt: skip
        self.yes = True

    @rule()
    def takes_it_back(self) -> None:
        self.now += timedelta(seconds=1)
        if self.yes:
            with working_for(self.aarhus.pk):
                trust.withdraw_consent(
                    citizen_id=self.kirsten.pk, source="library", purpose="reading",
                    actor_id=self.kirsten.pk, at=self.now,
                )  # fmt: skip
        self.yes = False

    @invariant()
    def whoever_helps_citizens_now_and_nobody_else_finds_them(self) -> None:
        given_ = self.as_omar.get("/medarbejder/borgere/").status_code
        allowed = self.active and self.role in ADVISING
        assert (given_ == 200) == allowed, f"{self.role}, {self.active}: {given_}"

    @invariant()
    def a_consent_holds_exactly_while_it_is_given(self) -> None:
        with working_for(self.aarhus.pk):
            holds = trusted.has_consent(
                citizen_id=self.kirsten.pk, source="library", purpose="reading", at=self.now
            )
        assert holds == self.yes

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self._outer.__exit__(None, None, None)

    def _change(self, **changed: Any) -> None:
        with working_for(self.aarhus.pk):
            Person.objects.filter(pk=self.omar.pk).update(**changed)


def test_what_somebody_may_follows_what_she_is_at_once(
    aarhus: Municipality,
    omar: Person,
    kirsten: Person,
    as_omar: KommuneClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(consents, "_asks", dict(consents._asks))
    consents.register(LIBRARY)
    bound = type(
        "Bound",
        (Changes,),
        {"aarhus": aarhus, "omar": omar, "kirsten": kirsten, "as_omar": as_omar},
    )
    calm = how(max_examples=8, stateful_step_count=12, deadline=None)
    run_state_machine_as_test(bound, settings=calm)  # type: ignore[no-untyped-call,unused-ignore]


def test_the_lists_these_properties_draw_from_are_long() -> None:
    assert len(_ONES) > 30
    assert len(_AARHUS) > 60
    assert IN_AARHUS.split()[-1] == "404"
