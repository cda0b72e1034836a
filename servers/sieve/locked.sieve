# locked.sieve: whose account is locked, or must change its password first, sends nothing by Sieve either: the own script,
# which may answer (vacation, reject), does not run; mail goes to the inbox.
#
# Dovecot runs this after executables.sieve and before the user's own script (sieve_before2). What it asks the entry says
# at each delivery (dovecot/ldap-mailbox.conf). Without that file's lines nobody's script runs: an error answers nobody.
# `fileinto` and not `keep`, behind which the user's script would run.
# After a change: sievec -c dovecot.conf locked.sieve

require ["environment", "vnd.dovecot.environment", "fileinto"];

if anyof (
  not environment :is "vnd.dovecot.config.state" "active",
  environment :is "vnd.dovecot.config.reset" "TRUE"
) {
  fileinto "INBOX";
  stop;
}
