# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("webhooks", "0001_endpoints_and_messages")]

    operations = [
        migrations.AlterField("endpoint", "sealed", fields.EncryptedBinaryField()),
        migrations.AlterField("endpoint", "sealed_before", fields.EncryptedBinaryField(null=True)),
        encrypts("webhooks", "Endpoint", "sealed", "sealed_before"),
    ]
