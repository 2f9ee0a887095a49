# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models

_ROLES = [
    "citizen",
    "assistant",
    "adviser",
    "consultant",
    "manager",
    "editor",
    "administrator",
    "officer",
    "national",
    "vendor",
]


class Migration(migrations.Migration):
    dependencies = [("identity", "0008_people_of_firms")]

    operations = [
        migrations.RemoveConstraint(model_name="person", name="person_has_a_known_role"),
        migrations.AlterField(
            model_name="person",
            name="role",
            field=models.CharField(
                choices=[(role, role.capitalize()) for role in _ROLES], max_length=20
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("role__in", _ROLES)), name="person_has_a_known_role"
            ),
        ),
    ]
