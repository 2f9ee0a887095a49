# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("notices", "0003_ways_out_of_the_house")]
    operations = [
        row_level_security("notices_delivery"),
        row_level_security("notices_preferences"),
        row_level_security("notices_choice"),
        row_level_security("notices_address"),
        row_level_security("notices_limits"),
        row_level_security("notices_alarm"),
    ]
