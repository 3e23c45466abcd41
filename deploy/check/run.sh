#!/usr/bin/env bash
# Checks all of deploy/ that can be checked on one machine. The jar has to be built.
#   deploy/check/run.sh                the files, and the programs that measure
#   deploy/check/run.sh MONGODB_URI    nginx before two instances as well
# Needs Node, npm's registry for the schemas, and Debian's packages for what is not installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

javac="${JAVA_HOME:+$JAVA_HOME/bin/}javac"
"$javac" -Xlint:all -Werror -d "$work" measure/*.java
for script in bin/orgstead docker/healthy compose/secrets.sh nginx/check.sh systemd/check.sh; do
  bash -n "$script"
done
systemd/check.sh
(cd check && npm ci --silent --no-audit --no-fund --ignore-scripts)
# On nothing: no image to start from can be had here. The layers and the settings are the real ones.
(cd .. && ./mvnw -q -DskipTests -Pimage -Dimage.base=scratch -Dspotless.check.skip -Denforcer.skip -Djacoco.skip \
  package -pl bootstrap -am)
node check/check.mjs
if [ $# -gt 0 ]; then
  nginx/check.sh "$1"
fi
