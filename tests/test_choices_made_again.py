# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever a model or a rule chose comes out the same from what was kept, not from today."""

from collections.abc import Callable
from datetime import timedelta

import numpy as np
import pytest
from django.core.management import call_command
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions as casework
from jobunivers.rooms.casework.models import AttentionDecision
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import SpellEnd, Teller
from jobunivers.rooms.outreach import actions as outreach
from jobunivers.rooms.outreach.models import How, PushRecipient, Stand
from jobunivers.rooms.outreach.tests.making import looked_through, sent, submitted
from jobunivers.rooms.outreach.tests.making_rules import body, live, run
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.segmentation.models import Move, Policy
from jobunivers.rooms.tailored.models import OpeningVersion, RecommendationRun
from jobunivers.rooms.tailored.queries import places
from jobunivers.rooms.tailored.queries.packing import packed_records
from jobunivers.rooms.tailored.queries.reading import records_of
from jobunivers.rooms.tailored.tests.making import MANAGER, make_profile, recommend, run_of
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.science.counterfactual import DRAWN
from jobunivers.science.matching import RECORD
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person
from jobunivers.trust import actions as trust
from jobunivers.trust import decided
from jobunivers.trust.decided import Reproduction

pytestmark = pytest.mark.django_db
Follow = Callable[[], None]
NOW = timezone.now()


def again(kind: str, person: Person) -> Reproduction:
    """Make her newest choice of a kind again."""
    found = decided.kind(kind)
    assert found is not None
    row = found.of(
        person.pk, since=NOW - timedelta(days=800), until=NOW + timedelta(days=1), most=1
    )
    return found.reproduce(row.get(), "da")


def out_of_work(person: Person, *, weeks: int) -> None:
    began = timezone.localdate() - timedelta(weeks=weeks)
    journey.begin_spell(citizen_id=person.pk, began_on=began, told_by=Teller.CITIZEN, at=NOW)


def at_work(person: Person) -> None:
    today = timezone.localdate()
    journey.end_spell(citizen_id=person.pk, ended_on=today, end=SpellEnd.JOB, at=NOW)


@pytest.fixture
def listed(kirsten: Person, index: Follow) -> Person:
    """Return Kirsten with a list of jobs that the model made for her."""
    for number in range(3):
        make_vacancy(f"Lagerchef {number}", occupation_uri=MANAGER, isco="1324")
    index()
    make_profile(kirsten, summary="Jeg vil gerne lede et lager")
    recommend(kirsten)
    return kirsten


def test_a_list_of_jobs_is_the_same_though_her_profile_and_the_jobs_have_changed(
    aarhus: Municipality, listed: Person, index: Follow
) -> None:
    with working_for(aarhus.pk):
        basics = journey.Basics(summary="Nu vil jeg være gartner")
        profile = journey.ensure_profile(citizen_id=listed.pk, at=NOW)
        journey.save_basics(profile=profile, basics=basics, at=NOW)
        Vacancy.objects.update(title="Noget helt andet", isco="6113")
    index()
    with working_for(aarhus.pk):
        made = again("jobs", listed)
        assert made.same, (made.missing, made.differences[:1])
        assert len(made.compared) == 3


def test_a_list_that_somebody_has_changed_is_found_out(
    aarhus: Municipality, listed: Person
) -> None:
    stored = run_of(listed)
    records = records_of(stored).copy()
    records["contributions"][0, 0] += 1
    with working_for(aarhus.pk):
        RecommendationRun.objects.filter(pk=stored.pk).update(ranking=packed_records(records))
        made = again("jobs", listed)
    assert made.made
    assert not made.same
    assert len(made.differences) == 1


def test_a_list_whose_order_somebody_has_changed_is_found_out(
    aarhus: Municipality, listed: Person
) -> None:
    stored = run_of(listed)
    with working_for(aarhus.pk):
        whole = again("jobs", listed)
        assert [one.now.split(":")[0] for one in whole.compared] == ["Nr. 1", "Nr. 2", "Nr. 3"]
        assert "3 åbne job" in whole.recorded[0]
        turned = packed_records(records_of(stored)[::-1].copy())
        RecommendationRun.objects.filter(pk=stored.pk).update(ranking=turned)
        made = again("jobs", listed)
    assert made.made
    # The one in the middle stands where it stood.
    assert len(made.differences) == 2


