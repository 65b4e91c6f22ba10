from django.urls import path

from regie.portal.views import hoe_tellen_we, regio, thuis

app_name = "regio"
urlpatterns = [
    path("", thuis.gebied_thuis, name="thuis"),
    path("hoe-tellen-we/", hoe_tellen_we.hoe_tellen_we, name="hoe-tellen-we"),
    path("regio/", regio.gemeenten, name="gemeenten"),
    path("regio/quota/", regio.quota, name="quota"),
]
