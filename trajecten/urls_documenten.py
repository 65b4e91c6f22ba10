from django.urls import path

from trajecten.views import documenten

urlpatterns = [
    path("clienten/<uuid:client_id>/documenten/", documenten.dossierstukken, name="dossierstukken"),
    path("clienten/<uuid:client_id>/documenten/opladen/", documenten.opladen, name="document_opladen"),
    path("clienten/<uuid:client_id>/documenten/tekenen/<slug:soort>/", documenten.tekenen, name="document_tekenen"),
    path("documenten/<uuid:document_id>/", documenten.document, name="document"),
    path("documenten/<uuid:document_id>/bestand/", documenten.bestand, name="document_bestand"),
    path("documenten/<uuid:document_id>/verwijderen/", documenten.verwijderen, name="document_verwijderen"),
    path("documenten/<uuid:document_id>/terugzetten/", documenten.terugzetten, name="document_terugzetten"),
    path("documenten/<uuid:document_id>/ongedaan/", documenten.ongedaan, name="document_ongedaan"),
]
