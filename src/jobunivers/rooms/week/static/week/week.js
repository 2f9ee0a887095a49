// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Her week: moving by dragging where there is a mouse, print, and copying the calendar's address.
// Without it the forms do the same.

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

document.querySelectorAll("[data-copy]").forEach((button) => {
  const field = document.getElementById(button.dataset.copy);
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    document.querySelector("[data-copy-said]").textContent = button.dataset.copied;
  });
});

// On the home screen it is her own device: it keeps the pages without being asked again.
const keep = document.querySelector("form[data-keep]");
if (keep && window.matchMedia("(display-mode: standalone)").matches) {
  const body = new FormData(keep);
  body.set("gem", "ja");
  fetch(keep.action, { method: "POST", body }).catch(() => {});
}

let dragged = null;
document.querySelectorAll("[data-movable]").forEach((line) => {
  line.draggable = true;
  line.addEventListener("dragstart", (event) => {
    dragged = line;
    line.classList.add("wk-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", line.id);
  });
  line.addEventListener("dragend", () => {
    line.classList.remove("wk-dragged");
    document.querySelectorAll(".wk-over").forEach((day) => day.classList.remove("wk-over"));
    dragged = null;
  });
});
document.querySelectorAll("[data-day]").forEach((day) => {
  day.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    day.classList.add("wk-over");
  });
  day.addEventListener("dragleave", () => day.classList.remove("wk-over"));
  day.addEventListener("drop", (event) => {
    if (!dragged) return;
    event.preventDefault();
    const form = dragged.querySelector("form");
    const field = form.elements.day;
    if (field.value === day.dataset.day) return;
    field.value = day.dataset.day;
    form.requestSubmit();
  });
});
