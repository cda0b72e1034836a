/** What is told where `danhba init` makes nothing. */
import type { RemarkWords } from './remark-words.ts';

export const initErrors = {
  'init-elsewhere': {
    vi: 'không phải kho do "danhba init" tạo: không có directory/policy.yaml',
    en: 'is no repository of "danhba init": it has no directory/policy.yaml',
    hint: 'danhba init DIR --refresh',
  },
  'init-missing': {
    vi: 'còn thiếu: {options}',
    en: 'still missing: {options}',
    hint: 'danhba init --help',
  },
  'init-npm': {
    vi: 'không làm được, chưa tạo gì: {cause}',
    en: 'did not work, and nothing was made: {cause}',
    hint: {
      vi: 'Sửa điều npm báo (mạng, quyền ghi), hoặc nêu gói bằng --danhba, rồi chạy lại',
      en: 'Mend what npm says (network, rights), or name the package by --danhba, and run again',
    },
  },
  'init-used': {
    vi: 'đã có sẵn và không trống, không ghi gì vào đó',
    en: 'is there and not empty; nothing is written into it',
    hint: {
      vi: 'Nêu một thư mục mới. Kho đã có thì: danhba init DIR --refresh',
      en: 'Name a new folder. For a repository that is there: danhba init DIR --refresh',
    },
  },
  'init-value.baseDn': {
    vi: '--base-dn {value}: không đúng dạng',
    en: '--base-dn {value}: not the form of a base',
    hint: '--base-dn dc=laichau,dc=gov,dc=vn',
  },
  'init-value.domain': {
    vi: '--domain {value}: không phải tên miền',
    en: '--domain {value}: no mail domain',
    hint: '--domain laichau.gov.vn',
  },
  'init-value.operatorCode': {
    vi: '--operator-code {value}: chỉ chữ thường không dấu và số',
    en: '--operator-code {value}: lower-case letters without marks, and digits',
    hint: '--operator-code sokhcn',
  },
  'init-value.operatorName': {
    vi: '--operator-name {value}: không phải tên cơ quan',
    en: '--operator-name {value}: no name of an organization',
    hint: '--operator-name "Sở Khoa học và Công nghệ"',
  },
  'init-value.province': {
    vi: '--province {value}: không phải tên tỉnh',
    en: '--province {value}: no name of a province',
    hint: '--province "Lai Châu"',
  },
} as const satisfies Record<string, RemarkWords>;
