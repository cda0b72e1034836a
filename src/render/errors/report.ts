/** The words of what ends `danhba report` besides. */
import type { RemarkWords } from './remark-words.ts';

const example = '--period {example}';

export const reportErrors = {
  'option-period.form': {
    vi: '--period {value}: không phải năm, quý hay tháng',
    en: '--period {value}: no year, quarter or month',
    hint: example,
  },
  'option-period.future': {
    vi: '--period {value}: kỳ này chưa bắt đầu',
    en: '--period {value}: has not begun',
    hint: example,
  },
  'report-option': {
    vi: '{option}: chỉ báo cáo "{report}" có tùy chọn này',
    en: '{option}: only the report "{report}" has this option',
    hint: 'danhba report {report} {option}',
  },
} as const satisfies Readonly<Record<string, RemarkWords>>;
