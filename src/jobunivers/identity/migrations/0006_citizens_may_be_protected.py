# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0005_sessions_know_whose_they_are"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Protection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(choices=[("cpr", "Cpr"), ("own", "Own")], max_length=10)),
                ("since_on", models.DateField()),
                ("until_on", models.DateField(null=True)),
                ("source", models.CharField(max_length=40)),
                ("reason", models.CharField(max_length=300)),
                ("set_at", models.DateTimeField()),
                ("set_by_id", models.BigIntegerField(null=True)),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_by_id", models.BigIntegerField(null=True)),
                ("lifted_why", models.CharField(blank=True, default="", max_length=300)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.RemoveIndex(
            model_name="person",
            name="active_people_by_name",
        ),
        migrations.AddField(
            model_name="person",
            name="protection",
            field=models.CharField(
                blank=True,
                choices=[("cpr", "Cpr"), ("own", "Own")],
                db_default="",
                default="",
                max_length=10,
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("is_active", True)),
                fields=["municipality", "role", "sort_key", "id"],
                include=("name", "protection"),
                name="active_people_by_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("protection", ""),
                    models.Q(("protection__in", ["cpr", "own"]), ("role", "citizen")),
                    _connector="OR",
                ),
                name="a_protected_person_is_a_citizen",
            ),
        ),
        migrations.AddField(
            model_name="protection",
            name="municipality",
            field=models.ForeignKey(
                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="tenancy.municipality",
            ),
        ),
        migrations.AddField(
            model_name="protection",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="protections",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="protection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("lifted_at", None)),
                fields=("municipality", "person"),
                name="a_person_is_protected_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="protection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("until_on", None), ("until_on__gt", models.F("since_on")), _connector="OR"
                ),
                name="a_protection_begins_before_it_ends",
            ),
        ),
        migrations.AddConstraint(
            model_name="protection",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="a_protection_has_a_reason"
            ),
        ),
        migrations.AddConstraint(
            model_name="protection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lifted_at", None), ("lifted_why", "")),
                    models.Q(
                        ("lifted_at__isnull", False), models.Q(("lifted_why", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="a_protection_that_is_lifted_says_why",
            ),
        ),
    ]
