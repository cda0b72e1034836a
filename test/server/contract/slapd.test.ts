/** The contract on a real slapd with the shipped configuration: where the two differ, slapd is right. */
import { describeLdapContract } from '../../contract/ldap-contract.ts';
import { startSlapdSubject } from '../../contract/subjects.ts';

describeLdapContract('slapd', startSlapdSubject);
