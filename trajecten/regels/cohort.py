"""Which doorstroom can be judged on a day: the window of measurement has fully elapsed (domein.md 4.6)."""

from datetime import date, timedelta

from regie.core.dates import einde_van_maand, plus_maanden

VERSCHUIVING = 14  # a measurement is planned on the next working day; never another one within two weeks


def cohortvenster(maanden: int, *, peildatum: date, marge: int) -> tuple[date, date]:
    """First and last day of the 12 whole months of doorstroom that are `maanden` plus `marge` days behind us."""
    klaar = peildatum - timedelta(days=marge)
    laatste = plus_maanden(klaar, -maanden).replace(day=1)
    while plus_maanden(einde_van_maand(laatste), maanden) > klaar:
        laatste = plus_maanden(laatste, -1)
    return plus_maanden(laatste, -11), einde_van_maand(laatste)
