/** What broken text has gone through, in words. */
import type { EncodingSort } from '../../../model/problems/naming.ts';

export const encodingNames: Readonly<Record<EncodingSort, { vi: string; en: string }>> = {
  'utf8-as-latin1': {
    vi: 'chữ UTF-8 bị đọc bằng bảng mã khác',
    en: 'UTF-8 text was read in another encoding',
  },
  tcvn3: {
    vi: 'chữ gõ bằng bảng mã TCVN3 (phông .Vn…)',
    en: 'it is in the legacy encoding TCVN3 (.Vn… fonts)',
  },
  'windows-1258': {
    vi: 'chữ gõ bằng bảng mã Windows-1258',
    en: 'it is in the legacy encoding Windows-1258',
  },
  vni: { vi: 'chữ gõ bằng bảng mã VNI (phông VNI-…)', en: 'it is in the legacy encoding VNI (VNI-… fonts)' },
  'lost-letter': { vi: 'có chữ đã mất, còn lại dấu hỏi', en: 'a letter was lost and a question mark left' },
  'two-tones': { vi: 'một tiếng có hai dấu thanh', en: 'one syllable bears two tone marks' },
};
