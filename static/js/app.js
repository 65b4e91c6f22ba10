// Small conveniences on top of pages that work without them. Hooks are data-regie-* attributes only.
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const SLEUTEL = "regie-sneltoetsen";
  const kies = (selector, wortel = document) => wortel.querySelector(selector);
  const alle = (selector, wortel = document) => [...wortel.querySelectorAll(selector)];

  // --- menus: a click elsewhere or Escape closes them, one is open at a time
  document.addEventListener("click", (e) => {
    alle("details.menu[open]").forEach((menu) => { if (!menu.contains(e.target)) menu.open = false; });
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    alle("details.menu[open]").forEach((menu) => { menu.open = false; kies("summary", menu).focus(); });
  });

  // --- toasts
  const toast = (el) => {
    const knop = kies("[data-regie-sluit]", el);
    if (knop) { knop.hidden = false; knop.addEventListener("click", () => el.remove()); }
    el.addEventListener("animationend", () => el.remove());
  };

  // --- selection of rows and the bar that belongs to it
  const telSelectie = (vak) => {
    const rijen = alle("[data-regie-rij]", vak);
    const aangevinkt = rijen.filter((r) => r.checked).length;
    const overal = kies("[data-regie-alle-resultaten]", vak);
    const gekozen = overal?.checked ? overal.dataset.regieAlleResultaten : aangevinkt;
    const balk = kies("[data-regie-bulk]", vak);
    const alles = kies("[data-regie-alles]", vak);
    if (balk) balk.hidden = !(aangevinkt || overal?.checked);
    alle("[data-regie-aantal]", vak).forEach((el) => { el.textContent = String(gekozen); });
    if (alles) { alles.checked = aangevinkt > 0 && aangevinkt === rijen.length; alles.indeterminate = aangevinkt > 0 && aangevinkt < rijen.length; }
  };
  document.addEventListener("change", (e) => {
    const vak = e.target.closest("[data-regie-selectie]");
    if (!vak) return;
    if (e.target.matches("[data-regie-alles]")) alle("[data-regie-rij]", vak).forEach((r) => { r.checked = e.target.checked; });
    const overal = kies("[data-regie-alle-resultaten]", vak);
    if (e.target === overal) alle("[data-regie-rij]", vak).forEach((r) => { r.checked = overal.checked; });
    else if (overal && !e.target.checked) overal.checked = false;
    if (e.target.matches("[data-regie-alles], [data-regie-rij], [data-regie-alle-resultaten]")) telSelectie(vak);
  });
  document.addEventListener("click", (e) => {
    const wis = e.target.closest("[data-regie-wis-selectie]");
    if (!wis) return;
    const vak = wis.closest("[data-regie-selectie]");
    alle("[data-regie-rij], [data-regie-alle-resultaten]", vak).forEach((r) => { r.checked = false; });
    telSelectie(vak);
    kies("[data-regie-alles]", vak)?.focus();
  });

  // --- filter forms that submit themselves; their button stays for who has no JavaScript
  document.addEventListener("change", (e) => {
    const formulier = e.target.closest("form[data-regie-autosubmit]");
    if (formulier && !e.target.matches("[type=search], [type=text], [data-regie-geen-autosubmit]")) formulier.requestSubmit();
  });

  // --- confirmation in words before something that cannot be undone at once
  document.addEventListener("submit", (e) => {
    const vraag = e.submitter?.dataset.regieBevestig || e.target.dataset.regieBevestig;
    if (vraag && !window.confirm(vraag)) { e.preventDefault(); return; }
    if (e.target.method === "post" && !e.target.hasAttribute("data-regie-herhaalbaar")) {
      if (e.target.dataset.regieBezig) { e.preventDefault(); return; }
      e.target.dataset.regieBezig = "1";
      setTimeout(() => { delete e.target.dataset.regieBezig; }, 5000);
    }
  });

  // --- dialogs
  document.addEventListener("click", (e) => {
    const knop = e.target.closest("[data-regie-open]");
    if (knop) document.getElementById(knop.dataset.regieOpen)?.showModal();
  });

  // --- keyboard: off by one switch (WCAG 2.1.4)
  const aan = () => { try { return localStorage.getItem(SLEUTEL) !== "uit"; } catch { return true; } };
  let g = 0;
  const naar = (selector) => { const doel = kies(selector); if (doel) { doel.click(); return true; } return false; };
  const typt = (el) => el.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented || typt(e.target) || kies("dialog[open]") || !aan()) return;
    if (Date.now() - g < 1200 && { c: 1, d: 1, t: 1 }[e.key]) { g = 0; if (naar(`[data-regie-ga~="${e.key}"]`)) e.preventDefault(); return; }
    g = e.key === "g" ? Date.now() : 0;
    if (e.key === "/") { const zoek = kies("[data-regie-zoek]"); if (zoek) { e.preventDefault(); zoek.focus(); zoek.select(); } }
    else if (e.key === "n" && naar("[data-regie-nieuw]")) e.preventDefault();
    else if (e.key === "?") { e.preventDefault(); document.getElementById("sneltoetsen")?.showModal(); }
  });
  const schakelaar = kies("[data-regie-sneltoetsen]");
  if (schakelaar) {
    schakelaar.checked = aan();
    schakelaar.addEventListener("change", () => {
      try { localStorage.setItem(SLEUTEL, schakelaar.checked ? "aan" : "uit"); } catch { /* private window: for this page only */ }
    });
  }

  // --- focus on the first thing to read after an error or an htmx swap
  const richt = (wortel) => {
    alle("[data-regie-toast]", wortel).forEach(toast);
    alle("[data-regie-selectie]", wortel).forEach(telSelectie);
    if (wortel.matches?.("[data-regie-selectie]")) telSelectie(wortel);
    const fouten = kies("[data-regie-focus]", wortel);
    if (fouten) fouten.focus();
    alle("[data-regie-zonder-js]", wortel).forEach((el) => { el.hidden = true; });
    alle("[data-regie-met-js]", wortel).forEach((el) => { el.hidden = false; });
  };
  richt(document);
  // Tabs that scroll sideways on a small screen: the current one in sight.
  alle(".tabs [aria-current]").forEach((tab) => {
    const balk = tab.closest(".tabs"), vak = balk.getBoundingClientRect(), eigen = tab.getBoundingClientRect();
    balk.scrollLeft += eigen.left - vak.left - (vak.width - eigen.width) / 2;
  });
  // A status region speaks only what is added after loading: put server-rendered toasts in again.
  const regio = document.getElementById("toasts");
  if (regio?.children.length) { const inhoud = [...regio.children]; regio.replaceChildren(); setTimeout(() => regio.append(...inhoud), 150); }
  document.addEventListener("htmx:load", (e) => { if (e.detail.elt !== document.body) richt(e.detail.elt); });
  document.addEventListener("htmx:configRequest", (e) => {
    const token = kies("input[name=csrfmiddlewaretoken]");
    if (token) e.detail.headers["X-CSRFToken"] = token.value;
  });
  const netwerkfout = () => {
    const el = document.createElement("div");
    el.className = "toast-k toast-k--blijft";
    el.textContent = "Het is niet gelukt. Controleer je verbinding en probeer opnieuw.";
    regio?.append(el);
    setTimeout(() => el.remove(), 10000);
  };
  document.addEventListener("htmx:sendError", netwerkfout);
  document.addEventListener("htmx:responseError", netwerkfout);
})();
