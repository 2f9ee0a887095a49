# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("identity", "0010_what_is_delicate_is_encrypted")]

    operations = [
        migrations.AddField("session", "handle", models.UUIDField(null=True, unique=True)),
        migrations.AddField("session", "started_at", models.DateTimeField(null=True)),
        migrations.AddField("session", "seen_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "session",
            "device",
            models.CharField(max_length=60, default="", db_default="", blank=True),
        ),
        migrations.AddField(
            "session",
            "network",
            models.CharField(max_length=40, default="", db_default="", blank=True),
        ),
    ]
