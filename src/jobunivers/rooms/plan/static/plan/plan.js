// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Activities drawn by hand, with mouse, pen or finger. Everything can be done by the buttons too.

const lists = () => [...document.querySelectorAll("[data-plan-list]")];
let drawn = null; // the row that is being drawn
let came = null; // where it stood: list and next row

function handle(row) {
  const grip = document.createElement("span");
  grip.className = "plan-handle";
  grip.setAttribute("aria-hidden", "true");
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    drawn = row;
    came = { list: row.parentElement, next: row.nextElementSibling };
    row.classList.add("plan-drawn");
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  grip.addEventListener("pointermove", (event) => drawn === row && follow(event.clientY));
  grip.addEventListener("pointerup", () => drawn === row && settle());
  grip.addEventListener("pointercancel", () => drawn === row && giveUp());
  row.prepend(grip);
}

// The list and the place in it that lie nearest below the pointer.
function follow(y) {
  const edge = 60;
  if (y < edge) window.scrollBy(0, -12);
  if (y > window.innerHeight - edge) window.scrollBy(0, 12);
  const list = lists().find((one) => {
    const box = one.closest(".plan-goal").getBoundingClientRect();
    return y >= box.top && y <= box.bottom;
  });
  if (!list) return;
  const rows = [...list.querySelectorAll("[data-activity]")].filter((one) => one !== drawn);
  const next = rows.find((one) => {
    const box = one.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  if (next) list.insertBefore(drawn, next);
  else list.append(drawn);
}

function giveUp() {
  came.list.insertBefore(drawn, came.next);
  drawn.classList.remove("plan-drawn");
  drawn = null;
}

async function settle() {
  const row = drawn;
  if (row.parentElement === came.list && row.nextElementSibling === came.next) return giveUp();
  row.classList.remove("plan-drawn");
  drawn = null;
  const next = row.nextElementSibling;
  const body = new URLSearchParams({
    foer: (next && next.dataset.activity) || "",
    maal: row.parentElement.dataset.goal,
  });
  const headers = JSON.parse(document.body.getAttribute("hx-headers") || "{}");
  const answer = await fetch(row.dataset.move, { method: "POST", body, headers }).catch(() => null);
  // The page shows how it stands, whatever became of it.
  if (!answer || answer.status !== 204) window.location.reload();
}

document.querySelectorAll("[data-activity]").forEach(handle);
