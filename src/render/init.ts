/** The words of `danhba init`: what it asks, and what comes next. */
import type { Language } from './text/wording.ts';

interface InitWords {
  readonly questions: Readonly<
    Record<'domain' | 'baseDn' | 'province' | 'operatorName' | 'operatorCode', string>
  >;
  /** What is said where an answer has not the form. */
  readonly again: InitWords['questions'];
  readonly packing: string;
  readonly locking: string;
  readonly done: (folder: string) => string;
  readonly refreshed: (paths: readonly string[]) => string;
}

export const initWords: Readonly<Record<Language, InitWords>> = {
  vi: {
    questions: {
      domain: 'Tên miền thư (như "laichau.gov.vn")',
      baseDn: 'Gốc của cây LDAP',
      province: 'Tên tỉnh, không có chữ "tỉnh" (như "Lai Châu")',
      operatorName: 'Tên đầy đủ của đơn vị vận hành (như "Sở Khoa học và Công nghệ")',
      operatorCode: 'Mã viết tắt của đơn vị vận hành',
    },
    again: {
      domain: 'Tên miền gồm chữ thường, số, dấu chấm: "laichau.gov.vn"',
      baseDn: 'Gốc có dạng "dc=laichau,dc=gov,dc=vn"',
      province: 'Chỉ ghi tên, có dấu: "Lai Châu"',
      operatorName: 'Ghi tên đầy đủ, có dấu: "Sở Khoa học và Công nghệ"',
      operatorCode: 'Mã gồm chữ thường không dấu và số: "sokhcn"',
    },
    packing: 'Đang đóng gói danhba…',
    locking: 'Đang ghi package-lock.json…',
    done: (folder) =>
      `Đã tạo kho của tỉnh ở ${folder}.\nTiếp theo, theo ${folder}/README.md: ghi người vận hành và các cơ quan, đưa lên GitHub (kho riêng tư), nối máy chủ.\n  "cd ${folder} && npm ci && npm run check"\n`,
    refreshed: (paths) =>
      paths.length === 0
        ? 'Lược đồ, quy trình và phiếu đã đúng phiên bản này.\n'
        : `Đã ghi lại theo phiên bản này, xem bằng "git diff":\n${paths.map((path) => `  ${path}\n`).join('')}`,
  },
  en: {
    questions: {
      domain: 'Mail domain (like "laichau.gov.vn")',
      baseDn: 'Base of the LDAP tree',
      province: 'Name of the province alone (like "Lai Châu")',
      operatorName: 'Full name of the operator (like "Sở Khoa học và Công nghệ")',
      operatorCode: 'Code of the operator',
    },
    again: {
      domain: 'A domain has lower-case letters, digits and dots: "laichau.gov.vn"',
      baseDn: 'A base has the form "dc=laichau,dc=gov,dc=vn"',
      province: 'The name alone, with its marks: "Lai Châu"',
      operatorName: 'The full name, with its marks: "Sở Khoa học và Công nghệ"',
      operatorCode: 'A code has lower-case letters without marks, and digits: "sokhcn"',
    },
    packing: 'Packing danhba…',
    locking: 'Writing package-lock.json…',
    done: (folder) =>
      `The province's repository is in ${folder}.\nNext, by ${folder}/README.md: name the operators and the organizations, push it to a private repository on GitHub, connect the server.\n  "cd ${folder} && npm ci && npm run check"\n`,
    refreshed: (paths) =>
      paths.length === 0
        ? 'Schemas, workflows and forms are of this version.\n'
        : `Written again by this version, see "git diff":\n${paths.map((path) => `  ${path}\n`).join('')}`,
  },
};
