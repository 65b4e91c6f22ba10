"""Forms of needs: noting, sending on, answering, closing, and what became of a candidate."""

from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from partners.enums import (
    LEERSOORTEN,
    PLAATSSOORTEN,
    Behoeftesoort,
    BehoefteStatus,
    DoorverwijzingStatus,
    Functiecategorie,
    Nietopgelostreden,
    Nietvooronsreden,
    Rijbewijs,
    Taalniveau,
    Voordrachtuitkomst,
    Weigerreden,
)
from partners.forms.plaatsen import PeriodeForm, met_hoofdletter
from partners.models import Behoefte, Contactpersoon, Doorverwijzing, Vestiging, Werkgever
from partners.selectors import contactpersonen_van
from partners.selectors.behoeften import contacten_van
from partners.selectors.routing import Voorstel
from partners.services.behoeften import BehoefteGegevens
from partners.services.doorverwijzingen import Antwoord
from regie.core.models import Organisatie
from regie.core.permissions import Toegang

GROEPEN = (
    ("Wat vraagt de werkgever?", ("soort", "functie", "categorie", "aantal", "uren", "omschrijving")),
    ("Waar en wanneer", ("vestiging", "contactpersoon", "van", "geldig_tot", "met_ov", "met_fiets")),
    ("Wat er nodig is", ("nederlands", "rijbewijs", "diploma", "ploegen", "weekend")),
    ("Wat de werkgever toelaat", ("jobcarving", "stage_mogelijk")),
    ("Opvolging", ("eigenaar", "mail_bij_antwoord")),
)
MENSEN = [(soort.value, soort.label) for soort in PLAATSSOORTEN]
HULP = [(soort.value, soort.label) for soort in Behoeftesoort if soort not in PLAATSSOORTEN]
BREED = ("omschrijving", "diploma", "mail_bij_antwoord")


def eigen_organisaties(door: Toegang) -> Any:
    return Organisatie.objects.van_gebied().filter(pk__in=door.lid_van).order_by("naam")


