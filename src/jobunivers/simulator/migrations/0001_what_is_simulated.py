# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
from django.db import migrations, models

import jobunivers.foundation.tenancy.current
from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    initial = True

    dependencies = [("tenancy", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="SimulatedKommune",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seed", models.BigIntegerField()),
                ("day", models.DateField()),
                ("record", models.BinaryField()),
                (
                    "municipality",
                    models.ForeignKey(
                        default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("municipality",), name="a_kommune_is_simulated_once"
                    )
                ],
            },
        ),
        row_level_security("simulator_simulatedkommune"),
    ]
