/** `danhba export`: the directory in the files that people's programs read (13.6, 16.4). */
import { writeFileAtomically } from '../../files/write-file.ts';
import { replaceFolder } from '../../files/write-folder.ts';
import { ExpectedError } from '../../model/problems/errors.ts';
import {
  type PublicationAudience,
  type PublishedOrganization,
  publicationAudiences,
} from '../../model/publish/published.ts';
import { isOpen } from '../../model/publish/standing.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, oneOf } from '../../process/io.ts';
import { renderCardFiles, renderCards } from '../../render/export/cards.ts';
import { renderLdif } from '../../render/export/ldif.ts';
import { exportSheets, renderCsvExport, renderOutlookExport } from '../../render/export/table.ts';
import { renderExported } from '../../render/export/words.ts';
import { filesAlone } from '../../render/site/ending.ts';
import { refuseUnknownId } from '../../run/part.ts';
import { type Publication, readPublication } from '../../run/publication.ts';
import { refuseInDirectory, refuseInPublic, refuseOverSite } from '../publish/there.ts';
import { exportDueDates } from './due-dates.ts';

export interface ExportOptions extends CommonOptions {
  readonly format: string;
  readonly audience: string;
  readonly out?: string;
  /** Export what this organization has alone. */
  readonly organization?: string;
}

const exportFormats = ['csv', 'xlsx', 'outlook', 'vcard', 'vcard21', 'ldif', 'ics'] as const;

type Format = (typeof exportFormats)[number];

export async function exportDirectory(options: ExportOptions, io: Io): Promise<ExitCode> {
  const format = oneOf('--format', options.format, exportFormats);
  const audience = oneOf('--audience', options.audience, publicationAudiences);
  if (format === 'xlsx') fileFor(format, options.out);
  if (format === 'vcard21') {
    const folder = fileFor(format, options.out);
    await refuseOverSite(folder);
    await refuseInDirectory(folder, options.directory);
  }
  if (audience === 'internal' && options.out !== undefined) await refuseInPublic(options.out);
  if (format === 'ics') {
    // Who will be suspended, and when, is nobody else's business.
    if (audience !== 'internal')
      throw new ExpectedError('option.internal', { option: '--format', value: format });
    return await exportDueDates(options, io);
  }
  const publication = await readPublication(audience, options, io);
  const organizations = organizationsOf(publication, options.organization);
  await write(format, publication, organizations, options.out, io);
  const { language, withStates } = publication;
  if (options.out !== undefined) {
    const count = organizations.reduce((sum, one) => sum + addressesOf(one), 0);
    io.out(renderExported({ audience, count, file: options.out }, language));
  }
  if (!withStates) io.err(filesAlone[language]);
  return exitCode.clean;
}

/** @throws ExpectedError where none was given for what is no text, or more than one file. */
function fileFor(format: 'xlsx' | 'vcard21', out: string | undefined): string {
  if (out !== undefined) return out;
  const example = format === 'xlsx' ? 'danh-ba.xlsx' : 'vcard';
  throw new ExpectedError('option.out', { option: '--format', value: format, example });
}

function organizationsOf(
  { published: { organizations } }: Publication,
  asked: string | undefined,
): readonly PublishedOrganization[] {
  if (asked !== undefined) refuseUnknownId(new Set(organizations.keys()), asked);
  return [...organizations.values()].filter(({ id }) => asked === undefined || id === asked).map(inUse);
}

/** An address book goes on completing what it has: whom mail does not reach now is not in it, internal or not. */
function inUse(organization: PublishedOrganization): PublishedOrganization {
  const { address, people, ...rest } = organization;
  return {
    ...rest,
    ...(address !== undefined && isOpen(organization) && { address }),
    people: people.filter(isOpen),
  };
}

const addressesOf = ({ address, people }: PublishedOrganization): number =>
  people.length + (address === undefined ? 0 : 1);

/** What is for the province's own people is private to its owner. */
const modes = {
  public: { file: 0o644, folder: 0o755 },
  internal: { file: 0o600, folder: 0o700 },
} as const satisfies Record<PublicationAudience, unknown>;

async function write(
  format: Exclude<Format, 'ics'>,
  { published, baseDn, language }: Publication,
  organizations: readonly PublishedOrganization[],
  out: string | undefined,
  io: Io,
): Promise<void> {
  const mode = modes[published.audience];
  if (format === 'vcard21') {
    await replaceFolder(fileFor(format, out), renderCardFiles(organizations), mode.folder);
    return;
  }
  if (format === 'xlsx') {
    const nameOf = (id: string) => published.organizations.get(id)?.name ?? id;
    // A program that few runs need.
    const { writeWorkbook } = await import('../../office/write-workbook.ts');
    const book = await writeWorkbook(exportSheets(organizations, nameOf, language));
    await writeFileAtomically(fileFor(format, out), book, mode.file);
    return;
  }
  const texts = textsOf[format](organizations, { baseDn, language });
  if (out !== undefined) await writeFileAtomically(out, texts, mode.file);
  else for (const text of texts) io.out(text);
}

const textsOf = {
  csv: (organizations, { language }) => renderCsvExport(organizations, language),
  outlook: (organizations) => renderOutlookExport(organizations),
  vcard: (organizations) => renderCards(organizations),
  ldif: (organizations, { baseDn }) => renderLdif(organizations, baseDn),
} as const satisfies Record<
  Exclude<Format, 'ics' | 'xlsx' | 'vcard21'>,
  (
    organizations: readonly PublishedOrganization[],
    facts: Pick<Publication, 'baseDn' | 'language'>,
  ) => Iterable<string>
>;
