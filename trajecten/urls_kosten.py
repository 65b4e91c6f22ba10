"""What a traject costs, included by trajecten.urls."""

from django.urls import path

from trajecten.views import kosten

urlpatterns = [
    path("kosten/", kosten.prognose, name="kosten_prognose"),
    path("kosten/facturatie/", kosten.facturatie, name="facturatie"),
    path("kosten/facturatie/excel/", kosten.facturatie_excel, name="facturatie_excel"),
    path("kosten/bedragen/", kosten.kader, name="kostenkader"),
    path("trajecten/<uuid:traject_id>/kosten/", kosten.kostenblad, name="kosten"),
    path("plaatsingen/<uuid:plaatsing_id>/tarief/", kosten.tariefafspraak, name="tariefafspraak"),
]
