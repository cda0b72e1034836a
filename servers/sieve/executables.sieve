# executables.sieve: files that can run (4.6) go to the folder Quarantine, whatever their sender did to their names.
#
# Postfix has refused those it could recognize while the sender was still on the line (postfix/mime_header_checks).
# Here names are decoded as mail programs decode them: encoded (RFC 2047, RFC 2231), split in pieces, with dots or
# spaces at the end, which Windows drops. Dovecot runs this before the user's own script (sieve_before).
#
# Archives that nobody could look into (rspamd/archives.lua) go there too, where that is the policy: Postfix then writes
# `; quarantine` behind what the scanner has found (postfix/archive_checks), and takes away what a sender wrote there.
# After a change: sievec -c dovecot.conf executables.sieve

require ["mime", "foreverypart", "regex", "fileinto", "mailbox", "encoded-character"];

if header :contains "X-Danhba-Archive" "; quarantine" {
  fileinto :create "Quarantine";
  stop;
}

foreverypart {
  if anyof (
    header :mime :param "filename" :regex "Content-Disposition" "[.](exe|com|dll|net)([.[:space:]]|${hex:c2 a0})*$",
    header :mime :param "name" :regex "Content-Type" "[.](exe|com|dll|net)([.[:space:]]|${hex:c2 a0})*$",
    header :mime :contenttype :is "Content-Type" [
      "application/x-msdownload", "application/x-msdos-program", "application/x-dosexec", "application/x-exe",
      "application/vnd.microsoft.portable-executable"
    ]
  ) {
    fileinto :create "Quarantine";
    stop;
  }
}
