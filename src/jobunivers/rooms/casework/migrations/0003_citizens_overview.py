# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2


import django.contrib.postgres.fields
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0002_remarks_are_locked"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CitizenRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("name", models.CharField(max_length=120)),
                ("sort_key", models.CharField(db_collation="C", max_length=400)),
                ("born_on", models.DateField(null=True)),
                ("came_on", models.DateField(null=True)),
                ("out_since", models.DateField(null=True)),
                ("course", models.CharField(blank=True, default="", max_length=40)),
                ("step", models.PositiveSmallIntegerField(default=0)),
                ("course_since", models.DateField(null=True)),
                ("consultant_id", models.BigIntegerField(null=True)),
                ("objection_open", models.BooleanField(default=False)),
                ("absent", models.BooleanField(default=False)),
                ("absent_until", models.DateField(null=True)),
                ("readiness", models.CharField(blank=True, default="", max_length=10)),
                ("own_wish", models.CharField(blank=True, default="", max_length=10)),
                ("meeting", models.CharField(blank=True, default="", max_length=6)),
                ("meeting_on", models.DateField(null=True)),
                ("last_login_on", models.DateField(null=True)),
                ("last_active_on", models.DateField(null=True)),
                ("points30", models.FloatField(default=0.0)),
                ("applications7", models.PositiveIntegerField(default=0)),
                ("applications30", models.PositiveIntegerField(default=0)),
                ("applications90", models.PositiveIntegerField(default=0)),
                ("last_applied_on", models.DateField(null=True)),
                ("interviews90", models.PositiveIntegerField(default=0)),
                ("offers", models.PositiveIntegerField(default=0)),
                ("rejections", models.PositiveIntegerField(default=0)),
                ("unanswered", models.PositiveIntegerField(default=0)),
                ("stars", models.PositiveIntegerField(default=0)),
                ("pushes_unanswered", models.PositiveIntegerField(default=0)),
                ("last_answer_on", models.DateField(null=True)),
                ("goals_open", models.PositiveIntegerField(default=0)),
                ("activities_open", models.PositiveIntegerField(default=0)),
                ("next_on", models.DateField(null=True)),
                ("overdue", models.PositiveIntegerField(default=0)),
                ("last_done_on", models.DateField(null=True)),
                ("waits_for_her", models.PositiveIntegerField(default=0)),
                ("waits_for_staff", models.PositiveIntegerField(default=0)),
                ("agreements_overdue", models.PositiveIntegerField(default=0)),
                ("requirements_fixed", models.BooleanField(default=False)),
                ("profile_share", models.PositiveSmallIntegerField(default=0)),
                ("has_cv", models.BooleanField(default=False)),
                (
                    "occupations_had",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, size=None
                    ),
                ),
                (
                    "occupations_wished",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), default=list, size=None
                    ),
                ),
                ("competences", models.PositiveIntegerField(default=0)),
                (
                    "languages",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), default=list, size=None
                    ),
                ),
                ("danish", models.CharField(blank=True, default="", max_length=10)),
                (
                    "licences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("education", models.CharField(blank=True, default="", max_length=20)),
                ("experience_months", models.PositiveIntegerField(default=0)),
                ("postcode", models.CharField(blank=True, default="", max_length=4)),
                ("town", models.CharField(blank=True, default="", max_length=100)),
                ("max_km", models.PositiveSmallIntegerField(null=True)),
                ("hours_min", models.FloatField(null=True)),
                ("hours_max", models.FloatField(null=True)),
                ("remote", models.BooleanField(default=False)),
                (
                    "flags",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        db_default=[],
                        default=list,
                        size=None,
                    ),
                ),
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
                "indexes": [
                    models.Index(
                        fields=["municipality", "sort_key", "citizen_id"], name="overview_by_name"
                    ),
                    models.Index(
                        fields=["municipality", "consultant_id", "sort_key"],
                        name="overview_by_consultant",
                    ),
                    models.Index(
                        fields=["municipality", "out_since", "citizen_id"],
                        name="overview_by_out_since",
                    ),
                    models.Index(
                        fields=["municipality", "last_active_on", "citizen_id"],
                        name="overview_by_activity",
                    ),
                    models.Index(
                        fields=["municipality", "last_applied_on", "citizen_id"],
                        name="overview_by_applied",
                    ),
                    models.Index(
                        fields=["municipality", "next_on", "citizen_id"], name="overview_by_next"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "citizen_id"), name="a_citizen_has_one_overview_row"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OverviewState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("people", models.PositiveIntegerField(default=0)),
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
                        fields=("municipality",), name="a_kommune_has_one_overview_state"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("owner_id", models.BigIntegerField()),
                ("name", models.CharField(max_length=80)),
                ("query", models.CharField(max_length=2000)),
                ("shared", models.BooleanField(default=False)),
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
                "indexes": [
                    models.Index(
                        fields=["municipality", "shared", "owner_id"], name="saved_filters_by_owner"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "owner_id", "name"),
                        name="a_filter_name_is_used_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="a_saved_filter_has_a_name",
                    ),
                ],
            },
        ),
        row_level_security("casework_citizenrow"),
        row_level_security("casework_overviewstate"),
        row_level_security("casework_savedfilter"),
    ]
