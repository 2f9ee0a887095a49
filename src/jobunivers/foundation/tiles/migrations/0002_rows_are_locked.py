# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("tiles", "0001_how_people_want_their_page")]
    operations = [
        row_level_security("tiles_layout"),
    ]
