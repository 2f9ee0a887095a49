# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations


class Migration(migrations.Migration):
    """Runs are computed anew every night; those of the first model cannot be read by the second."""

    dependencies = [("tailored", "0002_rows_are_locked")]
    operations = [
        migrations.DeleteModel("Recommendation"),
        migrations.DeleteModel("RecommendationRun"),
    ]
