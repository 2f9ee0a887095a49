# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is most delicate is encrypted where it stands; the way back opens it again."""

from django.db import migrations, models

from jobunivers.foundation.crypto import fields
from jobunivers.foundation.crypto.migrating import encrypts


class Migration(migrations.Migration):
    dependencies = [("notices", "0005_paths_may_be_long")]

    operations = [
        migrations.RemoveConstraint("address", "an_address_is_kept_once_per_person"),
        migrations.AddField(
            "address",
            "address_hash",
            fields.KeyedHashField(of="address", default=""),
            preserve_default=False,
        ),
        migrations.AlterField("address", "address", fields.EncryptedTextField()),
        encrypts("notices", "Address", "address"),
        migrations.AddConstraint(
            "address",
            models.UniqueConstraint(
                fields=["municipality", "person_id", "channel", "address_hash"],
                name="an_address_is_kept_once_per_person",
            ),
        ),
    ]
