/** What is told where the page of passwords cannot be served as it is asked to be. */
import type { RemarkWords } from './remark-words.ts';

export const pageErrors = {
  'page-listen.busy': {
    vi: 'không mở được cổng này ({cause})',
    en: 'cannot listen there ({cause})',
    hint: '--listen 127.0.0.1:8089',
  },
  'page-listen.form': {
    vi: '--listen {value}: phải là ĐỊA-CHỈ:CỔNG',
    en: '--listen {value}: must be HOST:PORT',
    hint: '--listen 127.0.0.1:8089 · --listen [::1]:8089',
  },
  'page-listen.plaintext': {
    vi: 'mật khẩu sẽ đi qua mạng không mã hóa',
    en: 'passwords would cross the network unencrypted',
    hint: {
      vi: 'Đặt sau proxy có TLS (--listen 127.0.0.1:8089) hoặc đặt DANHBA_PAGE_CERTIFICATE và DANHBA_PAGE_KEY_FILE',
      en: 'Behind a proxy with TLS (--listen 127.0.0.1:8089), or set DANHBA_PAGE_CERTIFICATE and DANHBA_PAGE_KEY_FILE',
    },
  },
  'page-tls': {
    vi: 'chứng thư và khóa không dùng được cùng nhau ({cause})',
    en: 'the certificate and the key cannot be used together ({cause})',
    hint: 'openssl x509 -noout -pubkey -in {at}',
  },
  'settings.page-tls': {
    vi: 'Có {given} mà thiếu {missing}',
    en: '{given} is set and {missing} is missing',
    hint: 'export {missing}=…',
  },
  'settings.proxy': {
    vi: '{value}: không phải địa chỉ IP hay dải mạng',
    en: '{value}: neither an IP address nor a network',
    hint: "export {at}='127.0.0.1 10.0.0.0/24'",
  },
} as const satisfies Readonly<Record<string, RemarkWords>>;
