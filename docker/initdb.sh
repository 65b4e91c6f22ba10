#!/bin/sh
# Runs once, in an empty cluster: the two roles of the product. Neither is a superuser, neither bypasses row security.
set -eu

psql -v ON_ERROR_STOP=1 -v eigenaar="$REGIE_OWNER_WACHTWOORD" -v app="$REGIE_APP_WACHTWOORD" \
    --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE regie_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE CREATEDB PASSWORD :'eigenaar';
CREATE ROLE regie_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE PASSWORD :'app';
CREATE DATABASE regie OWNER regie_owner TEMPLATE template0 ENCODING 'UTF8';
\connect regie
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SQL
