# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules find what is unusual in a day's looks; a person says what it was."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from jobunivers.foundation import keeping
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.audit import actions
from jobunivers.rooms.audit.models import (
    LookDecision,
    LookState,
    SampledLook,
    UnusualLook,
)
from jobunivers.rooms.audit.queries.rules import held_rules
from jobunivers.rooms.audit.tests.making import looked
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
MONDAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 4, 50, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_clocks() -> Iterator[None]:
    """Let nobody's way end, unless a test says so."""
    with keeping.only():
        yield


def crowd(aarhus: Municipality, many: int) -> list[Person]:
    """Return so many citizens."""
    return [add_person(aarhus, f"Borger Nummer{number:03}", "citizen") for number in range(many)]


def found() -> set[tuple[str, int | None]]:
    """Return what yesterday's review finds."""
    actions.find_unusual(day=MONDAY, at=NIGHT)
    return {(one.rule, one.citizen_id) for one in UnusualLook.objects.all()}


def test_a_day_like_any_other_is_not_unusual(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        looked(omar, [kirsten, mads], at=NOON)
        assert found() == set()


def test_more_citizens_than_the_limit_in_an_hour_is_found_once(
    aarhus: Municipality, omar: Person
) -> None:
    people = crowd(aarhus, 8)
    with working_for(aarhus.pk):
        actions.set_rule(
            code="many_hour", on=True, limits={"most": 5}, by_id=omar.pk,
            why="Vi er et lille hold", at=NOON,
        )  # fmt: skip
        looked(omar, people, at=NOON)
        assert found() == {("many_hour", None)}
        assert actions.find_unusual(day=MONDAY, at=NIGHT) == 0
        row = UnusualLook.objects.get()
        assert (row.looks, row.facts) == (8, {"citizens": 8, "most": 5})
        assert row.rule_version > 0


def test_the_same_number_spread_over_the_day_is_not_many_in_an_hour(
    aarhus: Municipality, omar: Person
) -> None:
    people = crowd(aarhus, 8)
    with working_for(aarhus.pk):
        actions.set_rule(
            code="many_hour", on=True, limits={"most": 5}, by_id=omar.pk, why="Lille hold her",
            at=NOON,
        )  # fmt: skip
        looked(omar, people, at=NOON - timedelta(hours=4), each=timedelta(minutes=30))
        assert found() == set()


def test_a_day_far_above_her_own_usual_is_found(aarhus: Municipality, omar: Person) -> None:
    people = crowd(aarhus, 30)
    with working_for(aarhus.pk):
        for days in range(1, 8):
            looked(omar, people[:3], at=NOON - timedelta(days=days))
        looked(omar, people, at=NOON - timedelta(hours=3), each=timedelta(minutes=15))
        codes = {code for code, _citizen in found()}
        row = UnusualLook.objects.get(rule="many_day")
    assert "many_day" in codes
    assert row.facts == {"citizens": 30, "usual": 3.0, "times": 3}


def test_her_own_name_a_rare_surname_and_a_colleague_are_found(
    aarhus: Municipality, omar: Person, tove: Person, kirsten: Person
) -> None:
    himself = add_person(aarhus, "Omar  said", "citizen")
    cousin = add_person(aarhus, "Leila Said", "citizen")
    colleague = add_person(aarhus, "Tove Juhl", "citizen")
    with working_for(aarhus.pk):
        looked(omar, [himself, cousin, colleague, kirsten], at=NOON)
        assert found() == {
            ("own_name", himself.pk),
            ("same_surname", cousin.pk),
            ("colleague", colleague.pk),
        }
        assert UnusualLook.objects.get(rule="colleague").facts == {"colleague": tove.pk}


def test_a_common_surname_is_nothing(aarhus: Municipality, omar: Person) -> None:
    many = [add_person(aarhus, f"Person{number} Said", "citizen") for number in range(11)]
    with working_for(aarhus.pk):
        looked(omar, many[:1], at=NOON)
        assert found() == set()


def test_at_night_and_at_the_weekend_is_by_the_clock_in_denmark(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        # 19.30 is in time; 20.30 is not. In November Denmark is an hour ahead of UTC.
        looked(omar, [kirsten], at=NOON.replace(hour=18, minute=30))
        assert found() == set()
        looked(omar, [kirsten], at=NOON.replace(hour=19, minute=30))
        assert found() == {("night", None)}
        sunday = NOON - timedelta(days=1)
        looked(omar, [kirsten], at=sunday)
        actions.find_unusual(day=sunday.date(), at=NIGHT)
        assert UnusualLook.objects.filter(rule="weekend", day=sunday.date()).count() == 1


def test_protected_citizens_without_a_tie_are_found_and_with_one_not(
    aarhus: Municipality, omar: Person
) -> None:
    hidden = add_person(aarhus, "Signe Skjult", "citizen")
    with working_for(aarhus.pk):
        Person.objects.filter(pk=hidden.pk).update(protection="own")
        hidden.refresh_from_db()
        looked(omar, [hidden], at=NOON, reason="meeting")
        assert found() == set()
        looked(omar, [hidden], at=NOON - timedelta(days=3), reason="talk")
        actions.find_unusual(day=MONDAY - timedelta(days=3), at=NIGHT)
        assert UnusualLook.objects.get().rule == "protected"


def test_many_without_a_tie_are_found(aarhus: Municipality, omar: Person) -> None:
    people = crowd(aarhus, 20)
    with working_for(aarhus.pk):
        looked(omar, people[:10], at=NOON, each=timedelta(minutes=10))
        looked(omar, people[10:], at=NOON, reason="assigned", each=timedelta(minutes=10))
        assert found() == set()
        looked(omar, people[10:], at=NOON + timedelta(hours=2), each=timedelta(minutes=10))
        looked(omar, crowd(aarhus, 7), at=NOON, each=timedelta(minutes=10))
        assert ("untied", None) in found()


def test_a_look_long_after_her_way_ended_is_found_unless_it_was_for_access(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person
) -> None:
    ended = {kirsten.pk: MONDAY - timedelta(days=90), mads.pk: MONDAY - timedelta(days=3)}
    with keeping.only(clocks={"test": lambda: ended}), working_for(aarhus.pk):
        looked(omar, [kirsten], at=NOON, reason="access")
        assert found() == set()
        looked(omar, [kirsten, mads], at=NOON)
        assert found() == {("ended", kirsten.pk)}


def test_a_rule_that_is_off_finds_nothing_and_unknown_ones_are_refused(
    aarhus: Municipality, kirsten: Person, omar: Person, olga: Person
) -> None:
    with working_for(aarhus.pk):
        limits = dict(held_rules()["night"].limits)
        actions.set_rule(
            code="night", on=False, limits=limits, by_id=olga.pk, why="Døgnvagt hos os", at=NOON
        )
        looked(omar, [kirsten], at=NOON.replace(hour=22))
        assert found() == set()
        for code, wrong in (("ukendt", {}), ("night", {"most": 3})):
            with pytest.raises(actions.UnknownRule):
                actions.set_rule(
                    code=code, on=True, limits=wrong, by_id=olga.pk, why="Prøver", at=NOON
                )


def test_a_months_sample_is_drawn_once_and_the_same_lot_draws_the_same(
    aarhus: Municipality, omar: Person, olga: Person
) -> None:
    people = crowd(aarhus, 12)
    with working_for(aarhus.pk):
        actions.set_rule(
            code="sample", on=True, limits={"size": 5}, by_id=olga.pk, why="Fem om måneden", at=NOON
        )
        looked(omar, people * 2, at=NOON)
        sample = actions.draw_sample(month=MONDAY, at=NIGHT, seed="lod")
        assert sample is not None
        assert (sample.size, sample.population) == (5, 12)
        drawn = list(sample.drawn.order_by("place").values_list("citizen_id", "looks"))
        assert {looks for _citizen, looks in drawn} == {2}
        assert actions.draw_sample(month=MONDAY, at=NIGHT) is None
        cases = actions.cases_of(MONDAY.replace(day=1))
        import random

        again = random.Random("lod").sample(sorted(cases), 5)
    assert [citizen for _staff, citizen, _day in again] == [citizen for citizen, _looks in drawn]


def _a_finding(aarhus: Municipality, omar: Person, kirsten: Person) -> int:
    with working_for(aarhus.pk):
        looked(omar, [kirsten], at=NOON.replace(hour=22))
        actions.find_unusual(day=MONDAY, at=NIGHT)
        return UnusualLook.objects.get().pk


def test_the_officer_reads_a_finding_and_the_citizen_reads_that_she_did(
    aarhus: Municipality, omar: Person, kirsten: Person, olga: Person, as_olga: KommuneClient,
    as_kirsten: KommuneClient,
) -> None:  # fmt: skip
    pk = _a_finding(aarhus, omar, kirsten)
    listed = as_olga.get("/administration/opslag/").content.decode()
    assert "Om natten" in listed
    assert "Omar Said" in listed
    page = as_olga.get(f"/administration/opslag/{pk}/").content.decode()
    assert "23. november 2026 23.00" in page
    with working_for(aarhus.pk):
        look = Look.objects.get(viewer_id=olga.pk)
    assert (look.citizen_id, look.part, look.reason) == (kirsten.pk, "looks", "control")
    hers = as_kirsten.get("/hvem-har-set/").content.decode()
    assert "Olga Munk (databeskyttelse og sikkerhed) så hvem der har set dine oplysninger." in hers


def test_her_own_control_is_found_by_no_rule(
    aarhus: Municipality, omar: Person, kirsten: Person, olga: Person
) -> None:
    with working_for(aarhus.pk):
        looked(olga, [kirsten], at=NOON.replace(hour=23), part="looks", reason="control")
        assert found() == set()


def test_a_decision_needs_words_and_is_kept_with_those_before(
    aarhus: Municipality, omar: Person, kirsten: Person, olga: Person, as_olga: KommuneClient
) -> None:
    pk = _a_finding(aarhus, omar, kirsten)
    path = f"/administration/opslag/{pk}/"
    empty = as_olga.post(path, {"state": "explained", "note": " ", "after": "0"})
    assert empty.status_code == 422
    assert "Skriv hvorfor" in empty.content.decode()
    told = {
        "state": "explained",
        "note": "Han havde vagt den aften, siger hans leder.",
        "after": "0",
    }
    assert as_olga.post(path, told).status_code == 302
    # The same sent twice is one decision.
    assert as_olga.post(path, told).status_code == 302
    with working_for(aarhus.pk):
        [decision] = LookDecision.objects.all()
        assert UnusualLook.objects.get().state == LookState.EXPLAINED
        assert Event.objects.filter(kind="audit.look_decided", actor_id=olga.pk).count() == 1
    late = {"state": "further", "note": "Det passer ikke med vagtplanen.", "after": "0"}
    answer = as_olga.post(path, late)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "En anden har afgjort det imens" in page
    assert "Han havde vagt den aften" in page
    assert "Det passer ikke med vagtplanen." in page
    assert as_olga.post(path, late | {"after": str(decision.pk)}).status_code == 302
    with working_for(aarhus.pk):
        assert UnusualLook.objects.get().state == LookState.FURTHER
        assert LookDecision.objects.count() == 2


def test_a_drawn_look_is_decided_as_a_found_one(
    aarhus: Municipality, omar: Person, kirsten: Person, as_olga: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        looked(omar, [kirsten], at=NOON)
        sample = actions.draw_sample(month=MONDAY, at=NIGHT)
        assert sample is not None
        pk = SampledLook.objects.get().pk
    assert (
        "Omar Said"
        in as_olga.get(f"/administration/opslag/stikproever/{sample.pk}/").content.decode()
    )
    told = {"state": "accepted", "note": "Samtalen står i kalenderen.", "after": "0"}
    assert as_olga.post(f"/administration/opslag/trukket/{pk}/", told).status_code == 302
    listed = as_olga.get("/administration/opslag/stikproever/").content.decode()
    assert "november 2026" in listed
    with working_for(aarhus.pk):
        assert SampledLook.objects.get().state == "accepted"


def test_a_rule_is_set_within_its_bounds_with_a_reason(
    aarhus: Municipality, as_olga: KommuneClient
) -> None:
    path = "/administration/opslag/regler/many_hour/"
    wrong = as_olga.post(path, {"on": "on", "most": "99999", "why": "For mange falske"})
    assert wrong.status_code == 422
    assert "For mange falske" in wrong.content.decode()
    assert (
        as_olga.post(path, {"on": "on", "most": "40", "why": "For mange falske"}).status_code == 302
    )
    with working_for(aarhus.pk):
        assert held_rules()["many_hour"].limits == {"most": 40}
    assert as_olga.get("/administration/opslag/regler/findes-ikke/").status_code == 404


def test_another_kommunes_findings_are_not_there(
    aarhus: Municipality, omar: Person, kirsten: Person, odense: Municipality
) -> None:
    from jobunivers.testing.browsers import browser

    pk = _a_finding(aarhus, omar, kirsten)
    ove = add_person(odense, "Ove Bro", Role.OFFICER)
    assert browser(odense, ove).get(f"/administration/opslag/{pk}/").status_code == 404
