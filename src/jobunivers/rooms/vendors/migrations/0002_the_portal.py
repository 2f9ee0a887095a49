# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("marketplace", "0003_links_and_levels"),
        ("vendors", "0001_the_gate"),
    ]

    operations = [
        migrations.CreateModel(
            name="CvrAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("cvr", models.CharField(max_length=8, unique=True)),
                ("outcome", models.CharField(max_length=8)),
                ("name", models.CharField(blank=True, default="", max_length=150)),
                ("address", models.CharField(blank=True, default="", max_length=250)),
                ("closed", models.CharField(blank=True, default="", max_length=30)),
                ("asked_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="KommuneMonth",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("municipality_code", models.CharField(max_length=4)),
                ("month", models.DateField()),
                ("users", models.PositiveIntegerField(default=0)),
                ("starts", models.PositiveIntegerField(default=0)),
                ("completers", models.PositiveIntegerField(default=0)),
                ("raters", models.PositiveIntegerField(default=0)),
                ("stars", models.PositiveIntegerField(default=0)),
                ("counted_at", models.DateTimeField()),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["month", "offer"], name="kommune_months_by_month")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality_code", "offer", "month"),
                        name="a_kommune_counts_a_month_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="a_month_begins_on_its_first_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leaving",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField()),
                ("why", models.CharField(max_length=300)),
                ("told_at", models.DateTimeField()),
                ("told_by_id", models.BigIntegerField()),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_at", None), ("taken_back_at", None)),
                        fields=("offer",),
                        name="a_solution_leaves_once_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublishedMonth",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField()),
                ("figures", models.JSONField()),
                ("published_at", models.DateTimeField()),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("offer", "month"), name="a_month_is_published_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SaidWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("municipality_code", models.CharField(max_length=4)),
                ("rating_id", models.BigIntegerField()),
                ("words", models.TextField()),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality_code", "rating_id"), name="words_are_passed_on_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=150)),
                ("cvr", models.CharField(blank=True, default="", max_length=8)),
                ("abroad", models.CharField(blank=True, default="", max_length=60)),
                ("website", models.URLField(blank=True, default="", max_length=500)),
                ("about", models.TextField(blank=True, default="")),
                ("contact_name", models.CharField(max_length=120)),
                ("contact_email", models.EmailField(max_length=254)),
                ("contact_phone", models.CharField(blank=True, default="", max_length=30)),
                ("sent_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by_id", models.BigIntegerField(null=True)),
                ("accepted", models.BooleanField(null=True)),
                ("why", models.CharField(blank=True, default="", max_length=300)),
                (
                    "vendor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="marketplace.vendor",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("decided_at", None), models.Q(("cvr", ""), _negated=True)
                        ),
                        fields=("cvr",),
                        name="a_firm_asks_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted", None), ("decided_at", None)),
                            models.Q(
                                ("accepted", True),
                                ("decided_at__isnull", False),
                                ("vendor__isnull", False),
                            ),
                            models.Q(
                                ("accepted", False),
                                ("decided_at__isnull", False),
                                models.Q(("why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="who_is_accepted_becomes_a_firm_and_who_is_not_is_told_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SolutionDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "said",
                    models.CharField(
                        choices=[
                            ("approved", "Approved"),
                            ("sent_back", "Sent Back"),
                            ("taken_back", "Taken Back"),
                        ],
                        max_length=10,
                    ),
                ),
                ("why", models.CharField(blank=True, default="", max_length=300)),
                ("at", models.DateTimeField()),
                ("by_id", models.BigIntegerField()),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["offer", "-at"], name="decisions_by_solution")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("said", "sent_back"), _negated=True),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_sent_back_says_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SolutionMessage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by_id", models.BigIntegerField()),
                ("from_firm", models.BooleanField()),
                ("words", models.TextField(max_length=5000)),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["offer", "id"], name="messages_by_solution")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="a_message_says_something",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ThreadSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                ("seen_id", models.BigIntegerField()),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("offer", "person_id"), name="a_thread_is_read_in_one_row"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VendorMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("person_id", models.BigIntegerField(unique=True)),
                ("email", models.EmailField(blank=True, default="", max_length=254)),
                (
                    "rank",
                    models.CharField(
                        choices=[("administrator", "Administrator"), ("editor", "Editor")],
                        max_length=14,
                    ),
                ),
                ("from_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                ("added_at", models.DateTimeField()),
                ("added_by_id", models.BigIntegerField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_by_id", models.BigIntegerField(null=True)),
                (
                    "vendor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="marketplace.vendor",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["vendor", "from_on"], name="members_by_vendor")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="a_membership_does_not_end_before_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rank__in", ["administrator", "editor"])),
                        name="a_member_has_a_known_rank",
                    ),
                ],
            },
        ),
    ]
