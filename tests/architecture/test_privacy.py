"""Every column says what it tells about people, and nothing that names somebody ends up in a log."""

import pytest

from regie.core.fields import VersleuteldTekstVeld
from regie.core.privacy import ALGEMEEN, PRIVACY, Klasse, klassen_van
from regie.core.tenancy import BinnenshuisModel, DeelbaarModel, DossierModel
from tests.architecture.bron import eigen_modellen
from tests.rijen import rij_van

MODELLEN = eigen_modellen()
PERSOONLIJK = {Klasse.PERSOON, Klasse.GEVOELIG, Klasse.GEHEIM}


def _label(model):
    return model._meta.label


def test_geen_model_te_veel_of_te_weinig():
    assert set(PRIVACY) == {m._meta.label for m in MODELLEN}


@pytest.mark.parametrize("model", MODELLEN, ids=_label)
class TestElkModel:
    def test_elk_veld_heeft_een_klasse(self, model):
        velden = {veld.name for veld in model._meta.local_concrete_fields}

        assert velden - set(klassen_van(model._meta.label)) == set(), "zet deze velden in regie/core/privacy/"
        assert set(PRIVACY[model._meta.label].klassen()) - velden == set(), "deze velden bestaan niet meer"

    def test_elk_veld_staat_er_maar_een_keer(self, model):
        velden = PRIVACY[model._meta.label]

        assert velden.aantal() == len(velden.klassen())
        assert not set(velden.klassen()) & set(ALGEMEEN)

    def test_gevoelige_gegevens_horen_bij_een_dossier_of_blijven_binnenshuis(self, model):
        if Klasse.GEVOELIG in klassen_van(model._meta.label).values():
            assert issubclass(model, DossierModel | BinnenshuisModel)
            assert not issubclass(model, DeelbaarModel)

    def test_versleuteld_is_gevoelig_of_geheim(self, model):
        klassen = klassen_van(model._meta.label)
        for veld in model._meta.local_concrete_fields:
            if isinstance(veld, VersleuteldTekstVeld):
                assert klassen[veld.name] in {Klasse.GEVOELIG, Klasse.GEHEIM}, veld

    def test_str_noemt_niemand(self, model, gebied, ocmw):
        """__str__ ends up in logs, error reports and the admin log."""
        rij = rij_van(model, ocmw)
        klassen = klassen_van(model._meta.label)
        for veld in model._meta.local_concrete_fields:
            if klassen[veld.name] in PERSOONLIJK and veld.get_internal_type() in {"CharField", "TextField"}:
                setattr(rij, veld.attname, "GEHEIMPJE")

        assert "GEHEIMPJE" not in str(rij)
