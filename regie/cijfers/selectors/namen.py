from regie.core.models import Organisatie


def plaatsnaam(ocmw: Organisatie) -> str:
    """The name under a heading that already says OCMW."""
    return ocmw.naam.removeprefix("OCMW ")
