# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
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
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40, unique=True)),
                ("clock", models.CharField(max_length=12)),
                ("days", models.PositiveIntegerField()),
                ("least", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Way",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=80, unique=True)),
                ("table", models.CharField(max_length=63, unique=True)),
                ("key", models.CharField(max_length=63)),
                ("family", models.CharField(max_length=40)),
                ("clock", models.CharField(max_length=12)),
                ("code", models.CharField(max_length=40)),
                ("then", models.CharField(max_length=12)),
                ("rank", models.PositiveSmallIntegerField()),
                ("has_kommune", models.BooleanField()),
                ("append_only", models.BooleanField()),
                (
                    "path",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=63), size=None
                    ),
                ),
                ("at", models.CharField(blank=True, default="", max_length=63)),
                ("at_is_day", models.BooleanField(default=False)),
                ("of_citizens", models.BooleanField()),
                ("sets", models.JSONField(default=list)),
                (
                    "files",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=63), default=list, size=None
                    ),
                ),
                (
                    "refs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=63), default=list, size=None
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.BigIntegerField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("approved", "Approved"),
                            ("done", "Done"),
                            ("refused", "Refused"),
                            ("lapsed", "Lapsed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("people", models.PositiveIntegerField(default=0)),
                ("aged", models.PositiveBigIntegerField(default=0)),
                ("needs_second", models.BooleanField(default=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by_id", models.BigIntegerField(null=True)),
                ("why", models.CharField(blank=True, default="", max_length=500)),
                ("done_at", models.DateTimeField(null=True)),
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
        migrations.CreateModel(
            name="Batch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("code", models.CharField(max_length=40)),
                ("label", models.CharField(blank=True, default="", max_length=80)),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "Waiting"), ("done", "Done"), ("failed", "Failed")],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("people", models.PositiveIntegerField(default=0)),
                ("left_out", models.PositiveIntegerField(default=0)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("failed_why", models.CharField(blank=True, default="", max_length=300)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="batches",
                        to="retention.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PlanLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=80)),
                ("code", models.CharField(max_length=40)),
                ("anonymises", models.BooleanField()),
                ("rows", models.PositiveBigIntegerField()),
                ("oldest", models.CharField(blank=True, default="", max_length=7)),
                ("newest", models.CharField(blank=True, default="", max_length=7)),
                (
                    "municipality",
                    models.ForeignKey(
                        default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="retention.plan",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Release",
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
                        choices=[("rows", "Rows"), ("counts", "Counts")], max_length=8
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("asked", "Asked"), ("made", "Made"), ("refused", "Refused")],
                        default="asked",
                        max_length=8,
                    ),
                ),
                (
                    "columns",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), size=None
                    ),
                ),
                ("sensitive", models.CharField(blank=True, default="", max_length=30)),
                ("k", models.PositiveSmallIntegerField()),
                ("diversity", models.PositiveSmallIntegerField(default=1)),
                ("epsilon_thousandths", models.PositiveIntegerField(default=0)),
                ("purpose", models.CharField(max_length=500)),
                ("recipient", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField()),
                ("asked_by_id", models.BigIntegerField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by_id", models.BigIntegerField(null=True)),
                ("refused_why", models.CharField(blank=True, default="", max_length=500)),
                ("year", models.PositiveSmallIntegerField(null=True)),
                ("rows_in", models.PositiveIntegerField(default=0)),
                ("rows_out", models.PositiveIntegerField(default=0)),
                ("report", models.JSONField(blank=True, default=dict)),
                ("table", models.TextField(blank=True, default="")),
                ("sha256", models.CharField(blank=True, default="", max_length=64)),
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
        migrations.CreateModel(
            name="Told",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("code", models.CharField(max_length=40)),
                ("ended_on", models.DateField()),
                ("goes_on", models.DateField()),
                ("told_at", models.DateTimeField()),
                ("kept_at", models.DateTimeField(null=True)),
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
        migrations.CreateModel(
            name="Tombstone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("batch_id", models.BigIntegerField()),
                ("table", models.CharField(max_length=63)),
                (
                    "pks",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                ("changed", models.BooleanField()),
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
        migrations.CreateModel(
            name="Choice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=40)),
                ("value", models.PositiveIntegerField()),
                ("from_on", models.DateField()),
                ("reason", models.CharField(max_length=500)),
                ("by_id", models.BigIntegerField()),
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
                "indexes": [
                    models.Index(
                        fields=["municipality", "code", "-from_on", "-id"], name="choices_by_code"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="a_choice_of_retention_has_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Ended",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                ("ended_on", models.DateField()),
                ("is_citizen", models.BooleanField()),
                ("found_at", models.DateTimeField()),
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
                        fields=["municipality", "ended_on", "person_id"], name="ways_by_their_end"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "person_id"), name="a_way_has_ended_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("case", "Case"),
                            ("complaint", "Complaint"),
                            ("request", "Request"),
                            ("court", "Court"),
                            ("other", "Other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("source", models.CharField(blank=True, default="", max_length=40)),
                ("reason", models.CharField(max_length=500)),
                ("review_on", models.DateField(null=True)),
                ("set_at", models.DateTimeField()),
                ("set_by_id", models.BigIntegerField(null=True)),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_by_id", models.BigIntegerField(null=True)),
                ("lifted_why", models.CharField(blank=True, default="", max_length=500)),
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
                        condition=models.Q(("lifted_at", None)),
                        fields=["municipality", "person_id"],
                        name="open_holds_by_person",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("lifted_at", None), models.Q(("source", ""), _negated=True)
                        ),
                        fields=("municipality", "person_id", "source"),
                        name="a_source_holds_a_person_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source", ""), _negated=True),
                            models.Q(("review_on__isnull", False), ("set_by_id__isnull", False)),
                            _connector="OR",
                        ),
                        name="a_hold_set_by_a_person_names_her_and_a_day_of_review",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("plan_id", models.BigIntegerField()),
                ("batch_id", models.BigIntegerField()),
                ("code", models.CharField(max_length=40)),
                ("label", models.CharField(max_length=80)),
                ("anonymised", models.BooleanField()),
                ("rows", models.PositiveBigIntegerField()),
                ("people", models.PositiveIntegerField()),
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
                "indexes": [models.Index(fields=["municipality", "-at"], name="ledger_by_time")],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="retention.batch",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "person_id"), name="a_batch_names_a_person_once"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ["waiting", "approved"])),
                fields=("municipality",),
                name="a_kommune_has_one_plan_open_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("needs_second", False),
                    models.Q(("state__in", ["approved", "done"]), _negated=True),
                    models.Q(
                        ("decided_by_id__isnull", False),
                        models.Q(
                            ("made_by_id", None),
                            models.Q(("decided_by_id", models.F("made_by_id")), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="whoever_asks_for_a_plan_is_not_the_second_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="batch",
            constraint=models.UniqueConstraint(
                fields=("plan", "number"), name="batches_of_a_plan_are_numbered"
            ),
        ),
        migrations.AddConstraint(
            model_name="planline",
            constraint=models.UniqueConstraint(
                fields=("plan", "label", "code"), name="a_plan_has_one_line_for_a_model_and_rule"
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "asked"),
                    models.Q(
                        ("decided_by_id__isnull", False),
                        models.Q(("decided_by_id", models.F("asked_by_id")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_release_is_approved_by_somebody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("purpose", ""), _negated=True),
                    models.Q(("recipient", ""), _negated=True),
                ),
                name="a_release_says_what_for_and_to_whom",
            ),
        ),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind", "counts"), ("k__gte", 10), _connector="OR"),
                name="a_row_given_to_research_is_like_at_least_nine_others",
            ),
        ),
        migrations.AddConstraint(
            model_name="told",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id", "code", "ended_on"),
                name="she_is_told_once_of_each_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="told",
            constraint=models.CheckConstraint(
                condition=models.Q(("goes_on__gt", models.F("ended_on"))),
                name="data_goes_after_the_way_has_ended",
            ),
        ),
        migrations.AddIndex(
            model_name="tombstone",
            index=models.Index(fields=["municipality", "table", "id"], name="tombstones_by_table"),
        ),
    ]
