# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of what was sent is told against those held out by lot, and not before its time."""

from collections.abc import Sequence
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey.models import Spell
from jobunivers.rooms.outreach import actions
from jobunivers.rooms.outreach.models import (
    EffectCount,
    Outcome,
    Push,
    PushRecipient,
    Stand,
    TriggerHit,
)
from jobunivers.rooms.outreach.queries import decided
from jobunivers.rooms.outreach.tests.making import job_push, message, out_of_work, sent, submitted
from jobunivers.rooms.outreach.tests.making_rules import body, live, run
from jobunivers.rooms.vacancies.tests.factories import make_application, make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

ALL = "/medarbejder/udsendelser/"


def text(answer: Any) -> str:
    assert answer.status_code == 200, answer.status_code
    return " ".join(unescape(answer.content.decode()).split())


def crowd(aarhus: Municipality, number: int) -> list[Person]:
    return [add_person(aarhus, f"Søger Nummer{one}", "citizen") for one in range(number)]


def half_held_out(push: Push) -> Push:
    chosen = actions.choose(
        push_id=push.pk, version=push.version, how="all", number=None, held_out=50,
        at=timezone.now(),
    )  # fmt: skip
    return sent(submitted(chosen, despite="Alle vil have det."))


def stand(push: Push, state: str) -> list[int]:
    rows = push.recipients.filter(state=state).order_by("citizen_id")
    return list(rows.values_list("citizen_id", flat=True))


def applied(ids: Sequence[int], day: date) -> None:
    for one in ids:
        make_application(Person.objects.get(pk=one), applied_on=day)


def count(push: Push, *, days: int) -> dict[str, tuple[int, int, int, int, bool]]:
    """Return what stands after a night so many days after the push: counts and settled."""
    assert push.begun_at
    actions.count_effects(at=push.begun_at + timedelta(days=days))
    return {
        one.outcome: (one.given, one.given_did, one.held_out, one.held_out_did, one.settled)
        for one in EffectCount.objects.filter(push=push)
    }


def test_nothing_is_counted_before_its_days_are_over(aarhus: Municipality, omar: Person) -> None:
    with working_for(aarhus.pk):
        push = half_held_out(message(omar, crowd(aarhus, 10)))
        assert count(push, days=27) == {}
        assert set(count(push, days=28)) == {Outcome.APPLIED}
        assert set(count(push, days=90)) == {Outcome.APPLIED, Outcome.TALKED, Outcome.WORK}


def test_everybody_is_counted_where_lots_put_her(aarhus: Municipality, omar: Person) -> None:
    with working_for(aarhus.pk):
        people = crowd(aarhus, 12)
        push = message(omar, people[:11])
        out_of_work(people[11], days=30)
        chosen = actions.choose(
            push_id=push.pk, version=push.version, how="lot", number=10, held_out=50,
            at=timezone.now(),
        )  # fmt: skip
        scheduled = submitted(chosen)
        away = stand(push, Stand.QUEUED)[0]
        PushRecipient.objects.filter(push=push, citizen_id=away).update(
            state=Stand.HELD_BACK, reason="absent"
        )
        push = sent(scheduled)
        today = timezone.localdate()
        applied([away, *stand(push, Stand.SENT)[:2], *stand(push, Stand.HELD_OUT)[:1]], today)
        # Neither who was not drawn nor who was never meant is in the comparison.
        applied([*stand(push, Stand.HELD_BACK)[:1], people[11].pk], today)
        given, given_did, out, out_did, _settled = count(push, days=28)[Outcome.APPLIED]
    assert (given, out) == (5, 5)
    assert (given_did, out_did) == (3, 1)


def test_what_happened_too_late_or_before_does_not_count(
    aarhus: Municipality, omar: Person
) -> None:
    with working_for(aarhus.pk):
        push = half_held_out(message(omar, crowd(aarhus, 10)))
        one, two, three, four, five = stand(push, Stand.SENT)
        today = timezone.localdate()
        applied([one], today - timedelta(days=1))
        applied([two], today + timedelta(days=27))
        applied([three], today + timedelta(days=28))
        spells = [(four, 89, "job"), (five, 90, "job"), (three, 10, "moved"), (two, 0, "education")]
        for citizen, days, end in spells:
            Spell.objects.create(
                citizen_id=citizen, began_on=today - timedelta(days=100),
                ended_on=today + timedelta(days=days), end=end, told_by="citizen",
                recorded_at=timezone.now(),
            )  # fmt: skip
        found = count(push, days=104)
    assert found[Outcome.APPLIED][1] == 1
    assert found[Outcome.WORK][1] == 2


