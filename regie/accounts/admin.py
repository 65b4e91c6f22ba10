"""Accounts and invitations for the platform. Accounts come from invitations; nobody types a password here."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin, messages
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from regie.accounts import services
from regie.accounts.models import Uitnodiging, User
from regie.accounts.notifications import stuur_tweede_stap_gewist
from regie.accounts.selectors import TWEEDE_FACTOR
from regie.core.admin import NietVerwijderbaar, account_id
from regie.core.exceptions import DomainError
from regie.core.models import Lidmaatschap
from regie.core.permissions import Toegang
from regie.core.tenancy import gebied_context

for model in (EmailAddress, Authenticator, UserSession):  # kept by their owner, on the pages of the account
    admin.site.unregister(model)


class LidmaatschapInline(admin.TabularInline):
    model = Lidmaatschap
    fields = ("rol", "organisatie", "gebied", "van", "tot")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(User)
class UserAdmin(NietVerwijderbaar):
    list_display = ("email", "first_name", "last_name", "tweede_stap", "is_active", "is_staff", "last_login")
    list_filter = ("is_active", "is_staff", "lidmaatschappen__rol", "lidmaatschappen__gebied")
    search_fields = ("email", "first_name", "last_name")
    date_hierarchy = "date_joined"
    ordering = ("last_name", "first_name", "pk")
    fields = ("email", "first_name", "last_name", "is_active", "is_staff", "tweede_stap", "last_login", "date_joined")
    readonly_fields = ("email", "tweede_stap", "last_login", "date_joined")
    inlines = (LidmaatschapInline,)
    actions = ("tweede_stap_wissen",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        factor = Authenticator.objects.filter(user=OuterRef("pk"), type__in=TWEEDE_FACTOR)
        return super().get_queryset(request).annotate(met_tweede_stap=Exists(factor))

    @admin.display(description="tweede stap", boolean=True, ordering="met_tweede_stap")
    def tweede_stap(self, user: Any) -> bool:
        return user.met_tweede_stap

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        obj.is_superuser = obj.is_staff  # platform staff may keep everything here; there is no half admin
        super().save_model(request, obj, form, change)

    @admin.action(description="Tweede stap wissen (telefoon kwijt): de persoon stelt een nieuwe in")
    def tweede_stap_wissen(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset.exclude(pk=account_id(request)):
            Authenticator.objects.filter(user=user).delete()
            self.log_change(request, user, "Tweede stap gewist.")
            stuur_tweede_stap_gewist(user)
        messages.success(request, "De tweede stap is gewist. De betrokkenen kregen een mail. Jezelf sla je over.")


@admin.register(Uitnodiging)
class UitnodigingAdmin(NietVerwijderbaar):
    """Read only, except for sending a new one: that is how the first people of a gebied get in."""

    fields = ("email", "voornaam", "familienaam", "organisatie", "rol")
    list_display = (
        "email",
        "rol",
        "organisatie",
        "gebied",
        "created_at",
        "geldig_tot",
        "aanvaard_op",
        "ingetrokken_op",
    )
    list_filter = ("gebied", "rol")
    list_select_related = ("organisatie", "gebied")
    search_fields = ("email", "voornaam", "familienaam", "organisatie__naam")
    raw_id_fields = ("organisatie",)
    date_hierarchy = "created_at"
    ordering = ("-created_at",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Uitnodiging, form: Any, change: bool) -> None:
        with gebied_context(obj.organisatie.gebied):
            door = Toegang(account_id(request), obj.organisatie.gebied_id, frozenset(), ())
            gemaakt = services.uitnodiging_versturen(**form.cleaned_data, door=door, nu=timezone.now())
        obj.pk = gemaakt.pk

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """What the service refuses is said on the form again; the transaction of the admin is rolled back."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except DomainError as fout:
            messages.error(request, str(fout))
            return redirect(request.get_full_path())
