# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was true can be written beside the data, and the command refuses what cannot be."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.journey.models import Spell
from jobunivers.simulator import command
from jobunivers.simulator.life import running, truths
from jobunivers.simulator.life.tests.test_running import MONDAY, PLAN

pytestmark = pytest.mark.django_db


def test_the_truth_names_everybody_and_agrees_with_the_rooms(
    aarhus: Municipality, tmp_path: Path
) -> None:
    running.run([aarhus], replace(PLAN, days=3, people=20, stock=10), progress=lambda _text: None)
    path = tmp_path / "truth.json"
    many = truths.write_truth(path, [aarhus])

    (told,) = json.loads(path.read_text())["kommuner"]
    people = told["people"]
    assert {len(column) for column in people.values()} == {many}
    assert (told["code"], told["truth"]["effects"]["advice"]) == ("0751", 1.08)
    assert [one["day"] for one in told["days"]] == ["2026-09-07", "2026-09-08", "2026-09-09"]
    began = dict(zip(people["citizen"], people["began"], strict=True))
    with working_for(aarhus.pk):
        spells = Spell.objects.order_by("began_on", "pk")
        assert {one.citizen_id: one.began_on.isoformat() for one in spells} == began
    assert all(0 < one < 0.5 for one in people["weekly_hazard"])


def test_a_kommune_that_was_never_played_has_no_truth(aarhus: Municipality, tmp_path: Path) -> None:
    with pytest.raises(truths.NothingPlayed):
        truths.write_truth(tmp_path / "truth.json", [aarhus])


def test_the_command_says_what_it_cannot_do(
    aarhus: Municipality, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    knobs = tmp_path / "knobs.toml"
    knobs.write_text("[effects]\nluck = 2\n")

    assert command.main(["--kommune", "9999"]) == 1
    assert "no opened kommune 9999 (opened: 0751)" in capsys.readouterr().err
    assert command.main(["--knobs", str(knobs)]) == 1
    assert "[effects] has no luck" in capsys.readouterr().err


def test_simulated_people_stay_out_of_real_databases(
    aarhus: Municipality, settings: object, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.PERSONAS = False  # type: ignore[attr-defined]

    assert command.main(["--days", "1"]) == 1
    assert "in real use" in capsys.readouterr().err
    with working_for(aarhus.pk):
        assert not Spell.objects.exists()


def test_the_first_day_can_be_chosen() -> None:
    asked = command.options_of(["--first", MONDAY.isoformat(), "--days", "5"])

    assert (asked.first, asked.days, asked.people) == (MONDAY, 5, 200)
