# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("files", "0001_files_are_kept_in_pieces")]

    operations = [
        migrations.AlterField("filepiece", "content", fields.EncryptedBinaryField()),
        encrypts("files", "FilePiece", "content"),
    ]
