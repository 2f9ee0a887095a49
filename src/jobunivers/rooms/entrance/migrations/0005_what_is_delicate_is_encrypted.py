# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("entrance", "0004_what_sources_told_is_locked")]

    operations = [
        migrations.AlterField(
            "intromeeting",
            "phone",
            fields.EncryptedTextField(max_length=30, default="", blank=True),
        ),
        migrations.AlterField("finding", "fields", fields.EncryptedJSONField(default=dict)),
        migrations.AlterField("finding", "place", fields.EncryptedJSONField(default=dict)),
        encrypts("entrance", "IntroMeeting", "phone"),
        encrypts("entrance", "Finding", "fields", "place"),
    ]
