/** What mail programs ask an LDAP address book, letter by letter as their sources have it (decision 0047 names those). */

/** Asked of each entry: none stands for all there are. */
export interface Question {
  readonly filter: string;
  readonly attributes: readonly string[];
  /** Most entries the program wants. */
  readonly sizeLimit: number;
}

/** %v the whole, %v1 its first word, %v2- the rest of them: LDAPService.createFilter. */
function fillTemplate(template: string, typed: string): string {
  const [first = '', ...rest] = typed.split(' ');
  return template.replaceAll('%v1', first).replaceAll('%v2-', rest.join(' ')).replaceAll('%v', typed);
}

const thunderbirdAsItComes = {
  template: '(|(cn=*%v1*%v2-*)(mail=*%v*)(givenName=*%v1*)(sn=*%v*))',
  displayName: 'cn,commonname',
};

/** While an address is typed; it is asked in lower case. */
export const thunderbirdCompletes = (
  typed: string,
  { template, displayName } = thunderbirdAsItComes,
): Question => ({
  filter: fillTemplate(template, typed.toLocaleLowerCase()),
  attributes: [...displayName.split(','), 'mail', 'mozillaSecondEmail', 'xmozillasecondemail'],
  sizeLimit: 100,
});

/** The window of the address book: each word in one of the fields, by the first attribute of each. */
export function thunderbirdSearches(typed: string, nickName = 'mozillaNickname'): Question {
  const oneOf = (word: string) => {
    const has = (attribute: string) => `(${attribute}=*${word}*)`;
    const names = ['cn', 'givenName', 'sn', nickName, 'mail', 'mozillaSecondEmail'].map(has).join('');
    const rest = ['o', 'ou', 'title', 'mozillaWorkUrl', 'mozillaHomeUrl'].map(has).join('');
    return `(|${names}(&${has('description')})${rest})`;
  };
  return { filter: `(&${typed.split(' ').map(oneOf).join('')})`, attributes: [], sizeLimit: 100 };
}

const outlookFilter = '(&(mail=*)(|(mail=%s*)(|(cn=%s*)(|(sn=%s*)(givenName=%s*)))))';

/** Names that are checked when a letter is sent, and the window of the address book. */
export const outlookAsks = (typed: string, filter = outlookFilter): Question => ({
  filter: filter.replaceAll('%s', typed),
  attributes: [
    ...['cn', 'commonName', 'mail', 'roleOccupant', 'display-name', 'displayname', 'sn', 'surname'],
    ...['c', 'organizationName', 'o', 'givenName', 'legacyExchangeDN', 'objectClass', 'uid', 'mailNickname'],
    ...['title', 'company', 'physicalDeliveryOfficeName', 'telephoneNumber'],
  ],
  sizeLimit: 100,
});

/** Its filter of the sample configuration, and contactlist_fields by parts. */
export const roundcubeCompletes = (typed: string): Question => ({
  filter: `(&(objectClass=inetOrgPerson)(|(cn=*${typed}*)(givenName=*${typed}*)(sn=*${typed}*)(mail=*${typed}*)))`,
  attributes: ['cn', 'sn', 'givenName', 'title', 'mail', 'telephoneNumber', 'o', 'ou', 'objectClass'],
  sizeLimit: 0,
});
