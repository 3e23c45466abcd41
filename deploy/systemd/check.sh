#!/usr/bin/env bash
# Checks the unit with systemd's own tool: every line is understood, and what the service may do stays little.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
command -v systemd-analyze >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends systemd >/dev/null; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The program's place is that of an installed one; what is checked is the one that would go there.
unit() { sed "s#/opt/orgstead/bin/orgstead#$(readlink -f ../bin/orgstead)#" orgstead.service; }
verify() { systemd-analyze verify --man=no "$work/orgstead.service" 2>&1; }

unit >"$work/orgstead.service"
complaints=$(verify) || { echo "systemd check: $complaints" >&2; exit 1; }
[ -z "$complaints" ] || { echo "systemd check: $complaints" >&2; exit 1; }
# Of 100: the lower, the less the service can reach. It has 17.
systemd-analyze security --offline=yes --threshold=25 "$work/orgstead.service" >"$work/exposure" ||
  { cat "$work/exposure" >&2; exit 1; }

unit | sed 's/^ProtectClock=/ProtectKlock=/' >"$work/orgstead.service"
[ -n "$(verify)" ] || { echo 'systemd check: a misspelt key is not found' >&2; exit 1; }
unit | sed '/^Protect/d; /^Private/d; /^SystemCall/d; /^CapabilityBounding/d' >"$work/orgstead.service"
if systemd-analyze security --offline=yes --threshold=25 "$work/orgstead.service" >"$work/exposure"; then
  echo 'systemd check: a service that may do anything is not found' >&2
  exit 1
fi
echo 'systemd check: passed'
