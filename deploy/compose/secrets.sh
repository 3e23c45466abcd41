#!/bin/sh
# Makes the secrets that compose.yaml hands to the services. Keeps the ones that exist.
set -eu
cd "$(dirname "$0")"
mkdir -p secrets
for name in jwt_secret grafana_password; do
  # Readable for the services' users: a file secret of compose keeps the owner and mode that it has here.
  [ -s "secrets/$name" ] || head -c 32 /dev/urandom | base64 | tr -d '\n' >"secrets/$name"
done
chmod 711 secrets
chmod 444 secrets/*
