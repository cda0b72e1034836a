/** Tells which notice a Word document is, by its own properties. */
import type { NoticeStamp } from '../model/notice.ts';
import { parseStamp } from '../notices/stamp.ts';
import { readProperties } from './custom-properties.ts';

/** `foreign`: no Word document, or none that danhba drafted; `altered`: its properties do not make its id any more. */
export function readNotice(bytes: Uint8Array): NoticeStamp | 'foreign' | 'altered' {
  const properties = readProperties(bytes);
  return (properties && parseStamp(properties)) ?? 'foreign';
}
