import time

from django.core.mail.backends.smtp import EmailBackend


class TraagSmtp(EmailBackend):
    """Stretches the one moment that cannot be closed: the server has said 250 and we have not committed yet."""

    def send_messages(self, email_messages):
        verstuurd = super().send_messages(email_messages)
        time.sleep(1.0)
        return verstuurd
