"""One row of a list of employers as fields of ours, with a sentence for everything that is wrong or uncertain."""

import hashlib
from collections.abc import Mapping
from datetime import date

from partners.imports import waarden as eigen
from partners.selectors.inladen_bronnen import Bronnen
from regie.core.inlezen import waarden as w
from regie.core.inlezen.bestand import Cel
from regie.core.inlezen.gemeenten import lees_gemeente_of_deel
from regie.core.inlezen.rijen import GelezenRij
from regie.core.inlezen.waarden import citaat, tekst_van
from regie.core.names import organisatie_sleutel


def lees_rij(cellen: Mapping[str, Cel], bronnen: Bronnen) -> GelezenRij:
    rij = GelezenRij()
    rij.neem("kbo", eigen.lees_kbo(cellen.get("kbo")))
    naam = eigen.lees_tekst_met_verlies(cellen.get("naam"), lengte=160, wat="de naam op de kaart")
    if rij.neem("naam", naam) is None and not naam.fout:
        rij.fout("naam", "leeg. Zonder naam kunnen we geen kaart maken.")
    rij.neem("gemeente", lees_gemeente_of_deel(cellen.get("gemeente"), bronnen.gemeenten))
    _lees_nace(rij, cellen)
    if grootte := rij.neem("werknemers", eigen.lees_werknemers(cellen.get("werknemers"))):
        rij.velden["grootteklasse"] = grootte
    rij.neem("website", eigen.lees_website(cellen.get("website")))
    _lees_contactpersoon(rij, cellen)
    _lees_contactmoment(rij, cellen, bronnen)
    if opmerking := tekst_van(cellen.get("opmerking")):
        rij.letop("opmerking", f"{citaat(opmerking)} komt niet op de gedeelde kaart.")
    return rij


def _lees_nace(rij: GelezenRij, cellen: Mapping[str, Cel]) -> None:
    if gelezen := rij.neem("nace", eigen.lees_nace(cellen.get("nace"))):
        rij.velden["nace"], rij.velden["nace_versie"] = gelezen


def _lees_contactpersoon(rij: GelezenRij, cellen: Mapping[str, Cel]) -> None:
    """Phone and mail belong to the person when there is one, else to the employer."""
    naam = eigen.lees_tekst_met_verlies(cellen.get("contact"), lengte=120, wat="deze naam op de kaart")
    if naam.fout:
        naam = w.Gelezen(letop=naam.fout)
    rij.neem("contact", naam)
    rij.neem("functie", w.lees_tekst(120)(cellen.get("functie")))
    telefoon = rij.neem("telefoon", w.lees_telefoon(cellen.get("telefoon")))
    email = rij.neem("email", w.lees_email(cellen.get("email")))
    persoon = rij.velden.pop("contact", None)
    functie = rij.velden.pop("functie", "")
    if not persoon:
        return
    if not (telefoon or email):
        rij.letop(
            "contact", f"{citaat(persoon)} heeft geen telefoonnummer of e-mailadres, dus die nemen we niet over."
        )
        return
    rij.velden.pop("telefoon", None), rij.velden.pop("email", None)
    rij.velden["contactpersoon"] = {
        "naam": persoon,
        "functie": functie,
        "telefoon": telefoon or "",
        "email": email or "",
    }


def _lees_contactmoment(rij: GelezenRij, cellen: Mapping[str, Cel], bronnen: Bronnen) -> None:
    """A contact only when day and organisatie are certain; what is not, is said."""
    datum = rij.neem(
        "laatste_contact", eigen.lees_contactdatum(cellen.get("laatste_contact"), vandaag=bronnen.vandaag)
    )
    rij.velden.pop("laatste_contact", None)
    door = tekst_van(cellen.get("door"))
    if datum is None:
        if door and not tekst_van(cellen.get("laatste_contact")):
            rij.letop("door", f"contact door {citaat(door)}, maar er staat geen datum bij. Dit nemen we niet over.")
        return
    organisatie_id = _organisatie(rij, door, datum, bronnen)
    if organisatie_id is not None:
        rij.velden["contactmoment"] = {"datum": datum.isoformat(), "organisatie": organisatie_id}


def _organisatie(rij: GelezenRij, door: str, datum: date, bronnen: Bronnen) -> int | None:
    """By its full name, or by the beginning of the name of just one ('VDAB' is 'VDAB Brugge')."""
    if not door:
        rij.letop("door", f"wie op {datum:%d/%m/%Y} contact had, staat er niet bij. Dit contact nemen we niet over.")
        return None
    sleutel = organisatie_sleutel(door)
    gevonden = bronnen.organisaties.get(sleutel, ())
    if not gevonden and len(sleutel) >= 4:
        gevonden = tuple(pk for naam, ids in bronnen.organisaties.items() if naam.startswith(sleutel) for pk in ids)
    if len(gevonden) == 1:
        return gevonden[0]
    waarom = "kan meer dan één organisatie zijn" if gevonden else "is geen organisatie in deze regio"
    rij.letop("door", f"{citaat(door)} {waarom}, dus het contact van {datum:%d/%m/%Y} nemen we niet over.")
    return None


def afdruk_van(rij: GelezenRij) -> str:
    """A hash of what the row says of the employer itself; '' without a name."""
    if "naam" not in rij.velden:
        return ""
    delen = (organisatie_sleutel(rij.velden["naam"]), rij.velden.get("gemeente", ""), rij.velden.get("kbo", ""))
    return hashlib.sha256("|".join(delen).encode()).hexdigest()
