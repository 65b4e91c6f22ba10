from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from regie.api import router
from trajecten.views.publiek.agenda import agenda

gebied_urlpatterns = [
    path("", include("regie.portal.gebied_urls")),
    path("", include("trajecten.urls")),
    path("partners/", include("partners.urls")),
    path("werkgevers/", include("partners.urls_werkgevers")),
    path("jaaractieplan/", include("actieplannen.urls")),
    path("", include("rapportage.urls")),
    path("beheer/", include("regie.accounts.gebied_urls")),
]

urlpatterns = [
    path("", include("regie.portal.urls")),
    path("account/", include("regie.accounts.urls")),
    path("account/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include(router.urls)),
    path("l/", include("trajecten.urls_links")),
    path("p/", include("partners.urls_links")),
    path("agenda/<str:geheim>.ics", agenda, name="agenda"),
    path("g/<slug:gebied>/", include(gebied_urlpatterns)),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("regie.portal.demo_urls")))
