"""What an entity says of itself: answered once, dated, used in documents."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from filrouge.apps.common.problems import Conflict, Problem
from filrouge.apps.documents.selectors import sections_for
from filrouge.apps.objectives.registers import insert_answer, sections_open
from filrouge.apps.organisation import services
from filrouge.apps.organisation.models import ProfileAnswer
from filrouge.apps.organisation.policies import require
from filrouge.apps.organisation.selectors import is_stale, profile_for
from filrouge.library import framework
from filrouge.library.profile_file import KIND, ProfileQuestion, profile
from filrouge.web.common.languages import current
from filrouge.web.common.values import Crumb
from filrouge.web.organisation import frame
from filrouge.web.organisation.forms import AnswerForm, ReuseForm
from filrouge.web.organisation.views.stakeholders import grouped


@require_safe
def profile_page(request: HttpRequest, code: str) -> HttpResponse:
    """The checklist with the answers; those that are missing or old are pointed out."""
    here = frame.framed(request, code)
    answers = profile_for(request.user, here)
    groups: list[dict[str, Any]] = [
        {"id": group.id, "title": group.title[current()], "lines": [_line(one, answers) for one in group.questions]}
        for group in profile().groups
    ]
    lines = [line for group in groups for line in group["lines"]]
    context = frame.context(
        request,
        here,
        Crumb(gettext("Profile")),
        groups=groups,
        answered=sum(line["answer"] is not None for line in lines),
        asked=len(lines),
        stale=sum(line["stale"] for line in lines),
        source=profile().source[current()],
    )
    return render(request, "organisation/profile.html", context)


def _line(question: ProfileQuestion, answers: dict[str, ProfileAnswer]) -> dict[str, Any]:
    known = answers.get(question.id)
    section = framework(KIND).sections_by_id[question.section]
    return {
        "id": question.id,
        "title": question.title[current()],
        "question": question.question[current()],
        "point": f"{section.number or ''} {section.title[current()]}".strip(),
        "answer": known,
        "stale": known is not None and is_stale(known, question.months, timezone.localdate()),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """The answer to one question."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "edit", here.pk)
    asked = _question(question)
    known = profile_for(user, here).get(question)
    initial: dict[str, Any] = {}
    if known is not None:
        spread = AnswerForm.spread("answer", known.answer)
        initial = {**spread, "as_of": known.as_of, "source": known.source, "version": known.version}
    form = AnswerForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        values: dict[str, Any] = {"as_of": said["as_of"], "source": said["source"]}
        try:
            services.answer_profile(user, here, question, said["version"], answer=form.words("answer"), **values)
        except Conflict:
            raise
        except Problem as problem:
            field = "as_of" if problem.code == "organisation.as-of-future" else f"answer_{current()}"
            form.add_error(field, problem.sentence(current()))
        else:
            messages.success(request, gettext("The answer is kept."))
            return redirect(f"{reverse('profile', args=[code])}#{question}")
    back = reverse("profile", args=[code])
    title = asked.title[current()]
    context = frame.context(
        request, here, Crumb(gettext("Profile"), back), Crumb(title), form=form, title=title, back=back
    )
    context |= {"lead": asked.question[current()], "verb": gettext("Keep the answer"), "record": known}
    return render(request, "organisation/form.html", context, status=400 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def reuse(request: HttpRequest, code: str, question: str) -> HttpResponse:
    """Write an answer at the end of a section of a draft."""
    here = frame.framed(request, code)
    user = frame.person(request)
    require(user, "edit", here.pk)
    asked = _question(question)
    known = profile_for(user, here).get(question)
    if known is None:
        raise Problem("organisation.nothing-to-reuse")
    sections = sections_open(user, here)
    fitting = next((str(one.pk) for one in sections if one.framework_section == asked.section), "")
    form = ReuseForm(request.POST or None, sections=grouped(sections), initial={"section": fitting})
    if request.method == "POST" and form.is_valid():
        section = get_object_or_404(sections_for(user), pk=form.cleaned_data["section"])
        insert_answer(user, section, known)
        messages.success(request, gettext("The answer stands at the end of the section."))
        return redirect("section", section.pk)
    back = reverse("profile", args=[code])
    title = gettext("Use an answer in a document")
    context = frame.context(request, here, Crumb(gettext("Profile"), back), Crumb(title), title=title, back=back)
    context |= {"form": form, "answer": known, "question": asked.title[current()], "sections": sections}
    return render(request, "organisation/reuse.html", context, status=400 if form.errors else 200)


def _question(name: str) -> ProfileQuestion:
    try:
        return profile().questions[name]
    except KeyError:
        raise Http404 from None
