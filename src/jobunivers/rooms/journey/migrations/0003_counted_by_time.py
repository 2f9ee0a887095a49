# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2


from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journey", "0002_rows_are_locked"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="profile",
            index=models.Index(fields=["municipality", "changed_at"], name="profiles_by_change"),
        ),
    ]
