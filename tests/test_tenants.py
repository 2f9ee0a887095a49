# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One kommune never sees another's, whatever the code above forgets."""

from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import DatabaseError, connection, models, transaction
from django.db.utils import ProgrammingError
from psycopg import sql

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import NoMunicipality, working_for, writing_shared
from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy.models import Municipality, SharedOrOwnModel, TenantModel
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Person, Role

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TENANT_MODELS = [
    m
    for m in apps.get_models()
    # What only functions of the owner's write is tried in retention's own tests.
    if issubclass(m, TenantModel) and not getattr(m, "owner_writes", False)
]
MIXED_MODELS = [m for m in apps.get_models() if issubclass(m, SharedOrOwnModel)]


@pytest.fixture
def aarhus() -> Municipality:
    return tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=NOW)


@pytest.fixture
def odense() -> Municipality:
    return tenancy.open_municipality(code="0461", name="Odense", slug="odense", at=NOW)


# Where the first choice is one that a constraint refuses.
_CHOICES = {
    ("agreements.LedgerEntry", "amount"): 5,
    ("agreements.LedgerEntry", "credit"): "owed",
    ("entrance.Telling", "source"): "jobnet",
    ("followup.StaffTask", "team"): "adviser",
    ("marketplace.Offer", "source"): "shared",
    ("marketplace.OfferVersion", "way"): "own",
    ("marketplace.Rating", "stars"): 3,
    ("marketplace.VisionLevel", "level"): 3,
    ("retention.Hold", "source"): "tests",
    ("retention.Release", "k"): 10,
    ("retention.Told", "goes_on"): "2027-01-01",
    ("segmentation.Leave", "away_to"): "2027-01-01",
    ("tailored.Signal", "words"): "kok",
    ("trust.OfficerContact", "phone"): "12345678",
    ("vacancies.Followed", "kind"): "theme",
    ("vacancies.Followed", "value"): "dyr",
}


def _bare_row(model: type[models.Model], municipality: Municipality | None) -> dict[str, Any]:
    """Return values for every column that must have one."""
    values = {
        field.column: _CHOICES.get((model._meta.label, field.name)) or _value(field)
        for field in model._meta.concrete_fields
        if field.name not in {"id", "municipality"} and not field.null
    }
    return {"municipality_id": municipality.pk if municipality else None, **values}


# The first kind that fits decides: a DateTimeField is a DateField too.
_VALUES: "tuple[tuple[type[models.Field[Any, Any]], Any], ...]" = (
    (models.ForeignKey, -1),
    (models.DateTimeField, NOW),
    (models.DateField, NOW.date()),
    (models.BooleanField, False),
    (models.IntegerField, 7),
    (models.FloatField, 0.5),
    (models.DecimalField, 0),
    (models.JSONField, "{}"),
    (ArrayField, "{}"),
    (models.UUIDField, "00000000-0000-4000-8000-000000000007"),
)


def _value(field: Any) -> Any:
    for kind, value in _VALUES:
        if isinstance(field, kind):
            return value
    if field.blank and field.default == "":
        return ""
    return field.flatchoices[0][0] if field.choices else "x"


def _insert(model: type[models.Model], values: dict[str, Any]) -> None:
    query = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
        sql.Identifier(model._meta.db_table),
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join(sql.Placeholder() * len(values)),
    )
    with connection.cursor() as cursor:
        cursor.execute(query, list(values.values()))


def _count(model: type[models.Model]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {model._meta.db_table}")
        (count,) = cursor.fetchone() or (None,)
    return int(count)


@pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda m: m._meta.label)
def test_raw_sql_sees_rows_of_the_chosen_kommune_and_no_other(
    model: type[models.Model], aarhus: Municipality, odense: Municipality
) -> None:
    with working_for(aarhus.pk):
        before = _count(model)
        _insert(model, _bare_row(model, aarhus))
        assert _count(model) == before + 1
    with working_for(odense.pk):
        assert _count(model) == 0
    assert _count(model) == 0, "without a kommune raw SQL sees nothing"
    with connection.cursor() as cursor:  # leave nothing for the foreign keys to trip over
        cursor.execute("SELECT set_config('jobunivers.municipality', %s, true)", [str(aarhus.pk)])
        if not getattr(model, "append_only", False):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
            assert cursor.rowcount >= 1


@pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda m: m._meta.label)
def test_nobody_writes_into_another_kommune(
    model: type[models.Model], aarhus: Municipality, odense: Municipality
) -> None:
    with (
        working_for(odense.pk),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        _insert(model, _bare_row(model, aarhus))


@pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda m: m._meta.label)
def test_nobody_changes_takes_or_moves_a_row_of_another_kommune(
    model: type[models.Model], aarhus: Municipality, odense: Municipality
) -> None:
    table = model._meta.db_table
    with working_for(aarhus.pk):
        _insert(model, _bare_row(model, aarhus))
        there = _count(model)
    changes = [] if getattr(model, "append_only", False) else [
        (f"UPDATE {table} SET municipality_id = %s", [odense.pk]),
        (f"DELETE FROM {table} WHERE municipality_id = %s", [aarhus.pk]),
    ]  # fmt: skip
    with working_for(odense.pk), connection.cursor() as cursor:
        for statement, values in changes:
            cursor.execute(statement, values)
            assert cursor.rowcount == 0, statement
        with cursor.copy(f"COPY (SELECT * FROM {table}) TO STDOUT") as rows:
            assert b"".join(bytes(one) for one in rows) == b""
    with working_for(aarhus.pk), connection.cursor() as cursor:
        assert _count(model) == there
        if changes:
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                cursor.execute(*changes[0])
            cursor.execute(f"DELETE FROM {table}")  # nothing for the foreign keys to trip over


