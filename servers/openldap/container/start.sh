#!/bin/sh
# Starts the server in the foreground: renders the templates from the environment, loads the empty tree once.
#
# Refuses with a word of why, on standard error and with status 64, whatever it was not told rightly; it never
# touches data it does not know.
set -eu
umask 077

directory=/var/lib/danhba-ldap
templates=/usr/share/danhba-ldap
database=$directory/db

refuse() {
  printf '✗ %s\n  %s\n' "$1" "$2" >&2
  exit 64
}

# matches VALUE PATTERN: one line, and all of it. Spaces, quotes and the marks of sed never get into the templates.
matches() {
  [ "$(printf '%s\n' "$1" | wc -l)" -eq 1 ] && printf '%s\n' "$1" | grep -Eqx "$2"
}
matches "$BASE_DN" '[dD][cC]=[A-Za-z0-9-]+(,[dD][cC]=[A-Za-z0-9-]+)*' ||
  refuse "BASE_DN phải gồm các phần dc=…: $BASE_DN" "BASE_DN must be made of dc=… parts: $BASE_DN"
DOMAIN=${DOMAIN:-$(printf '%s' "$BASE_DN" | tr 'A-Z' 'a-z' | sed 's/^dc=//; s/,dc=/./g')}
matches "$DOMAIN" '[a-z0-9-]+([.][a-z0-9-]+)*' ||
  refuse "DOMAIN không phải tên miền thư: $DOMAIN" "DOMAIN is not a mail domain: $DOMAIN"
LEGACY_DOMAINS=${LEGACY_DOMAINS:-}
matches "$LEGACY_DOMAINS" '([a-z0-9-]+([.][a-z0-9-]+)*( [a-z0-9-]+([.][a-z0-9-]+)*)*)?' ||
  refuse "LEGACY_DOMAINS không phải các tên miền: $LEGACY_DOMAINS" "LEGACY_DOMAINS are no domains: $LEGACY_DOMAINS"
matches "$MAX_SIZE" '[0-9]+' ||
  refuse "MAX_SIZE phải là số byte: $MAX_SIZE" "MAX_SIZE must be a number of bytes: $MAX_SIZE"
[ -w "$database" ] ||
  refuse "Người dùng $(id -u) không ghi được vào $database" "User $(id -u) cannot write to $database"

mkdir -p "$directory/run"

# hash NAME FILE MINIMUM: the hash of the password in FILE; newlines at its end do not count.
hash() {
  [ -r "$2" ] || refuse "$1 chỉ đến tệp không đọc được: $2" "$1 names a file that cannot be read: $2"
  password=$(cat "$2")
  [ "${#password}" -ge "$3" ] ||
    refuse "$1: mật khẩu phải có ít nhất $3 ký tự" "$1: the password must have at least $3 characters"
  # Through a file: arguments can be read by everybody.
  printf '%s' "$password" > "$directory/run/password"
  slappasswd -o module-path=/usr/lib/ldap -o module-load=argon2 -h '{ARGON2}' -T "$directory/run/password"
  rm "$directory/run/password"
}

# render FILE: the template with its words replaced; comments keep theirs, which they explain.
render() {
  sed -f "$directory/run/render.sed" "$templates/$1"
}

root_hash=$(hash ROOT_PASSWORD_FILE "$ROOT_PASSWORD_FILE" 24)
cat > "$directory/run/render.sed" <<END
/^#/b
s|@DIR@|$directory|g
s|@BASE@|$BASE_DN|g
s|@PEOPLE@|${PEOPLE:-ou=people}|g
s|@ORGANIZATIONS@|${ORGANIZATIONS:-ou=organizations}|g
s|@DC@|$(printf '%s' "$BASE_DN" | sed 's/^[^=]*=//; s/,.*//')|g
s|@DOMAIN@|$DOMAIN|g
s~@DOMAIN_PATTERN@~$(echo $DOMAIN $LEGACY_DOMAINS | sed 's/[.]/[.]/g; / /{s/ /|/g; s/.*/(&)/;}')~g
s|@MAXSIZE@|$MAX_SIZE|g
s|@LOGLEVEL@|none|g
s|@ROOT_HASH@|$root_hash|g
END
for file in slapd.conf acl.conf danhba.schema; do
  render "$file" > "$directory/$file"
done

# `tree` says whose tree the volume holds; `loading` exists while the first load is not complete.
tree="$BASE_DN $DOMAIN"
if [ -e "$database/tree" ] && [ "$(cat "$database/tree")" != "$tree" ]; then
  refuse "Ổ đĩa đang chứa cây khác: $(cat "$database/tree")" "The volume holds another tree: $(cat "$database/tree")"
fi
if [ -e "$database/loading" ] || [ ! -e "$database/data.mdb" ]; then
  planner_hash=$(hash PLANNER_PASSWORD_FILE "$PLANNER_PASSWORD_FILE" 24)
  reconciler_hash=$(hash RECONCILER_PASSWORD_FILE "$RECONCILER_PASSWORD_FILE" 24)
  mailserver_hash=$(hash MAILSERVER_PASSWORD_FILE "$MAILSERVER_PASSWORD_FILE" 24)
  passwordpage_hash=$(hash PASSWORDPAGE_PASSWORD_FILE "$PASSWORDPAGE_PASSWORD_FILE" 24)
  addressbook_hash=$(hash ADDRESSBOOK_PASSWORD_FILE "$ADDRESSBOOK_PASSWORD_FILE" 24)
  cat >> "$directory/run/render.sed" <<END
s|@PLANNER_HASH@|$planner_hash|g
s|@RECONCILER_HASH@|$reconciler_hash|g
s|@MAILSERVER_HASH@|$mailserver_hash|g
s|@PASSWORDPAGE_HASH@|$passwordpage_hash|g
s|@ADDRESSBOOK_HASH@|$addressbook_hash|g
END
  : > "$database/loading"
  rm -f "$database/data.mdb" "$database/lock.mdb"
  render base.ldif > "$directory/run/base.ldif"
  slapadd -w -f "$directory/slapd.conf" -l "$directory/run/base.ldif"
  grep '^index' "$directory/slapd.conf" > "$database/indexed"
  printf '%s\n' "$tree" > "$database/tree"
  sync
  rm "$database/loading" "$directory/run/base.ldif"
fi
rm "$directory/run/render.sed"

# An image may index more than the one before: what lies in the volume would not be found by that. -q takes seconds
# where each entry by itself takes minutes, and spoils what it works on when it is interrupted: so it works on a copy.
if [ "$(grep '^index' "$directory/slapd.conf")" != "$(cat "$database/indexed" 2> /dev/null)" ]; then
  copy=$database/indexing
  rm -rf "$copy"
  mkdir "$copy"
  cp --sparse=always "$database/data.mdb" "$copy/"
  sed "s|^directory .*|directory \"$copy\"|" "$directory/slapd.conf" > "$directory/run/indexing.conf"
  slapindex -q -f "$directory/run/indexing.conf"
  sync
  mv "$copy/data.mdb" "$database/"
  rm -r "$copy" "$directory/run/indexing.conf"
  grep '^index' "$directory/slapd.conf" > "$database/indexed"
fi

# `-d` keeps it in the foreground, with its log on standard error. Process 1 is slapd itself: signals reach it.
# The lock before libltdl is demanded by slapd.conf (servers/README.md, "Two passwords at once").
LD_PRELOAD=/usr/lib/ldap/ltdl-lock.so exec slapd -f "$directory/slapd.conf" -h ldap://:1389 -d "$LOG_LEVEL"
