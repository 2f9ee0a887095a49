# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import django.contrib.postgres.fields
import django.db.models.deletion
import jobunivers.foundation.tenancy.current
from django.db import migrations, models

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    dependencies = [
        ("launching", "0001_connections_codes_and_receipts"),
        ("marketplace", "0003_links_and_levels"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="LtiTool",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("client_id", models.CharField(max_length=40, unique=True)),
                ("login_uri", models.CharField(max_length=500)),
                ("launch_uri", models.CharField(max_length=500)),
                (
                    "redirect_uris",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=500), size=None
                    ),
                ),
                ("deep_link_uri", models.CharField(blank=True, default="", max_length=500)),
                ("keys_uri", models.CharField(blank=True, default="", max_length=500)),
                ("keys", models.JSONField(blank=True, default=dict)),
                ("asked_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField()),
                ("changed_by_id", models.BigIntegerField(null=True)),
                (
                    "offer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LtiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("scope", models.CharField(max_length=400)),
                ("expires_at", models.DateTimeField()),
                (
                    "municipality",
                    models.ForeignKey(
                        default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "tool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="launching.ltitool",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="LtiSeen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("expires_at", models.DateTimeField()),
                (
                    "municipality",
                    models.ForeignKey(
                        default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "tool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="launching.ltitool",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="LtiLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.CharField(max_length=500)),
                ("custom", models.JSONField(blank=True, default=dict)),
                (
                    "offer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
                (
                    "tool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="launching.ltitool",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LtiLaunch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64)),
                ("citizen_id", models.BigIntegerField(null=True)),
                ("actor_id", models.BigIntegerField(null=True)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "municipality",
                    models.ForeignKey(
                        default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
                (
                    "tool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="launching.ltitool",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="LineItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=150)),
                ("maximum", models.FloatField()),
                ("resource_id", models.CharField(blank=True, default="", max_length=200)),
                ("tag", models.CharField(blank=True, default="", max_length=200)),
                ("counts", models.BooleanField(default=False)),
                ("own", models.BooleanField(default=False)),
                ("made_at", models.DateTimeField()),
                (
                    "municipality",
                    models.ForeignKey(
                        default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "offer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="marketplace.offer",
                    ),
                ),
                (
                    "tool",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="launching.ltitool",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("citizen_id", models.BigIntegerField()),
                ("given", models.FloatField(null=True)),
                ("maximum", models.FloatField(null=True)),
                ("activity", models.CharField(max_length=20)),
                ("grading", models.CharField(max_length=20)),
                ("told_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="launching.lineitem",
                    ),
                ),
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
        migrations.AddConstraint(
            model_name="ltitool",
            constraint=models.CheckConstraint(
                condition=models.Q(("redirect_uris", []), _negated=True),
                name="a_tool_has_somewhere_to_be_launched",
            ),
        ),
        migrations.AddConstraint(
            model_name="ltitool",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("keys_uri", ""), _negated=True),
                    models.Q(("keys", {}), _negated=True),
                    _connector="OR",
                ),
                name="a_tool_has_keys_or_says_where_they_are",
            ),
        ),
        migrations.AddIndex(
            model_name="ltitoken",
            index=models.Index(fields=["municipality", "expires_at"], name="lti_tokens_by_end"),
        ),
        migrations.AddConstraint(
            model_name="ltitoken",
            constraint=models.UniqueConstraint(
                fields=("municipality", "digest"), name="a_tools_token_is_made_once"
            ),
        ),
        migrations.AddIndex(
            model_name="ltiseen",
            index=models.Index(fields=["municipality", "expires_at"], name="lti_seen_by_end"),
        ),
        migrations.AddConstraint(
            model_name="ltiseen",
            constraint=models.UniqueConstraint(
                fields=("municipality", "tool", "digest"), name="a_message_is_read_once"
            ),
        ),
        migrations.AddIndex(
            model_name="ltilaunch",
            index=models.Index(fields=["municipality", "expires_at"], name="launches_by_end"),
        ),
        migrations.AddConstraint(
            model_name="ltilaunch",
            constraint=models.UniqueConstraint(
                fields=("municipality", "digest"), name="a_launch_is_made_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="ltilaunch",
            constraint=models.CheckConstraint(
                condition=models.Q(("citizen_id", None), ("actor_id", None), _connector="OR"),
                name="a_launch_is_not_a_citizens_and_staffs_at_once",
            ),
        ),
        migrations.AddIndex(
            model_name="lineitem",
            index=models.Index(fields=["municipality", "offer"], name="lines_by_offer"),
        ),
        migrations.AddConstraint(
            model_name="lineitem",
            constraint=models.UniqueConstraint(
                condition=models.Q(("own", True)),
                fields=("municipality", "offer"),
                name="an_offer_has_one_line_of_its_own",
            ),
        ),
        migrations.AddConstraint(
            model_name="lineitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("maximum__gt", 0)), name="a_line_has_a_maximum_above_nothing"
            ),
        ),
        migrations.AddConstraint(
            model_name="score",
            constraint=models.UniqueConstraint(
                fields=("municipality", "line", "citizen_id"), name="a_line_has_one_score_of_her"
            ),
        ),
        migrations.AddConstraint(
            model_name="score",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("given", None),
                    models.Q(("given__gte", 0), ("maximum__gt", 0)),
                    _connector="OR",
                ),
                name="a_score_has_a_maximum",
            ),
        ),
        row_level_security("launching_ltitoken"),
        row_level_security("launching_ltiseen"),
        row_level_security("launching_ltilaunch"),
        row_level_security("launching_lineitem"),
        row_level_security("launching_score"),
    ]
