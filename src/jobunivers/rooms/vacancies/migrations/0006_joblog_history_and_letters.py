# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenancy", "0001_initial"),
        ("vacancies", "0005_licences_and_languages"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApplicationStep",
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
                        max_length=12,
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Followed",
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
                            ("employer", "Employer"),
                            ("area", "Area"),
                            ("occupation", "Occupation"),
                            ("theme", "Theme"),
                        ],
                        max_length=12,
                    ),
                ),
                ("value", models.CharField(blank=True, default="", max_length=200)),
                ("name_da", models.CharField(max_length=200)),
                ("name_en", models.CharField(blank=True, default="", max_length=200)),
                ("news", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("on", models.DateField()),
                ("starts_at", models.DateTimeField(null=True)),
                ("ends_at", models.DateTimeField(null=True)),
                ("place", models.CharField(blank=True, default="", max_length=200)),
                ("note", models.TextField(blank=True, default="")),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("created_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="LetterAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("token", models.CharField(max_length=40)),
                ("made_at", models.DateTimeField()),
                ("last_letter_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="NoHistory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("since", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="PastSearch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("query", models.CharField(max_length=1500)),
                ("words", models.CharField(blank=True, default="", max_length=200)),
                ("others", models.CharField(blank=True, default="", max_length=1500)),
                ("last_at", models.DateTimeField()),
                ("times", models.PositiveIntegerField(default=1)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("received_at", models.DateTimeField()),
                ("letter", models.CharField(max_length=64)),
                ("sender", models.CharField(blank=True, default="", max_length=200)),
                ("subject", models.CharField(blank=True, default="", max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("received", "Received"),
                            ("interview", "Interview"),
                            ("offer", "Offer"),
                            ("rejected", "Rejected"),
                            ("unclear", "Unclear"),
                        ],
                        max_length=10,
                    ),
                ),
                ("title", models.CharField(blank=True, default="", max_length=300)),
                ("employer", models.CharField(blank=True, default="", max_length=200)),
                ("on", models.DateField()),
                ("interview_on", models.DateField(null=True)),
                ("interview_at", models.DateTimeField(null=True)),
                ("interview_ends_at", models.DateTimeField(null=True)),
                ("place", models.CharField(blank=True, default="", max_length=200)),
                ("lines", models.TextField(blank=True, default="")),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="application",
            name="address",
            field=models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            model_name="application",
            name="answered_by",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="application",
            name="answered_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="application",
            name="area",
            field=models.CharField(blank=True, db_default="", default="", max_length=100),
        ),
        migrations.AddField(
            model_name="application",
            name="contact_name",
            field=models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        migrations.AddField(
            model_name="application",
            name="contact_reach",
            field=models.CharField(blank=True, db_default="", default="", max_length=200),
        ),
        migrations.AddField(
            model_name="application",
            name="country",
            field=models.CharField(db_default="DK", default="DK", max_length=2),
        ),
        migrations.AddField(
            model_name="application",
            name="extent",
            field=models.CharField(
                blank=True,
                choices=[("full", "Full"), ("part", "Part")],
                db_default="",
                default="",
                max_length=4,
            ),
        ),
        migrations.AddField(
            model_name="application",
            name="postal_code",
            field=models.CharField(blank=True, db_default="", default="", max_length=10),
        ),
        migrations.AddField(
            model_name="application",
            name="reference",
            field=models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        migrations.AddField(
            model_name="application",
            name="remind_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="application",
            name="uploaded_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="application",
            name="vacancy_deadline",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="savedsearch",
            name="rhythm",
            field=models.CharField(
                choices=[
                    ("at_once", "At Once"),
                    ("daily", "Daily"),
                    ("weekly", "Weekly"),
                    ("none", "None"),
                ],
                db_default="daily",
                default="daily",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="star",
            name="deadline",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(
                condition=models.Q(("remind_on__isnull", False)),
                fields=["municipality", "remind_on"],
                name="joblog_by_reminder",
            ),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(
                fields=["municipality", "citizen_id", "-created_at", "-id"],
                name="joblog_newest_first",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("extent", "part"), _negated=True),
                    ("hours_per_week__isnull", False),
                    _connector="OR",
                ),
                name="an_application_for_part_time_says_its_hours",
            ),
        ),
        migrations.AddConstraint(
            model_name="application",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("uploaded_on", None),
                    models.Q(("status", "planned"), _negated=True),
                    _connector="OR",
                ),
                name="only_an_application_that_was_sent_is_uploaded",
            ),
        ),
        migrations.AddField(
            model_name="applicationstep",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="vacancies.application",
            ),
        ),
        migrations.AddField(
            model_name="applicationstep",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="followed",
            name="employer",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="vacancies.employer",
            ),
        ),
        migrations.AddField(
            model_name="followed",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="interview",
            name="application",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="vacancies.application",
            ),
        ),
        migrations.AddField(
            model_name="interview",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="letteraddress",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="nohistory",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="pastsearch",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="application",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="vacancies.application",
            ),
        ),
        migrations.AddField(
            model_name="proposal",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddConstraint(
            model_name="followed",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id", "kind", "value", "employer"),
                name="a_thing_is_followed_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="followed",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("employer__isnull", False), ("kind", "employer"), ("value", "")),
                    models.Q(
                        models.Q(("kind", "employer"), _negated=True),
                        ("employer", None),
                        models.Q(("value", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_employer_is_followed_as_a_row_and_all_else_by_value",
            ),
        ),
        migrations.AddConstraint(
            model_name="followed",
            constraint=models.CheckConstraint(
                condition=models.Q(("name_da", ""), _negated=True),
                name="what_is_followed_has_a_name",
            ),
        ),
        migrations.AddIndex(
            model_name="interview",
            index=models.Index(
                fields=["municipality", "citizen_id", "on"], name="interviews_by_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="interview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ends_at", None), ("starts_at", None)),
                    models.Q(("ends_at__isnull", False), ("starts_at__isnull", False)),
                    _connector="OR",
                ),
                name="an_interview_has_both_times_or_none",
            ),
        ),
        migrations.AddConstraint(
            model_name="interview",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_at", None), ("ends_at__gt", models.F("starts_at")), _connector="OR"
                ),
                name="an_interview_begins_before_it_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="letteraddress",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id"), name="a_citizen_has_one_letter_address"
            ),
        ),
        migrations.AddConstraint(
            model_name="letteraddress",
            constraint=models.UniqueConstraint(
                fields=("token",), name="a_letter_address_is_one_person_s"
            ),
        ),
        migrations.AddConstraint(
            model_name="nohistory",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id"), name="history_is_switched_off_once"
            ),
        ),
        migrations.AddIndex(
            model_name="pastsearch",
            index=models.Index(
                fields=["municipality", "citizen_id", "-last_at"], name="past_searches_of_hers"
            ),
        ),
        migrations.AddIndex(
            model_name="pastsearch",
            index=models.Index(fields=["municipality", "last_at"], name="past_searches_by_age"),
        ),
        migrations.AddConstraint(
            model_name="pastsearch",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id", "query"), name="a_past_search_stands_once"
            ),
        ),
        migrations.AddIndex(
            model_name="proposal",
            index=models.Index(
                fields=["municipality", "citizen_id", "-received_at"], name="proposals_of_hers"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.UniqueConstraint(
                fields=("municipality", "citizen_id", "letter"), name="a_letter_is_proposed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="proposal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("interview_at", None), ("interview_ends_at", None)),
                    models.Q(("interview_at__isnull", False), ("interview_ends_at__isnull", False)),
                    _connector="OR",
                ),
                name="an_interview_read_has_both_times_or_none",
            ),
        ),
    ]
