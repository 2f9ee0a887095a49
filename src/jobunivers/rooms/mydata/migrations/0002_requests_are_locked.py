# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [("mydata", "0001_requests_and_downloads")]

    operations = [
        row_level_security("mydata_datarequest"),
        row_level_security("mydata_download"),
    ]
