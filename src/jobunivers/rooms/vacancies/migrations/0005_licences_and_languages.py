# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("vacancies", "0004_counted_by_time"),
    ]

    operations = [
        migrations.AddField(
            model_name="vacancy",
            name="languages",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=3), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="licences",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=20), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="requirements",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="working_language",
            field=models.CharField(blank=True, default="", max_length=3),
        ),
    ]
