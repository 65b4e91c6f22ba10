// Keeps a long form while somebody types: form[data-regie-autobewaar], every 10 seconds and when a field is left.
// Only what changed travels, with what stood there before, so that two open windows never wipe each other out.
(() => {
  "use strict";
  const formulier = document.querySelector("form[data-regie-autobewaar]");
  if (!formulier) return;
  const stand = formulier.querySelector("[data-regie-bewaarstand]");
  const versie = formulier.elements.namedItem("versie");
  const NIET = new Set(["csrfmiddlewaretoken", "versie", "reden", "bevestigd"]);
  const bekend = new Map(), botsing = new Set();
  let bezig = false, verstuurd = false;

  const waarden = () => {
    const nu = new Map();
    for (const veld of formulier.elements) {
      if (!veld.name || NIET.has(veld.name) || veld.type === "submit" || veld.type === "button") continue;
      if (veld.type === "radio") { if (veld.checked) nu.set(veld.name, veld.value); else if (!nu.has(veld.name)) nu.set(veld.name, ""); }
      else if (veld.type === "checkbox") nu.set(veld.name, veld.checked ? "on" : "");
      else nu.set(veld.name, veld.value);
    }
    return nu;
  };
  const gewijzigd = () => [...waarden()].filter(([naam, waarde]) => bekend.get(naam) !== waarde && !botsing.has(naam));
  const zeg = (tekst, soort = "") => { if (stand) { stand.textContent = tekst; stand.dataset.soort = soort; } };
  const zet = (naam, waarde) => {
    const velden = [...formulier.elements].filter((veld) => veld.name === naam);
    velden.forEach((veld) => {
      if (veld.type === "radio") veld.checked = veld.value === waarde;
      else if (veld.type === "checkbox") veld.checked = waarde === "on";
      else veld.value = waarde;
    });
    bekend.set(naam, waarde);
  };

  // Somebody typed in the same field in another window: show both, let the person choose.
  const toonBotsing = (naam, ander) => {
    const veld = [...formulier.elements].find((el) => el.name === naam);
    const plek = veld?.closest("fieldset.score") || veld?.parentElement;
    if (!plek || botsing.has(naam)) return;
    botsing.add(naam);
    const vak = document.createElement("div");
    vak.className = "botsing";
    vak.setAttribute("role", "alert");
    const zin = document.createElement("p");
    zin.textContent = `In een ander venster staat hier: “${ander || "niets"}”. Jouw tekst staat nog in het veld. Welke hou je?`;
    const kies = (label, doe) => {
      const knop = document.createElement("button");
      knop.type = "button"; knop.className = "btn btn-outline-primary btn-sm"; knop.textContent = label;
      knop.addEventListener("click", () => { botsing.delete(naam); vak.remove(); doe(); veld.focus(); bewaar(); });
      return knop;
    };
    vak.append(zin, kies("Mijn tekst houden", () => bekend.set(naam, ander)), kies("De andere nemen", () => zet(naam, ander)));
    plek.append(vak);
  };

  const verwerk = (antwoord) => {
    if (versie) versie.value = antwoord.versie;
    const nu = waarden();
    Object.entries(antwoord.botsingen).forEach(([naam, ander]) => toonBotsing(naam, ander));
    Object.entries(antwoord.ontwerp).forEach(([naam, waarde]) => {
      if (botsing.has(naam) || bekend.get(naam) === waarde) return;
      if (nu.get(naam) === bekend.get(naam)) zet(naam, waarde);  // untouched here, changed elsewhere
    });
    const open = botsing.size;
    zeg(open ? "Niet alles is bewaard: kies hierboven welke tekst je houdt." : `Bewaard om ${antwoord.tijd}`, open ? "letop" : "succes");
  };

  const bewaar = async () => {
    const velden = gewijzigd();
    if (bezig || verstuurd || !velden.length) return;
    bezig = true;
    const lading = new FormData();
    lading.set("autobewaar", "1");
    const token = formulier.elements.namedItem("csrfmiddlewaretoken");
    if (token) lading.set("csrfmiddlewaretoken", token.value);
    velden.forEach(([naam, waarde]) => { lading.set(`was:${naam}`, bekend.get(naam) ?? ""); lading.set(`wordt:${naam}`, waarde); });
    try {
      const antwoord = await fetch(formulier.action, { method: "POST", body: lading, credentials: "same-origin", headers: { Accept: "application/json" } });
      if (antwoord.ok && (antwoord.headers.get("Content-Type") || "").startsWith("application/json")) {
        velden.forEach(([naam, waarde]) => bekend.set(naam, waarde));
        verwerk(await antwoord.json());
      } else if (antwoord.status === 409) {
        zeg(`Niet bewaard: ${(await antwoord.json()).melding} Je tekst staat nog op deze pagina.`, "fout");
      } else if (antwoord.status === 404) {
        zeg("Niet bewaard: deze link werkt niet meer. Je tekst staat nog op deze pagina; vraag een nieuwe link.", "fout");
      } else {
        zeg("Niet bewaard. Je tekst staat nog op deze pagina; we proberen het zo opnieuw.", "fout");
      }
    } catch {
      zeg("Niet bewaard: er is geen verbinding. Je tekst staat nog op deze pagina; we proberen het zo opnieuw.", "fout");
    }
    bezig = false;
  };

  waarden().forEach((waarde, naam) => bekend.set(naam, waarde));
  if (formulier.querySelector(".errorlist, .is-invalid")) waarden().forEach((waarde, naam) => bekend.set(naam, waarde));
  zeg("Wat je invult, wordt vanzelf bewaard.");
  setInterval(bewaar, 10000);
  formulier.addEventListener("focusout", () => setTimeout(bewaar, 50));
  formulier.addEventListener("change", () => setTimeout(bewaar, 50));
  formulier.addEventListener("input", () => { if (gewijzigd().length) zeg("Nog niet bewaard", "bezig"); });
  // Sending waits for what is still being kept: a save that arrives in between would make this window the older one.
  formulier.addEventListener("submit", async (e) => {
    if (verstuurd || e.defaultPrevented) return;
    e.preventDefault();
    do { await new Promise((klaar) => setTimeout(klaar, 30)); } while (bezig);  // and let this event end first
    await bewaar();
    verstuurd = true;
    delete formulier.dataset.regieBezig;
    formulier.requestSubmit(e.submitter);
  });
  window.addEventListener("beforeunload", (e) => { if (!verstuurd && (gewijzigd().length || botsing.size)) e.preventDefault(); });
  window.addEventListener("online", bewaar);
})();

// The first touch of a person tells that the link was opened; a mail scanner touches nothing.
(() => {
  "use strict";
  const formulier = document.querySelector("form[data-regie-geopend]");
  if (!formulier) return;
  const geopend = () => {
    ["pointerdown", "keydown"].forEach((soort) => document.removeEventListener(soort, geopend));
    const lading = new FormData();
    lading.set("geopend", "1");
    const token = formulier.elements.namedItem("csrfmiddlewaretoken");
    if (token) lading.set("csrfmiddlewaretoken", token.value);
    fetch(formulier.action, { method: "POST", body: lading, credentials: "same-origin" }).catch(() => {});
  };
  ["pointerdown", "keydown"].forEach((soort) => document.addEventListener(soort, geopend));
})();
