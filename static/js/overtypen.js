// Copy a value with one tap. Without the clipboard the text is selected, ready for Ctrl+C.
(() => {
  "use strict";
  document.querySelectorAll("[data-regie-neem]").forEach((knop) => { knop.hidden = false; });
  const kies = (el) => {
    const bereik = document.createRange();
    bereik.selectNodeContents(el);
    const selectie = window.getSelection();
    selectie.removeAllRanges();
    selectie.addRange(bereik);
  };
  const zeg = (knop, tekst) => {
    const label = knop.querySelector("[data-regie-kopieerlabel]");
    label.textContent = tekst;
    setTimeout(() => { label.textContent = "Kopiëren"; }, 2500);
  };
  document.addEventListener("click", async (e) => {
    const knop = e.target.closest("[data-regie-neem]");
    if (!knop) return;
    const bron = knop.parentElement.querySelector("[data-regie-kopieertekst]");
    try {
      await navigator.clipboard.writeText(bron.textContent.trim());
      zeg(knop, "Gekopieerd");
    } catch {
      kies(bron);
      zeg(knop, "Geselecteerd: druk Ctrl+C");
    }
  });
})();
