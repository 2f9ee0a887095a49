# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tailored", "0003_older_runs_are_let_go"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Night",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("people", models.PositiveIntegerField(default=0)),
                ("openings", models.PositiveIntegerField(default=0)),
                ("facts", models.JSONField(default=dict)),
                ("failure", models.CharField(blank=True, default="", max_length=300)),
            ],
        ),
        migrations.CreateModel(
            name="Pressure",
            fields=[
                ("vacancy_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("price", models.PositiveIntegerField()),
                ("views", models.FloatField()),
                ("capacity", models.FloatField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Artefact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("version", models.CharField(max_length=64)),
                ("content", models.BinaryField()),
                ("facts", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                ("in_use_from", models.DateTimeField(null=True)),
                ("in_use_to", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "version"), name="an_artefact_is_kept_once_per_version"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("in_use_from__isnull", False), ("in_use_to", None)),
                        fields=("kind",),
                        name="one_artefact_of_a_kind_is_in_use",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ListShown",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("run_id", models.BigIntegerField()),
                ("citizen_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("first_rank", models.PositiveSmallIntegerField()),
                ("last_rank", models.PositiveSmallIntegerField()),
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
                    models.Index(fields=["municipality", "run_id"], name="shown_by_run"),
                    models.Index(fields=["municipality", "at"], name="shown_by_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="MoreLikeThis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("vacancy_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
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
                        fields=("municipality", "citizen_id", "vacancy_id"),
                        name="more_of_a_vacancy_is_asked_for_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpeningVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("vacancy_id", models.BigIntegerField()),
                ("digest", models.BigIntegerField()),
                ("features", models.BinaryField()),
                ("made_at", models.DateTimeField()),
                ("replaced_at", models.DateTimeField(null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        null=True,
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
                        condition=models.Q(("replaced_at__isnull", False)),
                        fields=["replaced_at"],
                        name="openings_to_forget",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("vacancy_id", "digest"), name="an_opening_is_kept_once_per_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Preference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("boldness", models.FloatField()),
                ("changed_at", models.DateTimeField()),
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
                        fields=("municipality", "citizen_id"), name="a_citizen_has_one_preference"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("boldness__gte", 0), ("boldness__lte", 1)),
                        name="preference_is_between_safe_and_bold",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecommendationRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("profile_version", models.PositiveIntegerField()),
                ("model", models.CharField(max_length=40)),
                ("vocabulary", models.CharField(blank=True, default="", max_length=64)),
                ("meaning", models.CharField(blank=True, default="", max_length=64)),
                ("day", models.DateField()),
                ("boldness", models.FloatField()),
                ("basis", models.CharField(max_length=10)),
                ("place", models.CharField(max_length=10)),
                ("max_km", models.FloatField(null=True)),
                ("person", models.BinaryField()),
                ("ranking", models.BinaryField()),
                ("places", models.BinaryField(default=b"")),
                ("pool", models.PositiveSmallIntegerField(default=0)),
                ("considered", models.PositiveIntegerField()),
                ("excluded", models.JSONField(default=dict)),
                ("computed_at", models.DateTimeField()),
                ("current", models.BooleanField(default=True)),
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
                        fields=["municipality", "citizen_id", "-computed_at"],
                        name="runs_by_citizen",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("current", True)),
                        fields=("municipality", "citizen_id"),
                        name="a_citizen_has_one_current_recommendation_run",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("boldness__gte", 0), ("boldness__lte", 1)),
                        name="boldness_is_between_safe_and_bold",
                    ),
                ],
            },
        ),
    ]
