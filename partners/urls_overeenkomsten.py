"""Agreements, the registers and the files with them. Included from partners/urls.py."""

from django.urls import path

from partners.views import bijlagen

urlpatterns = [
    path("bijlagen/<str:onderwerp>/<uuid:object_id>/toevoegen/", bijlagen.bijlage_toevoegen, name="bijlage_toevoegen"),
    path("bijlagen/<uuid:bijlage_id>/", bijlagen.bijlage, name="bijlage"),
    path("bijlagen/<uuid:bijlage_id>/verwijderen/", bijlagen.bijlage_wissen, name="bijlage_wissen"),
    path("bijlagen/<uuid:bijlage_id>/terugzetten/", bijlagen.bijlage_terugzetten, name="bijlage_terugzetten"),
]