def test_who_applied_for_the_job_that_was_sent_is_told_apart(
    aarhus: Municipality, omar: Person
) -> None:
    vacancy, other = make_vacancy("Gartner"), make_vacancy("Kok")
    with working_for(aarhus.pk):
        push = half_held_out(job_push(omar, vacancy, crowd(aarhus, 10)))
        one, two, *_rest = stand(push, Stand.SENT)
        today = timezone.localdate()
        make_application(Person.objects.get(pk=one), vacancy=vacancy, applied_on=today)
        make_application(Person.objects.get(pk=two), vacancy=other, applied_on=today)
        found = count(push, days=28)
    assert found[Outcome.THING][1] == 1
    assert found[Outcome.APPLIED][1] == 2


def test_what_is_settled_stays_when_the_rows_behind_it_are_gone(
    aarhus: Municipality, omar: Person
) -> None:
    with working_for(aarhus.pk):
        push = half_held_out(message(omar, crowd(aarhus, 10)))
        applied(stand(push, Stand.SENT), timezone.localdate())
        assert count(push, days=30)[Outcome.APPLIED] == (5, 5, 5, 0, False)
        applied(stand(push, Stand.HELD_OUT)[:1], timezone.localdate())
        assert count(push, days=42)[Outcome.APPLIED] == (5, 5, 5, 1, True)
        push.recipients.all().delete()
        assert count(push, days=200)[Outcome.APPLIED] == (5, 5, 5, 1, True)


def _read(client: KommuneClient, push: Push) -> str:
    return text(client.get(f"{ALL}{push.pk}/"))


def _moved_back(push: Push, *, days: int) -> None:
    """Let a push have been sent so many days ago."""
    Push.objects.filter(pk=push.pk).update(begun_at=timezone.now() - timedelta(days=days))


def test_staff_read_what_came_of_it_in_plain_words(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person
) -> None:
    with working_for(aarhus.pk):
        push = half_held_out(message(omar, crowd(aarhus, 60)))
        lately = timezone.localdate() - timedelta(days=10)
        applied(stand(push, Stand.SENT)[:24], lately)
        applied(stand(push, Stand.HELD_OUT)[:6], lately)
    early = _read(as_omar, push)
    assert "For tidligt. Der kommer tal fra" in early
    assert "procentpoint" not in early
    with working_for(aarhus.pk):
        _moved_back(push, days=29)
        actions.count_effects(at=timezone.now())
    shown = _read(as_omar, push)
    assert "80 % af dem, der skulle have den" in shown
    assert "20 % af dem, der blev holdt ude" in shown
    assert "Flere gjorde det. Forskellen er større, end tilfældet plejer at lave." in shown
    assert "Forskellen er 60 procentpoint. Den kan være alt fra 36 til 75." in shown
    assert "For tidligt. Der kommer tal fra" in shown  # the talks


def test_chance_is_called_chance_and_few_are_not_told(
    aarhus: Municipality, as_omar: KommuneClient, omar: Person
) -> None:
    with working_for(aarhus.pk):
        push = half_held_out(message(omar, crowd(aarhus, 24)))
        _moved_back(push, days=60)
        lately = timezone.localdate() - timedelta(days=40)
        applied(stand(push, Stand.SENT)[:7], lately)
        applied(stand(push, Stand.HELD_OUT)[:5], lately)
        actions.count_effects(at=timezone.now())
    shown = _read(as_omar, push)
    assert "Det kan være en tilfældighed." in shown
    assert "For få til at sige et tal." in shown  # nobody has been to a talk


@pytest.fixture
def a_rule_with_lots(aarhus: Municipality, omar: Person) -> Any:
    with working_for(aarhus.pk):
        people = crowd(aarhus, 40)
        for one in people:
            out_of_work(one, days=200)
        rule = live(omar, body(held_out=50, from_now=False))
        assert run() == 40
        yield rule


