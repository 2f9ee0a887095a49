# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("law", "0001_law_text_and_dated_rules"),
    ]

    operations = [
        migrations.AddField(
            model_name="provision",
            name="words",
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.CreateModel(
            name="LawCitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
                ("words", models.PositiveIntegerField()),
                (
                    "cited",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cited_by",
                        to="law.provision",
                    ),
                ),
                (
                    "provision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="cites",
                        to="law.provision",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["vector"], name="citations_by_word"
                    )
                ],
            },
        ),
        # 8,000 paragraphs: a second.
        migrations.RunSQL(
            "UPDATE law_provision SET words = length(vector) WHERE vector IS NOT NULL",
            migrations.RunSQL.noop,
        ),
    ]
