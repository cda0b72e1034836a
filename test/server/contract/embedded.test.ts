/** The contract on the embedded server. */
import { describeLdapContract } from '../../contract/ldap-contract.ts';
import { startEmbeddedSubject } from '../../contract/subjects.ts';

describeLdapContract('embedded server', startEmbeddedSubject, 'what danhba sends');