class EigenaarForm(forms.Form):
    """Base of what is made in the name of an organisatie: asked only of who belongs to more than one."""

    def __init__(self, *args: Any, door: Toegang, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._eigen = list(eigen_organisaties(door))
        if len(self._eigen) > 1:
            self.fields["eigenaar"] = forms.ModelChoiceField(
                eigen_organisaties(door), label="Voor welke organisatie?", empty_label=None
            )

    def eigenaar(self) -> Organisatie:
        return self.cleaned_data.get("eigenaar") or self._eigen[0]


class BehoefteForm(EigenaarForm, PeriodeForm):
    soort = forms.ChoiceField(
        label="Soort",
        choices=[("Mensen", met_hoofdletter(MENSEN)), ("Hulp of advies", met_hoofdletter(HULP))],
    )
    functie = forms.CharField(
        label="Functie", max_length=120, required=False, help_text="Nodig bij een vacature of stageplaats."
    )
    categorie = forms.ChoiceField(
        label="Soort werk",
        required=False,
        choices=[("", "Nog niet gekozen"), *met_hoofdletter(Functiecategorie.choices)],
    )
    aantal = forms.IntegerField(
        label="Aantal plaatsen",
        min_value=1,
        max_value=500,
        initial=1,
        error_messages={"min_value": "Vul minstens 1 in.", "max_value": "Vul hoogstens 500 in."},
    )
    uren = forms.DecimalField(
        label="Uren per week",
        min_value=1,
        max_value=40,
        max_digits=4,
        decimal_places=2,
        localize=True,
        required=False,
        error_messages={"min_value": "Vul minstens 1 uur in.", "max_value": "Vul hoogstens 40 uren in."},
    )
    omschrijving = forms.CharField(
        label="Omschrijving",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Taken, uurrooster, wat de werkgever belangrijk vindt. Schrijf niets over cliënten.",
    )
    vestiging = forms.ModelChoiceField(
        Vestiging.objects.none(), label="Vestiging", required=False, empty_label="Hoofdadres"
    )
    contactpersoon = forms.ModelChoiceField(
        Contactpersoon.objects.none(), label="Contactpersoon", required=False, empty_label="Niet gekozen"
    )
    van = forms.DateField(label="Vanaf", required=False)
    geldig_tot = forms.DateField(
        label="Geldig tot en met", required=False, help_text="Daarna vervalt de behoefte vanzelf."
    )
    met_ov = forms.BooleanField(label="Vlot bereikbaar met bus, tram of trein", required=False)
    met_fiets = forms.BooleanField(label="Vlot bereikbaar met de fiets", required=False)
    nederlands = forms.TypedChoiceField(
        label="Nederlands",
        required=False,
        coerce=int,
        empty_value=int(Taalniveau.GEEN),  # type: ignore[arg-type]  # the stubs only know text
        choices=[(0, "Niet nodig"), *met_hoofdletter(Taalniveau.choices[1:])],
    )
    rijbewijs = forms.ChoiceField(
        label="Rijbewijs", required=False, choices=[("", "Niet nodig"), *met_hoofdletter(Rijbewijs.choices)]
    )
    diploma = forms.CharField(
        label="Diploma of attest", max_length=120, required=False, help_text="Alleen als het echt niet zonder kan."
    )
    ploegen = forms.BooleanField(label="Ploegen, of vroege of late uren", required=False)
    weekend = forms.BooleanField(label="Weekendwerk", required=False)
    jobcarving = forms.BooleanField(label="Taken mogen anders verdeeld worden (jobcarving)", required=False)
    stage_mogelijk = forms.BooleanField(label="Een stage vooraf kan", required=False)
    mail_bij_antwoord = forms.BooleanField(label="Mail me als een partner antwoordt", required=False)

    def __init__(self, *args: Any, werkgever: Werkgever | None, bewerken: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if bewerken:
            self.fields.pop("eigenaar", None)
        if werkgever is None:  # an employer whose card is made on saving has no vestigingen yet
            del self.fields["vestiging"], self.fields["contactpersoon"]
            return
        vestiging, contact = self.fields["vestiging"], self.fields["contactpersoon"]
        vestiging.queryset = werkgever.vestigingen.select_related("gemeente").order_by("naam", "ven")  # type: ignore[attr-defined]
        vestiging.label_from_instance = _vestiging  # type: ignore[attr-defined]
        contact.queryset = contactpersonen_van(werkgever).filter(is_actief=True)  # type: ignore[attr-defined]
        contact.label_from_instance = lambda c: f"{c.naam}, {c.functie}" if c.functie else c.naam  # type: ignore[attr-defined]

    def groepen(self) -> list[tuple[str, list[BoundField]]]:
        return [(titel, [self[naam] for naam in velden if naam in self.fields]) for titel, velden in GROEPEN]

    def gegevens(self) -> BehoefteGegevens:
        velden = BehoefteGegevens.__dataclass_fields__
        return BehoefteGegevens(**{n: w for n, w in self.cleaned_data.items() if n in velden})

    @staticmethod
    def begin(behoefte: Behoefte) -> dict[str, Any]:
        begin = {naam: getattr(behoefte, naam) for naam in BehoefteForm.base_fields}
        return {**begin, "uren": behoefte.uren.normalize() if behoefte.uren else None}


def _vestiging(vestiging: Vestiging) -> str:
    delen = (vestiging.naam, vestiging.adres, str(vestiging.gemeente or ""))
    return ", ".join(deel for deel in delen if deel) or vestiging.ven


class StageplaatsForm(BehoefteForm):
    """A place to learn at a local authority: the kinds that are about learning, and a function."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stage: list[tuple[Any, str]] = [(soort.value, str(soort.label)) for soort in LEERSOORTEN]
        self.fields["soort"].choices = met_hoofdletter(stage)  # type: ignore[attr-defined]
        self.fields["functie"].required = True
        self.fields["functie"].help_text = ""
        del self.fields["jobcarving"], self.fields["stage_mogelijk"]

    def groepen(self) -> list[tuple[str, list[BoundField]]]:
        return [(titel, velden) for titel, velden in super().groepen() if velden]


class DoorverwijsForm(forms.Form):
    """One box per organisatie that fits, with who is asked there."""

    organisaties = forms.MultipleChoiceField(label="Naar wie?", required=False, widget=forms.CheckboxSelectMultiple)
    andere = forms.ModelChoiceField(
        Organisatie.objects.none(),
        label="Een andere organisatie",
        required=False,
        empty_label="Geen andere",
        widget=forms.Select(attrs={"data-regie-combobox": ""}),
    )
    vraag = forms.CharField(
        label="Wat vraag je erbij?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Bijvoorbeeld: wie belt de werkgever terug, en tegen wanneer.",
    )
    hoe = forms.ChoiceField(
        label="Hoe krijgt een contactpersoon de vraag?",
        choices=[("mail", "Met een mail en een link"), ("link", "Ik geef de link zelf door")],
        widget=forms.RadioSelect,
        initial="mail",
    )

    def __init__(self, *args: Any, voorstellen: list[Voorstel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voorstellen = [v for v in voorstellen if not v.al_gevraagd]
        self._per_id = {str(v.organisatie.pk): v.organisatie for v in self.voorstellen}
        self.fields["organisaties"].choices = [(pk, org.naam) for pk, org in self._per_id.items()]  # type: ignore[attr-defined]
        rest = Organisatie.objects.van_gebied().filter(is_actief=True)
        rest = rest.exclude(pk__in=[v.organisatie.pk for v in voorstellen]).order_by("naam")
        self.fields["andere"].queryset = rest  # type: ignore[attr-defined]
        for voorstel in self.voorstellen:
            if voorstel.contacten:
                self.fields[f"contact_{voorstel.organisatie.pk}"] = _contactveld(voorstel)

    def rijen(self) -> list[dict[str, Any]]:
        gekozen = set(self["organisaties"].value() or [])
        return [
            {
                "voorstel": voorstel,
                "aangevinkt": str(voorstel.organisatie.pk) in gekozen,
                "contact": self[f"contact_{voorstel.organisatie.pk}"] if voorstel.contacten else None,
            }
            for voorstel in self.voorstellen
        ]

    def aan(self) -> list[tuple[Organisatie, Contactpersoon | None]]:
        gekozen: list[tuple[Organisatie, Contactpersoon | None]] = [
            (self._per_id[pk], self.cleaned_data.get(f"contact_{pk}")) for pk in self.cleaned_data["organisaties"]
        ]
        if andere := self.cleaned_data["andere"]:
            gekozen.append((andere, contacten_van(andere.pk).exclude(email="").first()))
        return gekozen


def _contactveld(voorstel: Voorstel) -> forms.ModelChoiceField:
    veld = forms.ModelChoiceField(
        contacten_van(voorstel.organisatie.pk),
        label=f"Contactpersoon bij {voorstel.organisatie}",
        required=False,
        empty_label="Niemand: alleen op hun lijst",
        initial=next((c.pk for c in voorstel.contacten if c.email), None),
    )
    veld.label_from_instance = _met_adres  # type: ignore[assignment]
    return veld


def _met_adres(contact: Contactpersoon) -> str:
    return contact.naam if contact.email else f"{contact.naam} (geen e-mailadres)"


class AntwoordForm(forms.Form):
    """What a partner says: the button that was pressed is the answer."""

    antwoord = forms.TypedChoiceField(
        coerce=DoorverwijzingStatus,
        choices=DoorverwijzingStatus.choices[1:5],
        error_messages={"required": "Kies een antwoord.", "invalid_choice": "Kies een antwoord."},
    )
    naam = forms.CharField(label="Je naam", max_length=120)
    weigerreden = forms.ChoiceField(
        label="Waarom is dit niet voor jullie?",
        required=False,
        choices=[("", "Kies een reden"), *met_hoofdletter(Nietvooronsreden.choices)],
    )
    aantal = forms.IntegerField(
        label="Hoeveel plaatsen vulden jullie in?",
        min_value=1,
        required=False,
        error_messages={"min_value": "Vul minstens 1 in."},
    )
    mislukt_reden = forms.ChoiceField(
        label="Waarom is het niet gelukt?",
        required=False,
        choices=[("", "Kies een reden"), *met_hoofdletter(Nietopgelostreden.choices)],
    )
    toelichting = forms.CharField(
        label="Wil je iets toevoegen?",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wie de behoefte opvolgt, leest dit. Schrijf geen namen van kandidaten.",
    )

    def __init__(self, *args: Any, doorverwijzing: Doorverwijzing, naam: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naam"].initial = naam
        self.fields["aantal"].initial = doorverwijzing.aantal_ingevuld or max(doorverwijzing.behoefte.vrij, 1)
        if not doorverwijzing.behoefte.vraagt_mensen:
            del self.fields["aantal"]

    def opdracht(self) -> Antwoord:
        gegevens = self.cleaned_data
        redenen = {
            DoorverwijzingStatus.NIET_VOOR_ONS: gegevens["weigerreden"],
            DoorverwijzingStatus.NIET_OPGELOST: gegevens["mislukt_reden"],
        }
        return Antwoord(
            status=gegevens["antwoord"],
            naam=gegevens["naam"],
            reden=redenen.get(gegevens["antwoord"], ""),
            aantal=gegevens.get("aantal") or 0,
            toelichting=gegevens["toelichting"],
        )


class SluitForm(forms.Form):
    status = forms.TypedChoiceField(
        label="Hoe loopt het af?",
        coerce=BehoefteStatus,
        choices=[
            (BehoefteStatus.INGEVULD, "Ingevuld of opgelost, met onze hulp"),
            (BehoefteStatus.VERVALLEN, "Vervallen: elders ingevuld of niet meer nodig"),
            (BehoefteStatus.INGETROKKEN, "Ingetrokken door de werkgever"),
        ],
        widget=forms.RadioSelect,
    )
    aantal = forms.IntegerField(
        label="Hoeveel plaatsen zijn ingevuld?",
        min_value=1,
        required=False,
        error_messages={"min_value": "Vul minstens 1 in."},
        help_text="Alleen als de behoefte ingevuld is.",
    )
    reden = forms.CharField(
        label="Reden",
        max_length=200,
        required=False,
        help_text="Nodig als de behoefte vervalt of ingetrokken is. Iedereen in het gebied leest dit.",
    )

    def __init__(self, *args: Any, behoefte: Behoefte, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aantal"].initial = behoefte.aantal
        if not behoefte.vraagt_mensen:
            del self.fields["aantal"]


class UitkomstForm(forms.Form):
    uitkomst = forms.TypedChoiceField(
        label="Wat is de uitkomst?",
        coerce=Voordrachtuitkomst,
        choices=met_hoofdletter(Voordrachtuitkomst.choices),
        widget=forms.RadioSelect,
    )
    reden = forms.ChoiceField(
        label="Reden",
        required=False,
        choices=[("", "Kies een reden"), *met_hoofdletter(Weigerreden.choices)],
        help_text="Alleen als het niet doorging.",
    )


class VoordrachtForm(EigenaarForm):
    datum = forms.DateField(label="Voorgesteld op")

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._vandaag = vandaag
        self.fields["datum"].initial = vandaag

    def clean_datum(self) -> date:
        if self.cleaned_data["datum"] > self._vandaag:
            raise forms.ValidationError("Kies vandaag of een dag die voorbij is.")
        return self.cleaned_data["datum"]


class LinkForm(forms.Form):
    contact = forms.ModelChoiceField(Contactpersoon.objects.none(), label="Voor wie?", empty_label="Kies iemand")
    hoe = forms.ChoiceField(
        label="Hoe?",
        choices=[("mail", "Met een mail"), ("link", "Ik geef de link zelf door")],
        widget=forms.RadioSelect,
        initial="mail",
    )

    def __init__(self, *args: Any, organisatie_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["contact"]
        veld.queryset = contacten_van(organisatie_id)
        veld.label_from_instance = lambda c: c.naam
