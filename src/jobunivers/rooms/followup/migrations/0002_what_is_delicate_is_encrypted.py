# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("followup", "0001_tasks_notes_letters_and_batches")]

    operations = [
        migrations.AlterField("letter", "title", fields.EncryptedTextField(max_length=120)),
        migrations.AlterField("letter", "words", fields.EncryptedTextField(max_length=2000)),
        migrations.AlterField("note", "text", fields.EncryptedTextField(max_length=4000)),
        migrations.AlterField("noteversion", "text", fields.EncryptedTextField(max_length=4000)),
        migrations.AlterField(
            "batch", "title", fields.EncryptedTextField(max_length=200, default="", blank=True)
        ),
        migrations.AlterField(
            "batch", "words", fields.EncryptedTextField(max_length=2000, default="", blank=True)
        ),
        migrations.AlterField(
            "batchitem", "title", fields.EncryptedTextField(max_length=200, default="", blank=True)
        ),
        migrations.AlterField(
            "batchitem", "words", fields.EncryptedTextField(max_length=2000, default="", blank=True)
        ),
        migrations.AlterField(
            "stafftask", "text", fields.EncryptedTextField(max_length=2000, default="", blank=True)
        ),
        encrypts("followup", "Letter", "title", "words"),
        encrypts("followup", "Note", "text"),
        encrypts("followup", "NoteVersion", "text"),
        encrypts("followup", "Batch", "title", "words"),
        encrypts("followup", "BatchItem", "title", "words"),
        encrypts("followup", "StaffTask", "text"),
    ]
