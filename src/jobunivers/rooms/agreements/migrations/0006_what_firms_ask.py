# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0005_changes_lapse"),
        ("marketplace", "0004_acts_can_be_taken_back"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="PriceList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("said", models.JSONField()),
                ("words", models.CharField(blank=True, default="", max_length=300)),
                ("published_at", models.DateTimeField()),
                ("published_by_id", models.BigIntegerField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
        ),
        migrations.CreateModel(
            name="PriceRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField()),
                ("said", models.JSONField()),
                ("why", models.CharField(max_length=500)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("taken_up", "Taken Up"),
                            ("declined", "Declined"),
                            ("withdrawn", "Withdrawn"),
                            ("lapsed", "Lapsed"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("asked_by_id", models.BigIntegerField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by_id", models.BigIntegerField(null=True)),
                ("answer", models.CharField(blank=True, default="", max_length=500)),
            ],
        ),
        migrations.AddField(
            model_name="agreement",
            name="written_by_id",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("signed_by_id", None),
                    ("written_by_id", None),
                    models.Q(("signed_by_id", models.F("written_by_id")), _negated=True),
                    _connector="OR",
                ),
                name="who_writes_an_agreement_does_not_sign_it",
            ),
        ),
        migrations.AddField(
            model_name="pricelist",
            name="offer",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="marketplace.offer",
            ),
        ),
        migrations.AddField(
            model_name="pricerequest",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="agreements.agreement",
            ),
        ),
        migrations.AddField(
            model_name="pricerequest",
            name="amendment",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="agreements.amendment",
            ),
        ),
        migrations.AddIndex(
            model_name="pricerequest",
            index=models.Index(fields=["agreement", "state"], name="requests_by_agreement"),
        ),
        migrations.AddConstraint(
            model_name="pricerequest",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "open")),
                fields=("agreement",),
                name="other_prices_are_asked_for_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="pricerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_on__day", 1)), name="prices_asked_for_begin_on_the_first"
            ),
        ),
        migrations.AddConstraint(
            model_name="pricerequest",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "declined"), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="who_declines_prices_says_why",
            ),
        ),
    ]
