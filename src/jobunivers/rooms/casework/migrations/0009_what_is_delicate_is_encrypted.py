# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("casework", "0008_attention_keeps_what_it_saw")]

    operations = [
        migrations.AlterField(
            "recommendationremark",
            "note",
            fields.EncryptedTextField(max_length=300, default="", blank=True),
        ),
        migrations.AlterField(
            "attentionpoint",
            "note",
            fields.EncryptedTextField(max_length=300, default="", blank=True),
        ),
        migrations.AlterField(
            "attentionpoint",
            "objection",
            fields.EncryptedTextField(max_length=500, default="", blank=True),
        ),
        encrypts("casework", "RecommendationRemark", "note"),
        encrypts("casework", "AttentionPoint", "note", "objection"),
    ]
