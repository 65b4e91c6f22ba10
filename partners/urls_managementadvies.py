"""Managementadvies, included by partners.urls under managementadvies/."""

from django.urls import path

from partners.views import managementadvies

urlpatterns = [
    path("", managementadvies.adviezen, name="adviezen"),
    path("toevoegen/", managementadvies.advies_toevoegen, name="advies_toevoegen"),
    path("<uuid:advies_id>/", managementadvies.advies, name="advies"),
    path("<uuid:advies_id>/bewerken/", managementadvies.advies_bijwerken, name="advies_bijwerken"),
    path("<uuid:advies_id>/wissen/", managementadvies.advies_wissen, name="advies_wissen"),
]
