# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="RecommendationRemark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("vacancy_id", models.BigIntegerField()),
                ("run_id", models.BigIntegerField()),
                ("model", models.CharField(max_length=40)),
                ("adviser_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("occupation", "Occupation"),
                            ("skills", "Skills"),
                            ("requirements", "Requirements"),
                            ("travel", "Travel"),
                            ("conditions", "Conditions"),
                            ("other", "Other"),
                        ],
                        max_length=20,
                    ),
                ),
                ("note", models.CharField(blank=True, default="", max_length=300)),
                ("taken_back", models.BooleanField(default=False)),
                (
                    "municipality",
                    models.ForeignKey(
                        default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["municipality", "citizen_id", "-id"], name="remarks_by_citizen"
                    ),
                    models.Index(fields=["municipality", "-at"], name="remarks_by_time"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "code__in",
                                [
                                    "occupation",
                                    "skills",
                                    "requirements",
                                    "travel",
                                    "conditions",
                                    "other",
                                ],
                            )
                        ),
                        name="remark_has_a_known_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code", "other"), ("note", ""), _negated=True),
                        name="another_reason_is_said_in_words",
                    ),
                ],
            },
        ),
    ]
