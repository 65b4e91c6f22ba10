"""Belgian identifiers, checked with python-stdnum. Every message says what is wrong and what to do (domein.md 9)."""

import re
from datetime import date

import phonenumbers
from django.core.exceptions import ValidationError
from stdnum import exceptions as stdnum_fouten
from stdnum.be import ssn, vat


def alleen_cijfers(waarde: object) -> str:
    """Digits of a typed or spreadsheet value: 85073003328.0 and '85.07.30-033 28' both give '85073003328'."""
    tekst = str(waarde).strip()
    if re.fullmatch(r"\d+\.0", tekst):
        tekst = tekst[:-2]
    return re.sub(r"[\s.\-/]", "", tekst)


def normaliseer_insz(waarde: object) -> str:
    """An INSZ (rijksregister- or BIS-nummer) as 11 digits. Raises ValidationError in Dutch."""
    cijfers = alleen_cijfers(waarde)
    if not cijfers.isdigit():
        raise ValidationError("INSZ: gebruik alleen cijfers, punten en streepjes.", code="tekens")
    if len(cijfers) != 11:
        raise ValidationError(f"INSZ: {len(cijfers)} cijfers, er moeten er 11 zijn.", code="lengte")
    try:
        return str(ssn.validate(cijfers))
    except stdnum_fouten.InvalidChecksum:
        raise ValidationError(
            "INSZ: het controlegetal klopt niet. Kijk de laatste twee cijfers na.", code="controle"
        ) from None
    except stdnum_fouten.ValidationError:
        raise ValidationError(
            "INSZ: de geboortedatum in dit nummer bestaat niet. Kijk het na.", code="datum"
        ) from None


def geboortedatum_uit_insz(insz: str) -> date | None:
    """The birth date inside an INSZ, or None when the number does not tell (BIS, unknown date)."""
    return ssn.get_birth_date(insz)


def geslacht_uit_insz(insz: str) -> str | None:
    """'M' or 'V' as the number tells, or None."""
    return {"M": "M", "F": "V"}.get(ssn.get_gender(insz) or "")


def masker_insz(insz: str) -> str:
    """What a screen shows: the date part only, e.g. 85.07.30-***.**."""
    return f"{insz[:2]}.{insz[2:4]}.{insz[4:6]}-***.**" if insz else ""


def toon_insz(insz: str) -> str:
    return f"{insz[:2]}.{insz[2:4]}.{insz[4:6]}-{insz[6:9]}.{insz[9:]}" if insz else ""


def normaliseer_kbo(waarde: object) -> str:
    """An ondernemingsnummer as 10 digits. Takes 'BE 0428.759.497', 428759497 and other notations."""
    cijfers = re.sub(r"[^\d]", "", re.sub(r"^\s*BE", "", alleen_cijfers(waarde), flags=re.IGNORECASE))
    if len(cijfers) not in {9, 10}:
        raise ValidationError(f"KBO-nummer: {len(cijfers)} cijfers, er moeten er 10 zijn.", code="lengte")
    try:
        return str(vat.validate(cijfers.zfill(10)))
    except stdnum_fouten.ValidationError:
        raise ValidationError(
            "KBO-nummer: het controlegetal klopt niet. Kijk het nummer na.", code="controle"
        ) from None


def valideer_kbo(waarde: str) -> None:
    if normaliseer_kbo(waarde) != waarde:
        raise ValidationError("KBO-nummer: bewaar het als 10 cijfers zonder punten.", code="vorm")


def toon_kbo(kbo: str) -> str:
    return f"{kbo[:4]}.{kbo[4:7]}.{kbo[7:]}" if kbo else ""


def normaliseer_ven(waarde: object) -> str:
    """A vestigingseenheidsnummer as 10 digits: starts with 2 to 8, the last two are 97 - (first eight mod 97)."""
    cijfers = re.sub(r"[^\d]", "", alleen_cijfers(waarde))
    if len(cijfers) != 10:
        raise ValidationError(f"Vestigingsnummer: {len(cijfers)} cijfers, er moeten er 10 zijn.", code="lengte")
    if cijfers[0] not in "2345678":
        raise ValidationError(
            "Vestigingsnummer: het begint met een cijfer van 2 tot 8. Met 0 of 1 begint het KBO-nummer.",
            code="begin",
        )
    if int(cijfers[8:]) != 97 - int(cijfers[:8]) % 97:
        raise ValidationError("Vestigingsnummer: het controlegetal klopt niet. Kijk het nummer na.", code="controle")
    return cijfers


def valideer_ven(waarde: str) -> None:
    if normaliseer_ven(waarde) != waarde:
        raise ValidationError("Vestigingsnummer: bewaar het als 10 cijfers zonder punten.", code="vorm")


def toon_ven(ven: str) -> str:
    return f"{ven[0]}.{ven[1:4]}.{ven[4:7]}.{ven[7:]}" if ven else ""


def normaliseer_telefoon(waarde: object) -> str:
    """A phone number as +32470711930; Belgian when no country is given."""
    try:
        nummer = phonenumbers.parse(str(waarde), "BE")
    except phonenumbers.NumberParseException:
        nummer = None
    if nummer is None or not phonenumbers.is_valid_number(nummer):
        raise ValidationError("Dit telefoonnummer bestaat niet. Bijvoorbeeld: 0470 12 34 56.", code="telefoon")
    return phonenumbers.format_number(nummer, phonenumbers.PhoneNumberFormat.E164)


def toon_telefoon(nummer: str) -> str:
    """As people read it: national for Belgium, international for elsewhere. What cannot be read is shown as it is."""
    try:
        gelezen = phonenumbers.parse(nummer, "BE")
    except phonenumbers.NumberParseException:
        return nummer
    vorm = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(gelezen, vorm.NATIONAL if gelezen.country_code == 32 else vorm.INTERNATIONAL)
