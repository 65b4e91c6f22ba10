"""Documents of partners on paper: the adviesrapport of a scan (no names of respondents), and a job design."""

from datetime import date

from django.template.loader import render_to_string

from partners.models import Jobontwerp
from partners.selectors.scanresultaat import Resultaat
from regie.core.pdf import html_naar_pdf
from regie.core.tenancy import current_scope

STIJL = "css/advies.css"
STIJL_JOBONTWERP = "css/jobontwerp.css"


def adviesrapport(resultaat: Resultaat, *, vandaag: date) -> bytes:
    context = {"r": resultaat, "gebied": current_scope().gebied, "vandaag": vandaag}
    return html_naar_pdf(render_to_string("partners/scan/advies_pdf.html", context), stijl=STIJL)


def jobontwerp_pdf(jobontwerp: Jobontwerp, *, vandaag: date) -> bytes:
    """To sign with the employer: the analysis of tasks, and the function that results."""
    context = {"jobontwerp": jobontwerp, "gebied": current_scope().gebied, "vandaag": vandaag}
    return html_naar_pdf(render_to_string("partners/jobontwerpen/pdf.html", context), stijl=STIJL_JOBONTWERP)
