/** The forms as they are filled in: a pull request that changes what was asked, and nothing else. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RequestKind } from '../../../src/model/github/request.ts';
import { noticeId } from '../../../src/notices/id.ts';
import { agency, basis, type FormsDesk, openFormsDesk, own } from '../../support/forms-desk.ts';
import type { Filled } from '../../unit/review/fill-form.ts';

let desk: FormsDesk;
beforeAll(async () => {
  desk = await openFormsDesk();
});
afterEach(() => desk.settle());
afterAll(() => desk?.close());

interface Case {
  readonly kind: RequestKind;
  readonly answers: Filled;
  readonly title: string;
  readonly lines: readonly string[];
  readonly change: object;
}

/** What a draft of the one suspension the office's file has is known by. */
const suspensionOfHoa = noticeId({ kind: 'suspension', organization: 'sotttt' }, [
  { key: 'person:LC-000004', day: '2026-05-04', reason: 'violation' },
]);

const cases: readonly [string, Case][] = [
  [
    'issue',
    {
      kind: 'issue',
      answers: {
        organization: 'Sở Thông tin và Truyền thông',
        name: 'Giàng A Páo',
        title: 'Chuyên viên',
        unit: 'Phòng Công nghệ thông tin',
        phone: '0213 3 333 333',
        ...basis,
      },
      title: 'Cấp mới: Giàng A Páo (Sở Thông tin và Truyền thông)',
      lines: [
        '+  - id: LC-000007',
        '+    name: Giàng A Páo',
        '+    title: Chuyên viên',
        '+    unit: Phòng Công nghệ thông tin',
        '+    phone: "0213 3 333 333"',
      ],
      change: {
        kind: 'create',
        key: 'person:LC-000007',
        credential: true,
        account: { address: 'paoga.sotttt@laichau.gov.vn' },
      },
    },
  ],
  [
    'change of a title and a telephone',
    {
      kind: 'change',
      answers: { ...basis, organization: 'sotttt', person: 'Nguyễn Văn An', title: 'Chuyên viên chính' },
      title: 'Thay đổi: Nguyễn Văn An (Sở Thông tin và Truyền thông)',
      lines: ['-    title: Văn thư viên # kiêm lưu trữ', '+    title: Chuyên viên chính # kiêm lưu trữ'],
      change: { kind: 'update', key: 'person:LC-000001', fields: ['title'] },
    },
  ],
  [
    'change to a decided address',
    {
      kind: 'change',
      answers: {
        ...basis,
        organization: 'sotttt',
        person: 'LC-000002',
        address: 'mailoth.sotttt@laichau.gov.vn',
      },
      title: 'Thay đổi: Lò Thị Mai (Sở Thông tin và Truyền thông)',
      lines: [
        '-  - {id: LC-000002, name: Lò Thị Mai, title: Chuyên viên, unit: Phòng A, phone: "0213 3 111 111"} # tầng 2',
        '+  - {id: LC-000002, name: Lò Thị Mai, title: Chuyên viên, unit: Phòng A, phone: "0213 3 111 111", address: mailoth.sotttt@laichau.gov.vn, addressDecision: {document: 15/STTTT-CNTT, date: 2026-11-20}} # tầng 2',
      ],
      change: { kind: 'rename', key: 'person:LC-000002' },
    },
  ],
  [
    'suspension',
    {
      kind: 'suspend',
      answers: {
        ...own,
        person: 'Sùng A Páo',
        clause: 'Khoản 5',
        'notice-document': '32/TB-STTTT',
        'notice-date': '2026-11-21',
      },
      title: 'Tạm dừng: Sùng A Páo (Sở Thông tin và Truyền thông)',
      lines: [
        '+    suspension:',
        '+      reason: violation',
        '+      clause: "12.5"',
        '+      document: 15/STTTT-CNTT',
        '+      date: 2026-11-20',
        '+      notice:',
        '+        document: 32/TB-STTTT',
        '+        date: 2026-11-21',
      ],
      change: { kind: 'suspend', key: 'person:LC-000006' },
    },
  ],
  [
    'the number of a notice of suspension, by the name of its document',
    {
      kind: 'notice',
      answers: {
        ...basis,
        organization: 'sotttt',
        document: '45/TB-STTTT',
        'notice-id': `2026-11-19-suspension-sotttt-${suspensionOfHoa.slice(0, 8)}.docx`,
      },
      title: 'Ghi số thông báo tạm dừng: Sở Thông tin và Truyền thông',
      lines: ['+      notice:', '+        document: 45/TB-STTTT', '+        date: 2026-11-20'],
      change: { kind: 'update', key: 'person:LC-000004', fields: ['notice', 'noticedOn'] },
    },
  ],
  [
    'suspension of the agency mailbox',
    {
      kind: 'suspend',
      answers: { ...agency, clause: 'Khoản 1' },
      title: 'Tạm dừng: Sở Thông tin và Truyền thông',
      lines: [
        '+  suspension:',
        '+    reason: violation',
        '+    clause: "12.1"',
        '+    document: 15/STTTT-CNTT',
        '+    date: 2026-11-20',
      ],
      change: { kind: 'suspend', key: 'organization:sotttt' },
    },
  ],
  [
    'end',
    {
      kind: 'terminate',
      answers: {
        ...basis,
        organization: 'sotttt',
        person: 'lc-000005',
        reason: 'Nghỉ hưu',
        effective: '20/11/2026',
      },
      title: 'Chấm dứt: Vũ Văn Tám (Sở Thông tin và Truyền thông)',
      lines: [
        '+    termination:',
        '+      reason: retirement',
        '+      document: 15/STTTT-CNTT',
        '+      decided: 2026-11-20',
        '+      effective: 2026-11-20',
      ],
      change: { kind: 'terminate', key: 'person:LC-000005' },
    },
  ],
  [
    'restoration',
    {
      kind: 'restore',
      answers: { ...own, person: 'Đỗ Minh Hòa' },
      title: 'Khôi phục: Đỗ Minh Hòa (Sở Thông tin và Truyền thông)',
      lines: ['+    restoration:', '+      document: 15/STTTT-CNTT', '+      date: 2026-11-20'],
      change: { kind: 'restore', key: 'person:LC-000004' },
    },
  ],
  [
    'password reset',
    {
      kind: 'reset',
      answers: { ...own, person: 'Nguyễn Văn An' },
      title: 'Cấp lại mật khẩu: Nguyễn Văn An (Sở Thông tin và Truyền thông)',
      lines: ['+    passwordReset:', '+      document: 15/STTTT-CNTT', '+      date: 2026-11-20'],
      change: { kind: 'reset', key: 'person:LC-000001', credential: true },
    },
  ],
  [
    'another custodian, of an organization by what people call it',
    {
      kind: 'custodian',
      answers: { ...basis, organization: 'so thong tin va truyen thong', custodian: 'Sùng A Páo' },
      title: 'Đổi người quản lý hộp thư cơ quan: Sở Thông tin và Truyền thông',
      lines: ['-  custodian: LC-000001 # văn thư', '+  custodian: LC-000006 # văn thư'],
      change: { kind: 'update', key: 'organization:sotttt', fields: ['custodian'] },
    },
  ],
  [
    'a namesake with a decided address',
    {
      kind: 'issue',
      answers: {
        ...basis,
        organization: 'Sở TT&TT',
        name: 'Nguyễn Văn An',
        title: 'Không',
        namesake: '- [X] Đây là người khác, cùng họ tên với một người đã có trong cơ quan',
        address: 'anngv.sotttt@laichau.gov.vn',
        'address-document': '18/QĐ-STTTT',
        'address-date': '19/11/2026',
      },
      title: 'Cấp mới: Nguyễn Văn An (Sở Thông tin và Truyền thông)',
      lines: [
        '+  - id: LC-000008',
        '+    name: Nguyễn Văn An',
        '+    address: anngv.sotttt@laichau.gov.vn',
        '+    addressDecision:',
        '+      document: 18/QĐ-STTTT',
        '+      date: 2026-11-19',
      ],
      change: {
        kind: 'create',
        key: 'person:LC-000008',
        account: { address: 'anngv.sotttt@laichau.gov.vn' },
      },
    },
  ],
  [
    'password reset of the agency mailbox',
    {
      kind: 'reset',
      answers: agency,
      title: 'Cấp lại mật khẩu: Sở Thông tin và Truyền thông',
      lines: ['+  passwordReset:', '+    document: 15/STTTT-CNTT', '+    date: 2026-11-20'],
      change: { kind: 'reset', key: 'organization:sotttt', credential: true },
    },
  ],
];

