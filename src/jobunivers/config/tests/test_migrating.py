# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

import pytest
from django.core.management import get_commands
from django.db import connection, migrations, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from jobunivers.config import migrating


@pytest.fixture(scope="module")
def today() -> ProjectState:
    """What all migrations together say; no database is asked."""
    loader = MigrationLoader(None)
    state = loader.project_state(loader.graph.leaf_nodes())
    assert isinstance(state, ProjectState)
    return state


def _told(model: Any) -> dict[str, object]:
    meta = model._meta
    return {
        "columns": [(field.column, field.db_type(connection)) for field in meta.local_fields],
        "keys": {
            (field.name, field.related_model._meta.label)
            for field in meta.local_fields
            if field.is_relation
        },
        "pointing": {
            (one.related_model._meta.label, one.field.name) for one in meta.related_objects
        },
        "constraints": [one.deconstruct() for one in meta.constraints],
        "indexes": [one.deconstruct() for one in meta.indexes],
        "table": meta.db_table,
    }


def test_each_model_made_among_few_is_what_it_is_among_all(today: ProjectState) -> None:
    few, whole = migrating.FewState.of(today).apps, today.apps
    # Those that much points at, and those that point at much.
    labels = [key for key in today.models if key[0] in {"tenancy", "identity", "journey"}]
    assert ("identity", "person") in labels
    for label, name in labels:
        assert _told(few.get_model(label, name)) == _told(whole.get_model(label, name))


def test_a_step_changes_the_state_after_it_and_not_the_one_before(today: ProjectState) -> None:
    state = migrating.FewState.of(today)
    before = state.clone()
    step = migrations.AddField("Person", "nickname", models.CharField(max_length=9, default=""))
    step.state_forwards("identity", state)

    def names(some: ProjectState) -> set[str]:
        return {one.name for one in some.apps.get_model("identity", "Person")._meta.fields}

    assert names(state) - names(before) == {"nickname"}
    assert "nickname" not in today.models["identity", "person"].fields


@pytest.mark.parametrize(
    ("step", "few"),
    [
        (migrations.AddField("Person", "nickname", models.TextField()), True),
        (migrations.AlterField("Person", "name", models.TextField()), True),
        (migrations.RunSQL("SELECT 1"), True),
        # A key's kind is also that of every column that holds it; code may ask for any model.
        (migrations.AlterField("Person", "id", models.TextField(primary_key=True)), False),
        (migrations.RunPython(migrations.RunPython.noop), False),
        (migrations.RenameModel("Person", "Human"), False),
    ],
)
def test_steps_that_reach_far_are_run_with_every_model(step: Any, few: bool) -> None:
    assert migrating._is_content_with_few(step) is few


def test_migrate_is_ours() -> None:
    assert get_commands()["migrate"] == "jobunivers.config"
