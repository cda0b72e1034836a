/** Sends one request as it is; a refusal of the server is thrown as ldapts gives it. */
import { Attribute, Change, type Client } from 'ldapts';
import { AssertionControl } from '../write/assertion.ts';
import { renderLdif } from '../write/ldif.ts';
import type { Request } from '../write/request.ts';

/** Told each request as LDIF, without its secrets, before it is sent. */
export type Trace = (ldif: string) => void;

export async function sendRequest(client: Client, request: Request, trace?: Trace): Promise<void> {
  trace?.(renderLdif(request));
  const attribute = (type: string, values: readonly string[]) => new Attribute({ type, values: [...values] });
  if (request.kind === 'add') {
    const attributes = Object.entries(request.attributes).map(([type, values]) => attribute(type, values));
    await client.add(request.dn, attributes);
    return;
  }
  const assertion = new AssertionControl(request.assertion);
  if (request.kind === 'delete') {
    await client.del(request.dn, assertion);
    return;
  }
  const changes = request.modifications.map(
    ({ operation, type, values }) => new Change({ operation, modification: attribute(type, values) }),
  );
  await client.modify(request.dn, changes, assertion);
}
