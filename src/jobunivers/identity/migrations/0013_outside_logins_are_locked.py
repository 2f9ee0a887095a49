# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("identity", "0012_logins_of_other_providers")]
    operations = [
        row_level_security("identity_outsidelogin"),
        row_level_security("identity_spentproof"),
    ]
