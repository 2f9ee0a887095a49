# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("outreach", "0001_pushes_and_who_gets_them")]

    operations = [
        row_level_security("outreach_push"),
        row_level_security("outreach_pushrecipient"),
        row_level_security("outreach_nomore"),
        row_level_security("outreach_approvalrule"),
    ]
