"""Projects of the gebied, included by trajecten.urls."""

from django.urls import path

from trajecten.views import projecten

urlpatterns = [
    path("projecten/", projecten.projecten, name="projecten"),
    path("projecten/toevoegen/", projecten.project_toevoegen, name="project_toevoegen"),
    path("projecten/<uuid:project_id>/", projecten.project, name="project"),
    path("projecten/<uuid:project_id>/bewerken/", projecten.project_bewerken, name="project_bewerken"),
    path("projecten/rijbuddies/", projecten.rijbuddies, name="rijbuddies"),
    path("projecten/rijbuddies/toevoegen/", projecten.rijbuddy_toevoegen, name="rijbuddy_toevoegen"),
    path("projecten/rijbuddies/<uuid:buddy_id>/", projecten.rijbuddy_bewerken, name="rijbuddy_bewerken"),
    path("clienten/<uuid:client_id>/project/", projecten.deelnemen, name="deelnemen"),
    path("deelnames/<uuid:deelname_id>/", projecten.deelname, name="deelname"),
    path("deelnames/<uuid:deelname_id>/poging/", projecten.poging, name="poging"),
    path("deelnames/<uuid:deelname_id>/stoppen/", projecten.stoppen, name="deelname_stoppen"),
    path("deelnames/<uuid:deelname_id>/buddy/", projecten.buddy, name="buddy"),
    path("deelnames/<uuid:deelname_id>/duwtje/", projecten.duwtje, name="duwtje"),
]
