# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Municipality",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=4, unique=True)),
                ("slug", models.SlugField(max_length=40, unique=True)),
                ("name", models.CharField(max_length=100)),
                ("host", models.CharField(blank=True, max_length=253, null=True, unique=True)),
                ("opened_at", models.DateTimeField(null=True)),
                (
                    "primary_colour",
                    models.CharField(
                        default="#0059b3",
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9a-fA-F]{6}$")],
                    ),
                ),
                (
                    "accent_colour",
                    models.CharField(
                        default="#2a7d4f",
                        max_length=7,
                        validators=[django.core.validators.RegexValidator("^#[0-9a-fA-F]{6}$")],
                    ),
                ),
                ("logo", models.BinaryField(null=True)),
                ("logo_type", models.CharField(blank=True, default="", max_length=30)),
                ("contact_phone", models.CharField(blank=True, default="", max_length=30)),
                ("contact_email", models.EmailField(blank=True, default="", max_length=254)),
                ("contact_address", models.CharField(blank=True, default="", max_length=200)),
                ("headline_da", models.CharField(blank=True, default="", max_length=120)),
                ("headline_en", models.CharField(blank=True, default="", max_length=120)),
                ("welcome_da", models.TextField(blank=True, default="")),
                ("welcome_en", models.TextField(blank=True, default="")),
                ("changed_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^\\d{4}$")),
                        name="municipality_code_has_four_digits",
                    )
                ],
            },
        ),
    ]
