# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notices", "0002_rows_are_locked"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Address",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "Email"),
                            ("phone", "Phone"),
                            ("sms", "Sms"),
                            ("digital_post", "Digital Post"),
                        ],
                        max_length=12,
                    ),
                ),
                ("address", models.TextField()),
                ("label", models.CharField(blank=True, default="", max_length=80)),
                ("created_at", models.DateTimeField()),
                ("verified_at", models.DateTimeField(null=True)),
                ("asked_at", models.DateTimeField(null=True)),
                ("gone_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Alarm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=100)),
                ("raised_at", models.DateTimeField()),
                ("over_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Beat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sender", models.CharField(max_length=60, unique=True)),
                ("known_since", models.DateTimeField()),
                ("beat_at", models.DateTimeField(null=True)),
                ("made", models.PositiveIntegerField(default=0)),
            ],
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
                ("person_id", models.BigIntegerField()),
                ("kind", models.CharField(max_length=60)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "Email"),
                            ("phone", "Phone"),
                            ("sms", "Sms"),
                            ("digital_post", "Digital Post"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[("off", "Off"), ("daily", "Daily"), ("at_once", "At Once")],
                        max_length=8,
                    ),
                ),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("email", "Email"),
                            ("phone", "Phone"),
                            ("sms", "Sms"),
                            ("digital_post", "Digital Post"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[("off", "Off"), ("daily", "Daily"), ("at_once", "At Once")],
                        max_length=8,
                    ),
                ),
                ("critical", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("sending", "Sending"),
                            ("sent", "Sent"),
                            ("failed", "Failed"),
                            ("left_out", "Left Out"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("due_at", models.DateTimeField()),
                ("message", models.CharField(blank=True, default="", max_length=60)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("reached", models.JSONField(default=list)),
                ("changed_at", models.DateTimeField()),
                ("reason", models.CharField(blank=True, default="", max_length=60)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Limits",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("per_day", models.PositiveSmallIntegerField(default=3)),
                ("per_week", models.PositiveSmallIntegerField(default=10)),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.BigIntegerField(null=True)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Preferences",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                ("language", models.CharField(default="da", max_length=5)),
                ("quiet_from", models.TimeField(default=dt.time(20, 0), null=True)),
                ("quiet_to", models.TimeField(default=dt.time(8, 0), null=True)),
                ("digest_hour", models.PositiveSmallIntegerField(default=9)),
                ("paused_until", models.DateTimeField(null=True)),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="notice",
            name="acted_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="notice",
            name="key",
            field=models.CharField(blank=True, default="", max_length=120),
        ),
        migrations.AddField(
            model_name="notice",
            name="opened_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="notice",
            name="opened_via",
            field=models.CharField(blank=True, default="", max_length=12),
        ),
        migrations.AddField(
            model_name="notice",
            name="sender",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
        migrations.AddField(
            model_name="notice",
            name="sent_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="notice",
            name="wants_answer",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                fields=["municipality", "kind", "-created_at"], name="notices_by_kind"
            ),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("key", ""), _negated=True),
                fields=("municipality", "person_id", "kind", "key"),
                name="an_occasion_is_told_once",
            ),
        ),
        migrations.AddField(
            model_name="address",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="alarm",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="choice",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="delivery",
            name="notice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deliveries",
                to="notices.notice",
            ),
        ),
        migrations.AddField(
            model_name="limits",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="preferences",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddConstraint(
            model_name="address",
            constraint=models.UniqueConstraint(
                fields=("municipality", "person_id", "channel", "address"),
                name="an_address_is_kept_once_per_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="alarm",
            constraint=models.UniqueConstraint(
                condition=models.Q(("over_at__isnull", True)),
                fields=("municipality", "code"),
                name="an_alarm_rings_once_until_it_is_over",
            ),
        ),
        migrations.AddConstraint(
            model_name="choice",
            constraint=models.UniqueConstraint(
                fields=("municipality", "person_id", "kind", "channel"),
                name="a_type_has_one_choice_per_channel",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                condition=models.Q(("state__in", ["waiting", "sending"])),
                fields=["municipality", "due_at"],
                name="deliveries_on_their_way",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(
                fields=["municipality", "person_id", "-changed_at"], name="deliveries_by_person"
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(fields=["municipality", "-changed_at"], name="deliveries_by_time"),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(
                fields=("notice", "channel"), name="a_notice_goes_out_once_per_channel"
            ),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["failed", "left_out"]), _negated=True),
                    models.Q(("reason", ""), _negated=True),
                    _connector="OR",
                ),
                name="what_failed_or_was_left_out_has_a_reason",
            ),
        ),
        migrations.AddConstraint(
            model_name="limits",
            constraint=models.UniqueConstraint(
                fields=("municipality",), name="a_kommune_has_one_set_of_limits"
            ),
        ),
        migrations.AddConstraint(
            model_name="preferences",
            constraint=models.UniqueConstraint(
                fields=("municipality", "person_id"), name="a_person_has_one_set_of_preferences"
            ),
        ),
        migrations.AddConstraint(
            model_name="preferences",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("quiet_from__isnull", True), ("quiet_to__isnull", True)),
                    models.Q(("quiet_from__isnull", False), ("quiet_to__isnull", False)),
                    _connector="OR",
                ),
                name="quiet_hours_have_a_beginning_and_an_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="preferences",
            constraint=models.CheckConstraint(
                condition=models.Q(("digest_hour__lt", 24)),
                name="the_daily_message_has_an_hour_of_the_day",
            ),
        ),
    ]
