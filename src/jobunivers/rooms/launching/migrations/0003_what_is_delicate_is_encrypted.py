# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("launching", "0002_tools_and_what_they_tell")]

    operations = [
        migrations.AlterField("signingkey", "sealed", fields.EncryptedBinaryField()),
        encrypts("launching", "SigningKey", "sealed"),
    ]
