/** Drafts the notices that acts call for into a folder, none of them twice. */
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBack } from '../audit/read-back.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { toldKey } from '../model/account/key.ts';
import type { Declared } from '../model/directory/declared.ts';
import type { CalendarDate } from '../model/directory/organization.ts';
import type { DeletedMailbox, Notice, NoticeKind } from '../model/notice.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type Remark, remark } from '../model/problems/remark.ts';
import { isCalendarDate } from '../model/time/date.ts';
import { actText, draftNotices, type NoticeFacts } from '../notices/draft.ts';
import { findMissing } from '../notices/missing.ts';
import { makePdfs } from '../office/pdf.ts';
import { readNotice } from '../office/read-notice.ts';
import { checkTemplate } from '../office/template.ts';
import { makeDocument } from '../office/write-notice.ts';
import type { Io } from '../process/io.ts';
import { renderLetter } from '../render/notices/letter.ts';
import type { UsableDesired } from './propose.ts';

export interface DraftOptions {
  /** The directory, for a province's own templates. */
  readonly directory: string;
  readonly folder: string;
  readonly kind?: NoticeKind;
  readonly organization?: string;
  /** Told as soon as they are written: a whole province's PDF files take their time. */
  readonly written?: (drafts: readonly Draft[]) => void;
}

export interface Draft {
  readonly file: string;
  readonly notice: Notice;
}

export interface Drafted {
  readonly drafts: readonly Draft[];
  /** What is to be told beside them. */
  readonly told: readonly Remark[];
}

/** @throws ExpectedError where the policy lacks something, or a template or the folder cannot be used. */
export async function writeNotices(
  { directory: { policy, organizations }, language }: UsableDesired,
  facts: NoticeFacts,
  options: DraftOptions,
  { environment }: Pick<Io, 'environment'>,
): Promise<Drafted> {
  const office = findMissing(policy.notices);
  if (isList(office)) {
    throw new ExpectedError('notices-unset', { at: join(options.directory, 'policy.yaml'), fields: office });
  }
  const templates = await readTemplates(policy.notices?.templates ?? {}, options);
  const { acts, told } = await readDrafted(options.folder);
  const notices = draftNotices(facts, acts).filter((notice) => isAsked(notice, options));
  if (notices.length === 0) {
    options.written?.([]);
    return { drafts: [], told };
  }
  await makeFolder(options.folder);
  const drafts: Draft[] = [];
  for (const notice of notices) {
    const letter = renderLetter(notice, { policy, office, organizations, language });
    const file = join(options.folder, fileName(notice));
    await writeFileAtomically(file, await makeDocument(notice, letter, templates.get(notice.kind)));
    drafts.push({ file, notice });
  }
  options.written?.(drafts);
  const files = drafts.map(({ file }) => file);
  const pdf = await makePdfs(files, options.folder, environment);
  return { drafts, told: [...told, ...(pdf === undefined ? [] : [pdf])] };
}

const isList = (value: object): value is readonly string[] => Array.isArray(value);

const isAsked = (notice: Notice, { kind, organization }: DraftOptions): boolean =>
  (kind === undefined || notice.kind === kind) &&
  (organization === undefined || notice.organization === organization);

const fileName = ({ id, kind, organization, drafted }: Notice): string =>
  `${drafted}-${kind}-${organization}-${id.slice(0, 8)}.docx`;

/** Only those of kinds that are drafted matter, and yet a bad one is told before anything is. */
async function readTemplates(
  files: Readonly<Partial<Record<NoticeKind, string>>>,
  { directory }: DraftOptions,
): Promise<ReadonlyMap<NoticeKind, Uint8Array>> {
  const templates = new Map<NoticeKind, Uint8Array>();
  for (const [kind, path] of Object.entries(files)) {
    const file = join(directory, path);
    const bytes = await readFile(file).catch((thrown: NodeJS.ErrnoException) => {
      throw new ExpectedError(
        'notice-template.missing',
        { at: file, cause: thrown.code ?? '' },
        { cause: thrown },
      );
    });
    await checkTemplate(file, bytes);
    templates.set(kind as NoticeKind, bytes);
  }
  return templates;
}

/** Which acts the documents of a folder tell of: whatever they are called now, and whoever has edited their text. */
async function readDrafted(
  folder: string,
): Promise<{ readonly acts: ReadonlySet<string>; readonly told: readonly Remark[] }> {
  const names = await readdir(folder).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return [];
    throw new ExpectedError('file-unwritable', { at: folder, cause: thrown.code ?? '' }, { cause: thrown });
  });
  const acts = new Set<string>();
  const told: Remark[] = [];
  for (const name of names.filter((one) => one.endsWith('.docx') && !one.startsWith('~$')).toSorted()) {
    const file = join(folder, name);
    const stamp = readNotice(await readFile(file));
    if (stamp === 'altered') told.push(remark('notice-altered', { at: file }));
    if (typeof stamp === 'string') continue;
    for (const mark of stamp.marks) acts.add(actText(stamp.kind, mark));
  }
  return { acts, told };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    const { code = '' } = thrown as NodeJS.ErrnoException;
    throw new ExpectedError('file-unwritable', { at: folder, cause: code }, { cause: thrown });
  }
}

export interface AuditedDeletions {
  readonly deleted: readonly DeletedMailbox[];
  /** Of those nobody can name any more. */
  readonly told: readonly Remark[];
}

/** What earlier runs deleted since a day, by their audit; who it was the files still say. */
export async function readDeletions(
  audit: string,
  declared: readonly Declared[],
  since: CalendarDate,
): Promise<AuditedDeletions> {
  const byKey = new Map(declared.map((one) => [one.key, one]));
  const days = new Map<string, CalendarDate>();
  const deleted: DeletedMailbox[] = [];
  const told: Remark[] = [];
  for (const { event, run, today, operation, outcome, key } of await readBack(audit, ['begin', 'outcome'])) {
    if (typeof run !== 'string') continue;
    if (event === 'begin' && typeof today === 'string' && isCalendarDate(today)) days.set(run, today);
    const day = days.get(run);
    if (event !== 'outcome' || operation !== 'delete' || outcome !== 'applied' || typeof key !== 'string')
      continue;
    if (day === undefined || day < since) continue;
    const found = byKey.get(toldKey(key));
    if (found?.address === undefined) told.push(remark('notice-nameless', { at: key, day }));
    else deleted.push(deletedOf(found, found.address, day));
  }
  return { deleted, told };
}

function deletedOf(
  { key, name, organization, person, declaration }: Declared,
  address: string,
  day: CalendarDate,
): DeletedMailbox {
  const { title, unit } = person ?? {};
  const { suspension, termination } = declaration ?? {};
  const notice = termination === undefined ? suspension?.notice : undefined;
  return {
    key,
    organization: organization.id,
    name,
    ...(title !== undefined && { title }),
    ...(unit !== undefined && { unit }),
    address,
    day,
    ...(notice !== undefined && { notice }),
  };
}
