# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    """Whom to help first is read from a small index; a second for 50,000 points."""

    dependencies = [("casework", "0010_overview_is_divided_at_a_glance")]

    operations = [
        migrations.RemoveIndex(
            model_name="attentionpoint",
            name="waiting_points_by_kind",
        ),
        migrations.AddIndex(
            model_name="attentionpoint",
            index=models.Index(
                condition=models.Q(("state__in", ["open", "postponed"])),
                fields=["municipality", "owner", "code"],
                include=("citizen_id", "state", "until", "opened_at"),
                name="waiting_points_by_kind",
            ),
        ),
    ]
