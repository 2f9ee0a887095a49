// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Activities drawn by hand, with mouse, pen or finger. Everything can be done by the buttons too.

const EDGE = 60; // pixels from the edge where the page scrolls along
let drawn = null; // the row that is being drawn
let place = null; // where it would land: list, and the row it would stand before

function handle(row) {
  const grip = document.createElement("span");
  grip.className = "plan-handle";
  grip.setAttribute("aria-hidden", "true");
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    drawn = row;
    row.classList.add("plan-drawn");
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  // The row stays where it is until it is let go: a row that moves would lose the pointer.
  grip.addEventListener("pointermove", (event) => drawn === row && follow(event.clientY));
  grip.addEventListener("pointerup", () => drawn === row && settle());
  grip.addEventListener("pointercancel", () => drawn === row && mark(null));
  row.prepend(grip);
}

function mark(next) {
  document.querySelectorAll(".plan-before, .plan-after").forEach((one) => one.classList.remove("plan-before", "plan-after"));
  place = next;
  if (!next) {
    if (drawn) drawn.classList.remove("plan-drawn");
    drawn = null;
  } else if (next.before) next.before.classList.add("plan-before");
  else next.list.classList.add("plan-after");
}

// The list and the place in it that lie nearest below the pointer.
function follow(y) {
  if (y < EDGE) window.scrollBy(0, -12);
  if (y > window.innerHeight - EDGE) window.scrollBy(0, 12);
  const list = [...document.querySelectorAll("[data-plan-list]")].find((one) => {
    const box = one.closest(".plan-goal").getBoundingClientRect();
    return y >= box.top && y <= box.bottom;
  });
  if (!list) return;
  const rows = [...list.querySelectorAll("[data-activity]")].filter((one) => one !== drawn);
  const before = rows.find((one) => {
    const box = one.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  mark({ list, before });
}

async function settle() {
  const row = drawn;
  const to = place;
  mark(null);
  if (!to) return;
  if (to.before) to.list.insertBefore(row, to.before);
  else to.list.append(row);
  const body = new URLSearchParams({
    foer: to.before ? to.before.dataset.activity : "",
    maal: to.list.dataset.goal,
  });
  const headers = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
  const answer = await fetch(row.dataset.move, { method: "POST", body, headers }).catch(() => null);
  // The page shows how it stands, whatever became of it.
  if (!answer || answer.status !== 204) window.location.reload();
}

document.querySelectorAll("[data-activity]").forEach(handle);
