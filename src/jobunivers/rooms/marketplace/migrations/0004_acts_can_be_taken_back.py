# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A column without a default and two checks: no row is written anew. Seconds at 10 million acts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("marketplace", "0003_links_and_levels"), ("tenancy", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="useact",
            name="takes_back",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AlterField(
            model_name="useact",
            name="act",
            field=models.CharField(
                choices=[
                    ("shown", "Shown"),
                    ("started", "Started"),
                    ("completed", "Completed"),
                    ("assigned", "Assigned"),
                    ("stopped", "Stopped"),
                    ("taken_back", "Taken Back"),
                ],
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="useact",
            constraint=models.UniqueConstraint(
                condition=models.Q(takes_back__isnull=False),
                fields=("municipality", "takes_back"),
                name="an_act_is_taken_back_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="useact",
            constraint=models.CheckConstraint(
                condition=models.Q(act="taken_back", takes_back__isnull=False)
                | (~models.Q(act="taken_back") & models.Q(takes_back=None)),
                name="what_takes_back_says_which",
            ),
        ),
    ]
