# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0003_a_line_holds_on_to_no_other_row"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Amendment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField()),
                ("said", models.JSONField()),
                ("why", models.CharField(blank=True, default="", max_length=500)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("sent", "Sent"),
                            ("accepted", "Accepted"),
                            ("approved", "Approved"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("written_at", models.DateTimeField()),
                ("written_by_id", models.BigIntegerField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("sent_by_id", models.BigIntegerField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by_id", models.BigIntegerField(null=True)),
                ("answer", models.CharField(blank=True, default="", max_length=500)),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by_id", models.BigIntegerField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agreements.agreement",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AmendmentYes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by_id", models.BigIntegerField(null=True)),
                (
                    "amendment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="agreements.amendment",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Trial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreement_id", models.BigIntegerField()),
                ("amendment_id", models.BigIntegerField(default=0)),
                ("month", models.DateField()),
                ("key", models.CharField(max_length=64)),
                ("told", models.JSONField()),
                ("counted_at", models.DateTimeField()),
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
            },
        ),
        migrations.AddIndex(
            model_name="amendment",
            index=models.Index(fields=["agreement", "state"], name="changes_by_agreement"),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["draft", "sent", "accepted"])),
                fields=("agreement",),
                name="an_agreement_is_changed_by_one_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_on__day", 1)), name="changed_terms_begin_on_the_first"
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by_id", None),
                    models.Q(
                        models.Q(("approved_by_id", models.F("written_by_id")), _negated=True),
                        models.Q(("approved_by_id", models.F("sent_by_id")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="who_writes_a_change_does_not_approve_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "approved"), _negated=True),
                    models.Q(
                        ("sent_at__isnull", False),
                        ("answered_at__isnull", False),
                        ("approved_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="an_approved_change_was_sent_and_accepted",
            ),
        ),
        migrations.AddConstraint(
            model_name="amendmentyes",
            constraint=models.UniqueConstraint(
                fields=("amendment", "kommune"), name="a_kommune_says_yes_to_a_change_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="trial",
            constraint=models.UniqueConstraint(
                fields=("municipality", "agreement_id", "amendment_id", "month"),
                name="a_month_is_tried_once_by_the_same_terms",
            ),
        ),
        row_level_security("agreements_trial"),
    ]
