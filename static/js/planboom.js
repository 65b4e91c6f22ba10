// The tree of a jaaractieplan: fold everything, and put it in order by dragging. The server says where things end up;
// the arrows and "Verplaats naar" do the same without a mouse.
(() => {
  "use strict";
  const vouw = document.querySelector("[data-plan-vouw]");
  if (vouw) {
    vouw.addEventListener("click", () => {
      const open = vouw.dataset.planVouw === "open";
      document.querySelectorAll(".planboom details").forEach((el) => { el.open = open; });
      vouw.dataset.planVouw = open ? "dicht" : "open";
      vouw.textContent = open ? "Alles dichtklappen" : "Alles openklappen";
    });
  }

  const boom = () => document.getElementById("ordenboom");
  if (!boom()) return;
  const streep = document.createElement("li");
  streep.className = "orden__streep";
  streep.setAttribute("aria-hidden", "true");
  let rij = null, bezig = false;

  const stuur = async (url, plek, focus) => {
    if (bezig) return;
    bezig = true;
    try {
      await window.htmx.ajax("POST", url, { target: "#ordenboom", swap: "outerHTML", values: { plek } });
    } finally {
      bezig = false;
    }
    const anders = focus?.startsWith("op-") ? focus.replace("op-", "neer-") : focus?.replace("neer-", "op-");
    (document.getElementById(focus) || document.getElementById(anders))?.focus();
    const stand = document.getElementById("ordenstand");  // a status region speaks only what is added later
    if (stand) { const tekst = stand.textContent; stand.textContent = ""; setTimeout(() => { stand.textContent = tekst; }, 100); }
  };

  document.addEventListener("submit", (e) => {
    if (!e.target.matches("[data-plan-stap]") || !window.htmx || !e.submitter) return;
    e.preventDefault();
    stuur(e.target.action, e.submitter.value, e.submitter.id);
  });

  // Only the handle starts a drag, so that text stays selectable.
  document.addEventListener("pointerdown", (e) => {
    const greep = e.target.closest("[data-plan-greep]");
    if (greep) greep.closest("[data-plan-rij]").draggable = true;
  });
  document.addEventListener("pointerup", () => { boom()?.querySelectorAll("[draggable]").forEach((el) => el.removeAttribute("draggable")); });

  const mag = (lijst) => {
    if (!lijst || lijst.dataset.planLijst !== rij.dataset.planSoort || rij.contains(lijst)) return false;
    return lijst.dataset.planBoven === "" || !("planHeeftOnder" in rij.dataset);
  };
  const rijen = (lijst) => [...lijst.children].filter((el) => el !== rij && el !== streep);

  document.addEventListener("dragstart", (e) => {
    rij = e.target.closest?.("[data-plan-rij][draggable]") || null;
    if (!rij) return;
    e.dataTransfer.effectAllowed = "move";
    e.dataTransfer.setData("text/plain", "");
    setTimeout(() => { rij?.classList.add("is-weg"); boom().classList.add("is-slepend"); }, 0);
  });
  document.addEventListener("dragover", (e) => {
    if (!rij) return;
    let lijst = e.target.closest?.("[data-plan-lijst]");
    while (lijst && !mag(lijst)) lijst = lijst.parentElement.closest("[data-plan-lijst]");
    // An action dropped on the line of an objective goes below it.
    if (!lijst) lijst = [...(e.target.closest?.("[data-plan-rij]")?.querySelectorAll(":scope > [data-plan-lijst]") || [])].find(mag);
    if (!lijst) return;
    e.preventDefault();
    const na = rijen(lijst).find((el) => { const vak = el.getBoundingClientRect(); return e.clientY < vak.top + vak.height / 2; });
    lijst.insertBefore(streep, na || null);
  });
  document.addEventListener("drop", (e) => {
    if (!rij || !streep.parentElement) return;
    e.preventDefault();
    const lijst = streep.parentElement, eerder = [...lijst.children].filter((el) => el !== rij);
    stuur(rij.dataset.planUrl, `${lijst.dataset.planBoven}:${eerder.indexOf(streep)}`, `op-${rij.dataset.planId}`);
  });
  document.addEventListener("dragend", () => {
    rij?.classList.remove("is-weg");
    rij?.removeAttribute("draggable");
    boom()?.classList.remove("is-slepend");
    streep.remove();
    rij = null;
  });
})();
