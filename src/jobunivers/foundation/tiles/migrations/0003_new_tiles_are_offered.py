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
# Who has had it and taken it away has it in her history.
_KNOWN = """
    UPDATE tiles_layout SET known = to_jsonb(%s::text[])
        || CASE WHEN history::text LIKE '%%"talks.next"%%' THEN '["talks.next"]'::jsonb
           ELSE '[]'::jsonb END
"""


def know(apps, schema_editor):
    """Note what each has seen; a second for 50,000 pages."""
    municipalities = apps.get_model("tenancy", "Municipality").objects.order_by("pk")
    with schema_editor.connection.cursor() as cursor:
        for pk in [*municipalities.values_list("pk", flat=True)]:
            cursor.execute("SELECT set_config('jobunivers.municipality', %s, true)", [str(pk)])
            cursor.execute(_KNOWN, [list(_BEFORE)])
        cursor.execute("SELECT set_config('jobunivers.municipality', '', true)")


class Migration(migrations.Migration):
    """What came after she first saw her page can be offered to her."""

    dependencies = [("tiles", "0002_rows_are_locked")]

    operations = [
        migrations.AddField(
            model_name="layout", name="known", field=models.JSONField(blank=True, default=list)
        ),
        migrations.RunPython(know, migrations.RunPython.noop),
    ]
