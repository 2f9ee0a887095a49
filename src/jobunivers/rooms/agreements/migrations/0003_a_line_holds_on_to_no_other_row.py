# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0002_kommuner_say_yes")]

    operations = [
        migrations.RemoveConstraint("settlementline", "a_line_has_its_place_in_a_settlement"),
        migrations.AlterField("settlementline", "settlement", models.BigIntegerField()),
        migrations.RenameField("settlementline", "settlement", "settlement_id"),
        migrations.AddConstraint(
            "settlementline",
            models.UniqueConstraint(
                fields=["settlement_id", "place"], name="a_line_has_its_place_in_a_settlement"
            ),
        ),
    ]
