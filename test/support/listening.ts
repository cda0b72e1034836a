/** A server on which danhba has seen logins recorded since a day: for tests in which months go by. */
import { Attribute, Change, type Client } from 'ldapts';

export async function listenSince(root: Client, baseDn: string, day = '2020-01-01'): Promise<void> {
  const modification = new Attribute({ type: 'danhbaLogins', values: [day] });
  await root.modify(`cn=sentinel,ou=danhba,${baseDn}`, new Change({ operation: 'replace', modification }));
}