def test_nothing_in_the_database_goes_round_the_locks(aarhus: Municipality) -> None:
    """Views, functions with the owner's rights, files and partitions would be other ways in."""

    def told(statement: str) -> set[Any]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return {row[0] for row in cursor.fetchall()}

    ours = "JOIN pg_namespace n ON n.oid = {} WHERE n.nspname = 'public'"
    classes = f"FROM pg_class c {ours.format('c.relnamespace')}"
    functions = f"FROM pg_proc p {ours.format('p.pronamespace')}"
    assert told(f"SELECT relname {classes} AND relkind IN ('v', 'm', 'f')") == set()
    assert told(f"SELECT proname {functions} AND prosecdef") == {
        "retention_run_batch", "retention_run_aged",
    }  # fmt: skip
    assert (
        told(
            f"SELECT proname {functions} AND prosecdef"
            " AND EXISTS (SELECT 1 FROM aclexplode(proacl) a WHERE a.grantee = 0)"
        )
        == set()
    ), "not everybody's"
    assert (
        told(
            f"SELECT relname {classes} AND relispartition"
            " AND has_table_privilege(current_user, c.oid, 'SELECT, INSERT, UPDATE, DELETE')"
        )
        == set()
    )
    assert (
        told(
            "SELECT rolname FROM pg_roles WHERE rolname <> current_user"
            " AND pg_has_role(current_user, oid, 'MEMBER')"
        )
        == set()
    ), "the app's role is no other, and reads no file of the server"
    # Of what has a kommune, all is locked but the numbers of its chain.
    assert told(
        f"SELECT relname {classes} AND relkind IN ('r', 'p') AND NOT relispartition"
        " AND NOT (relrowsecurity AND relforcerowsecurity) AND EXISTS (SELECT 1 FROM pg_attribute a"
        " WHERE a.attrelid = c.oid AND attname = 'municipality_id')"
    ) == {"audit_chainstanding"}
    with working_for(aarhus.pk), connection.cursor() as cursor:
        for file in ("COPY identity_person TO '/x'", "COPY identity_person FROM PROGRAM 'id'"):
            # Each version of PostgreSQL has its own words for it.
            with pytest.raises(DatabaseError) as refused, transaction.atomic():
                cursor.execute(file)
            assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege)


@pytest.mark.parametrize("model", MIXED_MODELS, ids=lambda m: m._meta.label)
def test_shared_rows_are_written_by_importers_only_and_own_rows_seen_by_their_kommune_only(
    model: type[models.Model], aarhus: Municipality, odense: Municipality
) -> None:
    own = _bare_row(model, aarhus)
    if "origin" in own:
        own["origin"] = "own"
    if model._meta.label == "marketplace.Offer":
        own["source"] = "local"
    if model._meta.label == "trust.GroupFigure":
        own["people"] = 20
    with working_for(aarhus.pk):
        before = _count(model)
        _insert(model, own)
        assert _count(model) == before + 1
    with working_for(odense.pk):
        assert _count(model) == before
    with (
        working_for(aarhus.pk),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        _insert(model, _bare_row(model, None))
    with writing_shared(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")
        assert cursor.rowcount == before, "the importers of the country reach nobody's own rows"
    with working_for(aarhus.pk), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {model._meta.db_table}")
        assert cursor.rowcount == 1


def test_writing_shared_inside_writing_shared_is_ended_by_the_outer_one(
    aarhus: Municipality,
) -> None:
    def writes() -> str:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('jobunivers.writes_shared', true)")
            (said,) = cursor.fetchone() or ("",)
        return said or ""

    with working_for(aarhus.pk):
        with writing_shared():
            with writing_shared():
                assert writes() == "on"
            assert writes() == "on", "the outer one has not ended"
            with pytest.raises(ZeroDivisionError), writing_shared():
                _ = 1 / 0
            assert writes() == "on"
        assert not writes()
        with pytest.raises(ZeroDivisionError), writing_shared():
            _ = 1 / 0
        assert not writes()


@pytest.mark.parametrize("model", TENANT_MODELS, ids=lambda m: m._meta.label)
def test_asking_without_a_kommune_fails_loudly(model: type[models.Model]) -> None:
    with pytest.raises(NoMunicipality):
        model._default_manager.all()


def test_leaving_a_kommune_locks_the_door_behind_you(
    aarhus: Municipality, odense: Municipality
) -> None:
    with working_for(aarhus.pk):
        identity.add_person(name="Kirsten", role=Role.CITIZEN, at=NOW)
        with pytest.raises(ZeroDivisionError), working_for(odense.pk):  # noqa: PT012 - both matter
            assert _count(Person) == 0
            _ = 1 / _count(Person)
        assert _count(Person) == 1
    assert _count(Person) == 0


def test_the_log_of_events_can_be_added_to_and_nothing_else(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        event = events.record("tests.happened", at=NOW)
        for statement in (
            "UPDATE events_event SET kind = 'x'",
            "DELETE FROM events_event",
            "TRUNCATE events_event",
            "SELECT * FROM events_event_default",
        ):
            with (
                pytest.raises(DatabaseError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)
        assert Event.objects.get(pk=event.pk).kind == "tests.happened"


def test_an_event_outside_every_month_is_kept_too(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        event = events.record("tests.long_ago", at=datetime(1999, 1, 1, tzinfo=UTC))
        assert Event.objects.filter(pk=event.pk).exists()


def test_the_owner_of_the_tables_is_held_by_the_lock_too(owner_url: str) -> None:
    with psycopg.connect(owner_url) as owner:
        row = owner.execute(
            "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
    assert row == (False, False)
