# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0011_sessions_say_where_and_when"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="OutsideLogin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("issuer", models.CharField(max_length=500)),
                ("subject", models.CharField(max_length=255)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SpentProof",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("ends_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="session",
            name="issuer",
            field=models.CharField(blank=True, db_default="", default="", max_length=500),
        ),
        migrations.AddField(
            model_name="session",
            name="sid",
            field=models.CharField(blank=True, db_default="", default="", max_length=255),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(
                condition=models.Q(("sid", ""), _negated=True),
                fields=["sid"],
                name="sessions_of_a_provider",
            ),
        ),
        migrations.AddField(
            model_name="outsidelogin",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="outsidelogin",
            name="person",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="spentproof",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddConstraint(
            model_name="outsidelogin",
            constraint=models.UniqueConstraint(
                fields=("municipality", "issuer", "subject"),
                name="a_subject_of_an_issuer_is_one_person",
            ),
        ),
        migrations.AddIndex(
            model_name="spentproof",
            index=models.Index(fields=["municipality", "ends_at"], name="spent_proofs_by_end"),
        ),
        migrations.AddConstraint(
            model_name="spentproof",
            constraint=models.UniqueConstraint(
                fields=("municipality", "digest"), name="what_a_provider_signed_counts_once"
            ),
        ),
    ]
