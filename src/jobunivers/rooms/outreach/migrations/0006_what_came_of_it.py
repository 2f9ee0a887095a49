# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("outreach", "0005_what_rules_did_outlives_them"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="EffectCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("thing", "Thing"),
                            ("applied", "Applied"),
                            ("talked", "Talked"),
                            ("work", "Work"),
                        ],
                        max_length=8,
                    ),
                ),
                ("given", models.PositiveIntegerField()),
                ("given_did", models.PositiveIntegerField()),
                ("held_out", models.PositiveIntegerField()),
                ("held_out_did", models.PositiveIntegerField()),
                ("settled", models.BooleanField(default=False)),
                ("counted_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="triggerhit",
            name="held_out",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="triggerversion",
            name="held_out",
            field=models.PositiveSmallIntegerField(db_default=0, default=0),
        ),
        migrations.AddConstraint(
            model_name="triggerversion",
            constraint=models.CheckConstraint(
                condition=models.Q(("held_out__lte", 50)), name="a_trigger_holds_out_half_at_most"
            ),
        ),
        migrations.AddField(
            model_name="effectcount",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="effectcount",
            name="push",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="effects",
                to="outreach.push",
            ),
        ),
        migrations.AddConstraint(
            model_name="effectcount",
            constraint=models.UniqueConstraint(
                fields=("municipality", "push", "outcome"), name="an_outcome_is_counted_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="effectcount",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given_did__lte", models.F("given")),
                    ("held_out_did__lte", models.F("held_out")),
                ),
                name="no_more_did_it_than_there_were",
            ),
        ),
    ]
