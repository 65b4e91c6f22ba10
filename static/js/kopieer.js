// A button that copies the text of a field: data-regie-kopieer="id". Without a clipboard the text is selected.
(() => {
  "use strict";
  const stand = document.querySelector("[data-regie-kopieerstand]");
  document.addEventListener("click", async (e) => {
    const knop = e.target.closest("[data-regie-kopieer]");
    const veld = knop && document.getElementById(knop.dataset.regieKopieer);
    if (!veld) return;
    veld.select();
    let zin = "De tekst is geselecteerd: kopieer met Ctrl+C.";
    try { await navigator.clipboard.writeText(veld.value); zin = "Gekopieerd"; } catch { /* not allowed: the selection stays */ }
    if (stand) stand.textContent = zin;
    const label = knop.lastChild;
    if (zin === "Gekopieerd" && label.nodeType === Node.TEXT_NODE) {
      const eerst = label.textContent;
      label.textContent = zin;
      setTimeout(() => { label.textContent = eerst; }, 2500);
    }
  });
})();