describe('a form becomes one pull request that changes what was asked, and nothing else:', () => {
  test.each(cases)('%s', async (_title, { kind, answers, title, lines, change }) => {
    const number = await desk.open(kind, answers);
    const said = await desk.request(number);
    expect(said, said.err).toMatchObject({ code: 0, err: '' });
    const [pull, ...others] = await desk.pullsOf(number);
    expect(others).toEqual([]);
    const { document } = answers;
    expect(pull).toMatchObject({
      title,
      body: expect.stringMatching(
        `^<!-- danhba:request-[0-9a-f]{64} -->\\nTheo phiếu #${number} của lan.\n\nCăn cứ: ${document} ngày 20/11/2026.\n\n\`\`\`\nDanhba-Document: ${document}; 2026-11-20\nDanhba-Issue: #${number}\n\`\`\`\n$`,
      ),
      user: { login: 'github-actions[bot]' },
      base: { ref: 'main' },
    });
    const answer = await desk.commentsOn(number);
    expect(answer).toHaveLength(1);
    expect(answer[0]).toContain(`#${pull?.number}`);

    const { folder, lines: changed } = await desk.proposed(number);
    expect(changed).toEqual(lines);
    const checked = await desk.danhba(folder, 'check');
    expect(checked.code, checked.out).toBe(0);
    const changes = await desk.planOf(folder);
    expect(changes).toMatchObject([change]);

    const writes = () =>
      desk.hub.requests.filter(({ method, path: at }) => method !== 'GET' && at !== '/graphql');
    desk.hub.forget();
    const again = await desk.request(number);
    expect(again, again.err).toMatchObject({ code: 0, out: said.out });
    expect(writes()).toEqual([]);
    expect(await desk.pullsOf(number)).toEqual([pull]);
    expect(await desk.commentsOn(number)).toEqual(answer);
  });
});
