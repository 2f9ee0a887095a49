# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models

from jobunivers.foundation.crypto.fields import EncryptedTextField


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("data", "Data"), ("rights", "Rights")], max_length=8
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("answers", models.JSONField(default=dict)),
                ("written_by_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("signed_by", models.CharField(blank=True, default="", max_length=120)),
                ("review_on", models.DateField(null=True)),
                ("facts", models.JSONField(default=list)),
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
                        fields=["municipality", "kind", "-number"], name="assessments_by_kind"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "kind", "number"),
                        name="versions_of_an_assessment_are_numbered",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("review_on", None), ("signed_by", "")),
                            models.Q(
                                models.Q(("signed_by", ""), _negated=True),
                                ("review_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_signed_is_looked_at_again",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("kind", models.CharField(max_length=20)),
                ("decision_id", models.BigIntegerField()),
                ("decided_at", models.DateTimeField()),
                ("what", models.CharField(max_length=400)),
                ("model", models.CharField(blank=True, default="", max_length=80)),
                ("words", EncryptedTextField()),
                ("at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("responsible_id", models.BigIntegerField(null=True)),
                ("answered_by_id", models.BigIntegerField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answer", EncryptedTextField(blank=True, default="")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("agreed", "Agreed"),
                            ("kept", "Kept"),
                            ("taken_back", "Taken Back"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
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
                        fields=["municipality", "citizen_id", "-at"], name="contests_by_citizen"
                    ),
                    models.Index(
                        condition=models.Q(("answered_at", None)),
                        fields=["municipality", "due_on", "id"],
                        name="contests_that_wait",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answered_at", None)),
                        fields=("municipality", "citizen_id", "kind", "decision_id"),
                        name="a_choice_is_contested_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="who_contests_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answered_at", None), ("answered_by_id", None), ("outcome", "")
                            ),
                            models.Q(
                                ("answered_at__isnull", False),
                                models.Q(("outcome", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="what_is_answered_has_its_outcome_and_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["", "taken_back"]),
                            models.Q(
                                ("answered_by_id__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="a_person_answers_in_words",
                    ),
                ],
            },
        ),
    ]
