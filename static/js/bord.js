// A board whose cards have buttons to move them; dragging presses the same button.
(() => {
  "use strict";
  const bord = document.querySelector("[data-regie-bord]");
  if (!bord) return;
  let gesleept = null;
  const knop = (kaart, kolom) => kaart?.querySelector(`[data-regie-naar="${kolom.dataset.regieKolom}"]`);

  bord.querySelectorAll("[data-regie-bordkaart]").forEach((kaart) => {
    if (!kaart.querySelector("[data-regie-naar]")) return;
    kaart.draggable = true;
    kaart.addEventListener("dragstart", (e) => {
      gesleept = kaart;
      kaart.classList.add("bordkaart--weg");
      e.dataTransfer.effectAllowed = "move";
      e.dataTransfer.setData("text/plain", kaart.id);
    });
    kaart.addEventListener("dragend", () => { gesleept = null; kaart.classList.remove("bordkaart--weg"); });
  });
  bord.querySelectorAll("[data-regie-kolom]").forEach((kolom) => {
    kolom.addEventListener("dragover", (e) => {
      if (!knop(gesleept, kolom)) return;
      e.preventDefault();
      kolom.classList.add("bord__kolom--doel");
    });
    kolom.addEventListener("dragleave", (e) => { if (!kolom.contains(e.relatedTarget)) kolom.classList.remove("bord__kolom--doel"); });
    kolom.addEventListener("drop", (e) => {
      const druk = knop(gesleept, kolom);
      kolom.classList.remove("bord__kolom--doel");
      if (!druk) return;
      e.preventDefault();
      druk.form.requestSubmit(druk);
    });
  });
  // Back on the card that was moved.
  const bedoeld = location.hash.startsWith("#actie-") ? document.getElementById(location.hash.slice(1)) : null;
  bedoeld?.focus({ preventScroll: false });
})();
