"""The product's addresses plus the floor. Root URLconf of `regie.settings.bench`, nowhere else."""

from django.urls import include, path

from regie.portal.bench.views import vloer

urlpatterns = [path("bench/vloer", vloer, name="bench-vloer"), path("", include("regie.urls"))]
