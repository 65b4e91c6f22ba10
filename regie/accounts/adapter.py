from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.models import AbstractBaseUser
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string

from regie.core.crypto import ontsleutel, versleutel
from regie.core.mail import stel_mail_op

DOEL = "mfa.authenticator.data"
REDEN = "Je krijgt deze mail omdat er een account is met dit e-mailadres."


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come into being through an invitation only; what allauth says and mails sounds like the house."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Dit account is afgesloten. Vraag de beheerder van je gebied om hulp.",
        "email_password_mismatch": "Het e-mailadres of het wachtwoord klopt niet. Kijk ze na en probeer opnieuw.",
        "enter_current_password": "Dit is niet je huidige wachtwoord.",
        "incorrect_code": "Deze code klopt niet of is verlopen. Neem de nieuwste code uit je app.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "email_taken": "Er is al een account met dit e-mailadres.",
        "same_as_current": "Dit is hetzelfde als nu. Vul iets anders in.",
        "too_many_login_attempts": "Te veel mislukte pogingen. Wacht 5 minuten en probeer het dan opnieuw.",
        "rate_limited": "Dat ging te snel na elkaar. Wacht even en probeer het opnieuw.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def render_mail(
        self, template_prefix: str, email: str | list[str], context: dict[str, Any], headers: dict | None = None
    ) -> EmailMessage:
        onderwerp = " ".join(render_to_string(f"{template_prefix}_subject.txt", context).split())
        tekst = render_to_string(f"{template_prefix}_message.txt", context, allauth_context.request).strip()
        aan = email if isinstance(email, str) else email[0]
        return stel_mail_op(
            "account", aan=aan, onderwerp=onderwerp, voorproef=onderwerp, reden=REDEN, context={"tekst": tekst}
        )

    def send_notification_mail(
        self,
        template_prefix: str,
        user: AbstractBaseUser,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """Always to the address of the account, also when it has no separate row of addresses."""
        super().send_notification_mail(template_prefix, user, context, email or user.email)  # type: ignore[attr-defined]


class TweedeFactorAdapter(DefaultMFAAdapter):
    """The secrets behind authenticator apps and recovery codes are encrypted with the key ring of the installation."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": AccountAdapter.error_messages["incorrect_code"],
    }

    def encrypt(self, text: str) -> str:
        return versleutel(text, doel=DOEL)

    def decrypt(self, encrypted_text: str) -> str:
        return ontsleutel(encrypted_text, doel=DOEL)
