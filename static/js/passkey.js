// Sign in with, or add, a passkey. allauth's scripts do the work; its inline start-up code is replaced by data attributes
// on the form: data-regie-passkey (addForm, authenticateForm, loginForm), -knop, -veld, -zonder-wachtwoord, -gegevens.
(() => {
  "use strict";
  const meld = document.querySelector("[data-regie-passkey-melding]");
  const zeg = (tekst) => { if (meld) { meld.textContent = tekst; meld.hidden = false; } };

  document.addEventListener("allauth.error", (e) => {
    e.preventDefault();
    zeg(e.detail.exception?.name === "NotAllowedError"
      ? "Er is geen passkey gebruikt. Probeer het opnieuw of kies een andere manier."
      : "Dat lukt niet met dit toestel of deze browser. Kies een andere manier.");
  });

  document.querySelectorAll("form[data-regie-passkey]").forEach((formulier) => {
    const { regiePasskey, regiePasskeyKnop, regiePasskeyVeld, regiePasskeyZonderWachtwoord, regiePasskeyGegevens } = formulier.dataset;
    const knop = document.getElementById(regiePasskeyKnop);
    if (!window.PublicKeyCredential) {
      knop.disabled = true;
      zeg("Deze browser kent geen passkeys. Kies een andere manier.");
      return;
    }
    window.allauth.webauthn.forms[regiePasskey]({
      ids: { add: regiePasskeyKnop, authenticate: regiePasskeyKnop, login: regiePasskeyKnop,
             credential: regiePasskeyVeld, passwordless: regiePasskeyZonderWachtwoord },
      data: regiePasskeyGegevens ? JSON.parse(regiePasskeyGegevens) : undefined,
    });
  });
})();
