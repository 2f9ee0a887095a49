# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A policy is written, tried on today's people and only then activated, from a date."""

from copy import deepcopy
from datetime import timedelta
from typing import Any

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import Course, DryRun, Move, Placement, Policy
from jobunivers.rooms.segmentation.queries.policies import policy_in_effect
from jobunivers.rooms.segmentation.tests.people import NOW, TODAY, out_of_work, segmented
from jobunivers.testing.cast import add_person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("by_rules_alone")]
DAY = timedelta(days=1)


def later_talks(weeks: int = 39) -> dict[str, Any]:
    """Return the country's policy with regular talks later than after half a year."""
    body = deepcopy(policy_in_effect(at=NOW).row.body)
    (rule,) = [one for one in body["rules"] if one["code"] == "half_a_year"]
    rule["all"][0]["value"] = weeks
    return body  # type: ignore[no-any-return]


def tried(policy: Policy, anne: Person) -> DryRun:
    run = actions.dry_run(policy=policy, by_id=anne.pk, at=NOW)
    actions.note_dry_run_shown(dry_run_id=run.pk, to_id=anne.pk, at=NOW)
    return run


def activated(policy: Policy, anne: Person, **other: Any) -> Policy:
    asked: dict[str, Any] = {
        "decided_by": "Arbejdsmarkedsudvalget",
        "why": "Flere samtaler til dem, der har mest brug for dem",
        "effective_from": TODAY,
        "at": NOW,
    }
    return actions.activate_policy(policy_id=policy.pk, by_id=anne.pk, **{**asked, **other})


def test_a_kommune_inherits_the_countrys_policy_until_it_makes_its_own(anne: Person) -> None:
    assert policy_in_effect(at=NOW).row.municipality_id is None

    draft = actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW)
    assert policy_in_effect(at=NOW).row.municipality_id is None
    tried(draft, anne)
    activated(draft, anne, effective_from=TODAY + 7 * DAY)

    assert policy_in_effect(at=NOW + 6 * DAY).row.municipality_id is None
    assert policy_in_effect(at=NOW + 7 * DAY).row.pk == draft.pk
    actions.retire_policy(policy_id=draft.pk, by_id=anne.pk, at=NOW + 8 * DAY)
    assert policy_in_effect(at=NOW + 8 * DAY).row.municipality_id is None


def test_another_kommune_does_not_see_it(anne: Person, odense: Municipality) -> None:
    draft = actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW)
    tried(draft, anne)
    activated(draft, anne)

    with working_for(odense.pk):
        assert not Policy.objects.filter(pk=draft.pk).exists()
        assert policy_in_effect(at=NOW).row.municipality_id is None


def test_nothing_is_activated_that_nobody_was_shown_as_it_now_reads(anne: Person) -> None:
    draft = actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW)
    with pytest.raises(actions.NotTried):
        activated(draft, anne)
    actions.dry_run(policy=draft, by_id=anne.pk, at=NOW)
    with pytest.raises(actions.NotTried):
        activated(draft, anne)
    tried(draft, anne)
    changed = actions.save_draft(
        body=later_talks(30), by_id=anne.pk, at=NOW, policy_id=draft.pk
    )  # fmt: skip
    with pytest.raises(actions.NotTried):
        activated(changed, anne)


def test_a_trial_of_last_week_is_too_old(anne: Person) -> None:
    draft = actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW)
    tried(draft, anne)

    with pytest.raises(actions.NotTried):
        activated(draft, anne, at=NOW + 8 * DAY, effective_from=TODAY + 9 * DAY)


def test_somebody_has_decided_for_a_reason_and_not_for_yesterday(anne: Person) -> None:
    draft = actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW)
    tried(draft, anne)
    with pytest.raises(actions.SaysNothing):
        activated(draft, anne, decided_by=" ")
    with pytest.raises(actions.TooEarly):
        activated(draft, anne, effective_from=TODAY - DAY)
    activated(draft, anne)
    with pytest.raises(actions.AlreadyActive):
        actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW, policy_id=draft.pk)


def test_a_policy_that_cannot_be_read_is_not_kept(anne: Person) -> None:
    body = later_talks()
    body["rules"][0]["course"] = "nowhere"
    with pytest.raises(actions.BadPolicy, match=r"rules\[0\].course"):
        actions.save_draft(body=body, by_id=anne.pk, at=NOW)
    assert not Policy.objects.filter(municipality__isnull=False).exists()


def test_a_trial_tells_who_would_move_and_moves_nobody(
    aarhus: Municipality, kirsten: Person, anne: Person
) -> None:
    people = [kirsten, *(add_person(aarhus, f"Borger {n}", "citizen") for n in range(6))]
    for person in people:
        out_of_work(person.pk, weeks=30)
        segmented(person.pk)
    moves = Move.objects.count()
    draft = actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW)

    run = actions.dry_run(policy=draft, by_id=anne.pk, at=NOW)

    assert (run.people, run.moves, run.closer, run.freer) == (7, 7, 0, 7)
    assert run.flows == [{"from": "combined", "to": "digital_sparring", "people": 7}]
    weeks = [one for one in run.groups if one["dimension"] == "weeks_out"]
    assert weeks == [
        {"dimension": "weeks_out", "value": "26-51", "people": 7, "closer": 0, "freer": 7}
    ]
    assert len(run.examples) == 2
    assert "name" not in str(run.examples)
    assert Move.objects.count() == moves
    assert set(Placement.objects.values_list("course", flat=True)) == {"combined"}


def test_groups_of_fewer_than_five_are_not_told(kirsten: Person, anne: Person) -> None:
    out_of_work(kirsten.pk, weeks=30)
    segmented(kirsten.pk)
    draft = actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW)

    run = actions.dry_run(policy=draft, by_id=anne.pk, at=NOW)

    assert {one["people"] for one in run.groups} == {None}


def test_what_was_tried_happens_when_the_policy_takes_effect(kirsten: Person, anne: Person) -> None:
    out_of_work(kirsten.pk, weeks=30)
    segmented(kirsten.pk)
    draft = actions.save_draft(body=later_talks(), by_id=anne.pk, at=NOW)
    run = tried(draft, anne)
    activated(draft, anne)

    done = actions.segment_kommune(at=NOW + timedelta(hours=1))

    assert done.moves == run.moves == 1
    move = Move.objects.latest("pk")
    assert (move.kind, move.policy_id) == ("policy", draft.pk)


def test_a_kommune_may_speak_of_a_course_in_its_own_words(
    anne: Person, odense: Municipality
) -> None:
    words = actions.CourseWords(
        code="combined",
        name_da="Sammen",
        name_en="Together",
        description_da="Vi tales ved",
        description_en="We talk",
    )
    actions.save_course(words=words, by_id=anne.pk, at=NOW)

    assert Course.objects.filter(code="combined").count() == 2
    with working_for(odense.pk):
        assert [one.name_da for one in Course.objects.filter(code="combined")] == ["Kombineret"]
