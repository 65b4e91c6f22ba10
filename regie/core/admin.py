"""Platform administration of gebieden, municipalities, organisaties, memberships and rules. Never a dossier."""

from typing import Any, cast

from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from regie.core.audit import record_event
from regie.core.models import (
    Gebiedslid,
    Gemeente,
    Gemeentefusie,
    Lidmaatschap,
    Mandaat,
    Organisatie,
    Referentieregio,
    RegelParameter,
    Regiegebied,
)
from regie.core.models.organisatie import OrganisatieType
from regie.core.notatie import datum, getal
from regie.core.permissions import DOSSIERROLLEN, Toegang
from regie.core.regierol import inwonersregel
from regie.core.tenancy import gebied_context

admin.site.unregister(Group)  # roles are Lidmaatschap rows with a gebied and dates; groups have neither


def account_id(request: HttpRequest) -> int:
    """Who is working in the admin; it lets nobody in without an account."""
    return cast(int, request.user.pk)


class NietVerwijderbaar(admin.ModelAdmin):
    """What dossiers point to is ended or made inactive: the admin has no scope, so it cannot see who uses it."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class BenoemdeFormSet(forms.BaseInlineFormSet):
    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = "verwijderen"


class BenoemdeInline(admin.TabularInline):
    """A table of forms in which each input says its own name; the column head alone is not read out with it."""

    formset = BenoemdeFormSet

    def formfield_for_dbfield(self, db_field: models.Field, request: HttpRequest, **kwargs: Any) -> Any:
        veld = super().formfield_for_dbfield(db_field, request, **kwargs)
        if veld is not None:
            veld.widget.attrs.setdefault("aria-label", str(db_field.verbose_name))
        return veld


class GebiedslidInline(BenoemdeInline):
    model = Gebiedslid
    extra = 0

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "gemeente":
            kwargs["queryset"] = Gemeente.objects.order_by("sleutel")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class MandaatInline(BenoemdeInline):
    model = Mandaat
    extra = 0


@admin.register(Regiegebied)
class RegiegebiedAdmin(NietVerwijderbaar):
    list_display = ("naam", "slug", "rechtsvorm", "beherende_gemeente", "aantal_gemeenten", "inwoners")
    list_filter = ("rechtsvorm",)
    list_select_related = ("beherende_gemeente",)
    search_fields = ("naam", "slug", "beherende_gemeente__naam")
    raw_id_fields = ("beherende_gemeente",)  # not autocomplete_fields: Select2 writes inline styles (CSP)
    prepopulated_fields = {"slug": ("naam",)}
    readonly_fields = ("inwoners", "regel_inwoners")
    inlines = (GebiedslidInline, MandaatInline)

    @admin.display(description="gemeenten vandaag")
    def aantal_gemeenten(self, gebied: Regiegebied) -> int:
        return gebied.gemeenten_op(timezone.localdate()).count()

    @admin.display(description="inwoners van de leden vandaag")
    def inwoners(self, gebied: Regiegebied) -> str:
        aantal, op = gebied.inwoners_op(timezone.localdate()) if gebied.pk else (0, None)
        return f"{getal(aantal)} (telling van {datum(op)})" if op else "nog geen leden"

    @admin.display(description="minimum aantal inwoners")
    def regel_inwoners(self, gebied: Regiegebied) -> str:
        """The rule in one sentence: value, verdict, source, validity and certainty."""
        vandaag = timezone.localdate()
        if not gebied.pk:
            return "wordt getoond zodra het gebied bewaard is"
        leden, (inwoners, _) = gebied.gemeenten_op(vandaag).count(), gebied.inwoners_op(vandaag)
        oordeel = inwonersregel(gebied, aantal_leden=leden, inwoners=inwoners, op=vandaag)
        if not oordeel.nodig:
            return "geen: een centrumstad alleen heeft geen ondergrens"
        if oordeel.regel is None:
            return "er is geen regel bekend"
        regel = oordeel.regel
        stand = "gehaald" if oordeel.gehaald else "niet gehaald"
        geldig = f"geldig {datum(regel.geldig_van)} tot {datum(regel.geldig_tot) if regel.geldig_tot else 'nu'}"
        verifieer = "" if oordeel.geldt else "; vandaag te verifiëren"
        return f"{getal(regel.waarde)}: {stand} (bron {regel.bron}; {geldig}; zekerheid: {regel.zekerheid}{verifieer})"


@admin.register(Gemeente)
class GemeenteAdmin(NietVerwijderbaar):
    list_display = ("naam", "nis", "provincie", "referentieregio", "inwoners", "inwoners_datum")
    list_filter = ("provincie", "referentieregio")
    list_select_related = ("referentieregio",)
    search_fields = ("naam", "nis", "postcodes_tekst")
    ordering = ("sleutel",)
    readonly_fields = ("nis",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


@admin.register(Gemeentefusie)
class GemeentefusieAdmin(NietVerwijderbaar):
    list_display = ("naam_oud", "nis_oud", "gemeente")
    list_select_related = ("gemeente",)
    search_fields = ("naam_oud", "nis_oud", "gemeente__naam")
    raw_id_fields = ("gemeente",)
    ordering = ("naam_oud",)


@admin.register(Referentieregio)
class ReferentieregioAdmin(NietVerwijderbaar):
    list_display = ("naam", "code", "naam_alternatief", "aantal_gemeenten")
    search_fields = ("naam", "code", "naam_alternatief")
    ordering = ("code",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Referentieregio]:
        return super().get_queryset(request).annotate(n=Count("gemeenten"))

    @admin.display(description="gemeenten", ordering="n")
    def aantal_gemeenten(self, regio: Any) -> int:
        return regio.n


@admin.register(Organisatie)
class OrganisatieAdmin(NietVerwijderbaar):
    list_display = ("naam", "gebied", "type", "gemeente", "kbo", "gebruikerscategorie", "is_actief")
    list_filter = ("gebied", "type", "gebruikerscategorie", "is_actief")
    list_select_related = ("gebied", "gemeente")
    search_fields = ("naam", "kbo", "gemeente__naam")
    raw_id_fields = ("gemeente",)
    prepopulated_fields = {"slug": ("naam",)}
    ordering = ("gebied__naam", "naam")
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def get_readonly_fields(self, request: HttpRequest, obj: Organisatie | None = None) -> tuple[str, ...]:
        """An organisatie never moves: what it owns stays in its gebied."""
        return ("gebied",) if obj else ()


class LidmaatschapForm(forms.ModelForm):
    """A membership as the services would allow it: the gebied follows the organisatie, nobody serves themselves."""

    zelf: int  # the account of who is typing, set by the admin

    class Meta:
        model = Lidmaatschap
        fields = ("user", "organisatie", "rol", "van", "tot")

    def clean(self) -> dict[str, Any]:
        velden = super().clean() or {}
        user, organisatie = velden.get("user", self.instance.user if self.instance.pk else None), None
        organisatie = velden.get("organisatie", self.instance.organisatie if self.instance.pk else None)
        if user and user.pk == self.zelf:
            raise forms.ValidationError(
                "Je kunt jezelf geen rol geven of afnemen. Vraag het aan een andere beheerder."
            )
        if organisatie:
            self.instance.gebied_id = organisatie.gebied_id
            if velden.get("rol") in DOSSIERROLLEN and organisatie.type != OrganisatieType.OCMW:
                self.add_error("rol", "Deze rol ziet dossiers van cliënten. Ze bestaat alleen bij een OCMW.")
        return velden


@admin.register(Lidmaatschap)
class LidmaatschapAdmin(NietVerwijderbaar):
    form = LidmaatschapForm
    list_display = ("account", "rol", "organisatie", "gebied", "van", "tot")
    list_filter = ("gebied", "rol")
    list_select_related = ("user", "organisatie", "gebied")
    search_fields = ("user__email", "user__first_name", "user__last_name", "organisatie__naam")
    raw_id_fields = ("user", "organisatie")
    date_hierarchy = "van"
    ordering = ("gebied__naam", "user__last_name", "pk")

    @admin.display(description="account", ordering="user__last_name")
    def account(self, lid: Lidmaatschap) -> str:
        return f"{lid.user.naam} ({lid.user.email})"

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        form.zelf = account_id(request)  # type: ignore[attr-defined]
        return form

    def get_readonly_fields(self, request: HttpRequest, obj: Lidmaatschap | None = None) -> tuple[str, ...]:
        """Who had which role where does not change afterwards; only when."""
        return ("user", "organisatie", "rol") if obj else ()

    def save_model(self, request: HttpRequest, obj: Lidmaatschap, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        with gebied_context(obj.gebied):
            door = Toegang(account_id(request), obj.gebied_id, frozenset(), ())
            soort = "lidmaatschap.gewijzigd" if change else "lidmaatschap.toegekend"
            record_event(soort, obj, door=door, rol=obj.rol, platformbeheer=True)


@admin.register(RegelParameter)
class RegelParameterAdmin(admin.ModelAdmin):
    list_display = (
        "code",
        "omschrijving",
        "waarde",
        "eenheid",
        "dimensie",
        "gebied",
        "geldig_van",
        "geldig_tot",
        "zekerheid",
    )
    list_filter = ("gebied", "eenheid", "zekerheid")
    list_select_related = ("gebied",)
    search_fields = ("code", "omschrijving", "dimensie", "bron")
    date_hierarchy = "geldig_van"
    ordering = ("code", "dimensie", "-geldig_van")
    formfield_overrides = {models.DecimalField: {"localize": True}}  # 12,5
    save_as = True
