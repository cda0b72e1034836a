/** `danhba name`: derives addresses by Article 5 and judges given ones, one at a time or as a batch. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { organizationKinds } from '../model/directory/organization.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type BatchLine, type HolderOf, judgeBatch } from '../naming/batch.ts';
import { declareRemains, namingPolicyOf } from '../naming/declared.ts';
import { deriveOrganization } from '../naming/organization/derive.ts';
import { derivePerson } from '../naming/person/derive.ts';
import { defaultNamingPolicy, type NamingPolicy } from '../naming/policy.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, languageOf } from '../process/io.ts';
import { type Explanation, renderNameJson, renderNameText } from '../render/name.ts';
import type { Language } from '../render/text/wording.ts';
import { readDesired } from '../run/desired.ts';
import { readPolicy } from '../run/policy.ts';

interface GivenAddress {
  readonly address?: string;
  readonly decision?: string;
  readonly json?: boolean;
}

export interface NamePersonOptions extends CommonOptions, GivenAddress {
  readonly suffix: string;
}

export interface NameOrganizationOptions extends CommonOptions, GivenAddress {
  readonly kind: string;
  readonly parent?: string;
  readonly code?: string;
}

interface Naming {
  /** Undefined away from any directory. */
  readonly directory?: string;
  readonly policy: NamingPolicy;
  readonly language: Language;
}

/** The directory's own naming policy; away from any directory, that of the rule book. */
async function readNaming(options: CommonOptions, io: Io): Promise<Naming> {
  if (!existsSync(join(options.directory, 'policy.yaml'))) {
    if (options.directory !== 'directory') {
      const missing = join(options.directory, 'policy.yaml');
      throw new ExpectedError('policy-missing', { at: missing });
    }
    return { policy: defaultNamingPolicy, language: languageOf(options, undefined) };
  }
  const policy = await readPolicy(options.directory, io.language);
  const language = languageOf(options, policy.language);
  return { directory: options.directory, policy: namingPolicyOf(policy), language };
}

interface Asked {
  readonly kind: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

/** Who has an address by the directory at hand: first ones, aliases, and those of people who have left. */
async function readHolders({ directory }: Naming, asked: Asked): Promise<HolderOf> {
  if (directory === undefined) return () => undefined;
  const desired = await readDesired({ directory });
  const { declared } = desired;
  // Whoever has a mistake in his record has his address all the same.
  const faulty = desired.directory === undefined ? [] : declareRemains(desired.directory, declared);
  // An organization is asked about most often when it is there; of a person, nobody but a human knows who it is.
  const others = [...declared, ...faulty].filter(
    ({ kind, name }) => asked.kind === 'person' || kind === 'person' || name !== asked.name,
  );
  const holders = new Map(
    others.flatMap(({ addresses, name, file, line }) =>
      addresses.map((address) => [address, { holder: name, place: `${file}:${line}` }] as const),
    ),
  );
  return (address) => holders.get(address);
}

export async function nameBatch(options: CommonOptions, io: Io): Promise<ExitCode> {
  const { policy, language } = await readNaming(options, io);
  const lines: BatchLine[] = [];
  // Only LF ends a line: JSON may hold other line separators inside a string.
  for (const [index, text] of (await readAll(io.input)).split('\n').entries()) {
    if (text.trim() !== '') lines.push(readLine(index + 1, text));
  }
  const judged = judgeBatch(lines, policy);
  for (const one of judged) io.out(`${renderNameJson(one, language)}\n`);
  return judged.every(({ accepted }) => accepted) ? exitCode.clean : exitCode.problems;
}

async function readAll(input: Io['input']): Promise<string> {
  // Drops a byte-order mark; broken UTF-8 becomes U+FFFD, which the engine refuses by name.
  const decoder = new TextDecoder('utf-8');
  let text = '';
  for await (const chunk of input) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function readLine(line: number, text: string): BatchLine {
  try {
    return { line, request: JSON.parse(text) as unknown };
  } catch {
    return { line, unreadable: text };
  }
}

export async function namePerson(name: string, options: NamePersonOptions, io: Io): Promise<ExitCode> {
  const naming = await readNaming(options, io);
  const { parts } = derivePerson({ name, suffix: options.suffix }, naming.policy);
  const explanation: Explanation[] =
    parts === undefined
      ? []
      : [
          { label: { vi: 'tên gọi', en: 'given name' }, value: parts.given },
          {
            label: { vi: 'họ và đệm', en: 'surname and middle names' },
            value: `${[...parts.family, ...parts.middle].join(' ')} → ${parts.initials}`,
          },
          { label: { vi: 'tổ chức', en: 'organization' }, value: options.suffix },
        ];
  return tellOne(
    { kind: 'person', name, suffix: options.suffix, ...given(options) },
    explanation,
    options,
    naming,
    io,
  );
}

export async function nameOrganization(
  name: string,
  options: NameOrganizationOptions,
  io: Io,
): Promise<ExitCode> {
  const naming = await readNaming(options, io);
  const { kind, parent, code } = options;
  const request = {
    kind,
    name,
    ...(parent !== undefined && { parent }),
    ...(code !== undefined && { code }),
  };
  const known = organizationKinds.find((one) => one === kind);
  if (known === undefined)
    throw new ExpectedError('option-kind', { value: kind, allowed: organizationKinds.join(' | ') });
  const { parts, alternatives } = deriveOrganization({ ...request, kind: known }, naming.policy);
  const explanation: Explanation[] = [
    ...(parts.length > 0
      ? [
          {
            label: { vi: 'từng chữ', en: 'word by word' },
            value: parts.map(({ word, letters }) => `${word} → ${letters || '∅'}`).join(', '),
          },
        ]
      : []),
    ...(alternatives.length > 0
      ? [{ label: { vi: 'mã chấp nhận', en: 'accepted codes' }, value: alternatives.join(', ') }]
      : []),
  ];
  return tellOne({ ...request, ...given(options) }, explanation, options, naming, io);
}

function given({ address, decision }: GivenAddress): Partial<GivenAddress> {
  return { ...(address !== undefined && { address }), ...(decision !== undefined && { decision }) };
}

async function tellOne(
  request: Asked,
  explanation: readonly Explanation[],
  options: GivenAddress,
  naming: Naming,
  io: Io,
): Promise<ExitCode> {
  const { policy, language } = naming;
  for (const judged of judgeBatch([{ line: 1, request }], policy, await readHolders(naming, request))) {
    io.out(
      options.json === true
        ? `${renderNameJson(judged, language)}\n`
        : renderNameText(judged, explanation, language, io.outScreen),
    );
    if (!judged.accepted) return exitCode.problems;
  }
  return exitCode.clean;
}
