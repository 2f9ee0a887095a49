# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs migrations forwards with only those models in hand that a step asks for.

Django makes every model related to a changed one anew at each step, and here everything is related
to everything through kommuner and people: two minutes of processor for a new database. A step that
makes, changes or drops tables, columns, indexes and constraints needs its own model, those that
point at it, and what these point at; only those are made here. Any other step (code that moves
data, renames) is run as Django does it.
"""

from collections.abc import Iterable
from typing import Any, cast

from django.db.migrations import Migration, operations
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState, StateApps

Key = tuple[str, str]

_FEW = (
    operations.CreateModel,
    operations.DeleteModel,
    operations.AlterModelOptions,
    operations.AddField,
    operations.RemoveField,
    operations.AlterField,
    operations.AddIndex,
    operations.RemoveIndex,
    operations.AddConstraint,
    operations.RemoveConstraint,
    operations.RunSQL,
)


class FewExecutor(MigrationExecutor):
    """Django's executor, with a state that makes few models."""

    def _migrate_all_forwards(
        self, state: ProjectState, *arguments: Any, **named: Any
    ) -> ProjectState:
        forwards = super()._migrate_all_forwards  # type: ignore[misc]  # the stubs leave it out
        return _whole(forwards(FewState.of(state), *arguments, **named))

    def apply_migration(
        self, state: ProjectState, migration: Migration, *faked: Any, **named: Any
    ) -> ProjectState:
        """Run one migration; every model is made for a step that might ask for any."""
        if all(map(_is_content_with_few, migration.operations)):
            return super().apply_migration(state, migration, *faked, **named)
        return FewState.of(super().apply_migration(_whole(state), migration, *faked, **named))


class FewState(ProjectState):
    """What the models are after some steps, none of them made before it is asked for."""

    @classmethod
    def of(cls, state: ProjectState) -> "FewState":
        """Return a copy of another state."""
        return cls({key: one.clone() for key, one in state.models.items()}, state.real_apps)

    def clone(self) -> "FewState":
        """Return a copy, which later steps do not change."""
        return self.of(self)

    @property
    def apps(self) -> StateApps:
        """Return the models as they are now; never kept, so never behind."""
        return cast("StateApps", _Few(self))


class _Few:
    """A registry that makes the model it is asked for, and those around it."""

    def __init__(self, state: ProjectState) -> None:
        self._state = state

    def get_model(self, app_label: str, model_name: str) -> Any:
        """Return one model, made anew with what points at it and what all these point at."""
        key = (app_label, model_name.lower())
        models = self._state.models
        pointing = (one for one in models if key in _pointed_at(self._state, one))
        wanted = _with_pointed_at(self._state, (key, *pointing))
        unmigrated = cast("Any", self._state.real_apps)  # a set; the stubs say list
        made = StateApps(unmigrated, {one: models[one] for one in models if one in wanted})
        return made.get_model(app_label, model_name)


def _is_content_with_few(step: Any) -> bool:
    """Say whether a step asks for its own model alone; a key's new kind reaches all who hold it."""
    return isinstance(step, _FEW) and not (
        isinstance(step, operations.AlterField) and step.field.primary_key
    )


def _whole(state: ProjectState) -> ProjectState:
    return ProjectState({key: one.clone() for key, one in state.models.items()}, state.real_apps)


def _with_pointed_at(state: ProjectState, keys: Iterable[Key]) -> set[Key]:
    found: set[Key] = set()
    left = list(keys)
    while left:
        key = left.pop()
        if key not in found and key in state.models:
            found.add(key)
            left.extend(_pointed_at(state, key))
    return found


def _pointed_at(state: ProjectState, key: Key) -> set[Key]:
    """Return the models that one's columns and bases name."""
    model = state.models[key]
    named: list[Any] = [base for base in model.bases if isinstance(base, str)]
    for field in model.fields.values():
        if field.is_relation and field.remote_field is not None:
            named += [field.remote_field.model, getattr(field.remote_field, "through", None)]
    return {_key(one, key) for one in named if one is not None}


def _key(named: Any, by: Key) -> Key:
    """Return the key of a model named as Django lets columns name it."""
    if not isinstance(named, str):
        return named._meta.app_label, named._meta.model_name  # noqa: SLF001
    if named == "self":
        return by
    label, _, name = named.rpartition(".")
    return label or by[0], name.lower()
