/** The document of a form is found again in real Git, however its pull request was merged; nothing is made up. */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readChangedRecords } from '../../../src/history/changed-records.ts';
import { findFormBases } from '../../../src/history/form-basis.ts';
import { rememberLastChanges } from '../../../src/history/record.ts';
import type { Change } from '../../../src/model/plan/plan.ts';
import { requestMessage } from '../../../src/render/github/request-basis.ts';
import { organizationText } from '../../support/world.ts';
import { creation, update } from '../../unit/review/plans.ts';

let root: string;
const file = 'directory/organizations/sokx.yaml';
const an = 'id: LC-000001, name: Lò Văn An';
const binh = 'id: LC-000002, name: Lò Văn Bình';
const basis = { document: '15/SOKX-VP', date: '2026-11-20' };
const other = { document: '16/SOKX-VP', date: '2026-11-21' };

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=x', '-c', 'user.email=x@y.vn', ...args], {
    encoding: 'utf8',
  }).trim();
async function put(people: readonly string[], at = file) {
  await mkdir(dirname(join(root, at)), { recursive: true });
  await writeFile(join(root, at), organizationText('sokx', people));
}
function commit(message: string): string {
  git('add', '-A');
  git('commit', '-q', '-m', message);
  return git('rev-parse', 'HEAD');
}
const formOf = (document: typeof basis, issue: number) =>
  `${requestMessage('Cấp mới', { basis: document, issue })}\nDanhba-Proposal: ${'0'.repeat(64)}\n`;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'danhba-basis-'));
  git('init', '-q', '-b', 'main');
  await put([an]);
  commit('đầu tiên');
});
afterEach(() => rm(root, { recursive: true, force: true }));

const find = (...changes: readonly Change[]) => findFormBases(join(root, 'directory'), changes);
const newcomer = creation('LC-000002');

/** On a branch: the form's commit, and somebody's correction of it. */
async function branch(): Promise<void> {
  git('checkout', '-q', '-b', 'danhba/request-12');
  await put([an, binh]);
  commit(formOf(basis, 12));
  await put([an, `${binh}, title: Chuyên viên`]);
  commit('chức danh');
  git('checkout', '-q', 'main');
}
/** Main goes on beside it. */
async function goOn(): Promise<void> {
  await put(['id: LC-000009, name: Lò Văn Sáng'], 'directory/organizations/soty.yaml');
  commit(formOf(other, 14));
}

describe('merged by', () => {
  it('a merge: by what it brought, and not by what main had already', async () => {
    await branch();
    await goOn();
    git('merge', '-q', '--no-ff', '-m', 'Merge pull request #13', 'danhba/request-12');
    expect(await find(newcomer)).toEqual(new Map([[newcomer.id, { basis, issue: 12 }]]));
    expect(await readChangedRecords(join(root, 'directory'), git('rev-parse', 'HEAD'))).toEqual([
      { key: 'person:LC-000002', organization: 'sokx' },
    ]);
  });

  it('a squash: by its message', async () => {
    await branch();
    await goOn();
    git('merge', '-q', '--squash', 'danhba/request-12');
    commit(`Cấp mới (#13)\n\n* ${formOf(basis, 12)}\n* chức danh\n`);
    expect(await find(newcomer)).toEqual(new Map([[newcomer.id, { basis, issue: 12 }]]));
  });

  it('a rebase: by the commit that declared the person', async () => {
    await branch();
    await goOn();
    git('checkout', '-q', 'danhba/request-12');
    git('rebase', '-q', 'main');
    git('checkout', '-q', 'main');
    git('merge', '-q', '--ff-only', 'danhba/request-12');
    expect(await find(newcomer)).toEqual(new Map([[newcomer.id, { basis, issue: 12 }]]));
  });

  it('a squash whose message says nothing: not at all', async () => {
    await branch();
    await goOn();
    git('merge', '-q', '--squash', 'danhba/request-12');
    commit('Cấp mới (#13)');
    expect(await find(newcomer)).toEqual(new Map());
  });
});

