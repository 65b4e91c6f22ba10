"""Addresses for who has no account. Outside every gebied: the token says where to look."""

from django.urls import path

# A page registers itself with its purpose, so every module of pages is imported here.
from partners.views.publiek import (  # noqa: F401
    behoefte,
    gegevens,
    ingang,
    scan,
)

urlpatterns = [
    path("bedankt/", ingang.bedankt, name="partnerlink_bedankt"),
    path("<str:token>/", ingang.ingang, name="partnerlink"),
]
