"""The adviesrapport of a scan as a PDF. No names of respondents: the result does not know them."""

from datetime import date

from django.template.loader import render_to_string

from partners.selectors.scanresultaat import Resultaat
from regie.core.pdf import html_naar_pdf
from regie.core.tenancy import current_scope

STIJL = "css/advies.css"


def adviesrapport(resultaat: Resultaat, *, vandaag: date) -> bytes:
    context = {"r": resultaat, "gebied": current_scope().gebied, "vandaag": vandaag}
    return html_naar_pdf(render_to_string("partners/scan/advies_pdf.html", context), stijl=STIJL)
