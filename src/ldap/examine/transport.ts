/** How the connection to the server is kept: by which certificate, and for how long it is good. */
import { TLSSocket } from 'node:tls';
import type { Transport } from '../../model/doctor/facts.ts';
import { isLoopback } from '../../model/text/loopback.ts';
import { openClient } from '../connect/client.ts';
import { usualPace } from '../connect/pace.ts';
import type { LdapSettings } from '../connect/settings.ts';

const day = 86_400_000;

/** On a connection of its own. @throws ExpectedError as a run would. */
export async function readTransport(settings: LdapSettings, now: Date): Promise<Transport> {
  const { client, socket } = await openClient(settings, { ...usualPace, ...settings.pace }.answer);
  try {
    if (!(socket instanceof TLSSocket)) {
      return { kind: 'plain', loopback: isLoopback(new URL(settings.url).hostname) };
    }
    const ends = Date.parse(socket.getPeerCertificate().valid_to);
    return { kind: 'tls', daysLeft: Math.floor((ends - now.getTime()) / day) };
  } finally {
    await client.unbind().catch(() => undefined);
    socket.destroy();
  }
}
