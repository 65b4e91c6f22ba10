from django.urls import include, path

from partners.views import werkgevers

app_name = "werkgevers"
urlpatterns = [
    path("", include("partners.urls_contact")),
    path("inladen/", include("partners.urls_inladen")),
    path("", werkgevers.lijst, name="lijst"),
    path("<uuid:werkgever_id>/", werkgevers.werkgever, name="werkgever"),
]
