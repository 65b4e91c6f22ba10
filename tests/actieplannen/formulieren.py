"""What a browser would send back of a form on a page: so that a test types in the real form."""

from html.parser import HTMLParser


class _Lezer(HTMLParser):
    def __init__(self):
        super().__init__()
        self.velden: dict[str, list[str]] = {}
        self.select = self.textarea = ""

    def handle_starttag(self, tag, attrs):
        a = dict(attrs)
        naam = a.get("name") or ""
        if tag == "select":
            self.select = naam
        elif tag == "option" and "selected" in a and self.select:
            self.velden.setdefault(self.select, []).append(a.get("value") or "")
        elif tag == "textarea":
            self.textarea, self.velden[naam] = naam, [""]
        elif tag == "input" and naam and (a.get("type") not in {"radio", "checkbox"} or "checked" in a):
            self.velden.setdefault(naam, []).append(a.get("value") or "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.textarea = ""
        elif tag == "select":
            self.velden.setdefault(self.select, [""])

    def handle_data(self, data):
        if self.textarea:
            self.velden[self.textarea][0] += data


def ingevuld(antwoord) -> dict[str, list[str]]:
    """Every field of the page with what stands in it; Django writes a newline right after <textarea>."""
    lezer = _Lezer()
    lezer.feed(antwoord.content.decode())
    lezer.velden.pop("csrfmiddlewaretoken", None)
    return {
        naam: [waarde.removeprefix("\r\n").removeprefix("\n") for waarde in waarden]
        for naam, waarden in lezer.velden.items()
    }
