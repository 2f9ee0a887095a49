# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("trust", "0008_looks_at_protected_people_are_marked")]

    operations = [
        migrations.RemoveIndex(model_name="look", name="looks_by_citizen"),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(
                fields=["municipality", "citizen_id", "-at"],
                include=("viewer_id",),
                name="looks_by_citizen",
            ),
        ),
    ]
