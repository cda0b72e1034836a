/** Reads the files of a large directory on two threads: parsing is most of the time of a run that knows nothing yet. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fileId } from '../../desired/read/parse-directory.ts';
import { withoutPeople } from '../../desired/read/parse-head.ts';
import { byPath, type FoundFile } from '../../files/read-directory.ts';
import type { Organization } from '../../model/directory/organization.ts';
import {
  type BesideFiles,
  organizationIn,
  type ReadFile,
  type ReadTask,
  readSummaries,
  type Summaries,
} from './summaries.ts';

/**
 * Of fewer files a thread costs more than it saves: whatever runs often is compiled for each of the two, and compiling is
 * done beside the one anyway. Of 900 files both took half as long again of the processor, and no less time.
 */
const fewest = 2000;

/**
 * Undefined where the files do not go together as usual: two of one name, one that is not named after its organization,
 * or one that says other things of it than were believed. Then nothing but a reading of the whole will do.
 */
export async function readAllSummaries(task: Omit<ReadTask, 'all'>): Promise<Summaries | undefined> {
  const all = filesById(task.found);
  if (all === undefined) return undefined;
  const whole = { ...task, all };
  const unknown = task.found.length - task.known.size;
  const read = unknown < fewest ? readHere(whole) : await readInHalves(whole);
  return areAsBelieved(read) ? read : undefined;
}

/** Each by the id its name promises; undefined where two promise one. */
export function filesById(found: readonly FoundFile[]): ReadonlyMap<string, FoundFile> | undefined {
  const all = new Map(found.map((one) => [fileId(one.path), one]));
  return all.size < found.length ? undefined : all;
}

/** False where a file says another thing of its organization than was believed; of those that were not read nothing is told. */
export function areAsBelieved(read: Summaries, isRead: (id: string) => boolean = () => true): boolean {
  const heads = new Map<string, Organization>();
  for (const file of read.files) {
    const organization = organizationIn(file);
    if (organization === undefined) continue;
    if (organization.id !== fileId(file.path)) return false;
    heads.set(organization.id, organization);
  }
  return read.believed.every(([id, head]) => !isRead(id) || isSame(heads.get(id), head));
}

const isSame = (is: Organization | undefined, believed: Organization | undefined): boolean =>
  JSON.stringify(is && withoutPeople(is)) === JSON.stringify(believed);

export function readHere(task: ReadTask): Summaries {
  const files: ReadFile[] = [];
  const beside = readSummaries(task, (file) => files.push(file));
  return { files, ...beside };
}

async function readInHalves(task: ReadTask): Promise<Summaries> {
  const partOf = (isOthers: boolean): ReadTask => ({
    ...task,
    found: task.found.filter((_, index) => index % 13 < 6 === isOthers),
  });
  // A little less than half: it begins a tenth of a second later.
  const other = readElsewhere(partOf(true));
  const [one, two] = [readHere(partOf(false)), (await other) ?? readHere(partOf(true))];
  return {
    files: [...one.files, ...two.files].sort(byPath),
    unreadable: [...one.unreadable, ...two.unreadable].sort(byPath),
    derived: new Map([...one.derived, ...two.derived]),
    believed: [...one.believed, ...two.believed],
  };
}

/** Megabytes: what a thread makes is given away or thrown away at once; by itself it would take three times as much. */
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/** What the other thread sends: files, a batch at a time, and at the end all else. */
export type FromElsewhere = { readonly files: readonly ReadFile[] } | { readonly beside: BesideFiles };

/** Undefined where no thread could do it: then it is done here. */
function readElsewhere(task: ReadTask): Promise<Summaries | undefined> {
  const files: ReadFile[] = [];
  return new Promise((resolve) => {
    const entry = new URL(`./other-half${extname(import.meta.filename)}`, import.meta.url);
    const worker = new Worker(entry, { workerData: task, resourceLimits });
    worker.on('message', (sent: FromElsewhere) => {
      if ('files' in sent) for (const file of sent.files) files.push(file);
      else resolve({ files, ...sent.beside });
    });
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}
