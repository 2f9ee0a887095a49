# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Migration operations that lock tables inside PostgreSQL as well."""

from django.db import migrations

_OWN = "municipality_id = nullif(current_setting('jobunivers.municipality', true), '')::bigint"
_SHARED = "municipality_id IS NULL"
_WRITES_SHARED = "current_setting('jobunivers.writes_shared', true) = 'on'"


def row_level_security(table: str) -> migrations.RunSQL:
    """Lock a table of a TenantModel: without the kommune chosen there is nothing to see."""
    return _locked(table, f"CREATE POLICY own_municipality ON {table} USING ({_OWN});")


def row_level_security_shared_or_own(table: str) -> migrations.RunSQL:
    """Lock a table of a SharedOrOwnModel: all see shared rows, only importers write them."""
    writable = f"({_OWN}) OR ({_SHARED} AND {_WRITES_SHARED})"
    return _locked(
        table,
        f"""
        CREATE POLICY see_shared_or_own ON {table} FOR SELECT USING (({_OWN}) OR {_SHARED});
        CREATE POLICY add_own ON {table} FOR INSERT WITH CHECK ({writable});
        CREATE POLICY change_own ON {table} FOR UPDATE USING ({writable});
        CREATE POLICY remove_own ON {table} FOR DELETE USING ({writable});
        """,
    )


def _locked(table: str, policies: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        sql=f"""
            ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
            {policies}
        """,
        reverse_sql=f"""
            DROP POLICY IF EXISTS own_municipality ON {table};
            DROP POLICY IF EXISTS see_shared_or_own ON {table};
            DROP POLICY IF EXISTS add_own ON {table};
            DROP POLICY IF EXISTS change_own ON {table};
            DROP POLICY IF EXISTS remove_own ON {table};
            ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;
            ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )
