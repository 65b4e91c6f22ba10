"""Django's password rules with sentences of the house (its Dutch catalogue lacks one of them)."""

from django.contrib.auth import password_validation as django


class LangGenoeg(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Kies minstens {self.min_length} tekens."


class NietVeelgebruikt(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return "Dit wachtwoord gebruiken veel mensen. Kies iets dat alleen jij bedenkt."


class NietPersoonlijk(django.UserAttributeSimilarityValidator):
    def get_error_message(self) -> str:
        return "Dit wachtwoord lijkt te veel op je naam of e-mailadres. Kies iets anders."
