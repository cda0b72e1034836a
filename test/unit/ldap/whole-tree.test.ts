/** What an import asks a server for: everything somebody wrote, by name, and never a secret or a picture. */
import { describe, expect, it } from 'vitest';
import { isNeverRead, userAttribute } from '../../../src/ldap/read/whole-tree.ts';

describe('an attribute of the schema', () => {
  it.each([
    ["( 0.9.2342 NAME ( 'mail' 'rfc822Mailbox' ) EQUALITY caseIgnoreIA5Match )", ['mail']],
    ["( 2.5.4.12 NAME 'title' SUP name )", ['title']],
    ["( 1.3.6 NAME 'mailAlternateAddress' USAGE userApplications )", ['mailAlternateAddress']],
    ["( 2.5.4.35 NAME 'userPassword' EQUALITY octetStringMatch )", []],
    ["( 0.9 NAME 'jpegPhoto' SYNTAX 1.3.6 )", []],
    ["( 1.3 NAME 'entryCSN' NO-USER-MODIFICATION USAGE directoryOperation )", []],
    ["( 1.3 NAME 'pwdReset' USAGE directoryOperation )", []],
    ["( 1.3 NAME 'olcRootPW' SYNTAX 1.3.6 )", []],
    ['( 1.3 SYNTAX 1.3.6 )', []],
  ])('%s is asked for as %j', (definition, names) => {
    expect(userAttribute(definition)).toEqual(names);
  });

  it('is a secret whatever its case and options', () => {
    const names = [
      'userpassword',
      'USERPASSWORD;x-old',
      'userCertificate;binary',
      'sambaNTPassword',
      'title',
    ];
    expect(names.filter(isNeverRead)).toEqual(names.slice(0, 4));
  });
});
