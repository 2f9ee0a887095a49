// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Forms: errors get the focus, nothing is sent twice, and what was typed survives a lost
// connection or an expired login. Nothing is written to the device: the page itself keeps it.

const words = document.body.dataset;
let waiting = null; // the form whose answer did not come
let expired = false; // whether an answer said that nobody is logged in

function submitters(form) {
  return form.querySelectorAll("button:not([type=button]):not([type=reset]), input[type=submit]");
}

function busy(form, on) {
  if (on) form.setAttribute("aria-busy", "true");
  else form.removeAttribute("aria-busy");
}

// A second press while the first is on its way does nothing. The button is not disabled, as a
// disabled button would lose the focus and its own name and value.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.getAttribute("aria-busy") === "true") {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  if (!navigator.onLine && !form.hasAttribute("hx-post")) {
    event.preventDefault();
    note(form, words.textOffline);
    waiting = { form, submitter: event.submitter };
    return;
  }
  // After this turn, so that htmx and the browser see the form as it was.
  setTimeout(() => busy(form, true), 0);
}, true);

// Coming back with the browser's back button shows the page as it was: free to send again.
window.addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach((form) => busy(form, false)));
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest && event.target.closest("form");
  if (form) busy(form, false);
});

function note(form, text) {
  let place = form.querySelector(".ju-form-note");
  if (!place) {
    place = document.createElement("div");
    place.className = "ju-form-note alert alert-warning";
    place.setAttribute("role", "alert");
    form.append(place);
  }
  place.replaceChildren(Object.assign(document.createElement("p"), { className: "alert-text", textContent: text }));
}

function said(event, text) {
  const form = event.target.closest && event.target.closest("form");
  if (form && form.method === "post") note(form, text);
}
document.addEventListener("htmx:sendError", (event) => said(event, navigator.onLine ? words.textFailed : words.textOffline));
document.addEventListener("htmx:timeout", (event) => said(event, words.textFailed));
document.addEventListener("htmx:responseError", (event) => {
  const status = event.detail.xhr.status;
  expired = status === 401 || status === 403;
  said(event, expired ? words.textExpired : words.textFailed);
});

// Logging in changes the forms' protection. Back from the window where she logged in, this page
// fetches its new one, so that what stands here can be sent.
window.addEventListener("focus", async () => {
  if (!expired) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer || !answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const headers = fresh.body.getAttribute("hx-headers");
  const token = headers && JSON.parse(headers)["X-CSRFToken"];
  if (!token) return;
  expired = false;
  document.body.setAttribute("hx-headers", headers);
  document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
});

// The connection is back: say so by taking the note away; the person sends, not we.
window.addEventListener("online", () => {
  if (!waiting) return;
  const note = waiting.form.querySelector(".ju-form-note");
  if (note) note.remove();
  const button = waiting.submitter || submitters(waiting.form)[0];
  waiting = null;
  if (button) button.focus();
});

// A file that is larger than it may be is refused where it is chosen, and not after it was sent.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (field.type !== "file" || !field.dataset.most) return;
  const id = `${field.id}-too-large`;
  const said = document.getElementById(id);
  if (said) said.remove();
  if (![...field.files].some((file) => file.size > Number(field.dataset.most))) return;
  field.value = "";
  const words = { id, className: "form-error-message", textContent: field.dataset.tooLarge };
  const note = Object.assign(document.createElement("span"), words);
  note.setAttribute("role", "alert");
  field.before(note);
});

// The summary of errors takes the focus, and its links lead into the fields.
function summary(root) {
  const found = root.querySelector && root.querySelector("[data-error-summary]");
  if (found) found.focus();
}
summary(document);
document.addEventListener("htmx:afterSettle", (event) => summary(event.detail.target || document));
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-error-summary] a[href^='#']");
  const field = link && document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
});

// A select or checkbox marked data-submit sends its form when it changes; without JavaScript the
// form's own button does, so it is hidden here and not in the style sheet.
document.querySelectorAll("form[data-submit]").forEach((form) => {
  form.addEventListener("change", (event) => {
    if (!event.target.closest("[data-combobox]")) form.requestSubmit();
  });
});
