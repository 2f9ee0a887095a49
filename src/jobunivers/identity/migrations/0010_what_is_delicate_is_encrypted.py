# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("identity", "0009_officers")]

    operations = [
        migrations.AlterField("protection", "reason", fields.EncryptedTextField(max_length=300)),
        migrations.AlterField(
            "protection",
            "lifted_why",
            fields.EncryptedTextField(max_length=300, default="", blank=True),
        ),
        encrypts("identity", "Protection", "reason", "lifted_why"),
    ]
