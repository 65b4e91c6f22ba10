from django.urls import path

from trajecten.views import documenten, huisstijl, overtypen, stukken

urlpatterns = [
    path("clienten/<uuid:client_id>/documenten/", documenten.dossierstukken, name="dossierstukken"),
    path("clienten/<uuid:client_id>/documenten/opladen/", documenten.opladen, name="document_opladen"),
    path("clienten/<uuid:client_id>/documenten/tekenen/<slug:soort>/", documenten.tekenen, name="document_tekenen"),
    path("documenten/<uuid:document_id>/", documenten.document, name="document"),
    path("documenten/<uuid:document_id>/bestand/", documenten.bestand, name="document_bestand"),
    path("documenten/<uuid:document_id>/verwijderen/", documenten.verwijderen, name="document_verwijderen"),
    path("documenten/<uuid:document_id>/terugzetten/", documenten.terugzetten, name="document_terugzetten"),
    path("documenten/<uuid:document_id>/ongedaan/", documenten.ongedaan, name="document_ongedaan"),
    path("clienten/<uuid:client_id>/documenten/maken/<slug:sjabloon>/", stukken.stuk, name="stuk"),
    path(
        "clienten/<uuid:client_id>/documenten/maken/<slug:sjabloon>/<slug:vorm>/",
        stukken.stuk_bestand,
        name="stuk_bestand",
    ),
    path("overtypen/", overtypen.lijst, name="overtypen"),
    path("clienten/<uuid:client_id>/overtypen/<slug:systeem>/", overtypen.blad, name="overtypblad"),
    path("huisstijl/", huisstijl.kies, name="huisstijlen"),
    path("huisstijl/<int:organisatie_id>/", huisstijl.bewerk, name="huisstijl"),
    path("huisstijl/<int:organisatie_id>/logo/", huisstijl.logo, name="huisstijl_logo"),
    path("huisstijl/<int:organisatie_id>/voorbeeld/<slug:sjabloon>/", huisstijl.voorbeeld, name="huisstijl_voorbeeld"),
]
