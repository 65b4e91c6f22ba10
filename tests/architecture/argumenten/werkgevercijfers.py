"""Addresses of the figures about employers."""

from tests.architecture.argumenten.wereld import Maak, geen

VAN_HET_GEBIED: dict[str, Maak] = {
    "rapportage:werkgevercijfers": geen,
    "rapportage:werkgevercijfers-excel": geen,
    "rapportage:werkgevercijfers-pdf": geen,
}
