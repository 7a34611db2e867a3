#!/bin/sh
# Runs once in a new Postgres container, after provision.sql: gives each service's role the password that stands
# in the connection string of its secret.
set -eu

for service in gateway case-intake ddx-ranking guideline-retrieval explanation-log teaching integration; do
  role=$(printf '%s' "$service" | tr - _)
  password=$(sed -n "s|^postgres://$role:\([^@]*\)@.*|\1|p" "/run/secrets/$service-database-url")
  if [ -z "$password" ]; then
    echo "the secret $service-database-url holds no password for the role $role" >&2
    exit 1
  fi
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set role="$role" --set password="$password" <<'SQL'
ALTER ROLE :"role" PASSWORD :'password';
SQL
done
