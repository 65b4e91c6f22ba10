from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was open too long, or sent from elsewhere: said in words, with the way back."""
    return render(request, "csrf.html", status=403)
