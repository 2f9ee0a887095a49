// SPDX-FileCopyrightText: 2026 The Jobunivers contributors
// SPDX-License-Identifier: EUPL-1.2
// Suggestions while typing, after the WAI-ARIA 1.2 combobox pattern (list autocomplete, manual
// selection). The field is an ordinary text field until this runs.
// <input data-combobox="/forslag/"> asks /forslag/?q=… and gets <li role="option"> rows.
// A row's data-value goes to the field named in data-combobox-value, if there is one.

const PAUSE = 150; // ms without a key before asking; fast typists ask once
const SHORTEST = 2;
let made = 0;

class Combobox {
  constructor(input) {
    this.input = input;
    this.active = -1;
    this.list = document.createElement("ul");
    this.list.id = `options-${++made}`;
    this.list.className = "ju-options";
    this.list.setAttribute("role", "listbox");
    const label = document.querySelector(`label[for="${CSS.escape(input.id)}"]`);
    this.list.setAttribute("aria-label", label ? label.textContent.trim() : input.name);
    this.list.hidden = true;
    input.after(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false",
      "aria-controls": this.list.id, autocomplete: "off", autocapitalize: "none", spellcheck: "false",
    })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => setTimeout(() => this.hide(), 150));
    // The press must not take the focus from the field.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(option);
    });
  }

  get options() { return [...this.list.querySelectorAll("[role=option]")]; }

  typed() {
    const value = this.valueField();
    if (value) value.value = "";
    clearTimeout(this.timer);
    const text = this.input.value.trim();
    if (text.length < SHORTEST) { this.hide(); return; }
    this.timer = setTimeout(() => this.ask(text), PAUSE);
  }

  async ask(text) {
    if (this.asking) this.asking.abort();
    this.asking = new AbortController();
    const address = new URL(this.input.dataset.combobox, location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, {
        signal: this.asking.signal, credentials: "same-origin", headers: { "HX-Request": "true" },
      });
      if (!answer.ok) { this.hide(); return; }
      this.show(await answer.text());
    } catch (error) {
      if (error.name !== "AbortError") this.hide();
    }
  }

  show(html) {
    // Our own server's answer, parsed without running anything in it.
    const rows = new DOMParser().parseFromString(`<ul>${html}</ul>`, "text/html").querySelectorAll("li[role=option]");
    this.list.replaceChildren(...rows);
    this.options.forEach((option, index) => {
      option.id = `${this.list.id}-${index}`;
      option.setAttribute("aria-selected", "false");
    });
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    if (!rows.length || document.activeElement !== this.input) { this.hide(); return; }
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
  }

  hide() {
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  move(to) {
    const options = this.options;
    if (!options.length) return;
    this.active = (to + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
    this.input.setAttribute("aria-activedescendant", options[this.active].id);
    options[this.active].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" && open) { event.preventDefault(); this.move(this.active + 1); }
    else if (event.key === "ArrowUp" && open) { event.preventDefault(); this.move(this.active < 0 ? -1 : this.active - 1); }
    else if (event.key === "Enter" && open && this.active >= 0) { event.preventDefault(); this.choose(this.options[this.active]); }
    else if (event.key === "Escape" && open) { event.preventDefault(); event.stopPropagation(); this.hide(); }
    else if (event.key === "Tab") this.hide();
  }

  valueField() {
    const name = this.input.dataset.comboboxValue;
    return name ? this.input.form.elements.namedItem(name) : null;
  }

  choose(option) {
    this.input.value = option.dataset.text || option.textContent.trim();
    const value = this.valueField();
    if (value) value.value = option.dataset.value || "";
    this.hide();
    this.input.focus();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.input.dispatchEvent(new CustomEvent("combobox:chosen", { bubbles: true, detail: { value: option.dataset.value || "" } }));
  }
}

function start(root) {
  root.querySelectorAll("input[data-combobox]:not([role=combobox])").forEach((input) => new Combobox(input));
}
start(document);
document.addEventListener("htmx:afterSettle", (event) => start(event.detail.target || document));
