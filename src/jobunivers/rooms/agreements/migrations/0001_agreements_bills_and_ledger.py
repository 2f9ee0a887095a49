# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import jobunivers.foundation.tenancy.current
from django.db import migrations, models

from jobunivers.foundation.tenancy.rls import row_level_security


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("marketplace", "0003_links_and_levels"),
        ("tenancy", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=20, unique=True)),
                ("title", models.CharField(max_length=150)),
                (
                    "offers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
                ("first_on", models.DateField()),
                ("last_on", models.DateField(null=True)),
                ("notice_months", models.PositiveSmallIntegerField(default=3)),
                (
                    "sharing",
                    models.CharField(
                        choices=[
                            ("own", "Own"),
                            ("fixed", "Fixed"),
                            ("population", "Population"),
                            ("use", "Use"),
                        ],
                        default="own",
                        max_length=10,
                    ),
                ),
                ("bank_code", models.CharField(blank=True, default="", max_length=4)),
                ("account", models.CharField(blank=True, default="", max_length=10)),
                ("pay_days", models.PositiveSmallIntegerField(default=30)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("signed", "Signed"), ("ended", "Ended")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.BigIntegerField(null=True)),
                ("changed_at", models.DateTimeField()),
                ("signed_at", models.DateTimeField(null=True)),
                ("signed_by_id", models.BigIntegerField(null=True)),
                ("noticed_on", models.DateField(null=True)),
                ("warned", models.PositiveSmallIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
                (
                    "vendor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="marketplace.vendor",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgreementTerms",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField()),
                ("said", models.JSONField()),
                ("made_at", models.DateTimeField()),
                ("made_by_id", models.BigIntegerField(null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="terms",
                        to="agreements.agreement",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Bill",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreement_id", models.BigIntegerField()),
                ("month", models.DateField()),
                ("owed", models.JSONField()),
                ("lines", models.JSONField()),
                ("shares", models.JSONField()),
                ("net", models.DecimalField(decimal_places=2, max_digits=14)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement_id", "month"), name="a_month_is_billed_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "debit",
                    models.CharField(
                        choices=[
                            ("cost", "Cost"),
                            ("vat", "Vat"),
                            ("owed", "Owed"),
                            ("bank", "Bank"),
                        ],
                        max_length=4,
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        choices=[
                            ("cost", "Cost"),
                            ("vat", "Vat"),
                            ("owed", "Owed"),
                            ("bank", "Bank"),
                        ],
                        max_length=4,
                    ),
                ),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                ("vendor_id", models.BigIntegerField()),
                ("agreement_id", models.BigIntegerField()),
                ("settlement_id", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("by_id", models.BigIntegerField(null=True)),
                ("key", models.CharField(max_length=60)),
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
        migrations.CreateModel(
            name="MonthCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreement_id", models.BigIntegerField()),
                ("municipality_code", models.CharField(max_length=4)),
                ("month", models.DateField()),
                ("told", models.JSONField()),
                ("seen_to", models.BigIntegerField(default=0)),
                ("counted_at", models.DateTimeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["agreement_id", "month"], name="counts_by_agreement")
                ],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("weight", models.DecimalField(decimal_places=3, default=1, max_digits=12)),
                ("gln", models.CharField(blank=True, default="", max_length=13)),
                ("reference", models.CharField(blank=True, default="", max_length=50)),
                ("first_on", models.DateField()),
                ("last_on", models.DateField(null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="agreements.agreement",
                    ),
                ),
                (
                    "kommune",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tenancy.municipality",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Settlement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("agreement_id", models.BigIntegerField()),
                ("month", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("checked", "Checked"),
                            ("approved", "Approved"),
                            ("exported", "Exported"),
                            ("paid", "Paid"),
                        ],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("invoice", models.CharField(max_length=30)),
                ("net", models.DecimalField(decimal_places=2, max_digits=14)),
                ("vat", models.DecimalField(decimal_places=2, max_digits=14)),
                ("gross", models.DecimalField(decimal_places=2, max_digits=14)),
                ("made_at", models.DateTimeField()),
                ("checked_at", models.DateTimeField(null=True)),
                ("checked_by_id", models.BigIntegerField(null=True)),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by_id", models.BigIntegerField(null=True)),
                ("exported_at", models.DateTimeField(null=True)),
                ("paid_at", models.DateTimeField(null=True)),
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
        migrations.CreateModel(
            name="SettlementLine",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=10)),
                ("of", models.CharField(blank=True, default="", max_length=40)),
                ("correction", models.BooleanField(default=False)),
                ("for_month", models.DateField()),
                ("quantity", models.DecimalField(decimal_places=4, max_digits=16)),
                ("price", models.DecimalField(decimal_places=4, max_digits=16)),
                ("amount", models.DecimalField(decimal_places=2, max_digits=14)),
                ("whole", models.DecimalField(decimal_places=2, max_digits=14)),
                ("days", models.PositiveSmallIntegerField(default=0)),
                ("days_in_all", models.PositiveSmallIntegerField(default=0)),
                ("acts", models.PositiveBigIntegerField(default=0)),
                ("acts_first", models.BigIntegerField(default=0)),
                ("acts_last", models.BigIntegerField(default=0)),
                ("digest", models.CharField(blank=True, default="", max_length=64)),
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
                    "settlement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="agreements.settlement",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("municipality_code", models.CharField(max_length=4)),
                ("month", models.DateField()),
                ("invoice", models.CharField(max_length=30, unique=True)),
                ("net", models.DecimalField(decimal_places=2, max_digits=14)),
                ("vat", models.DecimalField(decimal_places=2, max_digits=14)),
                ("gross", models.DecimalField(decimal_places=2, max_digits=14)),
                ("acts", models.PositiveBigIntegerField(null=True)),
                ("document", models.TextField(blank=True, default="")),
                ("exported_at", models.DateTimeField(null=True)),
                ("approved_at", models.DateTimeField()),
                ("paid_at", models.DateTimeField(null=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="agreements.agreement",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="agreement",
            index=models.Index(fields=["vendor"], name="agreements_by_vendor"),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_on", None), ("last_on__gte", models.F("first_on")), _connector="OR"
                ),
                name="an_agreement_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state", "draft"),
                    models.Q(("signed_at", None), _negated=True),
                    _connector="OR",
                ),
                name="a_signed_agreement_says_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "ended"), _negated=True),
                    models.Q(("last_on", None), _negated=True),
                    _connector="OR",
                ),
                name="an_ended_agreement_has_a_last_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementterms",
            constraint=models.UniqueConstraint(
                fields=("agreement", "from_on"), name="terms_begin_once_on_a_day"
            ),
        ),
        migrations.AddIndex(
            model_name="ledgerentry",
            index=models.Index(
                fields=["municipality", "agreement_id", "at"], name="entries_by_agreement"
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount__gt", 0)), name="an_entry_moves_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("debit", models.F("credit")), _negated=True),
                name="an_entry_moves_from_one_account_to_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="ledgerentry",
            constraint=models.UniqueConstraint(
                fields=("municipality", "key"), name="an_entry_is_made_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.UniqueConstraint(
                fields=("agreement", "kommune"), name="a_kommune_joins_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("weight__gte", 0)), name="a_weight_is_no_debt"
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("last_on", None), ("last_on__gte", models.F("first_on")), _connector="OR"
                ),
                name="a_party_leaves_after_it_joins",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.UniqueConstraint(
                fields=("municipality", "agreement_id", "month"), name="a_month_is_settled_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "gross",
                        django.db.models.expressions.CombinedExpression(
                            models.F("net"), "+", models.F("vat")
                        ),
                    )
                ),
                name="a_settlement_adds_up",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by_id", None),
                    models.Q(("approved_by_id", models.F("checked_by_id")), _negated=True),
                    _connector="OR",
                ),
                name="who_checks_a_settlement_does_not_approve_it",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_at", None),
                    models.Q(("checked_by_id__isnull", False), ("approved_by_id__isnull", False)),
                    _connector="OR",
                ),
                name="an_approved_settlement_was_checked",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["approved", "exported", "paid"]), _negated=True),
                    models.Q(("approved_at", None), _negated=True),
                    _connector="OR",
                ),
                name="what_leaves_the_house_is_approved",
            ),
        ),
        migrations.AddConstraint(
            model_name="settlementline",
            constraint=models.UniqueConstraint(
                fields=("settlement", "place"), name="a_line_has_its_place_in_a_settlement"
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.UniqueConstraint(
                fields=("agreement", "municipality_code", "month"),
                name="a_firm_is_told_of_a_month_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="statement",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "gross",
                        django.db.models.expressions.CombinedExpression(
                            models.F("net"), "+", models.F("vat")
                        ),
                    )
                ),
                name="a_statement_adds_up",
            ),
        ),
        row_level_security("agreements_settlement"),
        row_level_security("agreements_settlementline"),
        row_level_security("agreements_ledgerentry"),
    ]
