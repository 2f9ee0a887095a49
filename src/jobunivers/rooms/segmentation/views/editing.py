# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing a draft of a policy, one part at a time; nothing takes effect here."""

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_administrators
from jobunivers.rooms.segmentation import access, actions, queries
from jobunivers.rooms.segmentation.forms import (
    AvailabilityForm,
    CourseHoldsForm,
    CourseWordsForm,
    DefaultForm,
    LadderForm,
    RuleForm,
)
from jobunivers.rooms.segmentation.models import Policy

_ASKED = ["GET", "HEAD", "POST"]


@for_administrators
@require_POST
def draft(request: Request) -> HttpResponseBase:
    """Begin a draft from the policy in effect, or go on with the one there is."""
    return _to(actions.begin_draft(by_id=request.user.pk or 0, at=timezone.now()).pk)


@for_administrators
@require_POST
def draft_removed(request: Request, pk: int) -> HttpResponseBase:
    """Throw a draft away."""
    actions.delete_draft(policy_id=access.draft_or_404(pk).pk)
    messages.success(request, _("Udkastet er smidt væk."))
    return HttpResponseRedirect(reverse("segmentation:policies"))


@for_administrators
@require_http_methods(_ASKED)
def rule(request: Request, pk: int, place: int | None = None) -> HttpResponseBase:
    """Write a rule, or a new one."""
    row = access.draft_or_404(pk)
    rules = row.body["rules"]
    if place is not None and place >= len(rules):
        raise Http404
    form = RuleForm(
        request.POST or None,
        courses=queries.courses_of(row, language=request.LANGUAGE_CODE),
        rule=rules[place] if place is not None else None,
    )
    if _posted(request, form) and _kept(request, row, actions.with_rule(place, form.part()), form):
        return _to(pk)
    return _page(request, "segmentation/rule.html", row, form, place=place)


@for_administrators
@require_POST
def rule_removed(request: Request, pk: int, place: int) -> HttpResponseBase:
    """Take a rule out of a draft."""
    row = access.draft_or_404(pk)
    if place >= len(row.body["rules"]):
        raise Http404
    _kept(request, row, actions.without_rule(place))
    return _to(pk)


@for_administrators
@require_POST
def rule_moved(request: Request, pk: int, place: int) -> HttpResponseBase:
    """Let a rule come before or after its neighbour: the first that fits decides."""
    row = access.draft_or_404(pk)
    if place >= len(row.body["rules"]):
        raise Http404
    _kept(request, row, actions.moved_rule(place, up=request.POST.get("vej") == "op"))
    return _to(pk)


@for_administrators
@require_http_methods(_ASKED)
def ladder(request: Request, pk: int) -> HttpResponseBase:
    """Write the ladder's steps."""
    row = access.draft_or_404(pk)
    form = LadderForm(request.POST or None, ladder=row.body["ladder"])
    if _posted(request, form) and _kept(
        request, row, actions.with_parts({"ladder": form.part()}), form
    ):
        return _to(pk)
    return _page(request, "segmentation/ladder.html", row, form)


@for_administrators
@require_http_methods(_ASKED)
def default_course(request: Request, pk: int) -> HttpResponseBase:
    """Write what holds when no rule fits, and how long an answer may take."""
    row = access.draft_or_404(pk)
    courses = queries.courses_of(row, language=request.LANGUAGE_CODE)
    form = DefaultForm(request.POST or None, courses=courses, body=row.body)
    if _posted(request, form) and _kept(request, row, actions.with_parts(form.part()), form):
        return _to(pk)
    return _page(request, "segmentation/default.html", row, form)


@for_administrators
@require_http_methods(_ASKED)
def availability(request: Request, pk: int) -> HttpResponseBase:
    """Write what activity is enough."""
    row = access.draft_or_404(pk)
    form = AvailabilityForm(request.POST or None, initial=row.body["availability"])
    if _posted(request, form) and _kept(
        request, row, actions.with_parts({"availability": form.part()}), form
    ):
        return _to(pk)
    return _page(request, "segmentation/availability.html", row, form)


@for_administrators
@require_http_methods(_ASKED)
def course_holds(request: Request, pk: int, code: str) -> HttpResponseBase:
    """Write what a course holds."""
    row = access.draft_or_404(pk)
    course = next((one for one in row.body["courses"] if one["code"] == code), None)
    if course is None:
        raise Http404
    form = CourseHoldsForm(request.POST or None, initial=course)
    if _posted(request, form) and _kept(request, row, actions.with_course(code, form.part()), form):
        return _to(pk)
    return _page(request, "segmentation/course_holds.html", row, form, code=code)


@for_administrators
@require_http_methods(_ASKED)
def course_words(request: Request, code: str) -> HttpResponseBase:
    """Write how a course is spoken of; it holds at once, and moves nobody."""
    course = access.course_or_404(code)
    form = CourseWordsForm(request.POST or None, initial=queries.words_of(course))
    if _posted(request, form):
        words = actions.CourseWords(code=code, **form.cleaned_data)
        actions.save_course(words=words, by_id=request.user.pk or 0, at=timezone.now())
        messages.success(request, _("Teksten er gemt."))
        return HttpResponseRedirect(reverse("segmentation:policies"))
    context = {"form": form, "names": queries.course_names(request.LANGUAGE_CODE), "code": code}
    status = 422 if request.method == "POST" else 200
    return render(request, "segmentation/course_words.html", context, status=status)


def _posted(request: Request, form: Form) -> bool:
    return request.method == "POST" and form.is_valid()


def _kept(request: Request, row: Policy, edit: actions.Edit, form: Form | None = None) -> bool:
    """Keep a change of a draft; say why it cannot be kept, and keep nothing then."""
    try:
        actions.save_draft(
            policy_id=row.pk,
            body=actions.edited(row, edit),
            by_id=request.user.pk or 0,
            at=timezone.now(),
            seen=digest_seen(request, row),
        )
    except actions.BadPolicy as error:
        problems = queries.problem_words(error.problems)
    except actions.ChangedMeanwhile:
        problems = [meanwhile()]
    else:
        messages.success(request, _("Udkastet er gemt. Prøv det, før det bliver vedtaget."))
        return True
    for words in problems:
        if form is None:
            messages.error(request, words)
        else:
            form.add_error(None, words)
    return False


def digest_seen(request: Request, row: Policy) -> str:
    """Return the digest of the draft that the page was made of; a form keeps the one it had."""
    return request.POST.get("digest") or row.digest


def meanwhile() -> str:
    """Return what is said when somebody else has changed the draft."""
    return _(
        "En anden har ændret udkastet, siden du åbnede siden, så dit er ikke gemt. "
        "Se, hvad der står nu, og ret igen."
    )


def _page(
    request: Request,
    template: str,
    row: Policy,
    form: Form,
    *,
    place: int | None = None,
    code: str = "",
) -> HttpResponseBase:
    context = {
        "policy": row,
        "form": form,
        "place": place,
        "code": code,
        "digest": digest_seen(request, row),
        "names": queries.course_names(request.LANGUAGE_CODE),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, template, context, status=status)


def _to(pk: int) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("segmentation:policy", args=[pk]))
