# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0003_names_are_read_from_the_index"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="person",
            name="person_has_a_known_role",
        ),
        migrations.AddField(
            model_name="person",
            name="born_on",
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name="person",
            name="role",
            field=models.CharField(
                choices=[
                    ("citizen", "Citizen"),
                    ("assistant", "Assistant"),
                    ("adviser", "Adviser"),
                    ("consultant", "Consultant"),
                    ("manager", "Manager"),
                    ("editor", "Editor"),
                    ("administrator", "Administrator"),
                    ("national", "National"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "role__in",
                        [
                            "citizen",
                            "assistant",
                            "adviser",
                            "consultant",
                            "manager",
                            "editor",
                            "administrator",
                            "national",
                        ],
                    )
                ),
                name="person_has_a_known_role",
            ),
        ),
    ]
