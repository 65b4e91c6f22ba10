"""Belgian identifiers, by table: what is accepted, and the sentence somebody reads when it is not."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from regie.core.validators import (
    geboortedatum_uit_insz,
    geslacht_uit_insz,
    masker_insz,
    normaliseer_insz,
    normaliseer_kbo,
    toon_insz,
    toon_kbo,
    valideer_kbo,
)


class TestInsz:
    @pytest.mark.parametrize(
        ("invoer", "cijfers"),
        [
            ("85073003328", "85073003328"),
            ("85.07.30-033.28", "85073003328"),
            ("85.07.30-033 28", "85073003328"),
            (" 85/07/30-033.28 ", "85073003328"),
            (85073003328.0, "85073003328"),
            (85073003328, "85073003328"),
            ("04022900132", "04022900132"),
        ],
        ids=str,
    )
    def test_aanvaardt_elke_schrijfwijze(self, invoer, cijfers):
        assert normaliseer_insz(invoer) == cijfers

    @pytest.mark.parametrize(
        ("invoer", "zin"),
        [
            ("8507300332", "INSZ: 10 cijfers, er moeten er 11 zijn."),
            ("850730033281", "INSZ: 12 cijfers, er moeten er 11 zijn."),
            ("85073003329", "INSZ: het controlegetal klopt niet. Kijk de laatste twee cijfers na."),
            ("8507300332X", "INSZ: gebruik alleen cijfers, punten en streepjes."),
            ("", "INSZ: gebruik alleen cijfers, punten en streepjes."),
        ],
    )
    def test_zegt_wat_er_mis_is(self, invoer, zin):
        with pytest.raises(ValidationError) as fout:
            normaliseer_insz(invoer)

        assert fout.value.messages == [zin]

    def test_aanvaardt_een_bisnummer(self):
        basis = "854730033"  # month + 40: sex known
        bis = f"{basis}{97 - int(basis) % 97:02d}"

        assert normaliseer_insz(bis) == bis

    def test_leest_geboortedatum_en_geslacht(self):
        assert geboortedatum_uit_insz("85073003328") == date(1985, 7, 30)
        assert geslacht_uit_insz("85073003328") == "M"
        assert geboortedatum_uit_insz("04022900132") == date(2004, 2, 29)

    def test_toont_het_gemaskeerd(self):
        assert masker_insz("85073003328") == "85.07.30-***.**"
        assert toon_insz("85073003328") == "85.07.30-033.28"
        assert masker_insz("") == toon_insz("") == ""


class TestKbo:
    @pytest.mark.parametrize(
        ("invoer", "cijfers"),
        [
            ("0428759497", "0428759497"),
            ("BE 0428.759.497", "0428759497"),
            ("be0428.759.497", "0428759497"),
            ("428759497", "0428759497"),
            (428759497.0, "0428759497"),
        ],
        ids=str,
    )
    def test_aanvaardt_elke_schrijfwijze(self, invoer, cijfers):
        assert normaliseer_kbo(invoer) == cijfers

    @pytest.mark.parametrize(
        ("invoer", "zin"),
        [
            ("0428759498", "KBO-nummer: het controlegetal klopt niet. Kijk het nummer na."),
            ("04287", "KBO-nummer: 5 cijfers, er moeten er 10 zijn."),
            ("", "KBO-nummer: 0 cijfers, er moeten er 10 zijn."),
            ("2123456791", "KBO-nummer: het controlegetal klopt niet. Kijk het nummer na."),
        ],
    )
    def test_zegt_wat_er_mis_is(self, invoer, zin):
        with pytest.raises(ValidationError) as fout:
            normaliseer_kbo(invoer)

        assert fout.value.messages == [zin]

    def test_in_de_databank_alleen_tien_cijfers(self):
        valideer_kbo("0428759497")
        with pytest.raises(ValidationError, match="zonder punten"):
            valideer_kbo("0428.759.497")

    def test_toont_het_met_punten(self):
        assert toon_kbo("0428759497") == "0428.759.497"
        assert toon_kbo("") == ""
