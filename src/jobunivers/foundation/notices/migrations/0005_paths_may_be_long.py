# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notices", "0004_ways_out_are_locked")]
    operations = [
        migrations.AlterField(
            model_name="notice",
            name="path",
            field=models.CharField(blank=True, default="", max_length=2000),
        ),
    ]
