# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0005_response_times_and_aims"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="citizenrow",
            name="lately",
            field=models.CharField(blank=True, db_default="", default="", max_length=10),
        ),
        migrations.AddField(
            model_name="citizenrow",
            name="lately_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="citizenrow",
            name="protected",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddIndex(
            model_name="citizenrow",
            index=models.Index(
                models.F("municipality"),
                models.OrderBy(models.F("points30"), descending=True, nulls_last=True),
                models.F("citizen_id"),
                name="overview_by_points_down",
            ),
        ),
        migrations.AddIndex(
            model_name="citizenrow",
            index=models.Index(
                models.F("municipality"),
                models.OrderBy(models.F("applications30"), descending=True, nulls_last=True),
                models.F("citizen_id"),
                name="overview_by_applied30_down",
            ),
        ),
        migrations.AddIndex(
            model_name="citizenrow",
            index=models.Index(
                models.F("municipality"),
                models.OrderBy(models.F("last_active_on"), descending=True, nulls_last=True),
                models.F("citizen_id"),
                name="overview_by_active_down",
            ),
        ),
        migrations.AddIndex(
            model_name="citizenrow",
            index=models.Index(
                models.F("municipality"),
                models.OrderBy(models.F("lately_on"), descending=True, nulls_last=True),
                models.F("citizen_id"),
                name="overview_by_lately_down",
            ),
        ),
        migrations.AddIndex(
            model_name="citizenrow",
            index=models.Index(
                fields=["municipality", "citizen_id"],
                include=(
                    "has_cv",
                    "born_on",
                    "out_since",
                    "absent",
                    "pushes_unanswered",
                    "points30",
                    "last_active_on",
                    "course",
                    "step",
                    "consultant_id",
                    "applications30",
                    "next_on",
                    "lately_on",
                    "requirements_fixed",
                    "meeting",
                    "protected",
                    "last_login_on",
                    "readiness",
                    "own_wish",
                    "objection_open",
                    "last_applied_on",
                    "profile_share",
                    "flags",
                ),
                name="overview_at_a_glance",
            ),
        ),
        # Every night's changes are cleared at once, so that the index alone can be read.
        migrations.RunSQL(
            "ALTER TABLE casework_citizenrow SET (autovacuum_vacuum_scale_factor = 0.02, "
            "autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)",
            "ALTER TABLE casework_citizenrow RESET (autovacuum_vacuum_scale_factor, "
            "autovacuum_vacuum_insert_scale_factor, autovacuum_analyze_scale_factor)",
        ),
    ]
