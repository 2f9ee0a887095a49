# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.expressions
import jobunivers.foundation.tenancy.current
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="GuideItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=40)),
                (
                    "place",
                    models.CharField(
                        choices=[
                            ("tour", "Tour"),
                            ("welcome", "Welcome"),
                            ("bring", "Bring"),
                            ("wishes", "Wishes"),
                            ("readiness", "Readiness"),
                            ("jobs", "Jobs"),
                            ("meeting", "Meeting"),
                        ],
                        max_length=12,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("title_da", models.CharField(max_length=120)),
                ("title_en", models.CharField(max_length=120)),
                ("text_da", models.TextField()),
                ("text_en", models.TextField()),
                (
                    "picture",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "None"),
                            ("path", "Path"),
                            ("folder", "Folder"),
                            ("compass", "Compass"),
                            ("talk", "Talk"),
                            ("shield", "Shield"),
                            ("list", "List"),
                        ],
                        default="",
                        max_length=12,
                    ),
                ),
                ("hidden", models.BooleanField(default=False)),
                ("written_by", models.CharField(max_length=120)),
                ("review_on", models.DateField(null=True)),
                ("changed_at", models.DateTimeField()),
                ("changed_by_id", models.BigIntegerField(null=True)),
                ("video_type", models.CharField(blank=True, default="", max_length=20)),
                ("video_bytes", models.BigIntegerField(default=0)),
                ("video_changed_at", models.DateTimeField(null=True)),
                ("captions_da", models.TextField(blank=True, default="")),
                ("captions_en", models.TextField(blank=True, default="")),
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
            },
        ),
        migrations.CreateModel(
            name="GuideSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("key", models.CharField(max_length=40)),
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
            },
        ),
        migrations.CreateModel(
            name="HelpSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("helper_id", models.BigIntegerField()),
                ("asked_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "confirmed",
                    models.CharField(
                        blank=True,
                        choices=[("own_login", "Own Login"), ("at_the_counter", "At The Counter")],
                        default="",
                        max_length=16,
                    ),
                ),
                (
                    "shown",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("passport", "Passport"),
                            ("driving_licence", "Driving Licence"),
                            ("residence_card", "Residence Card"),
                            ("id_card", "Id Card"),
                            ("health_card", "Health Card"),
                        ],
                        default="",
                        max_length=16,
                    ),
                ),
                ("ends_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by_id", models.BigIntegerField(null=True)),
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
            name="MeetingRules",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("in_person", models.BooleanField(default=True)),
                ("phone", models.BooleanField(default=True)),
                ("place", models.CharField(blank=True, default="", max_length=200)),
                ("directions_da", models.CharField(blank=True, default="", max_length=400)),
                ("directions_en", models.CharField(blank=True, default="", max_length=400)),
                ("minutes", models.PositiveSmallIntegerField(default=45)),
                ("notice_hours", models.PositiveSmallIntegerField(default=24)),
                ("weeks_ahead", models.PositiveSmallIntegerField(default=6)),
                ("changed_at", models.DateTimeField()),
                ("changed_by_id", models.BigIntegerField()),
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
            name="OwnWish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("actor_id", models.BigIntegerField()),
                ("version", models.CharField(max_length=20)),
                (
                    "wish",
                    models.CharField(
                        choices=[
                            ("self", "Self"),
                            ("together", "Together"),
                            ("in_person", "In Person"),
                        ],
                        max_length=10,
                    ),
                ),
                ("replaced_at", models.DateTimeField(null=True)),
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
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
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
            name="IntroMeeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uid", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("sequence", models.PositiveSmallIntegerField(default=0)),
                ("citizen_id", models.BigIntegerField()),
                ("phone", models.CharField(blank=True, default="", max_length=30)),
                ("booked_at", models.DateTimeField()),
                ("booked_by_id", models.BigIntegerField()),
                ("reminded_at", models.DateTimeField(null=True)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("cancelled_by_id", models.BigIntegerField(null=True)),
                ("held_at", models.DateTimeField(null=True)),
                ("missed_at", models.DateTimeField(null=True)),
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
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="entrance.seat",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SelfTest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("actor_id", models.BigIntegerField()),
                ("version", models.CharField(max_length=20)),
                ("answers", models.JSONField(default=dict)),
                ("score", models.FloatField(null=True)),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("alone", "Alone"),
                            ("some_help", "Some Help"),
                            ("together", "Together"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("replaced_at", models.DateTimeField(null=True)),
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
            name="Slot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("adviser_id", models.BigIntegerField()),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "form",
                    models.CharField(
                        choices=[("in_person", "In Person"), ("phone", "Phone")], max_length=10
                    ),
                ),
                ("place", models.CharField(blank=True, default="", max_length=200)),
                ("opened_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
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
        migrations.AddField(
            model_name="seat",
            name="slot",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="seats",
                to="entrance.slot",
            ),
        ),
        migrations.CreateModel(
            name="StepTaken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("welcome", "Welcome"),
                            ("bring", "Bring"),
                            ("wishes", "Wishes"),
                            ("readiness", "Readiness"),
                            ("jobs", "Jobs"),
                            ("meeting", "Meeting"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("done", "Done"), ("skipped", "Skipped")], max_length=8
                    ),
                ),
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
            },
        ),
        migrations.CreateModel(
            name="VideoPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="entrance.guideitem",
                    ),
                ),
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
            },
        ),
        migrations.CreateModel(
            name="Walk",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("begun_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("put_off_until", models.DateTimeField(null=True)),
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
        migrations.AddConstraint(
            model_name="guideitem",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"),
                name="a_guide_item_is_there_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="guideitem",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("video_type", ""),
                    models.Q(("captions_da", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_video_has_captions",
            ),
        ),
        migrations.AddConstraint(
            model_name="guideseen",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id", "key"), name="an_item_is_seen_once"
            ),
        ),
        migrations.AddIndex(
            model_name="helpsession",
            index=models.Index(
                fields=["municipality", "citizen_id", "-asked_at"], name="help_by_citizen"
            ),
        ),
        migrations.AddConstraint(
            model_name="helpsession",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("municipality", "citizen_id"),
                name="a_citizen_has_one_helper_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpsession",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("municipality", "helper_id"),
                name="a_helper_helps_one_citizen_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed", ""), ("confirmed_at", None), ("ends_at", None)),
                    models.Q(
                        (
                            "ends_at__lte",
                            django.db.models.expressions.CombinedExpression(
                                models.F("confirmed_at"),
                                "+",
                                models.Value(dt.timedelta(seconds=3600), models.DurationField()),
                            ),
                        ),
                        models.Q(("confirmed", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="help_begins_with_a_yes_and_lasts_an_hour_at_most",
            ),
        ),
        migrations.AddConstraint(
            model_name="helpsession",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confirmed", "at_the_counter"), _negated=True),
                    models.Q(("shown", ""), _negated=True),
                    _connector="OR",
                ),
                name="who_says_yes_at_the_counter_has_shown_who_she_is",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetingrules",
            constraint=models.UniqueConstraint(
                fields=("municipality",), name="a_kommune_has_one_set_of_rules"
            ),
        ),
        migrations.AddConstraint(
            model_name="ownwish",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)),
                fields=("municipality", "citizen_id"),
                name="a_citizen_has_one_current_own_wish",
            ),
        ),
        migrations.AddIndex(
            model_name="intromeeting",
            index=models.Index(
                fields=["municipality", "citizen_id", "-booked_at"], name="meetings_by_citizen"
            ),
        ),
        migrations.AddConstraint(
            model_name="intromeeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("cancelled_at", None)),
                fields=("seat",),
                name="a_seat_is_given_to_one_citizen",
            ),
        ),
        migrations.AddConstraint(
            model_name="intromeeting",
            constraint=models.UniqueConstraint(
                condition=models.Q(("cancelled_at", None), ("held_at", None), ("missed_at", None)),
                fields=("municipality", "citizen_id"),
                name="a_citizen_has_one_first_meeting_ahead",
            ),
        ),
        migrations.AddConstraint(
            model_name="selftest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("replaced_at", None)),
                fields=("municipality", "citizen_id"),
                name="a_citizen_has_one_current_self_test",
            ),
        ),
        migrations.AddConstraint(
            model_name="selftest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("score", None), models.Q(("score__gte", 0), ("score__lte", 1)), _connector="OR"
                ),
                name="readiness_is_between_0_and_1",
            ),
        ),
        migrations.AddIndex(
            model_name="slot",
            index=models.Index(fields=["municipality", "starts_at"], name="slots_by_time"),
        ),
        migrations.AddIndex(
            model_name="slot",
            index=models.Index(
                fields=["municipality", "adviser_id", "starts_at"], name="slots_by_adviser"
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=models.CheckConstraint(
                condition=models.Q(("starts_at__lte", models.F("ends_at"))),
                name="a_slot_starts_before_it_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="slot",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("withdrawn_at", None)),
                expressions=[
                    (
                        models.Func(
                            models.F("adviser_id"),
                            models.F("adviser_id"),
                            models.Value("[]"),
                            function="int8range",
                        ),
                        "&&",
                    ),
                    (
                        models.Func(
                            models.F("starts_at"), models.F("ends_at"), function="tstzrange"
                        ),
                        "&&",
                    ),
                ],
                name="an_adviser_has_one_slot_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                fields=("slot", "number"), name="a_seat_is_there_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="steptaken",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id", "step"), name="a_step_is_taken_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="videopart",
            constraint=models.UniqueConstraint(
                fields=("item", "number"), name="a_piece_of_video_is_there_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="walk",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id"), name="a_citizen_walks_in_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="walk",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("finished_at", None),
                    ("begun_at__lte", models.F("finished_at")),
                    _connector="OR",
                ),
                name="a_walk_begins_before_it_is_finished",
            ),
        ),
    ]
