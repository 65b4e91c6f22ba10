"""The code tables of trajecten. No model of a client or traject may be registered (tests/architecture)."""

from django.contrib import admin

from regie.core.admin import NietVerwijderbaar
from trajecten.models import (
    DocumentSoort,
    DrempelCode,
    EvaluatieCriterium,
    Instrument,
    InstrumentDocument,
    InstrumentRegel,
    UitstroomCode,
)


@admin.register(Instrument)
class InstrumentAdmin(NietVerwijderbaar):
    list_display = ("korte_naam", "naam", "code", "status", "instroom_tot", "is_plaatsbaar")
    list_filter = ("status", "is_plaatsbaar")
    search_fields = ("code", "naam", "korte_naam")
    date_hierarchy = "instroom_tot"
    ordering = ("korte_naam",)


@admin.register(DrempelCode)
class DrempelCodeAdmin(NietVerwijderbaar):
    list_display = ("label", "code", "rubriek", "gevoelig")
    list_filter = ("rubriek", "gevoelig")
    search_fields = ("code", "label", "rubriek")
    ordering = ("rubriek", "label")


@admin.register(UitstroomCode)
class UitstroomCodeAdmin(NietVerwijderbaar):
    list_display = ("label", "code", "groep", "positief", "telt_als_doorstroom", "volgorde")
    list_filter = ("groep", "positief", "telt_als_doorstroom")
    search_fields = ("code", "label", "groep")
    ordering = ("volgorde", "code")


@admin.register(EvaluatieCriterium)
class EvaluatieCriteriumAdmin(NietVerwijderbaar):
    list_display = ("label", "code", "soort", "schaal")
    list_filter = ("soort", "schaal")
    search_fields = ("code", "label")
    ordering = ("soort", "label")


@admin.register(InstrumentRegel)
class InstrumentRegelAdmin(NietVerwijderbaar):
    list_display = ("instrument", "overlapgroep", "plaats", "min_code", "max_code", "opvolger", "zekerheid")
    list_filter = ("overlapgroep", "plaats")
    search_fields = ("instrument__code", "instrument__naam")
    ordering = ("instrument",)


@admin.register(InstrumentDocument)
class InstrumentDocumentAdmin(NietVerwijderbaar):
    list_display = ("label", "instrument", "voor_start", "zekerheid")
    list_filter = ("voor_start", "instrument")
    search_fields = ("label", "code")
    ordering = ("instrument", "volgorde")


@admin.register(DocumentSoort)
class DocumentSoortAdmin(NietVerwijderbaar):
    list_display = ("naam", "code", "partijen", "verwacht_vanaf", "alleen_team")
    list_filter = ("alleen_team", "verwacht_vanaf")
    search_fields = ("code", "naam")
    ordering = ("volgorde", "code")
