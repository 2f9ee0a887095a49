# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Checks of the app as a tool after LTI 1.3: launches, a grade, and picking content."""

import base64
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from jobunivers.config.vendor_check.description import LtiTool
from jobunivers.config.vendor_check.forms import Form, form_with, leads_to
from jobunivers.config.vendor_check.logins import Place, hers, refusal, say_yes
from jobunivers.config.vendor_check.platform import Alter, Asked
from jobunivers.config.vendor_check.registering import register
from jobunivers.config.vendor_check.report import Line, Outcome, not_tried, tried
from jobunivers.config.vendor_check.walking import Browser, Came, Failed
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.launching import actions as launching

_OK, _NOT_OK, _HOUR = 200, 400, 3_600
_OURS = 120.0  # seconds for our own pages
_ADDRESSES = "the addresses and keys of the tool are taken (LTI)"
_GRADE = "a grade is told and taken (LTI)"
_PICKED = "content is picked (LTI deep linking)"
_DEPLOYMENT = "https://purl.imsglobal.org/spec/lti/claim/deployment_id"


def checks(place: Place, about: LtiTool, municipality: Municipality) -> list[Line]:
    """Return what came of the tool: one launch that is right, and those that must be refused."""
    try:
        with working_for(municipality.pk):
            offer = register(about=about, keys=_keys(place, about), at=timezone.now())
    except Failed as failed:
        return [Line(_ADDRESSES, Outcome.FAILED, str(failed))]
    except launching.NotConnectable as wrong:
        return [Line(_ADDRESSES, Outcome.FAILED, _words(wrong))]
    try:
        say_yes(place, offer.pk)
        _press(place, offer.pk)
    except Failed as failed:
        return [Line(_ADDRESSES, Outcome.FAILED, str(failed))]
    check = _Check(place, about, offer.pk)
    lines = [Line(_ADDRESSES, Outcome.PASSED)]
    lines.append(tried("a citizen is launched (LTI)", check.launched))
    lines += [tried(words, act) for words, act in check.refusals()]
    lines.append(check.grade())
    lines.append(check.picked())
    return lines


def _keys(place: Place, about: LtiTool) -> str:
    """Return the tool's public keys as text, as it shows them."""
    browser = Browser(seconds=place.seconds)
    try:
        answer = browser.ask("GET", about.keys_uri)
    finally:
        browser.close()
    if answer.status_code != _OK:
        raise Failed(f"keys_uri answers {answer.status_code}, not 200")
    return answer.text


def _press(place: Place, offer_id: int) -> None:
    """Press start on the offer's page, as she does: what she has not begun has no results."""
    browser = hers(place, _OURS)
    there = f"{place.site}markedspladsen/{offer_id}/"
    try:
        page = browser.ask("GET", there)
        form = form_with(Came(there, page.status_code, page.text), {"press"})
        if form is None:
            raise Failed(f"our own page of the tool has no start button ({page.status_code})")
        head = {"Referer": there}
        browser.follow(form.url, browser.ask("POST", form.url, data=form.fields, headers=head))
    finally:
        browser.close()


def _words(wrong: launching.NotConnectable) -> str:
    if wrong.code == "keys":
        return "keys_uri shows no JWK set with an RSA key of 2048 to 8192 bits"
    return f"{wrong.code}: {wrong.address or 'one to ten addresses'} is not taken"


