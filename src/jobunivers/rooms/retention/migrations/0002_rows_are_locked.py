# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security
from jobunivers.rooms.retention.migrations import _functions

_TABLES = (
    "choice", "ended", "hold", "told", "plan", "planline", "batch", "member", "ledgerline",
    "tombstone", "release",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("retention", "0001_rules_plans_and_ledger"),
        ("identity", "0009_officers"),
        ("files", "0001_files_are_kept_in_pieces"),
    ]
    operations = [
        *(row_level_security(f"retention_{table}") for table in _TABLES),
        migrations.RunSQL(sql=_functions.CREATE, reverse_sql=_functions.DROP),
    ]
