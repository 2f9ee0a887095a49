# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models
from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [
        ("journey", "0005_competences_have_a_time"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Absence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("illness", "Illness"),
                            ("holiday", "Holiday"),
                            ("agreed", "Agreed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                (
                    "told_by",
                    models.CharField(
                        choices=[
                            ("citizen", "Citizen"),
                            ("staff", "Staff"),
                            ("case_system", "Case System"),
                        ],
                        max_length=12,
                    ),
                ),
                ("agreed_with_id", models.BigIntegerField(null=True)),
                ("recorded_at", models.DateTimeField()),
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
                        fields=["municipality", "citizen_id", "-starts_on"],
                        name="absences_by_citizen",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on", None),
                            ("starts_on__lt", models.F("ends_on")),
                            _connector="OR",
                        ),
                        name="an_absence_starts_before_it_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "agreed"), _negated=True),
                            ("agreed_with_id__isnull", False),
                            _connector="OR",
                        ),
                        name="a_pause_is_agreed_with_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Spell",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("began_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                (
                    "end",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("job", "Job"),
                            ("education", "Education"),
                            ("moved", "Moved"),
                            ("left", "Left"),
                        ],
                        default="",
                        max_length=12,
                    ),
                ),
                (
                    "told_by",
                    models.CharField(
                        choices=[
                            ("citizen", "Citizen"),
                            ("staff", "Staff"),
                            ("case_system", "Case System"),
                        ],
                        max_length=12,
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
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
                        fields=["municipality", "citizen_id", "-began_on"], name="spells_by_citizen"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("municipality", "citizen_id"),
                        name="a_citizen_has_one_open_spell",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("began_on__lte", models.F("ended_on")),
                            _connector="OR",
                        ),
                        name="a_spell_begins_before_it_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", ""), ("ended_on", None)),
                            models.Q(
                                ("ended_on__isnull", False), models.Q(("end", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="a_spell_that_ended_says_how",
                    ),
                ],
            },
        ),
        row_level_security("journey_spell"),
        row_level_security("journey_absence"),
    ]
