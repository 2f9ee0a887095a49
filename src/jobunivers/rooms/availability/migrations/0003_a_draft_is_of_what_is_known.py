# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    """A draft may be of what was known before; at once, whatever there is."""

    dependencies = [("availability", "0002_what_is_delicate_is_encrypted")]

    operations = [
        migrations.AddField(
            model_name="case", name="draft_holds", field=models.BooleanField(default=True)
        ),
    ]
