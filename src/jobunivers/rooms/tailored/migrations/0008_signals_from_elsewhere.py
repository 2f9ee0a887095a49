# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tailored", "0007_lists_are_packed"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="recommendationrun",
            name="signal_ids",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="recommendationrun",
            name="signal_sources",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=12), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="recommendationrun",
            name="signals_brought",
            field=models.BinaryField(default=b""),
        ),
        migrations.CreateModel(
            name="Signal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                (
                    "source",
                    models.CharField(
                        choices=[("akasse", "Akasse"), ("social", "Social")], max_length=12
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("wish", "Wish"),
                            ("course", "Course"),
                            ("skill", "Skill"),
                            ("interest", "Interest"),
                        ],
                        max_length=12,
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("words", models.CharField(blank=True, default="", max_length=120)),
                ("told_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
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
                        fields=("municipality", "citizen_id", "source", "key"),
                        name="a_signal_is_told_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("removed_at", None), models.Q(("words", ""), _negated=True)),
                            models.Q(("removed_at__isnull", False), ("words", "")),
                            _connector="OR",
                        ),
                        name="a_signal_has_words_until_it_is_removed",
                    ),
                ],
            },
        ),
    ]
