from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode


class BeheerSite(AdminSite):
    """Platform administration. Sign-in goes through the ordinary page, with its second factor and rate limits."""

    site_header = site_title = "Regiekompas beheer"
    index_title = "Gebieden, mensen en codelijsten"
    enable_nav_sidebar = True

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        if self.has_permission(request):
            return redirect("admin:index")
        if request.user.is_authenticated:
            return redirect("portal:thuis")
        return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")


class BeheerConfig(AdminConfig):
    default_site = "regie.portal.admin_site.BeheerSite"
