# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journey", "0003_counted_by_time"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="profile",
            name="lacks_licences",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=20), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="profile",
            name="languages",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="profile",
            name="licences",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=20), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="profile",
            name="only_languages",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="profile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("licences__overlap", models.F("lacks_licences")), _negated=True
                ),
                name="nobody_lacks_a_licence_she_has",
            ),
        ),
        migrations.AddConstraint(
            model_name="profile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("only_languages", False),
                    models.Q(("languages", {}), _negated=True),
                    _connector="OR",
                ),
                name="only_her_languages_needs_languages",
            ),
        ),
    ]
