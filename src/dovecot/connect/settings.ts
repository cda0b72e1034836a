/** What is needed to reach doveadm's HTTP API, and what is refused before anything is sent. */
import { ExpectedError } from '../../model/problems/errors.ts';
import { isLoopback } from '../../model/text/loopback.ts';
import type { MailPace } from './pace.ts';

export interface DoveadmSettings {
  /** `https://mail.example.gov.vn:8080`; `/doveadm/v1` is added where it is missing. */
  readonly url: string;
  /** doveadm_api_key of Dovecot; whoever has it reads and deletes all mail. */
  readonly apiKey: string;
  /** PEM certificates to trust instead of the system's. */
  readonly ca?: string;
  /** Allow the key and mail to cross a network unencrypted; loopback never needs it. */
  readonly allowPlaintext?: boolean;
  /** How long the server may be silent, whatever it does; by default 60 seconds, and 15 minutes while it copies a mailbox. */
  readonly timeoutMilliseconds?: number;
  /** How slow it may be, where that is not as usual. */
  readonly pace?: Partial<MailPace>;
}

/** The address of the API; @throws ExpectedError where it is none, or would carry the key in clear. */
export function parseDoveadmUrl({ url: text, apiKey, allowPlaintext }: DoveadmSettings): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.username !== '' || url.password !== '')) {
    throw new ExpectedError('doveadm-url.secret', { at: 'DANHBA_DOVEADM_URL' });
  }
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new ExpectedError('doveadm-url.form', { at: 'DANHBA_DOVEADM_URL', text });
  }
  if (apiKey === '') {
    throw new ExpectedError('doveadm-key.empty', { at: url.origin });
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && allowPlaintext !== true) {
    throw new ExpectedError('doveadm-plaintext', { at: url.origin });
  }
  const path = url.pathname.replace(/\/+$/, '');
  return new URL(path.endsWith('/doveadm/v1') ? path : `${path}/doveadm/v1`, url);
}