@dataclass(frozen=True, slots=True)
class _Check:
    """The checks of one tool that is registered."""

    place: Place
    about: LtiTool
    offer_id: int

    # -- launches ------------------------------------------------------------------------------

    def launched(self) -> str:
        browser = hers(self.place)
        try:
            came = self._send(browser, self._message(browser))
        finally:
            browser.close()
        if not _OK <= came.status < _NOT_OK:
            raise Failed(f"the tool answered the launch with {came.status}: {came.text[:120]!r}")
        return f"the tool answered {came.status}"

    def refusals(self) -> Sequence[tuple[str, Callable[[], str]]]:
        late = int(time.time()) - _HOUR
        wrong: dict[str, Alter] = {
            "another login (nonce)": lambda told: told | {"nonce": "another"},
            "another tool (aud)": lambda told: told | {"aud": "another", "azp": "another"},
            "another platform (iss)": lambda told: told | {"iss": "https://other.invalid/oidc"},
            "an hour ago (exp)": lambda told: told | {"iat": late - _HOUR, "exp": late},
            "another deployment (deployment_id)": lambda told: told | {_DEPLOYMENT: "another"},
        }
        return [
            *(
                (f"a launch of {words} is refused (LTI)", lambda alter=alter: self._altered(alter))
                for words, alter in wrong.items()
            ),
            ("a launch with a wrong signature is refused (LTI)", self._forged),
            ("a launch that was not begun is refused (LTI)", self._unasked),
            ("the same launch a second time is refused (LTI)", self._again),
        ]

    def _altered(self, alter: Alter) -> str:
        def changed(fields: dict[str, str]) -> dict[str, str]:
            token = self.place.keeper.sign(alter(_claims(fields["id_token"])))
            return fields | {"id_token": token}

        return self._must_refuse(changed)

    def _forged(self) -> str:
        def changed(fields: dict[str, str]) -> dict[str, str]:
            head, body, _signature = fields["id_token"].split(".")
            wrong = base64.urlsafe_b64encode(b"x" * 256).decode().rstrip("=")
            return fields | {"id_token": f"{head}.{body}.{wrong}"}

        return self._must_refuse(changed)

    def _must_refuse(self, change: Callable[[dict[str, str]], dict[str, str]]) -> str:
        browser = hers(self.place)
        try:
            form = self._message(browser)
            return refusal(self._send(browser, Form(form.url, change(form.fields))))
        finally:
            browser.close()

    def _unasked(self) -> str:
        """Let another browser bring a message that it has not asked for."""
        browser, other = hers(self.place), Browser(seconds=self.place.seconds)
        try:
            return refusal(self._send(other, self._message(browser)))
        finally:
            browser.close()
            other.close()

    def _again(self) -> str:
        browser = hers(self.place)
        try:
            form = self._message(browser)
            self._send(browser, form)
            return refusal(self._send(browser, form))
        finally:
            browser.close()

    def _message(self, browser: Browser) -> Form:
        """Return what our page lets her browser post to the tool, after the tool has asked."""
        there = f"{self.place.site}videre/{self.offer_id}/"
        return self._answered(browser, leads_to(browser.ask("GET", there)))

    def _answered(self, browser: Browser, begins: str) -> Form:
        if not begins:
            raise Failed("our own page did not lead to the tool")
        came = browser.walk(begins)
        if "/lti/authorize" not in came.url:
            raise Failed(
                f"login_uri did not lead to our /lti/authorize; it ended with {came.status} at"
                f" {came.url[:120]}"
            )
        form = form_with(came, {"id_token", "error"})
        if form is None:
            raise Failed(
                f"what the tool asked at /lti/authorize is not taken ({came.status}): client_id"
                " and redirect_uri must be as registered, letter by letter"
            )
        if "error" in form.fields:
            why = form.fields.get("error_description", "")
            raise Failed(f"we answered {form.fields['error']}: {why}")
        return form

    def _send(self, browser: Browser, form: Form) -> Came:
        return browser.follow(form.url, browser.ask("POST", form.url, data=form.fields))

    # -- grades --------------------------------------------------------------------------------

    def grade(self) -> Line:
        """Launch her, let her do the exercise, and look whether a grade came."""
        before, ended = len(self.place.keeper.asked), _OK
        browser = hers(self.place)
        try:
            self._send(browser, self._message(browser))
            sent = self.about.exercise
            if sent.url:
                answer = browser.ask("POST", sent.url, data=sent.fields)
                ended = browser.follow(sent.url, answer).status
        except Failed as failed:
            return Line(_GRADE, Outcome.FAILED, str(failed))
        finally:
            browser.close()
        asked = self.place.keeper.asked[before:]
        if not sent.url and not any(_is_of_a_grade(one) for one in asked):
            return not_tried(_GRADE, 'the description says no "exercise" that earns one')
        return tried(_GRADE, lambda: _graded(asked, ended))

    # -- picking -------------------------------------------------------------------------------

    def picked(self) -> Line:
        """Let an editor pick content at the tool, and look what came of it."""
        if not self.about.deep_link_uri:
            return not_tried(_PICKED, "the description has no deep_link_uri")
        browser = Browser(seconds=self.place.seconds)
        host = self.place.site.split("/")[2].split(":")[0]
        for name, value in self.place.editor.items():
            browser.client.cookies.set(name, value, domain=host)
        try:
            came = self._pick(browser)
            answer = form_with(came, {"JWT"})
            if answer is None and self.about.pick.url:
                sent = self.about.pick
                came = browser.follow(sent.url, browser.ask("POST", sent.url, data=sent.fields))
                answer = form_with(came, {"JWT"})
            if answer is None and not self.about.pick.url:
                return not_tried(
                    _PICKED, 'the tool shows a page to choose on; say what is sent as "pick"'
                )
            return tried(_PICKED, lambda: self._taken(browser, answer, came))
        except Failed as failed:
            return Line(_PICKED, Outcome.FAILED, str(failed))
        finally:
            browser.close()

    def _pick(self, browser: Browser) -> Came:
        there = f"{self.place.site}administration/hent-indhold/{self.offer_id}/"
        page = browser.ask("GET", there)
        form = form_with(Came(there, page.status_code, page.text), {"csrfmiddlewaretoken"})
        if form is None:
            raise Failed(f"our own page of what can be picked did not open ({page.status_code})")
        sent = {"csrfmiddlewaretoken": form.fields["csrfmiddlewaretoken"]}
        press = browser.ask("POST", f"{there}vaelg/", data=sent, headers={"Referer": there})
        return self._send(browser, self._answered(browser, leads_to(press)))

    def _taken(self, browser: Browser, answer: Form | None, came: Came) -> str:
        if answer is None:
            raise Failed(f"no form with JWT came back ({came.status} at {came.url[:120]})")
        if not answer.url.startswith(f"{self.place.site}lti/picked"):
            raise Failed("the form with JWT does not lead to deep_link_return_url")
        back = browser.ask("POST", answer.url, data=answer.fields)
        if back.status_code >= _NOT_OK:
            raise Failed(f"we did not take it: {_why_not(answer.fields['JWT'], self.place)}")
        came = browser.follow(answer.url, back)
        counts = dict(pair.split("=") for pair in came.url.partition("?")[2].split("&") if pair)
        new, known = int(counts.get("nye", 0)), int(counts.get("kendte", 0))
        if not new + known:
            raise Failed("it names nothing that can be opened (type ltiResourceLink, with a url)")
        return f"{new} new, {known} known already"


