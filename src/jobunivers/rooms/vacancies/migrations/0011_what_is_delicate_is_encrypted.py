# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations, models

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0010_what_was_sent_with_an_application")]

    operations = [
        migrations.RemoveConstraint("letteraddress", "a_letter_address_is_one_person_s"),
        migrations.AddField(
            "letteraddress",
            "token_hash",
            fields.KeyedHashField(of="token", default=""),
            preserve_default=False,
        ),
        migrations.AlterField("letteraddress", "token", fields.EncryptedTextField(max_length=40)),
        migrations.AlterField(
            "proposal", "sender", fields.EncryptedTextField(max_length=200, default="", blank=True)
        ),
        migrations.AlterField(
            "proposal", "subject", fields.EncryptedTextField(max_length=200, default="", blank=True)
        ),
        migrations.AlterField(
            "proposal", "title", fields.EncryptedTextField(max_length=300, default="", blank=True)
        ),
        migrations.AlterField(
            "proposal",
            "employer",
            fields.EncryptedTextField(max_length=200, default="", blank=True),
        ),
        migrations.AlterField(
            "proposal", "place", fields.EncryptedTextField(max_length=200, default="", blank=True)
        ),
        migrations.AlterField(
            "proposal", "lines", fields.EncryptedTextField(default="", blank=True)
        ),
        migrations.AlterField(
            "application", "note", fields.EncryptedTextField(default="", blank=True)
        ),
        migrations.AlterField(
            "application",
            "contact_name",
            fields.EncryptedTextField(max_length=120, default="", db_default="", blank=True),
        ),
        migrations.AlterField(
            "application",
            "contact_reach",
            fields.EncryptedTextField(max_length=200, default="", db_default="", blank=True),
        ),
        migrations.AlterField(
            "interview", "note", fields.EncryptedTextField(default="", blank=True)
        ),
        encrypts("vacancies", "LetterAddress", "token"),
        encrypts(
            "vacancies", "Proposal", "sender", "subject", "title", "employer", "place", "lines"
        ),
        encrypts("vacancies", "Application", "note", "contact_name", "contact_reach"),
        encrypts("vacancies", "Interview", "note"),
        migrations.AddConstraint(
            "letteraddress",
            models.UniqueConstraint(fields=["token_hash"], name="a_letter_address_is_one_person_s"),
        ),
    ]
