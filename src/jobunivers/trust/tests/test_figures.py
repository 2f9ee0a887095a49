# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures are taken whole or refused whole, and what was measured stays."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.trust import actions, figures
from jobunivers.trust.figures import BadFigures, Measured
from jobunivers.trust.models import ModelFigure
from jobunivers.trust.tests.making import figure


def read(*found: Any) -> list[Measured]:
    return figures.read(json.dumps(list(found)))


def recorded() -> QuerySet[ModelFigure]:
    """Return the figures of a version that was never shipped with any."""
    return ModelFigure.objects.filter(version=figure()["version"])


def test_a_figure_is_read_with_its_interval_its_baseline_and_its_group() -> None:
    (one,) = read(figure(group="kommune:0751"))
    assert (one.value, one.low, one.high, one.baseline) == (0.81, 0.79, 0.83, 0.4)
    assert one.group == "kommune:0751"
    assert one.measured_at.isoformat() == "2026-11-25T12:00:00+00:00"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": "high"}, "'value' must be a number"),
        ({"value": None}, "'value' must be a number"),
        ({"value": True}, "'value' must be a number"),
        ({"value": float("nan")}, "must be a finite number"),
        ({"value": 10**400}, "must be a finite number"),
        ({"low": 0.9}, "outside its interval"),
        ({"high": 0.1}, "outside its interval"),
        ({"group": "star sign:lion"}, "'group' must be sex, age, origin, kommune"),
        ({"group": "sex:"}, "'group' must be"),
        ({"code": " "}, "'code' must be a text"),
        ({"version": 2}, "'version' must be a text"),
        ({"name": "x" * 61}, "longer than 60"),
        ({"command": "a\0b"}, "'command' must be a text"),
        ({"measured_at": "2026-11-25T12:00:00"}, "with a time zone"),
        ({"measured_at": "yesterday"}, "with a time zone"),
        ({"measured_at": 1}, "with a time zone"),
        ({"colour": "blue"}, "unknown field 'colour'"),
    ],
)
def test_what_cannot_be_is_refused_and_said(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadFigures, match=f"Figure 2: .*{said}"):
        read(figure(name="mrr"), figure(**change))


@pytest.mark.parametrize("missing", ["code", "version", "name", "value", "measured_at", "command"])
def test_what_is_needed_is_asked_for(missing: str) -> None:
    one = figure()
    del one[missing]
    with pytest.raises(BadFigures, match=f"Figure 1: '{missing}' is missing"):
        read(one)


@pytest.mark.parametrize("text", ["", "{", "{}", "3", "null"])
def test_a_file_that_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(BadFigures, match=r"not JSON|must hold a list"):
        figures.read(text)


def test_the_same_figure_twice_in_a_file_is_refused() -> None:
    with pytest.raises(BadFigures, match="Figure 2: the same figure"):
        read(figure(), figure(value=0.8))


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(figure())), _JSON))
def test_whatever_a_file_says_is_read_or_refused(changes: dict[str, Any]) -> None:
    try:
        (one,) = read(figure() | changes)
    except BadFigures:
        return
    assert one.low is None or one.low <= one.value
    assert one.high is None or one.value <= one.high


@pytest.mark.django_db
def test_recording_twice_changes_nothing() -> None:
    found = read(figure(), figure(group="sex:woman"))
    assert actions.record_figures(found) == (2, 0)
    assert actions.record_figures(found) == (0, 2)
    assert recorded().count() == 2


@pytest.mark.django_db
def test_another_value_for_the_same_measurement_is_refused_whole() -> None:
    actions.record_figures(read(figure()))
    with pytest.raises(BadFigures, match="A figure once recorded stays"):
        actions.record_figures(read(figure(name="mrr"), figure(value=0.8)))
    assert list(recorded().values_list("name", "value")) == [("ndcg_at_10", 0.81)]


@pytest.mark.django_db
def test_a_figure_of_a_model_nobody_knows_is_refused() -> None:
    with pytest.raises(BadFigures, match="No model is called 'weather'; there are attention, "):
        actions.record_figures(read(figure(), figure(code="weather")))
    assert not recorded().exists()


@pytest.mark.django_db
def test_a_figure_can_neither_be_changed_nor_deleted() -> None:
    actions.record_figures(read(figure()))
    for statement in ("DELETE FROM trust_modelfigure", "UPDATE trust_modelfigure SET value = 1"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


@pytest.mark.django_db
def test_the_command_says_what_became_of_the_file(tmp_path: Path) -> None:
    file, said = tmp_path / "figures.json", StringIO()
    file.write_text(json.dumps([figure()]), encoding="utf-8")
    call_command("record_figures", str(file), stdout=said)
    assert said.getvalue() == "1 figures recorded, 0 known already.\n"
    file.write_text("[{}]", encoding="utf-8")
    with pytest.raises(CommandError, match="Figure 1: 'code' is missing"):
        call_command("record_figures", str(file))
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("record_figures", str(tmp_path / "gone.json"))
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("record_figures", str(file))
