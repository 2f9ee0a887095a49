# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("journey", "0004_languages_and_licences")]
    operations = [
        migrations.AddField(
            model_name="competence", name="added_at", field=models.DateTimeField(null=True)
        ),
    ]
