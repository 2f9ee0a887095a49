# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("vendors", "0002_the_portal")]

    operations = [
        migrations.AlterField(
            "vendormember", "email", fields.EncryptedTextField(default="", blank=True)
        ),
        migrations.AlterField("signup", "contact_email", fields.EncryptedTextField()),
        migrations.AlterField(
            "signup",
            "contact_phone",
            fields.EncryptedTextField(max_length=30, default="", blank=True),
        ),
        migrations.AlterField(
            "solutionmessage", "words", fields.EncryptedTextField(max_length=5_000)
        ),
        encrypts("vendors", "VendorMember", "email"),
        encrypts("vendors", "SignUp", "contact_email", "contact_phone"),
        encrypts("vendors", "SolutionMessage", "words"),
    ]
