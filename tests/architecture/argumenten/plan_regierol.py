"""Addresses of the meter of the regierol: the whole gebied reads it."""

from tests.architecture.argumenten.wereld import Maak, geen

VAN_HET_GEBIED: dict[str, Maak] = {"actieplannen:regierol": geen}
