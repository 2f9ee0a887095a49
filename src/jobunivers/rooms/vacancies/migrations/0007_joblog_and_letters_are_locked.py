# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security

_OWN = (
    "applicationstep", "interview", "pastsearch", "nohistory", "letteraddress", "proposal",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0006_joblog_history_and_letters")]
    operations = [row_level_security(f"vacancies_{table}") for table in _OWN]
