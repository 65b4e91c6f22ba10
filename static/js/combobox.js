// A list you can type in (ARIA 1.2 combobox with listbox). It enhances, it never replaces the way without JavaScript:
//   <select data-regie-combobox>                         type to find an option; the select stays the real field
//   <input data-regie-combobox="/url/?q=" …>             options come from the server as <li data-waarde data-label>
(() => {
  "use strict";
  let volg = 0;
  const kaal = (t) => t.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().trim();

  class Combobox {
    constructor(bron) {
      this.bron = bron;
      this.id = `combobox-${++volg}`;
      this.actief = -1;
      this.invoer = bron.matches("select") ? this.maakInvoer(bron) : bron;
      const vak = document.createElement("div");
      vak.className = "combobox";
      this.invoer.before(vak);
      this.lijst = document.createElement("ul");
      this.lijst.className = "combobox__lijst";
      this.lijst.id = this.id;
      this.lijst.setAttribute("role", "listbox");
      this.lijst.setAttribute("aria-label", this.naam());
      this.lijst.hidden = true;
      this.status = document.createElement("div");
      this.status.className = "visually-hidden";
      this.status.setAttribute("role", "status");
      vak.append(this.invoer, this.lijst, this.status);
      Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.id })
        .forEach(([k, w]) => this.invoer.setAttribute(k, w));
      this.luister();
    }

    naam() { return (this.invoer.labels?.[0]?.textContent || "Keuzes").trim(); }

    maakInvoer(select) {
      const invoer = document.createElement("input");
      invoer.type = "text";
      invoer.className = select.className || "form-control";
      invoer.id = select.id;
      invoer.placeholder = select.dataset.regiePlaceholder || "Typ om te zoeken";
      invoer.value = select.value ? select.selectedOptions[0].textContent.trim() : "";
      invoer.disabled = select.disabled;
      ["aria-describedby", "aria-invalid", "required"].forEach((a) => { if (select.hasAttribute(a)) invoer.setAttribute(a, select.getAttribute(a)); });
      select.id = `${select.id}-waarde`;
      select.hidden = true;
      select.required = false;
      select.tabIndex = -1;
      select.after(invoer);
      return invoer;
    }

    luister() {
      this.invoer.addEventListener("input", () => this.zoek());
      this.invoer.addEventListener("click", () => this.zoek(true));
      this.invoer.addEventListener("keydown", (e) => this.toets(e));
      this.invoer.addEventListener("blur", () => setTimeout(() => { this.sluit(); this.herstel(); }, 150));
      this.lijst.addEventListener("mousedown", (e) => e.preventDefault());
      this.lijst.addEventListener("click", (e) => { const li = e.target.closest("[role=option]"); if (li) this.kies(li); });
    }

    zoek(alles = false) {
      const term = alles && this.bron !== this.invoer ? "" : kaal(this.invoer.value);
      if (this.bron === this.invoer) { this.haal(term); return; }
      const treffers = [...this.bron.options].filter((o) => o.value && kaal(o.textContent).includes(term)).slice(0, 50);
      this.toon(treffers.map((o) => { const li = document.createElement("li"); li.textContent = o.textContent.trim(); li.dataset.waarde = o.value; return li; }));
    }

    haal(term) {
      clearTimeout(this.wacht);
      if (term.length < 2) { this.sluit(); return; }
      this.wacht = setTimeout(async () => {
        this.afbreken?.abort();
        this.afbreken = new AbortController();
        try {
          const antwoord = await fetch(this.bron.dataset.regieCombobox + encodeURIComponent(this.invoer.value.trim()), { signal: this.afbreken.signal, headers: { "HX-Request": "true" } });
          if (!antwoord.ok) return;
          const doc = new DOMParser().parseFromString(await antwoord.text(), "text/html");
          this.toon([...doc.querySelectorAll("li[data-waarde]")].map((li) => document.adoptNode(li)));
        } catch (fout) { if (fout.name !== "AbortError") this.sluit(); }
      }, 200);
    }

    toon(items) {
      this.actief = -1;
      this.invoer.removeAttribute("aria-activedescendant");
      items.forEach((li, i) => { li.setAttribute("role", "option"); li.id = `${this.id}-${i}`; li.setAttribute("aria-selected", "false"); });
      this.lijst.replaceChildren(...items);
      this.status.textContent = items.length ? `${items.length} ${items.length === 1 ? "keuze" : "keuzes"}` : "Niets gevonden";
      this.lijst.hidden = items.length === 0;
      this.invoer.setAttribute("aria-expanded", String(items.length > 0));
    }

    sluit() { this.lijst.hidden = true; this.invoer.setAttribute("aria-expanded", "false"); this.invoer.removeAttribute("aria-activedescendant"); }

    herstel() {
      if (this.bron === this.invoer) return;
      if (!this.invoer.value.trim() && [...this.bron.options].some((o) => !o.value)) this.bron.value = "";
      this.invoer.value = this.bron.value ? this.bron.selectedOptions[0].textContent.trim() : "";
    }

    toets(e) {
      const items = [...this.lijst.children];
      if (e.key === "ArrowDown" || e.key === "ArrowUp") {
        e.preventDefault();
        if (this.lijst.hidden) { this.zoek(true); return; }
        const stap = e.key === "ArrowDown" ? 1 : -1;
        this.actief = (this.actief + stap + items.length) % items.length;
        items.forEach((li, i) => li.setAttribute("aria-selected", String(i === this.actief)));
        items[this.actief].scrollIntoView({ block: "nearest" });
        this.invoer.setAttribute("aria-activedescendant", items[this.actief].id);
      } else if (e.key === "Enter" && !this.lijst.hidden && (this.actief >= 0 || items.length === 1)) {
        e.preventDefault();
        this.kies(items[Math.max(this.actief, 0)]);
      } else if (e.key === "Escape" && !this.lijst.hidden) { e.preventDefault(); e.stopPropagation(); this.sluit(); }
    }

    kies(li) {
      this.invoer.value = li.dataset.label || li.textContent.trim();
      if (this.bron === this.invoer) {
        const doel = document.getElementById(this.bron.dataset.regieDoel || "");
        if (doel) doel.value = li.dataset.waarde;
      } else { this.bron.value = li.dataset.waarde; }
      this.sluit();
      this.bron.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }

  const start = (wortel) => wortel.querySelectorAll("[data-regie-combobox]:not([data-regie-klaar])").forEach((el) => {
    el.dataset.regieKlaar = "1";
    new Combobox(el);
  });
  start(document);
  document.addEventListener("htmx:load", (e) => start(e.detail.elt.parentElement || document));
})();
