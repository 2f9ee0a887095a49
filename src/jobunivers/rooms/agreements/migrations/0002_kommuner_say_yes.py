# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_agreements_bills_and_ledger")]

    operations = [
        migrations.AddField("party", "agreed_at", models.DateTimeField(null=True)),
        migrations.AddField("party", "agreed_by_id", models.BigIntegerField(null=True)),
    ]
