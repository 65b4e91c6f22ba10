import pytest

from rapportage.uitvoering import maken
from tests.rapportage.voorbeeld import momentopname


@pytest.fixture
def vaste_cijfers(monkeypatch):
    """Figures that do not depend on dossiers: for tests about the run, not about counting."""

    def neem(rapport):
        return momentopname(versie=rapport.versie, correctie_reden=rapport.correctie_reden)

    monkeypatch.setattr(maken, "maak_momentopname", neem)


@pytest.fixture
def snelle_pdf(monkeypatch):
    """A PDF of one empty page, for tests that only need a file."""
    monkeypatch.setattr(maken, "maak_pdf", lambda momentopname: LEGE_PDF)


LEGE_PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R/Size 4>>\n%%EOF"
)


@pytest.fixture
def voer_uit(django_capture_on_commit_callbacks):
    """Run what a service queues, as the worker would after commit; tasks that queue tasks included."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
