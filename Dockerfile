# One image for web, worker and clock; what runs, without test tools and embedded services.
FROM python:3.11-slim-bookworm AS packages
WORKDIR /app
COPY requirements-uv.lock requirements-runtime.lock ./
RUN python -m venv /uv \
    && /uv/bin/pip install --no-cache-dir --require-hashes -r requirements-uv.lock \
    && /uv/bin/uv venv .venv \
    && /uv/bin/uv pip sync --python .venv/bin/python --require-hashes --compile-bytecode requirements-runtime.lock

FROM python:3.11-slim-bookworm
# WeasyPrint loads them by name at its first PDF.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --shell /usr/sbin/nologin fallbruecke \
    && install -d -o fallbruecke -g fallbruecke -m 700 /var/lib/fallbruecke
WORKDIR /app
COPY --from=packages /app/.venv .venv
COPY . .
RUN .venv/bin/python -m core.translations && .venv/bin/python -m compileall -q agencies audit cases config core
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    FALLBRUECKE_VAR=/var/lib/fallbruecke \
    XDG_CACHE_HOME=/tmp/cache \
    FALLBRUECKE_DEMO=0 \
    DJANGO_DEBUG=0 \
    WEB_BIND=0.0.0.0:8000
USER 10001:10001
VOLUME /var/lib/fallbruecke
EXPOSE 8000
ENTRYPOINT ["script/production"]
CMD ["web"]
