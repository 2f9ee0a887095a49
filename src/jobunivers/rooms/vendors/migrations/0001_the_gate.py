# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("files", "0001_files_are_kept_in_pieces"),
        ("marketplace", "0003_links_and_levels"),
    ]

    operations = [
        migrations.CreateModel(
            name="GateFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="files.storedfile",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="GroundFall",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ground", models.CharField(max_length=20)),
                ("from_on", models.DateField()),
                ("why", models.CharField(max_length=300)),
                ("marked_at", models.DateTimeField()),
                ("marked_by_id", models.BigIntegerField()),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_by_id", models.BigIntegerField(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)),
                        fields=("ground",),
                        name="a_ground_falls_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True), name="a_fall_says_why"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("said", models.JSONField(default=dict)),
                ("said_at", models.DateTimeField()),
                ("said_by_id", models.BigIntegerField(null=True)),
                ("accepted", models.JSONField(blank=True, default=dict)),
                ("accepted_at", models.DateTimeField(null=True)),
                ("accepted_by_id", models.BigIntegerField(null=True)),
                ("accepted_version", models.PositiveIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "offer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("said_by_id", None),
                            models.Q(("accepted_version", models.F("version")), _negated=True),
                            models.Q(("said_by_id", models.F("accepted_by_id")), _negated=True),
                            _connector="OR",
                        ),
                        name="who_writes_answers_does_not_accept_them",
                    )
                ],
            },
        ),
    ]
