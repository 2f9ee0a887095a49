# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vendors", "0003_what_is_delicate_is_encrypted")]

    operations = [
        migrations.CreateModel(
            name="MailKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("invitation", "Invitation"), ("login", "Login")], max_length=10
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="vendors.vendormember",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="mailkey",
            index=models.Index(fields=["member", "-made_at"], name="mailed_keys_by_member"),
        ),
        migrations.AddConstraint(
            model_name="mailkey",
            constraint=models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("made_at")),
                name="a_mailed_key_is_made_before_it_expires",
            ),
        ),
    ]
