# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outreach", "0002_pushes_are_locked"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="push",
            name="urgent",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AlterField(
            model_name="nomore",
            name="what",
            field=models.CharField(
                choices=[
                    ("job", "Job"),
                    ("search", "Search"),
                    ("lesson", "Lesson"),
                    ("offer", "Offer"),
                    ("page", "Page"),
                    ("message", "Message"),
                ],
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="push",
            name="what",
            field=models.CharField(
                choices=[
                    ("job", "Job"),
                    ("search", "Search"),
                    ("lesson", "Lesson"),
                    ("offer", "Offer"),
                    ("page", "Page"),
                    ("message", "Message"),
                ],
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="Trigger",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("owner_id", models.BigIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("live", "Live"),
                            ("paused", "Paused"),
                            ("ended", "Ended"),
                        ],
                        default="draft",
                        max_length=6,
                    ),
                ),
                ("paused_why", models.CharField(blank=True, default="", max_length=20)),
                ("paused_at", models.DateTimeField(null=True)),
                ("paused_by_id", models.BigIntegerField(null=True)),
                ("ran_at", models.DateTimeField(null=True)),
                ("key", models.CharField(blank=True, default="", max_length=40)),
                ("version", models.PositiveIntegerField(default=1)),
                ("created_at", models.DateTimeField()),
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
            },
        ),
        migrations.CreateModel(
            name="TriggerVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("conditions", models.JSONField(default=list)),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("job", "Job"),
                            ("search", "Search"),
                            ("lesson", "Lesson"),
                            ("offer", "Offer"),
                            ("page", "Page"),
                            ("message", "Message"),
                        ],
                        max_length=8,
                    ),
                ),
                ("thing", models.CharField(blank=True, default="", max_length=80)),
                ("title", models.CharField(max_length=200)),
                ("path", models.CharField(blank=True, default="", max_length=2000)),
                ("words", models.CharField(blank=True, default="", max_length=1000)),
                ("because", models.CharField(max_length=200)),
                ("cool_days", models.PositiveSmallIntegerField(default=90)),
                ("per_day", models.PositiveSmallIntegerField(default=100)),
                ("from_now", models.BooleanField(default=True)),
                ("why", models.CharField(blank=True, default="", max_length=500)),
                ("digest", models.CharField(max_length=64)),
                ("made_by_id", models.BigIntegerField()),
                ("made_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True)),
                ("submitted_by_id", models.BigIntegerField(null=True)),
                ("rule", models.PositiveIntegerField(null=True)),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by_id", models.BigIntegerField(null=True)),
                ("refused_why", models.CharField(blank=True, default="", max_length=500)),
                ("refused_by_id", models.BigIntegerField(null=True)),
                ("live_from", models.DateTimeField(null=True)),
                ("live_to", models.DateTimeField(null=True)),
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
                    "trigger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="outreach.trigger",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TriggerTest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("by_id", models.BigIntegerField()),
                ("seekers", models.PositiveIntegerField()),
                ("fits", models.PositiveIntegerField()),
                ("reached", models.PositiveIntegerField()),
                ("week", models.PositiveIntegerField()),
                ("month", models.PositiveIntegerField()),
                ("held", models.JSONField(default=dict)),
                ("courses", models.JSONField(default=dict)),
                (
                    "examples",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
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
                (
                    "trigger_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tests",
                        to="outreach.triggerversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="TriggerHit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("occurrence", models.CharField(max_length=300)),
                ("facts", models.JSONField(default=list)),
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
                (
                    "push",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hits",
                        to="outreach.push",
                    ),
                ),
                (
                    "trigger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hits",
                        to="outreach.trigger",
                    ),
                ),
                (
                    "trigger_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hits",
                        to="outreach.triggerversion",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="trigger",
            name="draft",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="outreach.triggerversion",
            ),
        ),
        migrations.AddField(
            model_name="trigger",
            name="live",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="outreach.triggerversion",
            ),
        ),
        migrations.AddField(
            model_name="push",
            name="trigger_version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="pushes",
                to="outreach.triggerversion",
            ),
        ),
        migrations.CreateModel(
            name="NoTrigger",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
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
                (
                    "trigger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="outreach.trigger",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "citizen_id", "trigger"),
                        name="she_says_no_to_a_trigger_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TriggerOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("course", models.CharField(blank=True, default="", max_length=40)),
                (
                    "triggers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("rest_days", models.PositiveSmallIntegerField(default=7)),
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
                        fields=["municipality", "course", "-id"], name="orders_of_a_course"
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="triggerversion",
            constraint=models.UniqueConstraint(
                fields=("municipality", "trigger", "number"),
                name="versions_of_a_trigger_are_numbered",
            ),
        ),
        migrations.AddConstraint(
            model_name="triggerversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by_id", None),
                    models.Q(
                        models.Q(("approved_by_id", models.F("made_by_id")), _negated=True),
                        models.Q(("approved_by_id", models.F("submitted_by_id")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="nobody_approves_the_trigger_she_wrote",
            ),
        ),
        migrations.AddConstraint(
            model_name="triggerversion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("live_from", None), models.Q(("why", ""), _negated=True), _connector="OR"
                ),
                name="a_trigger_that_was_live_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="triggerversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("per_day__gte", 1)), name="a_trigger_sends_at_least_one_a_day"
            ),
        ),
        migrations.AddIndex(
            model_name="triggertest",
            index=models.Index(
                fields=["municipality", "trigger_version", "-id"], name="tests_of_a_trigger"
            ),
        ),
        migrations.AddIndex(
            model_name="triggerhit",
            index=models.Index(
                fields=["municipality", "citizen_id", "-at"], name="hits_by_citizen"
            ),
        ),
        migrations.AddIndex(
            model_name="triggerhit",
            index=models.Index(fields=["municipality", "trigger", "-at"], name="hits_by_trigger"),
        ),
        migrations.AddIndex(
            model_name="triggerhit",
            index=models.Index(fields=["municipality", "push", "citizen_id"], name="hits_by_push"),
        ),
        migrations.AddConstraint(
            model_name="triggerhit",
            constraint=models.UniqueConstraint(
                fields=("municipality", "trigger", "citizen_id", "occurrence"),
                name="a_trigger_reaches_her_once_for_an_occurrence",
            ),
        ),
        migrations.AddIndex(
            model_name="trigger",
            index=models.Index(
                condition=models.Q(("state", "live")),
                fields=["municipality", "id"],
                name="triggers_that_send",
            ),
        ),
        migrations.AddConstraint(
            model_name="trigger",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("municipality", "owner_id", "key"),
                name="a_form_makes_one_trigger",
            ),
        ),
        migrations.AddConstraint(
            model_name="trigger",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "live"), _negated=True),
                    ("live__isnull", False),
                    _connector="OR",
                ),
                name="a_live_trigger_has_a_live_version",
            ),
        ),
    ]
