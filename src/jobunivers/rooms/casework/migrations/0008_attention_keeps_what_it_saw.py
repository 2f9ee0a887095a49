# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    """Everything a rule saw is kept with its decision, so that it can be made again."""

    dependencies = [("casework", "0007_waiting_points_are_counted_by_kind")]

    operations = [
        migrations.AddField(
            model_name="attentiondecision",
            name="inputs",
            field=models.JSONField(db_default={}, default=dict),
        ),
    ]
