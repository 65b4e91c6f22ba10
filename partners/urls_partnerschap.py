"""Partnerships, meetings, and who works with whom. Included from partners.urls."""

from django.urls import path

from partners.views import netwerkkaart, overleg, overlegdeelnemers, partnerschap, verslag

urlpatterns = [
    path("partnerschappen/", partnerschap.partnerschappen, name="partnerschappen"),
    path("partnerschappen/toevoegen/", partnerschap.partnerschap_toevoegen, name="partnerschap_toevoegen"),
    path("partnerschappen/<uuid:partnerschap_id>/", partnerschap.partnerschap, name="partnerschap"),
    path(
        "partnerschappen/<uuid:partnerschap_id>/bewerken/",
        partnerschap.partnerschap_bijwerken,
        name="partnerschap_bijwerken",
    ),
    path("partnerschappen/<uuid:partnerschap_id>/delen/", partnerschap.partnerschap_delen, name="partnerschap_delen"),
    path(
        "partnerschappen/<uuid:partnerschap_id>/partners/toevoegen/",
        partnerschap.partner_toevoegen,
        name="partner_toevoegen",
    ),
    path(
        "partnerschappen/<uuid:partnerschap_id>/streefcijfers/<int:jaar>/",
        partnerschap.streefcijfers,
        name="streefcijfers",
    ),
    path(
        "partnerschappen/<uuid:partnerschap_id>/cijfers/<int:jaar>/<int:kwartaal>/",
        partnerschap.fasecijfers,
        name="fasecijfers",
    ),
    path(
        "partnerschappen/<uuid:partnerschap_id>/besluiten/toevoegen/",
        partnerschap.besluit_toevoegen,
        name="besluit_toevoegen",
    ),
    path("partnerschappen/partners/<uuid:partner_id>/", partnerschap.partner_bijwerken, name="partner_bijwerken"),
    path("partnerschappen/partners/<uuid:partner_id>/wissen/", partnerschap.partner_wissen, name="partner_wissen"),
    path("besluiten/", verslag.besluitenlijst, name="besluiten"),
    path("besluiten/<uuid:besluit_id>/", partnerschap.besluit_bijwerken, name="besluit_bijwerken"),
    path("overleg/", overleg.overleggen, name="overleggen"),
    path("overleg/plannen/", overleg.overleg_toevoegen, name="overleg_toevoegen"),
    path("overleg/<uuid:overleg_id>/", overleg.overleg, name="overleg"),
    path("overleg/<uuid:overleg_id>/bewerken/", overleg.overleg_bijwerken, name="overleg_bijwerken"),
    path("overleg/<uuid:overleg_id>/uitnodigen/", overleg.overleg_uitnodigen, name="overleg_uitnodigen"),
    path("overleg/<uuid:overleg_id>/afgelasten/", overleg.overleg_afgelasten, name="overleg_afgelasten"),
    path("overleg/<uuid:overleg_id>/volgende/", verslag.overleg_volgende, name="overleg_volgende"),
    path("overleg/<uuid:overleg_id>/agenda/toevoegen/", overleg.agendapunt_toevoegen, name="agendapunt_toevoegen"),
    path("overleg/<uuid:overleg_id>/agenda.pdf", overleg.overleg_agenda_pdf, name="overleg_agenda_pdf"),
    path("overleg/<uuid:overleg_id>/verslag.pdf", overleg.overleg_verslag_pdf, name="overleg_verslag_pdf"),
    path("overleg/<uuid:overleg_id>/overleg.ics", overleg.overleg_kalender, name="overleg_kalender"),
    path("overleg/<uuid:overleg_id>/verslag/", verslag.verslag, name="verslag"),
    path("overleg/<uuid:overleg_id>/verslag/afronden/", verslag.verslag_afronden, name="verslag_afronden"),
    path(
        "overleg/<uuid:overleg_id>/besluiten/toevoegen/",
        verslag.overleg_besluit_toevoegen,
        name="overleg_besluit_toevoegen",
    ),
    path("overleg/<uuid:overleg_id>/taken/toevoegen/", verslag.taak_toevoegen, name="overlegtaak_toevoegen"),
    path("overleg/<uuid:overleg_id>/deelnemers/", overlegdeelnemers.deelnemer_toevoegen, name="deelnemer_toevoegen"),
    path(
        "overleg/<uuid:overleg_id>/deelnemers/partners/",
        overlegdeelnemers.deelnemers_overnemen,
        name="deelnemers_overnemen",
    ),
    path("overleg/agenda/<uuid:punt_id>/", overleg.agendapunt_bijwerken, name="agendapunt_bijwerken"),
    path("overleg/agenda/<uuid:punt_id>/verplaatsen/", overleg.agendapunt_verplaatsen, name="agendapunt_verplaatsen"),
    path("overleg/agenda/<uuid:punt_id>/wissen/", overleg.agendapunt_wissen, name="agendapunt_wissen"),
    path(
        "overleg/deelnemers/<uuid:deelnemer_id>/wissen/", overlegdeelnemers.deelnemer_wissen, name="deelnemer_wissen"
    ),
    path(
        "overleg/deelnemers/<uuid:deelnemer_id>/aanwezigheid/",
        overlegdeelnemers.deelnemer_aanwezigheid,
        name="deelnemer_aanwezigheid",
    ),
    path(
        "overleg/deelnemers/<uuid:deelnemer_id>/mailen/", overlegdeelnemers.deelnemer_mailen, name="deelnemer_mailen"
    ),
    path("overleg/taken/<uuid:taak_id>/wissen/", verslag.taak_wissen, name="overlegtaak_wissen"),
    path("netwerk/", netwerkkaart.netwerkkaart, name="netwerkkaart"),
    path("netwerk/excel/", netwerkkaart.netwerk_excel, name="netwerk_excel"),
    path("netwerk/dekking/", netwerkkaart.dekking, name="dekking"),
    path("netwerk/samenwerkingen/toevoegen/", netwerkkaart.samenwerking_toevoegen, name="samenwerking_toevoegen"),
    path(
        "netwerk/samenwerkingen/<uuid:samenwerking_id>/",
        netwerkkaart.samenwerking_bijwerken,
        name="samenwerking_bijwerken",
    ),
    path(
        "netwerk/samenwerkingen/<uuid:samenwerking_id>/wissen/",
        netwerkkaart.samenwerking_wissen,
        name="samenwerking_wissen",
    ),
]
