# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
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
            name="DeliveryTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("municipality_code", models.CharField(max_length=4)),
                ("day", models.DateField()),
                ("statements", models.PositiveIntegerField(default=0)),
                ("last_at", models.DateTimeField()),
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
                        fields=("municipality_code", "offer", "day"), name="a_day_is_tallied_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=40, unique=True)),
                ("secret_hash", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.BigIntegerField(null=True)),
                ("ends_at", models.DateTimeField(null=True)),
                ("ended_by_id", models.BigIntegerField(null=True)),
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
                "indexes": [models.Index(fields=["offer", "-made_at"], name="keys_by_offer")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at", None),
                            ("ends_at__gte", models.F("made_at")),
                            _connector="OR",
                        ),
                        name="a_key_is_made_before_it_ends",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RefusalTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("municipality_code", models.CharField(max_length=4)),
                ("day", models.DateField()),
                ("code", models.CharField(max_length=30)),
                ("place", models.CharField(blank=True, default="", max_length=120)),
                ("times", models.PositiveIntegerField(default=1)),
                ("last_at", models.DateTimeField()),
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
                "indexes": [models.Index(fields=["offer", "-last_at"], name="refusals_by_offer")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality_code", "offer", "day", "code", "place"),
                        name="a_refusal_is_counted_in_one_row",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("offer_id", models.BigIntegerField()),
                ("statement_id", models.UUIDField()),
                ("verb", models.TextField()),
                ("activity", models.TextField()),
                ("whole", models.BooleanField()),
                ("registration", models.UUIDField(null=True)),
                ("voids", models.UUIDField(null=True)),
                ("said_at", models.DateTimeField()),
                ("stored_at", models.DateTimeField()),
                ("digest", models.CharField(max_length=64)),
                ("body", models.JSONField()),
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
                        fields=["municipality", "citizen_id", "offer_id", "-said_at"],
                        name="statements_by_citizen",
                    ),
                    models.Index(
                        fields=["municipality", "offer_id", "stored_at", "id"],
                        name="statements_by_offer",
                    ),
                    models.Index(
                        condition=models.Q(("voids__isnull", False)),
                        fields=["municipality", "offer_id", "voids"],
                        name="statements_taken_back",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality", "offer_id", "statement_id"),
                        name="a_statement_is_stored_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WaitingStatement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("statement_pk", models.BigIntegerField()),
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
                        fields=("municipality", "statement_pk"), name="a_statement_waits_once"
                    )
                ],
            },
        ),
        row_level_security("evidence_statement"),
        row_level_security("evidence_waitingstatement"),
    ]
