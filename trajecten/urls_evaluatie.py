from django.urls import path

from trajecten.views import evaluatie, gedeeld, voorstel

urlpatterns = [
    path("clienten/<uuid:client_id>/evaluaties/", evaluatie.evaluaties, name="evaluaties"),
    path("evaluaties/<uuid:evaluatie_id>/", evaluatie.evaluatie, name="evaluatie"),
    path("evaluaties/<uuid:evaluatie_id>/verbeteren/", evaluatie.verbeteren, name="evaluatie_verbeteren"),
    path("evaluaties/<uuid:evaluatie_id>/vragen/", evaluatie.vragen, name="evaluatie_vragen"),
    path("evaluaties/<uuid:evaluatie_id>/client/", evaluatie.client_tekent, name="client_tekent"),
    path("evaluaties/<uuid:evaluatie_id>/tekenen/", evaluatie.tekenen, name="evaluatie_tekenen"),
    path("evaluatievragen/<uuid:vraag_id>/opnieuw/", evaluatie.vraag_opnieuw, name="evaluatievraag_opnieuw"),
    path("evaluatievragen/<uuid:vraag_id>/intrekken/", evaluatie.vraag_intrekken, name="evaluatievraag_intrekken"),
    path("voorstellen/<uuid:voorstel_id>/", voorstel.voorstel, name="voorstel"),
    path("plaatsingen/<uuid:plaatsing_id>/link/", voorstel.link_maken, name="link_maken"),
    path("links/<uuid:link_id>/intrekken/", voorstel.link_intrekken, name="link_intrekken"),
    path("gedeeld/", gedeeld.gedeeld, name="gedeeld"),
    path("gedeeld/<uuid:link_id>/", gedeeld.openen, name="gedeeld_openen"),
]
