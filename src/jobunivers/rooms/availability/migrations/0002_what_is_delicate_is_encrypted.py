# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("availability", "0001_possible_sanction_cases")]

    operations = [
        migrations.AlterField("case", "why", fields.EncryptedTextField()),
        migrations.AlterField(
            "case", "hearing_text", fields.EncryptedTextField(default="", blank=True)
        ),
        migrations.AlterField("case", "answer", fields.EncryptedTextField(default="", blank=True)),
        migrations.AlterField("case", "reasons", fields.EncryptedTextField(default="", blank=True)),
        migrations.AlterField("case", "text", fields.EncryptedTextField(default="", blank=True)),
        migrations.AlterField(
            "case",
            "withdrawn_why",
            fields.EncryptedTextField(max_length=500, default="", blank=True),
        ),
        migrations.AlterField(
            "casefact",
            "evidence",
            fields.EncryptedTextField(max_length=500, default="", blank=True),
        ),
        migrations.AlterField("caseentry", "data", fields.EncryptedJSONField(default=dict)),
        encrypts(
            "availability",
            "Case",
            "why",
            "hearing_text",
            "answer",
            "reasons",
            "text",
            "withdrawn_why",
        ),
        encrypts("availability", "CaseFact", "evidence"),
        encrypts("availability", "CaseEntry", "data"),
    ]
