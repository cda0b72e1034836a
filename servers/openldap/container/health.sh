#!/bin/sh
# Healthy: the server answers and serves the suffix it was told to. The root DSE needs no password.
exec ldapsearch -LLL -x -o nettimeout=3 -l 3 -H ldap://127.0.0.1:1389 -s base -b '' \
  "(namingContexts=$BASE_DN)" namingContexts 2>&1 | grep -qi '^namingContexts: '
