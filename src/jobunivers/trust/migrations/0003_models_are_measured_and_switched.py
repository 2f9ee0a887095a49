# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0001_initial"),
        ("trust", "0002_rows_are_locked"),
    ]

    operations = [
        migrations.CreateModel(
            name="ModelFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("version", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=60)),
                ("group", models.CharField(blank=True, default="", max_length=60)),
                ("value", models.FloatField()),
                ("low", models.FloatField(null=True)),
                ("high", models.FloatField(null=True)),
                ("baseline", models.FloatField(null=True)),
                ("measured_at", models.DateTimeField()),
                ("command", models.CharField(max_length=300)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "version", "name", "group", "measured_at"),
                        name="a_figure_is_measured_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("low", None), ("low__lte", models.F("value")), _connector="OR"
                            ),
                            models.Q(
                                ("high", None), ("high__gte", models.F("value")), _connector="OR"
                            ),
                        ),
                        name="a_figure_lies_within_its_interval",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ModelSwitch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("on", models.BooleanField()),
                ("actor_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("reason", models.CharField(max_length=500)),
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
                    models.Index(fields=["municipality", "code", "-id"], name="switches_by_model")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="switch_has_a_reason",
                    )
                ],
            },
        ),
    ]