def test_a_rule_holds_out_each_by_her_own_lot(a_rule_with_lots: Any) -> None:
    push = sent(Push.objects.get())
    out = stand(push, Stand.HELD_OUT)
    assert 8 <= len(out) <= 32
    assert len(stand(push, Stand.SENT)) == 40 - len(out)
    assert set(push.recipients.values_list("chance", flat=True)) == {0.5}
    hits = TriggerHit.objects.filter(held_out=True).order_by("citizen_id")
    assert list(hits.values_list("citizen_id", flat=True)) == out
    # She is not chosen again for the same, and is told that she was held out.
    assert run() == 0
    told = decided._chosen(hits[0], "da")
    assert "lodtrækningen gav dig det ikke" in str(told.what)
    assert decided._show_hit(hits[0], "da").page == ""


def test_who_is_held_out_of_one_rule_may_get_something_by_another(
    a_rule_with_lots: Any, omar: Person
) -> None:
    out = TriggerHit.objects.filter(held_out=True).count()
    live(omar, body(title="Andet", from_now=False))
    assert run() == out


def test_a_rules_page_adds_up_what_its_pushes_did(
    a_rule_with_lots: Any, aarhus: Municipality, as_omar: KommuneClient
) -> None:
    push = sent(Push.objects.get())
    given, out = stand(push, Stand.SENT), stand(push, Stand.HELD_OUT)
    _moved_back(push, days=29)
    EffectCount.objects.create(
        push=push, outcome=Outcome.APPLIED, given=len(given), given_did=len(given) - 6,
        held_out=len(out), held_out_did=5, counted_at=timezone.now(),
    )  # fmt: skip
    page = text(as_omar.get(f"{ALL}regler/{a_rule_with_lots.pk}/"))
    assert "50 % bliver holdt ude ved lodtrækning" in page
    assert "Hjalp det?" in page
    assert f"{round(500 / len(out))} % af dem, der blev holdt ude" in page


def test_who_is_chosen_again_is_one_person_where_lots_put_her_first(
    a_rule_with_lots: Any, aarhus: Municipality, as_omar: KommuneClient
) -> None:
    """The truth is known: whom lots gave it the first time applied, and nobody else did.

    Lots fall the other way the second time. By choices both groups would look alike.
    """
    first = sent(Push.objects.get())
    given, out = stand(first, Stand.SENT), stand(first, Stand.HELD_OUT)
    _moved_back(first, days=70)
    first.refresh_from_db()
    again = Push.objects.get(pk=first.pk)
    again.pk, again.begun_at, again.key = None, timezone.now() - timedelta(days=40), "again"
    again.save()
    newcomer = add_person(aarhus, "Søger Senere", "citizen").pk
    drawn = {Stand.HELD_OUT: given, Stand.SENT: [*out, newcomer]}
    for state, ids in drawn.items():
        for pk in ids:
            PushRecipient.objects.create(
                push=again, citizen_id=pk, state=state, chance=0.5, at=timezone.now()
            )
    today = timezone.localdate()
    applied(given, today - timedelta(days=60))
    applied(given, today - timedelta(days=30))

    actions.count_effects(at=timezone.now())

    counts = {
        row.push_id: (row.given, row.given_did, row.held_out, row.held_out_did)
        for row in EffectCount.objects.filter(outcome=Outcome.APPLIED)
    }
    assert counts[first.pk] == (len(given), len(given), len(out), 0)
    assert counts[again.pk] == (1, 0, 0, 0)
    page = text(as_omar.get(f"{ALL}regler/{a_rule_with_lots.pk}/"))
    assert f"gav {len(given) + 1} den og holdt {len(out)} ude" in page


def test_what_one_push_gave_says_nothing_of_who_is_drawn_in_another(
    aarhus: Municipality, omar: Person
) -> None:
    with working_for(aarhus.pk):
        people = crowd(aarhus, 10)
        first = half_held_out(message(omar, people))
        second = half_held_out(message(omar, people, title="Foredrag"))
        assert count(first, days=30)[Outcome.APPLIED][:1] == (5,)
        assert count(second, days=30)[Outcome.APPLIED][:1] == (5,)
