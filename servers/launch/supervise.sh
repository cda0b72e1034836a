#!/bin/sh
# Runs a server that cannot outlive whoever started it: the server stops when this script's standard input ends.
#
#   supervise.sh FOLDER COMMAND [ARGUMENT…]
#
# The starter holds the other end of standard input. Closing it, or dying of whatever cause (a crash, SIGKILL), ends
# the input; the server then gets SIGTERM, and FOLDER, unless empty, is removed after it. When the server ends by
# itself FOLDER stays for the starter to look at, and the exit status is the server's.
# (prctl's "parent death signal" is no substitute: it is lost when the server changes its user.)

folder=$1
shift
exec 3<&0 </dev/null

"$@" 3<&- &
server=$!

{
  while read -r _; do :; done
  trap '' TERM # from here on the script below must see the end of the input, not of the server
  kill -TERM "$server"
} <&3 2>/dev/null &
watcher=$!
exec 3<&-

wait "$server"
status=$?
kill "$watcher" 2>/dev/null
if wait "$watcher"; then
  [ -z "$folder" ] || rm -rf -- "$folder"
  exit 0
fi
exit "$status"
