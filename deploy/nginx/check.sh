#!/usr/bin/env bash
# Runs orgstead.conf in a real nginx before two real instances on one MongoDB, and looks at what clients get.
#   deploy/nginx/check.sh MONGODB_URI       needs the jar, openssl, curl and nginx (Debian's, if none is there)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
uri=${1:?usage: check.sh MONGODB_URI}
command -v nginx >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends nginx-light >/dev/null; }
jar=$(readlink -f ../../bootstrap/target/orgstead.jar)
work=$(mktemp -d)
processes=()

cleanup() {
  kill "${processes[@]}" 2>/dev/null || true
  wait
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "nginx check: $1" >&2
  tail -n 20 "$work"/*.log >&2
  exit 1
}

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

export ORGSTEAD_MONGODB_URI=$uri ORGSTEAD_MONGODB_DATABASE="nginx_check_$$" ORGSTEAD_TRUSTED_PROXIES=127.0.0.1/32
ORGSTEAD_JWT_SECRET=$(openssl rand -hex 32)
export ORGSTEAD_JWT_SECRET

# start_instance N PORT
start_instance() {
  ORGSTEAD_HTTP_PORT=$2 java -Xmx128m -jar "$jar" >"$work/instance$1.log" 2>&1 &
  instance[$1]=$!
  processes+=("$!")
  for _ in $(seq 600); do
    grep -q 'is ready on' "$work/instance$1.log" && return
    kill -0 "${instance[$1]}" 2>/dev/null || break
    sleep 0.1
  done
  fail "instance $1 did not start"
}

declare -A instance
first=$(free_port) second=$(free_port) plain=$(free_port) tls=$(free_port)
start_instance 1 "$first"
start_instance 2 "$second"

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 1 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost -keyout "$work/orgstead.key" -out "$work/orgstead.crt" 2>/dev/null
mkdir "$work/logs"
# The file as it is, but for ports and places.
sed -e "s/127.0.0.1:8081/127.0.0.1:$first/; s/127.0.0.1:8082/127.0.0.1:$second/" \
  -e "s/listen 80;/listen 127.0.0.1:$plain;/; s/listen 443 ssl/listen 127.0.0.1:$tls ssl/; /listen \[::\]/d" \
  -e "s#/etc/nginx/tls#$work#" orgstead.conf >"$work/orgstead.conf"
cat >"$work/nginx.conf" <<CONF
worker_processes 1;
pid $work/nginx.pid;
error_log $work/nginx.log;
events {}
http {
  access_log off;
  client_body_temp_path $work/body;
  proxy_temp_path $work/proxy;
  fastcgi_temp_path $work/fastcgi;
  uwsgi_temp_path $work/uwsgi;
  scgi_temp_path $work/scgi;
  include $work/orgstead.conf;
}
CONF
nginx -q -t -c "$work/nginx.conf" -e "$work/nginx.log"
nginx -g 'daemon off;' -c "$work/nginx.conf" -e "$work/nginx.log" &
processes+=("$!")
for _ in $(seq 100); do [ -s "$work/nginx.pid" ] && break; sleep 0.1; done

# call NAME WANTED_STATUS CURL_ARGUMENTS...: the answer is in $work/answer, its headers in $work/headers
call() {
  local name=$1 wanted=$2 status
  shift 2
  status=$(curl -s --cacert "$work/orgstead.crt" -o "$work/answer" -D "$work/headers" -w '%{http_code}' "$@") || status="$status (curl $?)"
  [ "$status" = "$wanted" ] || fail "$name: $status instead of $wanted: $(head -c 300 "$work/answer")"
  echo "nginx check: $name: $status"
}
json=(-H 'Content-Type: application/json')
at=https://localhost:$tls

call 'plain HTTP is redirected' 308 "http://localhost:$plain/org/get?organization_name=acme"
grep -qi "^location: https://localhost/org/get?organization_name=acme" "$work/headers" || fail 'the redirect loses the address'
call 'create over HTTP/2' 201 --http2 "${json[@]}" -d '{"organization_name":"Acme","email":"a@acme.com","password":"correct horse"}' "$at/org/create"
head -1 "$work/headers" | grep -q '^HTTP/2' || fail 'not HTTP/2'
grep -qi '^strict-transport-security:' "$work/headers" || fail 'no HSTS'
call 'log in' 200 "${json[@]}" -d '{"email":"a@acme.com","password":"correct horse"}' "$at/admin/login"
token=$(sed 's/.*"access_token":"\([^"]*\)".*/\1/' "$work/answer")
call 'both instances accept the token: first' 200 -X PUT "${json[@]}" -H "Authorization: Bearer $token" -d '{"new_organization_name":"Acme Two"}' "http://127.0.0.1:$first/org/update"
call 'both instances accept the token: second' 200 -X PUT "${json[@]}" -H "Authorization: Bearer $token" -d '{"new_organization_name":"Acme Three"}' "http://127.0.0.1:$second/org/update"
call 'get through nginx' 200 "$at/org/get?organization_name=acme%20three"
head -c 1100000 /dev/zero | tr '\0' a >"$work/large"
call 'too large a body' 413 "${json[@]}" --data-binary "@$work/large" "$at/org/create"
grep -qi '^content-type: application/problem+json' "$work/headers" || fail 'the refusal of a large body is no problem document'
call 'metrics stay inside' 404 "$at/metrics"

for n in $(seq 40); do
  curl -s -o "$work/answer" -D "$work/headers" --cacert "$work/orgstead.crt" "${json[@]}" -d '{}' "$at/admin/login"
  grep -q ' 429' "$work/headers" && break
done
grep -q ' 429' "$work/headers" || fail 'logins are not limited'
grep -qi '^retry-after:' "$work/headers" || fail 'the limit does not say when to come back'
echo "nginx check: logins are limited after $n: 429"

kill -KILL "${instance[1]}"
for n in $(seq 20); do
  call "get $n without the first instance" 200 "$at/org/get?organization_name=acme%20three" >>"$work/gets.log"
done
echo 'nginx check: 20 of 20 gets succeed right after an instance is killed'
kill -KILL "${instance[2]}"
call 'no instance left' 503 "$at/org/get?organization_name=acme%20three"
grep -q '"code":"unavailable"' "$work/answer" || fail 'the answer without instances is no problem document'
start_instance 2 "$second"
for _ in $(seq 100); do
  curl -s -f -o "$work/answer" --cacert "$work/orgstead.crt" "$at/org/get?organization_name=acme%20three" && break
  sleep 0.2
done
call 'an instance is back' 200 "$at/org/get?organization_name=acme%20three"
call 'delete' 200 -X DELETE -H "Authorization: Bearer $token" "$at/org/delete"
echo 'nginx check: passed'
