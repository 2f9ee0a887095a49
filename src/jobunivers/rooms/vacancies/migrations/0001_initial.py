# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
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
            name="Employer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("key", models.CharField(max_length=220, unique=True)),
                ("cvr", models.CharField(blank=True, default="", max_length=8)),
                ("url", models.URLField(blank=True, default="", max_length=500)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("cvr", ""), _negated=True),
                        fields=["cvr"],
                        name="employers_by_cvr",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("finished_at", models.DateTimeField(null=True)),
                ("read", models.PositiveIntegerField(default=0)),
                ("added", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("unchanged", models.PositiveIntegerField(default=0)),
                ("closed", models.PositiveIntegerField(default=0)),
                ("rejected", models.PositiveIntegerField(default=0)),
                ("repeated", models.PositiveIntegerField(default=0)),
                ("duplicates", models.PositiveIntegerField(default=0)),
                ("failure", models.CharField(blank=True, default="", max_length=300)),
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
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60)),
                ("name", models.CharField(max_length=120)),
                (
                    "origin",
                    models.CharField(
                        choices=[("market", "Market"), ("shared", "Shared"), ("own", "Own")],
                        max_length=10,
                    ),
                ),
                ("format", models.CharField(max_length=30)),
                ("url", models.URLField(blank=True, default="", max_length=500)),
                ("licence", models.CharField(blank=True, default="", max_length=200)),
                ("attribution", models.CharField(blank=True, default="", max_length=300)),
                ("keep_days", models.PositiveSmallIntegerField(default=60)),
                ("cursor", models.TextField(blank=True, default="")),
                ("created_at", models.DateTimeField()),
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
            name="RejectedRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("source_key", models.CharField(blank=True, default="", max_length=300)),
                ("reason", models.CharField(max_length=60)),
                ("detail", models.TextField(blank=True, default="")),
                ("original", models.TextField()),
                ("original_hash", models.CharField(max_length=64)),
                ("created_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("mended_at", models.DateTimeField(null=True)),
                ("dismissed_at", models.DateTimeField(null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vacancies.importrun",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rejected",
                        to="vacancies.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="importrun",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="runs",
                to="vacancies.source",
            ),
        ),
        migrations.CreateModel(
            name="Vacancy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source_key", models.CharField(max_length=300)),
                ("title", models.CharField(max_length=300)),
                ("description", models.TextField()),
                ("text", models.TextField()),
                ("language", models.CharField(blank=True, default="", max_length=3)),
                ("url", models.URLField(blank=True, default="", max_length=2000)),
                ("apply_url", models.URLField(blank=True, default="", max_length=2000)),
                ("street", models.CharField(blank=True, default="", max_length=200)),
                ("postal_code", models.CharField(blank=True, default="", max_length=12)),
                ("city", models.CharField(blank=True, default="", max_length=100)),
                ("country", models.CharField(blank=True, default="", max_length=2)),
                ("kommune_code", models.CharField(blank=True, default="", max_length=4)),
                ("latitude", models.FloatField(null=True)),
                ("longitude", models.FloatField(null=True)),
                ("place_precision", models.CharField(blank=True, default="", max_length=20)),
                (
                    "employment_types",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("hours_min", models.FloatField(null=True)),
                ("hours_max", models.FloatField(null=True)),
                ("remote_share", models.FloatField(null=True)),
                ("salary_text", models.CharField(blank=True, default="", max_length=300)),
                ("positions", models.PositiveIntegerField(default=1)),
                ("occupation_uri", models.CharField(blank=True, default="", max_length=200)),
                ("occupation_confidence", models.FloatField(default=0)),
                ("isco", models.CharField(blank=True, default="", max_length=4)),
                ("area", models.SlugField(blank=True, default="", max_length=60)),
                ("skills", models.JSONField(default=list)),
                ("understood_by", models.CharField(blank=True, default="", max_length=40)),
                ("published_at", models.DateTimeField()),
                ("deadline", models.DateField(null=True)),
                ("expires_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("seen_at", models.DateTimeField()),
                ("created_at", models.DateTimeField()),
                ("content_hash", models.CharField(max_length=64)),
                ("fingerprint", models.JSONField(default=dict)),
                (
                    "bands",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("original", models.TextField()),
                (
                    "warnings",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), default=list, size=None
                    ),
                ),
                ("change", models.BigIntegerField(db_index=True)),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="duplicates",
                        to="vacancies.vacancy",
                    ),
                ),
                (
                    "employer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vacancies",
                        to="vacancies.employer",
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
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vacancies",
                        to="vacancies.source",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Star",
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
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="vacancies.vacancy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Hidden",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("too_far", "Too Far"),
                            ("wrong_field", "Wrong Field"),
                            ("wrong_hours", "Wrong Hours"),
                            ("missing_skills", "Missing Skills"),
                            ("not_this_employer", "Not This Employer"),
                            ("other", "Other"),
                        ],
                        max_length=20,
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
                (
                    "vacancy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="vacancies.vacancy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Application",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "Planned"),
                            ("applied", "Applied"),
                            ("interview", "Interview"),
                            ("offer", "Offer"),
                            ("rejected", "Rejected"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="applied",
                        max_length=12,
                    ),
                ),
                ("applied_on", models.DateField(null=True)),
                ("title", models.CharField(max_length=300)),
                ("employer", models.CharField(max_length=200)),
                ("place", models.CharField(blank=True, default="", max_length=150)),
                ("hours_per_week", models.FloatField(null=True)),
                (
                    "found_how",
                    models.CharField(
                        choices=[
                            ("advertised", "Advertised"),
                            ("unsolicited", "Unsolicited"),
                            ("network", "Network"),
                        ],
                        default="advertised",
                        max_length=12,
                    ),
                ),
                (
                    "applied_how",
                    models.CharField(
                        choices=[
                            ("digital", "Digital"),
                            ("phone", "Phone"),
                            ("in_person", "In Person"),
                        ],
                        default="digital",
                        max_length=12,
                    ),
                ),
                ("deadline", models.DateField(null=True)),
                ("url", models.URLField(blank=True, default="", max_length=2000)),
                ("note", models.TextField(blank=True, default="")),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
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
                    "vacancy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="vacancies.vacancy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("name", models.CharField(max_length=120)),
                ("query", models.CharField(max_length=1500)),
                ("created_at", models.DateTimeField()),
                ("opened_at", models.DateTimeField()),
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
                        fields=("municipality", "citizen_id", "query"),
                        name="a_search_is_saved_once",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.UniqueConstraint(
                models.F("code"),
                models.F("municipality"),
                name="source_code_is_used_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("municipality__isnull", False), ("origin", "own")),
                    models.Q(
                        models.Q(("origin", "own"), _negated=True), ("municipality__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="own_sources_belong_to_a_kommune",
            ),
        ),
        migrations.AddIndex(
            model_name="rejectedrecord",
            index=models.Index(fields=["source", "-seen_at"], name="rejected_by_source"),
        ),
        migrations.AddConstraint(
            model_name="rejectedrecord",
            constraint=models.UniqueConstraint(
                fields=("source", "original_hash"), name="rejected_record_is_kept_once"
            ),
        ),
        migrations.AddIndex(
            model_name="importrun",
            index=models.Index(fields=["source", "-started_at"], name="runs_by_source"),
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["bands"], name="vacancies_by_band"
            ),
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=models.Index(
                condition=models.Q(("closed_at", None)),
                fields=["expires_at"],
                name="vacancies_expiring",
            ),
        ),
        migrations.AddIndex(
            model_name="vacancy",
            index=models.Index(fields=["employer"], name="vacancies_by_employer"),
        ),
        migrations.AddConstraint(
            model_name="vacancy",
            constraint=models.UniqueConstraint(
                fields=("source", "source_key"), name="vacancy_is_known_once_by_its_source"
            ),
        ),
        migrations.AddConstraint(
            model_name="vacancy",
            constraint=models.CheckConstraint(
                condition=models.Q(("duplicate_of", models.F("id")), _negated=True),
                name="vacancy_is_no_duplicate_of_itself",
            ),
        ),
        migrations.AddConstraint(
            model_name="star",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id", "vacancy"), name="a_vacancy_is_starred_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="hidden",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id", "vacancy"), name="a_vacancy_is_hidden_once"
            ),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(
                fields=["municipality", "citizen_id", "-applied_on"], name="joblog_by_citizen"
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.UniqueConstraint(
                condition=models.Q(("vacancy__isnull", False)),
                fields=("municipality", "citizen_id", "vacancy"),
                name="an_application_is_logged_once_per_vacancy",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("status", "planned"), ("applied_on__isnull", False), _connector="OR"
                ),
                name="an_application_that_was_sent_has_a_date",
            ),
        ),
    ]
