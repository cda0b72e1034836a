# executables.sieve: files that can run (4.6) go to the folder Quarantine, whatever their sender did to their names, and
# the inbox gets a note about each (quarantine-note): whoever sees the inbox only, by POP3, learns of it too.
#
# A template. Replace @DOMAIN@, the mail domain.
#
# Postfix has refused those it could recognize while the sender was still on the line (postfix/mime_header_checks).
# Here names are decoded as mail programs decode them: encoded (RFC 2047, RFC 2231), split in pieces, with dots or
# spaces at the end, which Windows drops. Dovecot runs this before the user's own script (sieve_before).
#
# Archives that nobody could look into (rspamd/archives.lua) go there too, where that is the policy: Postfix then writes
# `; quarantine` behind what the scanner has found (postfix/archive_checks), and takes away what a sender wrote there. The
# same for names in From: (rspamd/names.lua, postfix/names_checks).
#
# Letter and note are stored both or neither. Where the note cannot be made the letter is in Quarantine without. The
# note goes past the user's own script (fileinto, not keep), which could delete or answer it.
# After a change: sievec -c dovecot.conf executables.sieve

require [
  "mime", "foreverypart", "regex", "fileinto", "mailbox", "encoded-character", "variables", "imap4flags",
  "vnd.dovecot.filter"
];

set "why" "";
if header :contains "X-Danhba-Archive" "encrypted; quarantine" {
  set "why" "encrypted";
} elsif header :contains "X-Danhba-Archive" "; quarantine" {
  set "why" "unreadable";
} elsif header :contains "X-Danhba-From" "; quarantine" {
  set "why" "sender";
} else {
  foreverypart {
    if anyof (
      header :mime :param "filename" :regex "Content-Disposition" "[.](exe|com|dll|net)([.[:space:]]|${hex:c2 a0})*$",
      header :mime :param "name" :regex "Content-Type" "[.](exe|com|dll|net)([.[:space:]]|${hex:c2 a0})*$",
      header :mime :contenttype :is "Content-Type" [
        "application/x-msdownload", "application/x-msdos-program", "application/x-dosexec", "application/x-exe",
        "application/vnd.microsoft.portable-executable"
      ]
    ) {
      set "why" "executable";
      break;
    }
  }
}

if not string "${why}" "" {
  fileinto :create "Quarantine";
  if filter "quarantine-note" ["${why}", "@DOMAIN@"] {
    fileinto :flags "\\Flagged" "INBOX";
  }
  stop;
}