def _is_of_a_grade(one: Asked) -> bool:
    return one.path.endswith(("/lti/token", "/scores"))


def _graded(asked: Sequence[Asked], ended: int) -> str:
    tokens = [one for one in asked if one.path.endswith("/lti/token")]
    scores = [one for one in asked if one.path.endswith("/scores")]
    wrong = [one for one in (*tokens, *scores) if one.status >= _NOT_OK]
    if wrong:
        raise Failed(f"{wrong[0].path} was refused with {wrong[0].status}: {wrong[0].why}")
    if not tokens:
        raise Failed(f"no token was asked for at /lti/token; the exercise ended with {ended}")
    if not scores:
        raise Failed("no score was sent to the lineitem of the launch")
    return f"{len(scores)} came"


def _claims(token: str) -> dict[str, Any]:
    packed = token.split(".")[1]
    return dict(json.loads(base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))))


_WRONG = (
    ("iss", "iss must be the tool's client_id"),
    ("aud", "aud must be our issuer"),
    ("exp", "exp is needed, within an hour from now"),
    ("nonce", "a new nonce is needed"),
    (_DEPLOYMENT, "deployment_id must be the one of the launch"),
)


def _why_not(token: str, place: Place) -> str:
    """Return in plain words what is wrong with what was picked, as far as one can see."""
    try:
        claims = _claims(token)
    except (ValueError, IndexError):
        return "JWT is not a signed JWT"
    for name, words in _WRONG:
        if name not in claims:
            return words
    meant = claims["aud"] if isinstance(claims["aud"], list) else [claims["aud"]]
    if place.issuer not in meant:
        return _WRONG[1][1]
    return (
        "its signature must be by a key of keys_uri (RS256), its data that of the request, and it"
        " is taken once"
    )
