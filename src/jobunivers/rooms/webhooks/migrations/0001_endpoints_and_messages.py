# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.contrib.postgres.fields
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("marketplace", "0003_links_and_levels"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Endpoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=500)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("sealed", models.BinaryField()),
                ("sealed_before", models.BinaryField(null=True)),
                ("before_until", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("changed_by_id", models.BigIntegerField(null=True)),
                ("off_at", models.DateTimeField(null=True)),
                (
                    "off_why",
                    models.CharField(
                        blank=True,
                        choices=[("dead", "Dead"), ("gone", "Gone")],
                        default="",
                        max_length=8,
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True)),
                ("dead_in_a_row", models.PositiveIntegerField(default=0)),
                ("slow_in_a_row", models.PositiveIntegerField(default=0)),
                ("resting_until", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "vendor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.vendor",
                    ),
                ),
            ],
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
                ("message_id", models.CharField(max_length=40, unique=True)),
                ("kind", models.CharField(max_length=40)),
                ("offer_id", models.BigIntegerField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("received", "Received"),
                            ("dead", "Dead"),
                            ("dropped", "Dropped"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("tries", models.PositiveIntegerField(default=0)),
                ("made_at", models.DateTimeField()),
                ("next_at", models.DateTimeField(null=True)),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "endpoint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="webhooks.endpoint",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message_id", models.CharField(max_length=40)),
                ("citizen_id", models.BigIntegerField(null=True)),
                ("offer_id", models.BigIntegerField(null=True)),
                ("kind", models.CharField(max_length=40)),
                ("subject", models.CharField(blank=True, default="", max_length=40)),
                ("body", models.TextField()),
                ("made_at", models.DateTimeField()),
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
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("status", models.PositiveIntegerField(null=True)),
                ("ms", models.PositiveIntegerField()),
                ("trouble", models.CharField(blank=True, default="", max_length=10)),
                ("said", models.CharField(blank=True, default="", max_length=200)),
                (
                    "delivery",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attempts",
                        to="webhooks.delivery",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["delivery", "at"], name="attempts_by_delivery")],
            },
        ),
        migrations.AddConstraint(
            model_name="endpoint",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at", None)),
                fields=("vendor",),
                name="a_vendor_is_told_at_one_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="endpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("before_until", None), ("sealed_before", None)),
                    models.Q(("before_until__isnull", False), ("sealed_before__isnull", False)),
                    _connector="OR",
                ),
                name="a_secret_of_before_has_an_end",
            ),
        ),
        migrations.AddConstraint(
            model_name="endpoint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("off_at", None), ("off_why", "")),
                    models.Q(("off_at__isnull", False), models.Q(("off_why", ""), _negated=True)),
                    _connector="OR",
                ),
                name="what_is_switched_off_says_why",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(fields=["endpoint", "-made_at"], name="deliveries_by_endpoint"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(fields=["municipality", "made_at"], name="messages_by_time"),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.UniqueConstraint(
                fields=("municipality", "message_id"), name="a_message_is_there_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("citizen_id", None), ("subject", "")),
                    models.Q(
                        ("citizen_id__isnull", False), models.Q(("subject", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="who_is_told_of_has_a_number",
            ),
        ),
        row_level_security("webhooks_message"),
    ]
