/** What the operator is told of a page that is served. */
import type { Language } from '../../text/wording.ts';

export const servedWords = {
  vi: (address: string) => `Trang đổi mật khẩu: ${address} · Ctrl-C để dừng\n`,
  en: (address: string) => `The page where a password is changed: ${address} · Ctrl-C to stop\n`,
} as const satisfies Record<Language, (address: string) => string>;
