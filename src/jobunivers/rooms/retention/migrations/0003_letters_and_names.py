# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
from django.db import migrations, models

import jobunivers.foundation.tenancy.current
from jobunivers.foundation.tenancy.rls import row_level_security
from jobunivers.rooms.retention.migrations import _functions


class Migration(migrations.Migration):
    dependencies = [
        ("retention", "0002_rows_are_locked"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="told",
            name="by_letter",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="told",
            name="letter_sent_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="LetterRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.BigIntegerField()),
                ("letters", models.PositiveIntegerField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("sent_by_id", models.BigIntegerField(null=True)),
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
            },
        ),
        migrations.AddField(
            model_name="told",
            name="letter_run",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="told",
                to="retention.letterrun",
            ),
        ),
        migrations.AddIndex(
            model_name="told",
            index=models.Index(
                condition=models.Q(("by_letter", True), ("letter_sent_at", None)),
                fields=["municipality", "letter_run", "id"],
                name="letters_that_are_not_sent",
            ),
        ),
        migrations.AddConstraint(
            model_name="told",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("by_letter", True),
                    models.Q(("letter_run", None), ("letter_sent_at", None)),
                    _connector="OR",
                ),
                name="only_whoever_is_told_by_letter_is_sent_one",
            ),
        ),
        migrations.AddConstraint(
            model_name="letterrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sent_at", None), ("sent_by_id", None)),
                    models.Q(("sent_at__gte", models.F("made_at")), ("sent_by_id__isnull", False)),
                    _connector="OR",
                ),
                name="letters_are_sent_after_they_are_made_and_by_somebody",
            ),
        ),
        row_level_security("retention_letterrun"),
        # Where the functions stand already they are made anew; a moment, whatever the size.
        migrations.RunSQL(sql=_functions.CREATE, reverse_sql=migrations.RunSQL.noop),
    ]
