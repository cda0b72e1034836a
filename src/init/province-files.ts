/** Makes the files of a province's own repository out of the answers and of what comes with danhba. */
import { InternalError } from '../model/problems/errors.ts';
import type { InitAnswers } from './answers.ts';

export interface ProvinceTemplate {
  /** The sample's policy, comments and all. */
  readonly policy: string;
  /** What is copied as it is, by the path in the new repository. */
  readonly copied: ReadonlyMap<string, string>;
}

/** By path from the root of the repository. */
export function makeProvinceFiles(
  answers: InitAnswers,
  template: ProvinceTemplate,
): ReadonlyMap<string, string> {
  const { operatorCode, province } = answers;
  return new Map([
    ...template.copied,
    ['directory/policy.yaml', fillPolicy(answers, template.policy)],
    ['directory/organizations/ubnd.yaml', committee(province)],
    [`directory/organizations/${operatorCode}.yaml`, operator(answers)],
    ['.gitignore', ignored],
    ['.vscode/extensions.json', '{\n  "recommendations": ["redhat.vscode-yaml"]\n}\n'],
    ['README.md', readme(answers)],
  ]);
}

function fillPolicy({ domain, baseDn, province, operatorCode }: InitAnswers, sample: string): string {
  const lines = [
    [/^domain: \S+/m, `domain: ${domain}`],
    [/^baseDn: \S+/m, `baseDn: ${baseDn.includes(' ') ? `"${baseDn}"` : baseDn}`],
    [
      /^province: .*$/m,
      `province: ${province} # "tỉnh ${province}" ở cuối tên cơ quan không vào mã viết tắt`,
    ],
    [
      /^operators: .*$/m,
      '# operators: [tài-khoản-GitHub] # những người vận hành, nêu từng người; nên có ít nhất hai',
    ],
    [/^operator: .*$/m, `operator: ${operatorCode} # Điều 13: đơn vị vận hành`],
    [/^( +)page: \S+/m, `$1page: https://matkhau.${domain}/`],
    [/^# webmail: \S+/m, `# webmail: https://thu.${domain}/`],
  ] as const;
  return lines.reduce((text, [pattern, line]) => {
    if (!pattern.test(text)) throw new InternalError(`the sample policy has no line ${pattern}`);
    return text.replace(pattern, line);
  }, sample);
}

const schemaLine = '# yaml-language-server: $schema=../../schemas/organization.schema.json\n';

const committee = (province: string): string => `${schemaLine}
id: ubnd
name: Ủy ban nhân dân tỉnh ${province}
kind: people-committee
code: ubnd
mailbox: none # bỏ dòng này và ghi custodian khi cấp hộp thư cơ quan (Điều 9 khoản 1)
people: []
`;

const operator = ({ operatorName, operatorCode }: InitAnswers): string => `${schemaLine}
id: ${operatorCode}
name: ${operatorName}
kind: provincial
parent: ubnd
code: ${operatorCode}
mailbox: none # bỏ dòng này và ghi custodian khi cấp hộp thư cơ quan (Điều 9 khoản 1)
people: []
`;

/** `danhba`: what package.json asks for, a tarball beside it or a tag. */
export const makeManifest = ({ domain }: InitAnswers, danhba: string): string =>
  `${JSON.stringify(
    {
      name: `danh-ba-${domain.replaceAll('.', '-')}`,
      private: true,
      description: `The mailbox directory of ${domain}`,
      type: 'module',
      engines: { node: '>=22.18' },
      scripts: { check: 'danhba check', plan: 'danhba plan', codeowners: 'danhba codeowners' },
      dependencies: { danhba },
    },
    null,
    2,
  )}\n`;

/** What a run leaves, and what must never be in Git: keys, opened sheets, passwords, plans with telephones. */
const ignored = `node_modules/
.danhba/
credentials/
notices/
*.key
*.html
*.xlsx
*.password
*.ics
*.ldif
*.vcf
danh-ba.*
*.env
audit.jsonl
journal.jsonl
plan.json
metrics.txt
*.log
`;

const readme = ({
  province,
  domain,
  operatorName,
}: InitAnswers): string => `# Danh bạ hộp thư của tỉnh ${province}

Mỗi cơ quan, đơn vị một tệp trong \`directory/organizations/\`. Sửa bằng phiếu (Issues → New issue) hoặc bằng pull request; [danhba](node_modules/danhba/README.vi.md) kiểm tra, cho xem trước, rồi thực hiện trên máy chủ của \`${domain}\`. Đơn vị vận hành: ${operatorName}.

## Ba bước tiếp theo

1. **Ghi người vận hành và các cơ quan.** Trong \`directory/policy.yaml\`, bỏ dấu \`#\` ở dòng \`operators\` và ghi tài khoản GitHub của ít nhất hai người vận hành. Đối chiếu từng giá trị với quy chế của tỉnh. Thêm mỗi cơ quan một tệp (đơn vị vận hành trước), ghi \`representatives\`. Sau đó: \`npm ci\`, \`npm run codeowners\`, \`npm run check\`.
2. **Đưa lên GitHub, kho riêng tư.** \`git init -b main && git add . && git commit -m "Danh bạ" && git push\`; rồi đặt kho theo \`node_modules/danhba/docs/operator.md\` và chạy \`npx danhba github doctor\`.
3. **Nối máy chủ.** Dựng máy chủ theo \`node_modules/danhba/servers/README.vi.md\`, đặt các biến \`DANHBA_LDAP_…\`, xem \`npm run plan\` trước khi thực hiện lần đầu.

Nâng cấp danhba: đổi phiên bản trong \`package.json\`, \`npm install\`, gửi pull request.
`;
