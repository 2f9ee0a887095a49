# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trust", "0009_looks_are_counted_by_viewer")]

    operations = [
        migrations.AddIndex(
            model_name="look",
            index=models.Index(
                fields=["municipality", "citizen_id", "viewer_id", "-at"],
                name="looks_by_citizen_and_viewer",
            ),
        ),
    ]
