# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0001_initial"),
        ("vacancies", "0008_what_is_followed_is_locked"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="vacancy",
            index=django.contrib.postgres.indexes.HashIndex(
                fields=["url"], name="vacancies_by_address"
            ),
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=django.contrib.postgres.indexes.HashIndex(
                fields=["apply_url"], name="vacancies_by_apply_address"
            ),
        ),
    ]
