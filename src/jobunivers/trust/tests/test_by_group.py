# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register tells how good a model is for each course, place and region, and of nobody alone."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.science.shares import wilson
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions, dividing
from jobunivers.trust.models import GroupFigure
from jobunivers.trust.queries.by_use import UseTable, use_tables

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CODE = "matching"
Told = list[tuple[int, float]]


@pytest.fixture
def told(aarhus: Municipality, odense: Municipality) -> Iterator[dict[int, Told]]:
    """Let each kommune keep what came of a model's choices, and know who is on which course."""
    said: dict[int, Told] = {aarhus.pk: [], odense.pk: []}
    before = dict(dividing._outcomes), dict(dividing._divisions)
    dividing._outcomes.clear()
    dividing._divisions.clear()
    from jobunivers.foundation.tenancy import current_municipality_id

    dividing.offer_outcome(
        dividing.Outcome(
            code=CODE, name="used", called="Brugt", meaning="Så mange brugte det.",
            of=lambda _at: said[current_municipality_id()],
        )
    )  # fmt: skip
    dividing.offer_division(
        dividing.Division(
            code="course",
            groups=lambda ids: {one: "far" if one % 2 else "near" for one in ids if one < 900},
            called=lambda code, _language: {"far": "Tæt hjælp", "near": "Selv"}[code],
            everywhere=True,
        )
    )
    yield said
    dividing._outcomes.clear()
    dividing._outcomes.update(before[0])
    dividing._divisions.clear()
    dividing._divisions.update(before[1])


def _people(near: int, far: int, *, used: int) -> Told:
    """Return so many of each course; the first ones of each used it."""
    return [
        (2 * number + odd, float(number < used))
        for odd, many in ((0, near), (1, far))
        for number in range(many)
    ]


def _found(told: Any, key: str) -> list[dict[str, Any]]:
    """Return what stands under a key, however deep."""
    if isinstance(told, dict):
        if key in told:
            return list(told[key])
        return [one for value in told.values() for one in _found(value, key)]
    return []


def _tables(municipality: Municipality) -> list[UseTable]:
    with working_for(municipality.pk):
        return use_tables([CODE])[CODE]


def test_each_group_has_its_share_with_an_interval_and_a_rounded_number(
    aarhus: Municipality, told: dict[int, Told]
) -> None:
    told[aarhus.pk] = _people(48, 25, used=12)
    actions.count_groups(at=NOW)
    [here] = [one for one in _tables(aarhus) if one.here]
    assert [(row.group, row.value, row.people) for row in here.rows] == [
        ("Selv", "25 %", "mindst 40"),
        ("Tæt hjælp", "48 %", "mindst 20"),
    ]
    low, high = wilson(0.25, 48)
    assert here.rows[0].interval == f"{100 * low:.0f} % – {100 * high:.0f} %"


def test_a_group_of_fewer_than_twenty_is_nowhere(
    aarhus: Municipality, told: dict[int, Told]
) -> None:
    told[aarhus.pk] = [*_people(30, 19, used=8), (901, 1.0)]
    actions.count_groups(at=NOW)
    [here] = [one for one in _tables(aarhus) if one.here]
    assert [row.group for row in here.rows] == ["Selv"]
    assert not GroupFigure.objects.filter(people__lt=20).exists()
    with working_for(aarhus.pk), pytest.raises(IntegrityError), transaction.atomic():
        GroupFigure.objects.create(
            municipality=aarhus, code=CODE, name="used", dimension="course", group="far",
            people=19, value=0, low=0, high=0, counted_at=NOW,
        )  # fmt: skip


def test_a_share_that_would_tell_of_fewer_than_five_is_a_bound(
    aarhus: Municipality, told: dict[int, Told]
) -> None:
    told[aarhus.pk] = [*_people(40, 0, used=2), *((2 * n + 1, float(n > 0)) for n in range(50))]
    actions.count_groups(at=NOW)
    [here] = [one for one in _tables(aarhus) if one.here]
    assert [(row.value, row.interval) for row in here.rows] == [
        ("under 12 %", ""),
        ("over 90 %", ""),
    ]


def test_who_was_chosen_about_often_counts_once(
    aarhus: Municipality, told: dict[int, Told]
) -> None:
    told[aarhus.pk] = [*_people(30, 0, used=15), *[(0, 1.0)] * 500]
    actions.count_groups(at=NOW)
    [here] = [one for one in _tables(aarhus) if one.here]
    assert here.rows[0].value == "50 %"


def test_regions_and_courses_of_the_country_are_counted_over_all_kommuner(
    aarhus: Municipality, odense: Municipality, told: dict[int, Told]
) -> None:
    told[aarhus.pk] = _people(24, 0, used=12)
    told[odense.pk] = _people(15, 0, used=0)
    actions.count_groups(at=NOW)
    country = {one.dimension: one for one in _tables(aarhus) if not one.here}
    # Fifteen people are too few for a region, and are among all those of a course.
    assert [row.group for row in country["Region"].rows] == ["Midtjylland"]
    assert [(row.group, row.people) for row in country["Forløb"].rows] == [("Selv", "mindst 30")]
    # Another kommune reads what is the country's, and nothing of Aarhus' own.
    assert all(not one.here for one in _tables(odense))


def test_a_kommune_that_has_switched_the_model_off_is_not_counted(
    aarhus: Municipality, anne: Person, told: dict[int, Told]
) -> None:
    told[aarhus.pk] = _people(40, 40, used=10)
    actions.count_groups(at=NOW)
    assert _tables(aarhus)
    with working_for(aarhus.pk):
        actions.switch(code=CODE, on=False, actor_id=anne.pk, reason="Vi tænker os om", at=NOW)
    actions.count_groups(at=NOW)
    assert _tables(aarhus) == []


def test_anybody_reads_it_on_the_models_page(
    aarhus: Municipality, visitor: KommuneClient, told: dict[int, Told]
) -> None:
    assert "Hvor god er den i brug?" not in visitor.get(f"/ai/{CODE}/").content.decode()
    told[aarhus.pk] = _people(40, 40, used=10)
    actions.count_groups(at=NOW)
    page = visitor.get(f"/ai/{CODE}/").content.decode()
    assert "Hvor god er den i brug?" in page
    assert "Brugt: forløb, i kommunen" in page
    assert "Brugt: region, i hele landet" in page
    told_to_machines = visitor.get(f"/ai/{CODE}.json").json()
    [table, *_rest] = _found(told_to_machines, "outcomes_in_use")
    assert (table["name"], table["where"]) == ("Brugt", "kommune")
    assert "I brug, for hver gruppe" in visitor.get(f"/ai/{CODE}/dokumentation/").content.decode()
