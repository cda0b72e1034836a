/** How the directory people look at is made. */
import type { Example } from '../examples.ts';

export const publishExamples = {
  publish: [
    {
      line: 'danhba publish --out site',
      vi: 'danh bạ cho mọi người, mở site/index.html',
      en: 'the directory for everybody: open site/index.html',
    },
    {
      line: 'danhba publish --out site-internal --audience internal --audit audit.jsonl',
      vi: 'có điện thoại, tình trạng, việc phải làm; để dùng trong nội bộ',
      en: 'with telephones, states and what is to be done, for the province’s own people',
    },
  ],
  reconcile: [
    {
      line: 'danhba reconcile --audit audit.jsonl --metrics danhba.prom --record',
      vi: 'việc chạy định kỳ, không hỏi ai',
      en: 'the scheduled job, which asks nobody',
    },
    {
      line: 'danhba reconcile --audit audit.jsonl --publish site --publish-internal site-internal',
      vi: 'làm xong thì đăng danh bạ, công khai và nội bộ',
      en: 'and publishes what it has left, for everybody and for the province’s own people',
    },
  ],
} as const satisfies Readonly<Record<string, readonly Example[]>>;
