"""The forms of allauth in the words of the house: labels instead of placeholders, and help that says what to do."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms

WACHTWOORD_HULP = "Minstens 12 tekens. Een zin met een paar woorden is sterk en makkelijk te onthouden."
CODE_HULP = "De 6 cijfers uit je app, of een van je herstelcodes."


def _woorden(form: forms.Form, **velden: tuple[str, str]) -> None:
    """Set (label, help text) per field, and drop the placeholders: they vanish when somebody starts typing."""
    for naam, veld in form.fields.items():
        veld.widget.attrs.pop("placeholder", None)
        if naam in velden:
            veld.label, veld.help_text = velden[naam]


class AanmeldForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, login=("E-mailadres", ""), password=("Wachtwoord", ""))


class WachtwoordWijzigenForm(account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(
            self,
            oldpassword=("Je huidige wachtwoord", ""),
            password1=("Nieuw wachtwoord", WACHTWOORD_HULP),
            password2=("Herhaal het nieuwe wachtwoord", ""),
        )


class WachtwoordKiezenForm(account.SetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, password1=("Wachtwoord", WACHTWOORD_HULP), password2=("Herhaal het wachtwoord", ""))


class WachtwoordVergetenForm(account.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, email=("E-mailadres", "Het adres waarmee je je aanmeldt."))


class WachtwoordHerstellenForm(account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(
            self, password1=("Nieuw wachtwoord", WACHTWOORD_HULP), password2=("Herhaal het nieuwe wachtwoord", "")
        )


class BevestigForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, password=("Je wachtwoord", ""))


class AdresForm(account.AddEmailForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, email=("Nieuw e-mailadres", "We sturen er een mail heen om het te bevestigen."))


class CodeForm(mfa.AuthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, code=("Code", CODE_HULP))
        self.fields["code"].widget.attrs["autofocus"] = True


class CodeBevestigForm(mfa.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, code=("Code", CODE_HULP))


class AppToevoegenForm(totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, code=("Code uit je app", "De 6 cijfers die je app nu toont."))
        self.fields["code"].widget.attrs["inputmode"] = "numeric"


class PasskeyToevoegenForm(webauthn.AddWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(
            self,
            name=("Naam", "Zodat je ze herkent, bijvoorbeeld: laptop van het werk."),
            passwordless=(
                "Ook aanmelden zonder wachtwoord",
                "Dan volstaat deze passkey, samen met je vingerafdruk, gezicht of pincode.",
            ),
        )


class PasskeyHernoemenForm(webauthn.EditWebAuthnForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _woorden(self, name=("Naam", ""))
