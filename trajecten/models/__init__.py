from trajecten.models.client import Client, ClientVingerafdruk, Contactvraag, Dossierteller, DuplicaatBesluit, Ontwerp
from trajecten.models.codes import DrempelCode, EvaluatieCriterium, Instrument, UitstroomCode
from trajecten.models.competenties import Attest, ClientCompetentie, Competentie
from trajecten.models.delen import Dossierstatistiek, Toestemming, Wissing
from trajecten.models.document import Document, DocumentSoort, Huisstijl, Overtypmoment
from trajecten.models.evaluatie import Evaluatie, Nazorgmeting
from trajecten.models.inladen import InlaadRij, Inlading
from trajecten.models.instrument import InstrumentDocument, InstrumentRegel
from trajecten.models.kosten import Kostenafspraak, Kostenkader, Tariefafspraak
from trajecten.models.link import Link
from trajecten.models.looptijd import Afwezigheid, Breukperiode, Schorsing, Verlenging
from trajecten.models.nazorg import Werkperiode
from trajecten.models.opvolging import Contactmoment, Drempel, Drempelstand, Inzage, Termijn, Tijdlijnitem
from trajecten.models.overdracht import Overdracht, Overname
from trajecten.models.partnerhand import Evaluatieherinnering, Evaluatieversie, Evaluatievraag, Voorstel
from trajecten.models.plaatsen import Bezetting, Kandidaatprofiel, Kandidatuur
from trajecten.models.projecten import Deelname, Poging, Project, Projectplaats, Rijbuddy
from trajecten.models.samenvoeging import Samenvoeging
from trajecten.models.stapdetails import GpmiEvaluatie, ImwBeslissing, Opleidingsgegevens, Stapdocument, Wijkwerkuren
from trajecten.models.taak import EigenTaak
from trajecten.models.team import Bulkactie, Inzet, Toewijzing, Waarneming, Weergave
from trajecten.models.traject import Plaatsing, Quotum, Stap, StatusWijziging, Traject

__all__ = [
    "Afwezigheid",
    "Attest",
    "Bezetting",
    "Breukperiode",
    "Bulkactie",
    "Client",
    "ClientCompetentie",
    "ClientVingerafdruk",
    "Competentie",
    "Contactmoment",
    "Contactvraag",
    "Deelname",
    "Document",
    "DocumentSoort",
    "Dossierstatistiek",
    "Dossierteller",
    "Drempel",
    "DrempelCode",
    "Drempelstand",
    "DuplicaatBesluit",
    "EigenTaak",
    "Evaluatie",
    "EvaluatieCriterium",
    "Evaluatieherinnering",
    "Evaluatieversie",
    "Evaluatievraag",
    "GpmiEvaluatie",
    "Huisstijl",
    "ImwBeslissing",
    "InlaadRij",
    "Inlading",
    "Instrument",
    "InstrumentDocument",
    "InstrumentRegel",
    "Inzage",
    "Inzet",
    "Kandidaatprofiel",
    "Kandidatuur",
    "Kostenafspraak",
    "Kostenkader",
    "Link",
    "Nazorgmeting",
    "Ontwerp",
    "Opleidingsgegevens",
    "Overdracht",
    "Overname",
    "Overtypmoment",
    "Plaatsing",
    "Poging",
    "Project",
    "Projectplaats",
    "Quotum",
    "Rijbuddy",
    "Samenvoeging",
    "Schorsing",
    "Stap",
    "Stapdocument",
    "StatusWijziging",
    "Tariefafspraak",
    "Termijn",
    "Tijdlijnitem",
    "Toestemming",
    "Toewijzing",
    "Traject",
    "UitstroomCode",
    "Verlenging",
    "Voorstel",
    "Waarneming",
    "Weergave",
    "Werkperiode",
    "Wijkwerkuren",
    "Wissing",
]
