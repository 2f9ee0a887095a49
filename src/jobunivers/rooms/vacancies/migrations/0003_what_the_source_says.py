# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0002_rows_are_locked")]
    operations = [
        migrations.AddField(
            model_name="source", name="columns", field=models.JSONField(default=dict, blank=True)
        ),
        migrations.AddField(
            model_name="vacancy",
            name="occupation_text",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="isco_given",
            field=models.CharField(blank=True, default="", max_length=4),
        ),
        migrations.RemoveIndex(model_name="vacancy", name="vacancies_by_band"),
        migrations.CreateModel(
            name="Band",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "band",
                        "vacancy_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("band", models.BigIntegerField()),
                ("vacancy_id", models.BigIntegerField()),
            ],
        ),
        # 17 numbers an advertisement: a second for 50,000. Kommuner's own are not seen here and
        # get theirs when they are next written.
        migrations.RunSQL(
            """
            INSERT INTO vacancies_band (band, vacancy_id)
            SELECT DISTINCT band, v.id FROM vacancies_vacancy v, unnest(v.bands) AS band
            WHERE v.closed_at IS NULL
            """,
            migrations.RunSQL.noop,
        ),
    ]
