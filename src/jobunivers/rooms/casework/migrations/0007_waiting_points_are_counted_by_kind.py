# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    """Which kinds of points wait, and how many of each, is counted in an index alone."""

    dependencies = [("casework", "0006_overview_is_read_at_a_glance")]

    operations = [
        migrations.AddIndex(
            model_name="attentionpoint",
            index=models.Index(
                fields=["municipality", "owner", "code"],
                include=["citizen_id", "state", "until"],
                condition=models.Q(state__in=["open", "postponed"]),
                name="waiting_points_by_kind",
            ),
        ),
    ]
