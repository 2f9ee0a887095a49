# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.crypto import fields


class Migration(migrations.Migration):
    dependencies = [("journey", "0009_educations_have_a_time")]

    operations = [
        migrations.AddField(
            "profile",
            "phone",
            fields.EncryptedTextField(blank=True, db_default="", default="", max_length=30),
        ),
    ]
