# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("outreach", "0003_rules_that_send")]

    operations = [
        row_level_security("outreach_trigger"),
        row_level_security("outreach_triggerversion"),
        row_level_security("outreach_triggertest"),
        row_level_security("outreach_triggerhit"),
        row_level_security("outreach_notrigger"),
        row_level_security("outreach_triggerorder"),
    ]
