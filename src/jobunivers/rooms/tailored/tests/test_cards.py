# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The AI register tells the numbers that this room runs with, and how the last night went."""

from datetime import UTC, datetime, timedelta

import pytest

from jobunivers.rooms.tailored.actions import KEPT_MATCHES
from jobunivers.rooms.tailored.actions.exploring import DESIGN
from jobunivers.rooms.tailored.models import Artefact, DemandFigures, Night
from jobunivers.rooms.tailored.queries import cards
from jobunivers.science.counterfactual import Design
from jobunivers.trust import register
from jobunivers.trust.register import Parameter

pytestmark = pytest.mark.django_db
NIGHT = datetime(2026, 11, 24, 1, 20, tzinfo=UTC)
FIGURES = {"fit_kept": 0.72, "shown_once": 0.997, "shown_five_times": 0.98, "gini": 0.448}


def told(parameters: tuple[Parameter, ...]) -> dict[str, str]:
    return {str(one.name): str(one.value) for one in parameters}


def test_the_chance_on_the_card_is_the_chance_in_the_lists() -> None:
    numbers = told(register.card("exploration").parameters)
    assert numbers["Pladser, der er tilfældige"] == f"{100 * DESIGN.share:.0f} %"
    assert numbers["Naboer, der bytter plads"] == f"{100 * DESIGN.swap:.0f} %"
    assert numbers["Job på en liste"] == str(KEPT_MATCHES)
    other = cards.exploration_card(Design(share=0.1, swap=0.3), 40)
    assert told(other.parameters)["Pladser, der er tilfældige"] == "10 %"


def test_a_proposal_nobody_has_taken_in_is_counted() -> None:
    assert told(register.card("exploration").running)["Forslag, ingen har sagt ja til"] == "0"
    Artefact.objects.create(kind="weights", version="w-1", content=b"", made_at=NIGHT)
    assert told(register.card("exploration").running)["Forslag, ingen har sagt ja til"] == "1"


def test_spreading_tells_of_the_newest_night_that_made_lists() -> None:
    assert "endnu" in told(register.card("spreading").running)["Sidste nat"]
    day = timedelta(days=1)
    for at, people, facts, end in (
        (NIGHT - day, 10, FIGURES | {"fit_kept": 0.5}, NIGHT - day),
        (NIGHT, 12, FIGURES, NIGHT),
        (NIGHT + day, 0, {"rounds": 1}, NIGHT + day),
        (NIGHT + 2 * day, 0, {}, None),
    ):
        Night.objects.create(started_at=at, finished_at=end, people=people, facts=facts)
    numbers = told(register.card("spreading").running)
    assert numbers["Sidste nat med lister"] == "24. november 2026"
    assert numbers["Mennesker, der fik en liste"] == "12"
    assert numbers["Point tilbage efter fordelingen"] == "72,0 %"
    assert numbers["Job, som står på en liste"] == "99,7 %"
    assert "0,45" in numbers.values()


def test_meaning_tells_which_vectors_are_in_use_and_what_they_learned_from() -> None:
    assert told(register.card("meaning").running) == {
        "I brug nu": "Ingen. Den har ikke lært endnu."
    }
    Artefact.objects.create(
        kind="meaning",
        version="latent-1-abc",
        content=b"",
        facts={"texts": 21_000},
        made_at=NIGHT,
        in_use_from=NIGHT,
    )
    assert told(register.card("meaning").running) == {
        "I brug nu": "latent-1-abc",
        "I brug siden": "24. november 2026",
        "Tekster, den har lært af": "21.000",
    }


def test_demand_tells_which_night_the_figures_are_from() -> None:
    DemandFigures.objects.create(day=NIGHT.date())
    assert told(register.card("demand").running) == {"De nyeste tal er fra": "24. november 2026"}
