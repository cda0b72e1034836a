/** Shows a request as the LDIF (RFC 2849) an administrator could have typed; secrets are masked. */
import { ldifLine } from '../../model/text/ldif-line.ts';
import type { Request } from './request.ts';

/** Values nobody may see, not even in a log at its most talkative. */
const secret = /^(userPassword|pwdHistory|authPassword)(;|$)/i;

export function renderLdif(request: Request): string {
  const lines = [line('dn', request.dn)];
  if (request.kind === 'add') {
    lines.push('changetype: add');
    for (const [type, values] of Object.entries(request.attributes)) {
      lines.push(...values.map((value) => line(type, value)));
    }
  } else if (request.kind === 'delete') {
    lines.push('changetype: delete');
  } else {
    lines.push('changetype: modify');
    for (const { operation, type, values } of request.modifications) {
      lines.push(`${operation}: ${type}`, ...values.map((value) => line(type, value)), '-');
    }
  }
  return `${lines.join('\n')}\n`;
}

function line(type: string, value: string): string {
  // A comment (RFC 2849): what is replayed elsewhere must not set a mask as somebody's password.
  if (secret.test(type)) return `# ${type}: ***`;
  return ldifLine(type, value);
}
