#!/usr/bin/env bash
# Makes the certificates of this folder, with OpenSSL 3. They are kept, so that no test needs OpenSSL: run this again
# only to change them. The authority's key is thrown away; `key.pem` is a key of servers in tests and opens nothing else.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

touch "$work/issued"
cat >"$work/ca.cnf" <<END
[ca]
default_ca = test
[test]
database = $work/issued
new_certs_dir = $work
unique_subject = no
rand_serial = yes
default_md = sha256
policy = any
[any]
commonName = supplied
END

new_key() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }

# issue FILE NAME KEY FROM TO EXTENSION SIGNED-BY...
issue() {
  openssl req -new -key "$3" -subj "/CN=$2" -out "$work/request"
  echo "$6" >"$work/extension"
  openssl ca -batch -notext -config "$work/ca.cnf" "${@:7}" -startdate "${4}0101000000Z" -enddate "${5}0101000000Z" \
    -extfile "$work/extension" -in "$work/request" -out "$1" 2>/dev/null
}
# of FILE HOST FROM TO: of the authority
of() { issue "$1" "$2" key.pem "$3" "$4" "subjectAltName = DNS:$2" -cert authority.pem -keyfile "$work/authority-key"; }

new_key "$work/authority-key"
new_key key.pem
issue authority.pem 'OpenRounds test authority' "$work/authority-key" 2020 2120 'basicConstraints = critical, CA:TRUE' \
  -selfsign -keyfile "$work/authority-key"
issue self-signed.pem platform.test key.pem 2020 2120 'subjectAltName = DNS:platform.test' -selfsign -keyfile key.pem
of right.pem platform.test 2020 2120
of other-name.pem other.test 2020 2120
of expired.pem platform.test 2020 2021
