"""What can be taken along of a plan: the subsidiedossier, the verantwoording, and the files for a meeting."""

from django.urls import path

from actieplannen.views import stukken, uitvoer

_PLAN = "<uuid:plan_id>/"

urlpatterns = [
    path(f"{_PLAN}dossier/", stukken.dossier, name="dossier"),
    path(f"{_PLAN}verantwoording/", stukken.verantwoording, name="verantwoording"),
    path(f"{_PLAN}uitvoer/", uitvoer.uitvoer, name="uitvoer"),
    path(f"{_PLAN}uitvoer/<str:uitvoervorm>/", uitvoer.uitvoerbestand, name="uitvoerbestand"),
    path(f"{_PLAN}<str:planstuk>/bestand/<str:vorm>/", stukken.bestand, name="planstuk_bestand"),
    path(f"{_PLAN}<str:planstuk>/alles/", stukken.alles, name="planstuk_alles"),
    path(f"{_PLAN}<str:planstuk>/deel/<str:deel>/", stukken.sectie, name="planstuk_sectie"),
]
