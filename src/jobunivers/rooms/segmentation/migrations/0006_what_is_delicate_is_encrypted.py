# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("segmentation", "0005_leave_substitutes_and_hand_overs")]

    operations = [
        migrations.AlterField("override", "reason", fields.EncryptedTextField()),
        migrations.AlterField("objection", "words", fields.EncryptedTextField()),
        migrations.AlterField(
            "objection", "answer", fields.EncryptedTextField(default="", blank=True)
        ),
        encrypts("segmentation", "Override", "reason"),
        encrypts("segmentation", "Objection", "words", "answer"),
    ]
