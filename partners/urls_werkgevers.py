from django.urls import path

from partners.views import werkgevers

app_name = "werkgevers"
urlpatterns = [
    path("", werkgevers.lijst, name="lijst"),
    path("<uuid:werkgever_id>/", werkgevers.werkgever, name="werkgever"),
]
