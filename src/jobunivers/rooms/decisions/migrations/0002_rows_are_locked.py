# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("decisions", "0001_contests_and_assessments")]

    operations = [
        row_level_security("decisions_contest"),
        row_level_security("decisions_assessment"),
    ]
