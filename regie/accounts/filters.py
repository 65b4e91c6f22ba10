import django_filters
from django.db.models import Q, QuerySet

from regie.core.models import Lidmaatschap, Organisatie
from regie.core.permissions import Rol


class LedenFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Naam of e-mailadres", method="zoek")
    rol = django_filters.ChoiceFilter(label="Rol", choices=Rol.choices, empty_label="Alle rollen")
    organisatie = django_filters.ModelChoiceFilter(
        label="Organisatie",
        queryset=lambda request: Organisatie.objects.van_gebied().order_by("naam"),
        empty_label="Alle organisaties",
    )

    class Meta:
        model = Lidmaatschap
        fields = ["q", "rol", "organisatie"]

    def zoek(self, queryset: QuerySet[Lidmaatschap], naam: str, waarde: str) -> QuerySet[Lidmaatschap]:
        for woord in waarde.split():
            queryset = queryset.filter(
                Q(user__first_name__icontains=woord)
                | Q(user__last_name__icontains=woord)
                | Q(user__email__icontains=woord)
            )
        return queryset
