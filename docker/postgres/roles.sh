#!/usr/bin/env bash
# At the first start of an empty server: two roles, neither of them a superuser, and the owner's database.
set -euo pipefail

psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set owner="$(cat "$OWNER_PASSWORD_FILE")" --set application="$(cat "$APPLICATION_PASSWORD_FILE")" <<'SQL'
CREATE ROLE fallbruecke_owner LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE fallbruecke_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'application';
CREATE DATABASE fallbruecke OWNER fallbruecke_owner ENCODING 'UTF8' TEMPLATE template0;
SQL
