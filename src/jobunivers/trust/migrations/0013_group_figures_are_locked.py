# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security_shared_or_own


class Migration(migrations.Migration):
    dependencies = [("trust", "0012_groups_are_counted")]
    operations = [
        row_level_security_shared_or_own("trust_groupfigure"),
    ]
