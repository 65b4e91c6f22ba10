from uuid import uuid4

from django.db import models


class GevangenMail(models.Model):
    """A mail caught by the demo's SMTP server, so that "Verzonden mails" can show it. Never used in production.

    Keyed by Message-ID, as mail servers do that drop a second delivery of the same message.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    message_id = models.CharField("Message-ID", max_length=250, unique=True)
    afzender = models.CharField("van", max_length=250)
    ontvangers = models.JSONField("aan", default=list)
    onderwerp = models.CharField("onderwerp", max_length=300)
    bron = models.BinaryField("bron")
    keer_aangeboden = models.PositiveIntegerField("keer aangeboden", default=1)
    ontvangen_op = models.DateTimeField("ontvangen op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "verzonden mail", "verzonden mails"

    def __str__(self) -> str:
        return f"mail {self.pk}"


class Hartslag(models.Model):
    """When worker and beat were last heard: what /klaar answers from."""

    proces = models.CharField("proces", max_length=20, primary_key=True)
    op = models.DateTimeField("op")

    class Meta:
        verbose_name, verbose_name_plural = "hartslag", "hartslagen"

    def __str__(self) -> str:
        return self.proces
