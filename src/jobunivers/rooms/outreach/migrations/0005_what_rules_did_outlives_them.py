# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outreach", "0004_rules_are_locked"),
    ]

    operations = [
        migrations.AlterField(
            model_name="triggerhit",
            name="push",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hits",
                to="outreach.push",
            ),
        ),
        migrations.AlterField(
            model_name="triggerhit",
            name="trigger",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hits",
                to="outreach.trigger",
            ),
        ),
        migrations.AlterField(
            model_name="triggerhit",
            name="trigger_version",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="hits",
                to="outreach.triggerversion",
            ),
        ),
        migrations.AlterField(
            model_name="triggertest",
            name="trigger_version",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="tests",
                to="outreach.triggerversion",
            ),
        ),
    ]
