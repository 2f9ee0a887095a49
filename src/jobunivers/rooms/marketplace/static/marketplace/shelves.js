// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// A shelf's offers can be dragged; the buttons do the same without this script.
const list = document.querySelector("[data-shelf-order]");
const form = document.querySelector("[data-shelf-move]");
let dragged = null;

function equals(one, other) {
  return one && other && one !== other && one.dataset.group === other.dataset.group;
}

function lineOf(event) {
  return event.target instanceof Element ? event.target.closest("li[data-move]") : null;
}

function clear() {
  for (const one of list.querySelectorAll(".shelf-over")) one.classList.remove("shelf-over");
}

if (list && form) {
  for (const line of list.querySelectorAll("li[data-move]")) line.draggable = true;
  list.addEventListener("dragstart", (event) => {
    dragged = lineOf(event);
    if (dragged) event.dataTransfer.effectAllowed = "move";
  });
  list.addEventListener("dragover", (event) => {
    const line = lineOf(event);
    clear();
    if (!equals(dragged, line)) return;
    event.preventDefault();
    line.classList.add("shelf-over");
  });
  list.addEventListener("dragend", clear);
  list.addEventListener("drop", (event) => {
    const line = lineOf(event);
    if (!equals(dragged, line)) return;
    event.preventDefault();
    form.action = dragged.dataset.move;
    form.elements.foer.value = line.dataset.offer;
    form.submit();
  });
}
