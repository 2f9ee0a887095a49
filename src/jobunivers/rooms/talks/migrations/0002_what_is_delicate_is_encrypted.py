# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("talks", "0001_talks_proposals_and_cue_cards")]

    operations = [
        migrations.AlterField("talk", "referat", fields.EncryptedTextField(default="", blank=True)),
        migrations.AlterField("agendapoint", "words", fields.EncryptedTextField(max_length=300)),
        encrypts("talks", "Talk", "referat"),
        encrypts("talks", "AgendaPoint", "words"),
    ]
