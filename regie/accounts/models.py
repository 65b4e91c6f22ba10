from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import Q

from regie.core.models import Organisatie, Regiegebied
from regie.core.permissions import Rol


class UserManager(BaseUserManager["User"]):
    """Accounts are known by their e-mail address, compared without case."""

    def create_user(self, email: str, password: str | None = None, **velden: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **velden)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **velden: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **velden)


class User(AbstractUser):
    """Who signs in. Not `Gebruiker`: that word belongs to art. 60 (where the worker actually works)."""

    username = None  # type: ignore[assignment]
    email = models.EmailField("e-mailadres", unique=True)
    first_name = models.CharField("voornaam", max_length=80)
    last_name = models.CharField("familienaam", max_length=80)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["first_name", "last_name"]

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name, verbose_name_plural = "account", "accounts"

    def __str__(self) -> str:
        return f"account {self.pk}"

    @property
    def naam(self) -> str:
        return f"{self.first_name} {self.last_name}".strip() or self.email


class Uitnodiging(models.Model):
    """A mailed invitation to one role in one organisatie. Opened by somebody who has no scope yet, with a secret link.

    Only the hash of the link is stored; a link works once and expires.
    """

    email = models.EmailField("e-mailadres")
    voornaam = models.CharField("voornaam", max_length=80)
    familienaam = models.CharField("familienaam", max_length=80)
    gebied = models.ForeignKey(Regiegebied, models.CASCADE, related_name="uitnodigingen", verbose_name="regiegebied")
    organisatie = models.ForeignKey(
        Organisatie, models.CASCADE, related_name="uitnodigingen", verbose_name="organisatie"
    )
    rol = models.CharField("rol", max_length=30, choices=Rol)
    door = models.ForeignKey(User, models.PROTECT, related_name="uitnodigingen", verbose_name="uitgenodigd door")
    geheim_hash = models.CharField("hash van de link", max_length=64, unique=True, editable=False)
    geldig_tot = models.DateTimeField("geldig tot")
    aanvaard_op = models.DateTimeField("aanvaard op", null=True, blank=True, editable=False)
    ingetrokken_op = models.DateTimeField("ingetrokken op", null=True, blank=True, editable=False)
    created_at = models.DateTimeField("verzonden op", auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "uitnodiging", "uitnodigingen"

    def __str__(self) -> str:
        return f"uitnodiging {self.pk}"


class Voorkeur(models.Model):
    """What one account chose for itself. Read by the clock and by the agenda link, before there is a scope."""

    user = models.OneToOneField(User, models.CASCADE, related_name="voorkeur", verbose_name="account")
    dagoverzicht = models.BooleanField("dagoverzicht per mail", default=True)
    weekmail = models.BooleanField("weekmail over de opvolging", default=True)
    agenda_hash = models.CharField("hash van de agendalink", max_length=64, blank=True, editable=False)
    agenda_sinds = models.DateTimeField("agendalink gemaakt op", null=True, blank=True, editable=False)
    aan_de_slag_klaar_op = models.DateTimeField("aan de slag weggeklikt op", null=True, blank=True, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = "voorkeur", "voorkeuren"
        constraints = [
            models.UniqueConstraint(fields=["agenda_hash"], condition=~Q(agenda_hash=""), name="voorkeur_agenda_uniek")
        ]

    def __str__(self) -> str:
        return f"voorkeur {self.pk}"


class Dagmail(models.Model):
    """That somebody got the daily digest of a day: at most one per person, however often the clock asks."""

    user = models.ForeignKey(User, models.CASCADE, related_name="+", verbose_name="account")
    datum = models.DateField("datum")
    message_id = models.CharField("message-id", max_length=120)
    verzonden_op = models.DateTimeField("verzonden op", null=True, blank=True)
    fout = models.CharField("fout", max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "dagmail", "dagmails"
        constraints = [models.UniqueConstraint(fields=["user", "datum"], name="dagmail_een_per_dag")]

    def __str__(self) -> str:
        return f"dagmail {self.pk}"
