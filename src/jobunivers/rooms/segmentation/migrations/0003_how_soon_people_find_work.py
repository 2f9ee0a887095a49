# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
from django.db import migrations, models

import jobunivers.foundation.tenancy.current
from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [
        ("segmentation", "0002_what_she_objects_to"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChanceModel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.CharField(max_length=40)),
                ("content", models.BinaryField()),
                ("quality", models.JSONField()),
                ("refused_because", models.JSONField(default=list)),
                ("trained_at", models.DateTimeField()),
                ("history_from", models.DateField(null=True)),
                ("spells", models.PositiveIntegerField()),
                ("activated_at", models.DateTimeField(null=True)),
                ("activated_by", models.CharField(blank=True, default="", max_length=120)),
                ("why", models.TextField(blank=True, default="")),
                ("retired_at", models.DateTimeField(null=True)),
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "version"),
                        name="a_chance_model_has_its_own_version",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("activated_at__isnull", False), ("retired_at", None)),
                        fields=("municipality",),
                        name="one_chance_model_is_in_use",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("activated_at", None), ("refused_because", []), _connector="OR"
                        ),
                        name="a_refused_chance_model_is_not_used",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("activated_at", None),
                            models.Q(("activated_by", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="somebody_takes_a_chance_model_into_use",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("retired_at", None), ("activated_at__isnull", False), _connector="OR"
                        ),
                        name="a_chance_model_is_used_before_it_is_retired",
                    ),
                ],
            },
        ),
        row_level_security("segmentation_chancemodel"),
    ]
