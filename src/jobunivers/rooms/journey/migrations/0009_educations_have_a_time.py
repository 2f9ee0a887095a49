# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journey", "0008_who_told_what_is_locked"),
    ]

    operations = [
        migrations.AddField(
            model_name="education",
            name="added_at",
            field=models.DateTimeField(null=True),
        ),
    ]
