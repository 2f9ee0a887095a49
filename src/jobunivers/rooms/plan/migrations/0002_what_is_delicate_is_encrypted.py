# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("plan", "0001_goals_activities_and_agreements")]

    operations = [
        migrations.AlterField("agreement", "words", fields.EncryptedTextField()),
        migrations.AlterField(
            "activity", "note", fields.EncryptedTextField(default="", blank=True)
        ),
        encrypts("plan", "Agreement", "words"),
        encrypts("plan", "Activity", "note"),
    ]
