from django.urls import path

from trajecten.views import evaluatie

urlpatterns = [
    path("clienten/<uuid:client_id>/evaluaties/", evaluatie.evaluaties, name="evaluaties"),
    path("evaluaties/<uuid:evaluatie_id>/", evaluatie.evaluatie, name="evaluatie"),
    path("evaluaties/<uuid:evaluatie_id>/verbeteren/", evaluatie.verbeteren, name="evaluatie_verbeteren"),
    path("evaluaties/<uuid:evaluatie_id>/vragen/", evaluatie.vragen, name="evaluatie_vragen"),
    path("evaluaties/<uuid:evaluatie_id>/client/", evaluatie.client_tekent, name="client_tekent"),
    path("evaluaties/<uuid:evaluatie_id>/tekenen/", evaluatie.tekenen, name="evaluatie_tekenen"),
    path("evaluatievragen/<uuid:vraag_id>/opnieuw/", evaluatie.vraag_opnieuw, name="evaluatievraag_opnieuw"),
    path("evaluatievragen/<uuid:vraag_id>/intrekken/", evaluatie.vraag_intrekken, name="evaluatievraag_intrekken"),
]
