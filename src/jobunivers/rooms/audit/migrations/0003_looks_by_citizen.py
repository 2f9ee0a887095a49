# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("audit", "0002_rows_are_locked"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="sampledlook",
            index=models.Index(fields=["municipality", "citizen_id"], name="sampled_by_citizen"),
        ),
        migrations.AddIndex(
            model_name="unusuallook",
            index=models.Index(fields=["municipality", "citizen_id"], name="unusual_by_citizen"),
        ),
    ]