def test_what_was_left_to_chance_is_drawn_again_and_another_draw_is_found_out(
    aarhus: Municipality, listed: Person
) -> None:
    stored = run_of(listed)
    with working_for(aarhus.pk):
        stored.pool = 100
        drawn = places.ranks_of(stored, 3)
        kept = drawn.astype(np.int16)
        RecommendationRun.objects.filter(pk=stored.pk).update(pool=100, places=kept.tobytes())
        lots = again("jobs", listed).compared[0]
        assert lots.same
        kept[0] = DRAWN if kept[0] != DRAWN else 0
        RecommendationRun.objects.filter(pk=stored.pk).update(places=kept.tobytes())
        assert not again("jobs", listed).compared[0].same


def test_a_list_is_put_in_order_again_around_what_chance_gave_a_place() -> None:
    records = np.zeros(4, dtype=RECORD)
    records["vacancy"] = [7, 5, 99, 6]
    records["score"] = [300, 300, 10, 100]
    again_ = {int(one["vacancy"]): one for one in records}
    # Places two and one are turned about, and the third was drawn from further down.
    ranks = np.array([1, 0, DRAWN, 3], dtype=np.int32)
    # Of equal points the lower number comes first.
    assert places.places_again(records, again_, ranks) == {7: 1, 5: 2, 99: 3, 6: 4}


def test_a_list_whose_jobs_are_no_longer_kept_says_which(
    aarhus: Municipality, listed: Person
) -> None:
    with writing_shared():
        OpeningVersion.objects.filter(municipality=None).delete()
    with working_for(aarhus.pk):
        RecommendationRun.objects.update(vocabulary="forgotten")
        made = again("jobs", listed)
    assert not made.same
    assert any("3 jobopslag" in one for one in made.missing)
    assert any("Ordene for arbejde" in one for one in made.missing)


