# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0001_initial"),
        ("trust", "0007_consents_are_locked"),
    ]

    operations = [
        migrations.AddField(
            model_name="look",
            name="protected",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddIndex(
            model_name="look",
            index=models.Index(
                condition=models.Q(("protected", True)),
                fields=["municipality", "-at"],
                name="looks_at_protected_people",
            ),
        ),
    ]
