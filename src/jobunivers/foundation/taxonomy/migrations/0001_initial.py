# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DiscoCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=6, unique=True)),
                ("level", models.PositiveSmallIntegerField()),
                ("label_da", models.CharField(max_length=500)),
                ("notes", models.TextField(blank=True, default="")),
                ("includes", models.TextField(blank=True, default="")),
                ("excludes", models.TextField(blank=True, default="")),
                ("retired_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="IndustryCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=8, unique=True)),
                ("level", models.PositiveSmallIntegerField()),
                ("label_da", models.CharField(blank=True, default="", max_length=500)),
                ("label_en", models.CharField(blank=True, default="", max_length=500)),
                ("retired_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="OccupationArea",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slug", models.SlugField(max_length=60, unique=True)),
                ("name_da", models.CharField(max_length=100)),
                ("name_en", models.CharField(max_length=100)),
                ("isco_prefixes", models.JSONField(default=list)),
                ("position", models.PositiveSmallIntegerField()),
                ("retired_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Skill",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uri", models.CharField(max_length=200, unique=True)),
                ("source", models.CharField(max_length=10)),
                ("label_da", models.CharField(blank=True, default="", max_length=500)),
                ("label_en", models.CharField(blank=True, default="", max_length=500)),
                ("other_labels", models.JSONField(default=dict)),
                ("alts", models.JSONField(default=dict)),
                ("description_da", models.TextField(blank=True, default="")),
                ("retired_at", models.DateTimeField(null=True)),
                ("successor_uri", models.CharField(blank=True, default="", max_length=200)),
                ("kind", models.CharField(max_length=20)),
                ("reuse", models.CharField(blank=True, default="", max_length=30)),
                ("groups", models.JSONField(default=list)),
                ("broader", models.JSONField(default=list)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Synonym",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=100, unique=True)),
                ("means", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Dataset",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("edition", models.CharField(blank=True, default="", max_length=40)),
                ("files", models.JSONField(default=list)),
                ("checksum", models.CharField(max_length=64)),
                ("imported_at", models.DateTimeField()),
                ("counts", models.JSONField(default=dict)),
                ("set_aside", models.JSONField(default=list)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["kind", "-id"], name="taxonomy_da_kind_c941f6_idx")
                ],
            },
        ),
        migrations.CreateModel(
            name="Occupation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uri", models.CharField(max_length=200, unique=True)),
                ("source", models.CharField(max_length=10)),
                ("label_da", models.CharField(blank=True, default="", max_length=500)),
                ("label_en", models.CharField(blank=True, default="", max_length=500)),
                ("other_labels", models.JSONField(default=dict)),
                ("alts", models.JSONField(default=dict)),
                ("description_da", models.TextField(blank=True, default="")),
                ("retired_at", models.DateTimeField(null=True)),
                ("successor_uri", models.CharField(blank=True, default="", max_length=200)),
                ("isco", models.CharField(blank=True, default="", max_length=4)),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["isco"], name="taxonomy_oc_isco_0dbb07_idx")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("isco__regex", "^\\d{0,4}$")),
                        name="occupation_isco_has_at_most_four_digits",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OccupationGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=4, unique=True)),
                ("uri", models.CharField(max_length=200, unique=True)),
                ("source", models.CharField(max_length=10)),
                ("label_da", models.CharField(blank=True, default="", max_length=500)),
                ("label_en", models.CharField(blank=True, default="", max_length=500)),
                ("other_labels", models.JSONField(default=dict)),
                ("retired_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^\\d{1,4}$")),
                        name="occupation_group_code_has_one_to_four_digits",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OccupationSkill",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("essential", models.BooleanField()),
                (
                    "occupation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needs",
                        to="taxonomy.occupation",
                    ),
                ),
                (
                    "skill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="needed_by",
                        to="taxonomy.skill",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("occupation", "skill"), name="an_occupation_names_a_skill_once"
                    )
                ],
            },
        ),
    ]
