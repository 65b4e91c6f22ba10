"""The day counter of a step and what moves it."""

from django.urls import path

from trajecten.views import dagteller, looptijd

urlpatterns = [
    path("stappen/<uuid:stap_id>/dagteller/", dagteller.dagteller, name="dagteller"),
    path("stappen/<uuid:stap_id>/dagteller/tewerkstelling/", looptijd.breuk, name="dagteller_breuk"),
    path("stappen/<uuid:stap_id>/dagteller/afwezigheid/", looptijd.afwezigheid, name="dagteller_afwezigheid"),
    path("stappen/<uuid:stap_id>/dagteller/schorsing/", looptijd.schorsing, name="dagteller_schorsing"),
    path("stappen/<uuid:stap_id>/dagteller/verlenging/", looptijd.verlenging, name="dagteller_verlenging"),
    path("stappen/<uuid:stap_id>/dagteller/einddatum/", looptijd.einde, name="dagteller_einde"),
    path("looptijd/aanvragen/", looptijd.aanvragen, name="looptijd_aanvragen"),
    path("looptijd/breuk/<uuid:periode_id>/intrekken/", looptijd.breuk_intrekken, name="breuk_intrekken"),
    path(
        "looptijd/afwezigheid/<uuid:afwezigheid_id>/intrekken/",
        looptijd.afwezigheid_intrekken,
        name="afwezigheid_intrekken",
    ),
    path("looptijd/afwezigheid/<uuid:afwezigheid_id>/terug/", looptijd.afwezigheid_terug, name="afwezigheid_terug"),
    path(
        "looptijd/schorsing/<uuid:schorsing_id>/beslissen/", looptijd.schorsing_beslissen, name="schorsing_beslissen"
    ),
    path(
        "looptijd/schorsing/<uuid:schorsing_id>/intrekken/", looptijd.schorsing_intrekken, name="schorsing_intrekken"
    ),
    path(
        "looptijd/schorsing/<uuid:schorsing_id>/beeindigen/",
        looptijd.schorsing_beeindigen,
        name="schorsing_beeindigen",
    ),
    path(
        "looptijd/verlenging/<uuid:verlenging_id>/beslissen/",
        looptijd.verlenging_beslissen,
        name="verlenging_beslissen",
    ),
    path(
        "looptijd/verlenging/<uuid:verlenging_id>/intrekken/",
        looptijd.verlenging_intrekken,
        name="verlenging_intrekken",
    ),
]
