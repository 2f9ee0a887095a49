# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models

# What there was before the tile of talks: whoever has a page has seen them, or could have.
_BEFORE = (
    "entrance.meeting", "entrance.way", "front.contact", "marketplace.now", "notices.new",
    "plan.plan", "segmentation.journey", "tailored.because", "tailored.gap", "tailored.jobs",
    "tailored.step", "vacancies.applications", "vacancies.deadlines", "vacancies.followed",
    "vacancies.history", "vacancies.searches", "vacancies.starred", "week.week",
)  # fmt: skip


class Migration(migrations.Migration):
    """What came after she first saw her page can be offered to her; a second for 50,000 pages."""

    dependencies = [("tiles", "0002_rows_are_locked")]

    operations = [
        migrations.AddField(
            model_name="layout", name="known", field=models.JSONField(blank=True, default=list)
        ),
        # Who has had it and taken it away has it in her history.
        migrations.RunSQL(
            [
                (
                    "UPDATE tiles_layout SET known = to_jsonb(%s::text[])"
                    " || CASE WHEN history::text LIKE '%%\"talks.next\"%%'"
                    " THEN '[\"talks.next\"]'::jsonb ELSE '[]'::jsonb END",
                    [list(_BEFORE)],
                )
            ],
            migrations.RunSQL.noop,
        ),
    ]
