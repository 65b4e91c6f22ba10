from django.urls import path

from regie.portal.views import hoe_tellen_we, regio, thuis, vertrek

app_name = "regio"
urlpatterns = [
    path("", thuis.gebied_thuis, name="thuis"),
    path("hoe-tellen-we/", hoe_tellen_we.hoe_tellen_we, name="hoe-tellen-we"),
    path("regio/", regio.gemeenten, name="gemeenten"),
    path("vertrek/<int:organisatie_id>/", vertrek.eigen_vertrek, name="eigen-vertrek"),
    path("regio/vertrek/<int:organisatie_id>/", vertrek.partner_vertrek, name="partner-vertrek"),
    path("regio/quota/", regio.quota, name="quota"),
]
