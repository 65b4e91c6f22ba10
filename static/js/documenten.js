// Drop a file on a line of the checklist. Without JavaScript every line has a link to the same form.
(() => {
  "use strict";
  const formulier = document.getElementById("neerzetten");
  if (!formulier) return;
  const doel = (e) => e.target.closest("[data-regie-neerzetten]");
  const metBestand = (e) => [...(e.dataTransfer?.types || [])].includes("Files");
  document.addEventListener("dragover", (e) => {
    if (!metBestand(e)) return;
    e.preventDefault();  // a file dropped beside a line must not replace the page
    document.querySelectorAll(".is-doel").forEach((el) => { if (el !== doel(e)) el.classList.remove("is-doel"); });
    doel(e)?.classList.add("is-doel");
  });
  document.addEventListener("dragend", () => document.querySelectorAll(".is-doel").forEach((el) => el.classList.remove("is-doel")));
  document.addEventListener("drop", (e) => {
    if (!metBestand(e)) return;
    e.preventDefault();
    const regel = doel(e);
    if (!regel || e.dataTransfer.files.length === 0) return;
    const een = new DataTransfer();
    een.items.add(e.dataTransfer.files[0]);
    formulier.elements.bestand.files = een.files;
    for (const naam of ["soort", "stap", "vervangt"]) formulier.elements[naam].value = regel.dataset[naam] || "";
    formulier.requestSubmit();
  });
})();
