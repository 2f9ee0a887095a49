# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0001_initial"),
        ("trust", "0004_switches_are_locked"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="look",
            index=models.Index(
                fields=["municipality", "part", "at"], include=("citizen_id",), name="looks_by_part"
            ),
        ),
    ]
