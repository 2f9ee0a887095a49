# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("entrance", "0003_what_sources_told")]
    operations = [
        row_level_security("entrance_telling"),
        row_level_security("entrance_finding"),
    ]