def test_a_move_is_made_again_with_the_facts_and_rules_of_that_day(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        segmentation.ensure_policy(at=NOW)
        out_of_work(kirsten, weeks=60)
        segmentation.segment_one(citizen_id=kirsten.pk, at=NOW)
        at_work(kirsten)
        made = again("course", kirsten)
        assert made.same, (made.missing, made.differences)
        move = Move.objects.filter(citizen_id=kirsten.pk).order_by("pk")[0]
        assert decided.kind("course").show(move, "da").inputs  # type: ignore[union-attr]
        lost = Policy(pk=0)
        move.policy_id = lost.pk or 0
        gone = decided.kind("course").reproduce(move, "da")  # type: ignore[union-attr]
    assert not gone.made


def test_an_attention_point_is_made_again_with_the_days_the_kommune_used_then(
    aarhus: Municipality, kirsten: Person, anne: Person
) -> None:
    with working_for(aarhus.pk):
        out_of_work(kirsten, weeks=10)
        casework.attend(at=NOW, citizen_ids=[kirsten.pk])
        casework.decide_tuning(
            body={"no_application": {"on": True, "days": 300, "cool_down": 14}},
            effective_from=timezone.localdate(),
            decided_by="Udvalget",
            why="Vi prøver.",
            by_id=anne.pk,
            at=NOW,
        )
        rows = AttentionDecision.objects.filter(state="open").order_by("pk")
        kind = decided.kind("attention")
        assert kind is not None
        assert rows
        for row in rows:
            made = kind.reproduce(row, "da")
            assert made.same, (row.code, made.missing, made.differences)
            assert kind.show(row, "da").inputs
            row.inputs = {}
            assert kind.reproduce(row, "da").missing
            row.rules = "attention-0"
            assert "attention-1" in kind.reproduce(row, "da").missing[0]


def test_a_rule_that_sent_something_is_asked_again_of_what_it_saw(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        out_of_work(kirsten, weeks=40)
        live(omar, body())
        assert run() == 1
        at_work(kirsten)
        assert again("rule", kirsten).same
        kind = decided.kind("rule")
        assert kind is not None
        hit = kind.rows(kirsten.pk).get()
        hit.facts = [timezone.localdate().isoformat()]
        assert kind.reproduce(hit, "da").differences
        hit.facts = []
        assert kind.reproduce(hit, "da").missing


def test_rules_that_send_can_be_switched_off_and_then_send_nothing(
    aarhus: Municipality, kirsten: Person, omar: Person, anne: Person
) -> None:
    with working_for(aarhus.pk):
        out_of_work(kirsten, weeks=40)
        live(omar, body())
        trust.switch(code="sending", on=False, actor_id=anne.pk, reason="Vi prøver.", at=NOW)
        assert run() == 0
        trust.switch(code="sending", on=True, actor_id=anne.pk, reason="Igen.", at=NOW)
        assert run() == 1


def test_lots_are_drawn_again_and_who_was_held_out_reads_that_too(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person
) -> None:
    people = [kirsten, mads, *(add_person(aarhus, f"Nr. {n}", "citizen") for n in range(4))]
    with working_for(aarhus.pk):
        content = outreach.Content(title="Jobmesse", words="Kom.", because="Du søger job.")
        push = looked_through(omar, content, people)
        push = outreach.choose(
            push_id=push.pk, version=push.version, how=How.LOT, number=4, held_out=25, at=NOW
        )
        sent(submitted(push))
        rows = PushRecipient.objects.filter(push=push)
        states = list(rows.values_list("state", flat=True))
        assert states.count(Stand.SENT) == 3
        assert states.count(Stand.HELD_OUT) == 1
        kind = decided.kind("sent")
        assert kind is not None
        for row in kind.rows(None):
            made = kind.reproduce(row, "da")
            assert made.same, (made.missing, made.differences)
        rows.filter(state=Stand.HELD_BACK).delete()
        assert kind.reproduce(kind.rows(None).order_by("pk")[0], "da").missing


def test_her_pages_show_each_kind_whole(
    aarhus: Municipality, as_kirsten: KommuneClient, listed: Person, omar: Person
) -> None:
    with working_for(aarhus.pk):
        segmentation.ensure_policy(at=NOW)
        out_of_work(listed, weeks=40)
        segmentation.segment_one(citizen_id=listed.pk, at=NOW)
        casework.attend(at=NOW, citizen_ids=[listed.pk])
        live(omar, body())
        run()
        content = outreach.Content(title="Jobmesse", words="Kom.", because="Du søger job.")
        sent(submitted(looked_through(omar, content, [listed])))
        outreach_rows = {one.code: one for one in decided.kinds()}
        newest = {
            code: one.rows(listed.pk).order_by("-pk").first() for code, one in outreach_rows.items()
        }
    page = as_kirsten.get("/beslutninger-om-mig/")
    assert page.status_code == 200
    for code, row in newest.items():
        if row is None:
            assert code == "rule"  # it is sent by the worker: the hit stands
            continue
        whole = as_kirsten.get(f"/beslutninger-om-mig/{code}/{row.pk}/?regn-efter=ja")
        assert whole.status_code == 200, code
        assert "Det bliver præcis det samme" in whole.content.decode(), code


def test_the_command_says_that_all_of_them_are_exact(
    aarhus: Municipality, listed: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    with working_for(aarhus.pk):
        segmentation.ensure_policy(at=NOW)
        out_of_work(listed, weeks=30)
        segmentation.segment_one(citizen_id=listed.pk, at=NOW)
        casework.attend(at=NOW, citizen_ids=[listed.pk])
    call_command("reproduce", "--sample", "50")
    said = capsys.readouterr().out
    assert "jobs               1 made again,       1 exact: 100.00 %" in said
    assert "course             1 made again,       1 exact: 100.00 %" in said
    assert "cannot be made again" not in said
