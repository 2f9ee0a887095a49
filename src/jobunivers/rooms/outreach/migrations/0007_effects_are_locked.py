# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("outreach", "0006_what_came_of_it")]

    operations = [row_level_security("outreach_effectcount")]