it('a branch that took main in has its own document alone', async () => {
  await branch();
  await goOn();
  git('checkout', '-q', 'danhba/request-12');
  git('merge', '-q', '--no-ff', '-m', 'Update branch', 'main');
  git('checkout', '-q', 'main');
  git('merge', '-q', '--no-ff', '-m', 'Merge pull request #13', 'danhba/request-12');
  expect(await find(newcomer)).toEqual(new Map([[newcomer.id, { basis, issue: 12 }]]));
});

it('a change has the document of the commit that changed what it carries out', async () => {
  await put([an, binh]);
  commit(formOf(basis, 12));
  await put([an, `${binh}, title: Chuyên viên`]);
  commit(formOf(other, 14));
  await put([an, `${binh}, title: Chuyên viên, phone: "0213 3 111 111"`]);
  commit('số điện thoại');
  const titled = update('LC-000002', {}, { title: 'Chuyên viên' }, { code: 'differs' });
  const called = update('LC-000002', {}, { phone: '0213 3 111 111' }, { code: 'differs' });
  expect(await find(titled)).toEqual(new Map([[titled.id, { basis: other, issue: 14 }]]));
  expect(await find(called)).toEqual(new Map());
  expect((await find(newcomer)).get(newcomer.id)).toEqual({ basis, issue: 12 });
});

it('what the first commit of all says is read too', async () => {
  git('checkout', '-q', '--orphan', 'new');
  await put([an, binh]);
  commit(formOf(basis, 12));
  expect((await find(newcomer)).get(newcomer.id)).toEqual({ basis, issue: 12 });
});

it('Git is asked once for what several parts of a run want to know', async () => {
  await put([an, binh]);
  const added = commit(formOf(basis, 12));
  const lastChanges = rememberLastChanges(join(root, 'directory'));
  const home = { key: newcomer.key, aspect: ['home'] } as const;
  const record = { key: newcomer.key, aspect: ['record'] } as const;
  const nobody = { key: 'person:LC-000099', aspect: ['home'] } as const;
  expect(await lastChanges([home, nobody, home])).toEqual([added, undefined, added]);
  expect((await findFormBases(join(root, 'directory'), [newcomer], lastChanges)).get(newcomer.id)).toEqual({
    basis,
    issue: 12,
  });
  // Whoever asked again would find nothing.
  await rm(join(root, '.git'), { recursive: true });
  expect(await lastChanges([record, nobody, home])).toEqual([added, undefined, added]);
  expect(await rememberLastChanges(join(root, 'directory'))([home])).toEqual([undefined]);
});

it('outside of Git, and in a clone that was cut short, nothing is told', async () => {
  await put([an, binh]);
  commit(formOf(basis, 12));
  const shallow = join(root, 'shallow');
  git('clone', '-q', '--depth', '1', `file://${root}`, shallow);
  expect(await findFormBases(join(shallow, 'directory'), [newcomer])).toEqual(new Map());
  await rm(join(root, '.git'), { recursive: true });
  expect(await find(newcomer)).toEqual(new Map());
});

describe('the records of a merge', () => {
  const read = (sha = git('rev-parse', 'HEAD')) => readChangedRecords(join(root, 'directory'), sha);

  it('are none where it only moved a file, or changed none of ours', async () => {
    git('mv', file, 'directory/organizations/so.yaml');
    commit('chuyển tệp');
    expect(await read()).toEqual([]);
    await writeFile(join(root, 'note.txt'), 'x');
    commit('ghi chú');
    expect(await read()).toEqual([]);
  });

  it('tell whose file somebody left, and whose he came to', async () => {
    await put([binh]);
    commit('bỏ An');
    expect(await read()).toEqual([
      { key: 'person:LC-000001', organization: 'sokx' },
      { key: 'person:LC-000002', organization: 'sokx' },
    ]);
  });

  it('are not told of a commit the checkout does not have behind it', async () => {
    await branch();
    expect(await read(git('rev-parse', 'danhba/request-12'))).toBeUndefined();
    expect(await read('0'.repeat(40))).toBeUndefined();
    expect(await read('HEAD')).toBeUndefined();
  });
});
