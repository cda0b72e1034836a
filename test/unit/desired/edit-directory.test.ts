/** Every person of the shipped directory, edited: the data differs in that one place, the text in those lines alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { editOrganization } from '../../../src/desired/edit/edit.ts';
import { parseDirectory } from '../../../src/desired/read/parse-directory.ts';
import type { Edit } from '../../../src/model/directory/edit.ts';
import type { Person } from '../../../src/model/directory/organization.ts';
import { policyText } from '../../support/world.ts';
import { styled, variants } from './edit-styles.ts';

const folder = join(import.meta.dirname, '../../../directory/organizations');
const shipped = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

/** Not by our readers; quiet about what is no mapping of ours. */
const parse = (text: string): unknown => parseYaml(text, { logLevel: 'error' });

interface Data {
  readonly mailbox?: Record<string, unknown> | 'none';
  readonly people?: readonly Person[];
}

/** One value of each key an edit may set; none is in the directory. */
const values = {
  suspension: { reason: 'inactivity', date: '2031-05-04' },
  absence: { until: '2031-02-28', reason: 'Nghỉ: không lương' },
  restoration: { document: '912/A-B', date: '2031-06-01' },
  termination: { reason: 'retirement', document: '977/QĐ-SNV', decided: '2031-11-02' },
  passwordReset: { document: '2031', date: '2031-06-02' },
  title: 'Trưởng phòng, Bí thư',
  unit: 'Tổ "một cửa"',
  phone: '0213 3 000 000',
  name: 'Nguyễn Thị Ô',
} as const;
type EditedKey = keyof typeof values;
const keys = Object.keys(values) as EditedKey[];

const set = (account: 'mailbox' | { person: string }, key: EditedKey, value: unknown) =>
  ({ kind: 'set', account, key, value }) as Edit;

function edited(text: string, edit: Edit): string {
  const result = editOrganization(text, edit);
  if ('refusal' in result)
    throw new Error(`${JSON.stringify(result.refusal)} ${JSON.stringify(edit)}\n${text}`);
  return result.text;
}

/** How many characters both texts share at their start and, beyond that, at their end. */
function shared(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start + end;
}

/** The text but for the lines of this person, found by the eye's rule: from its dash to the next one. */
function linesOfOthers(text: string, id: string): string {
  const lines = text.split('\n');
  const start = lines.indexOf(`  - id: ${id}`);
  expect(start).toBeGreaterThan(0);
  const length = lines.slice(start + 1).findIndex((line) => !line.startsWith('    '));
  return [...lines.slice(0, start), ...lines.slice(start + 1 + length)].join('\n');
}

const withoutQuotes = (text: string) => text.replaceAll(/['"]/g, '');

/** The data with another value in one place. */
function withField(data: Data, id: string, key: string, value: unknown): Data {
  const people = data.people?.map((person) => {
    if (person.id !== id) return person;
    const { [key as 'title']: _old, ...rest } = person;
    return value === undefined ? rest : { ...rest, [key]: value };
  });
  return { ...data, ...(people && { people: people as Person[] }) };
}

describe('the shipped directory', () => {
  it('every person: a key is set, again, and as it was', () => {
    let count = 0;
    for (const { path, text } of shipped) {
      const data = parse(text) as Data;
      for (const person of data.people ?? []) {
        const key = keys[count++ % keys.length] as EditedKey;
        const before = person[key];
        const after = edited(text, set({ person: person.id }, key, values[key]));
        expect(parse(after), path).toEqual(withField(data, person.id, key, values[key]));
        expect(linesOfOthers(after, person.id)).toBe(linesOfOthers(text, person.id));
        if (before === undefined) expect(shared(text, after)).toBe(text.length);
        if (count % 4 > 0) continue;
        expect(edited(after, set({ person: person.id }, key, values[key]))).toBe(after);
        const back = edited(after, set({ person: person.id }, key, before));
        if (before === undefined) expect(back).toBe(text);
        // Quotes that a value in between needed stay.
        expect(withoutQuotes(back)).toBe(withoutQuotes(text));
      }
    }
    expect(count).toBeGreaterThan(2400);
  }, 600_000);

  it('every agency mailbox: suspended and restored to the byte', () => {
    let count = 0;
    for (const { path, text } of shipped) {
      const data = parse(text) as Data;
      if (typeof data.mailbox !== 'object' || data.mailbox.suspension !== undefined) continue;
      const after = edited(text, set('mailbox', 'suspension', values.suspension));
      expect(parse(after), path).toEqual({
        ...data,
        mailbox: { ...data.mailbox, suspension: values.suspension },
      });
      expect(shared(text, after)).toBe(text.length);
      expect(edited(after, set('mailbox', 'suspension', undefined))).toBe(text);
      count++;
    }
    expect(count).toBeGreaterThan(200);
  });

  it('every file: somebody comes, somebody goes', () => {
    for (const { path, text } of shipped) {
      const { people = [], ...rest } = parse(text) as Data;
      const person = {
        id: 'LC-999999',
        name: values.name,
        phone: values.phone,
        suspension: values.suspension,
      };
      const more = edited(text, { kind: 'add-person', person });
      expect(parse(more), path).toEqual({ ...rest, people: [...people, person] });
      expect(shared(text, more)).toBe(text.length);
      if (people.length === 0) continue;
      expect(edited(more, { kind: 'remove-person', id: person.id })).toBe(text);
      const { id } = people[people.length >> 1] as Person;
      const fewer = edited(text, { kind: 'remove-person', id });
      expect(parse(fewer), path).toEqual({ ...rest, people: people.filter((one) => one.id !== id) });
      if (people.length > 1) expect(fewer).toBe(linesOfOthers(text, id));
    }
  });

  it('is read as it was meant by the reader of the directory', () => {
    for (const { path, text } of shipped.filter((_, index) => index % 10 === 0)) {
      const [person] = (parse(text) as Data).people ?? [];
      if (person === undefined) continue;
      let changed = text;
      for (const key of keys) changed = edited(changed, set({ person: person.id }, key, values[key]));
      const sources = [
        { file: path, path: `organizations/${path}`, text: changed },
        { file: 'policy.yaml', path: 'policy.yaml', text: policyText },
      ];
      const { directory, problems } = parseDirectory(sources, 'policy.yaml');
      expect(problems).toEqual([]);
      expect(directory?.organizations[0]?.organization.people?.[0]).toEqual({ ...person, ...values });
    }
  });
});

describe('files in any style', () => {
  const keyAndValue = fc.constantFrom(...keys).map((key) => [key, values[key]] as const);
  const file = fc.record({
    people: fc.array(variants, { minLength: 1, maxLength: 4 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
    mark: fc.constantFrom('', '\ufeff'),
    ending: fc.constantFrom('', '\n', '\n\n', '\n# hết\n', '\n  # hết'),
  });

  it('keep every byte that was not asked about', () => {
    fc.assert(
      fc.property(file, keyAndValue, fc.nat(3), (made, [key, value], at) => {
        const id = `LC-${at % made.people.length}`;
        const text = styled(made);
        const data = parse(text) as Data;
        const before = data.people?.find((one) => one.id === id)?.[key];
        const after = edited(text, set({ person: id }, key, value));
        expect(parse(after)).toEqual(withField(data, id, key, value));
        expect(after.startsWith('\ufeff')).toBe(made.mark !== '');
        expect(after.replaceAll('\r\n', '').includes('\n')).toBe(made.lineEnd === '\n');
        expect(/\n$/.test(after)).toBe(/\n$/.test(text));
        if (before !== undefined) return;
        // Every character is still there, in order: some were only put in between, at most a comma beside them.
        expect(shared(text, after)).toBe(text.length);
        expect(edited(after, set({ person: id }, key, undefined))).toBe(text);
      }),
      { numRuns: 800 },
    );
  });

  it('lose one key, or one person, and nothing else', () => {
    fc.assert(
      fc.property(file, fc.constantFrom<EditedKey | 'person'>('absence', 'title', 'person'), (made, what) => {
        const id = 'LC-0';
        const text = styled(made);
        const { people = [], ...rest } = parse(text) as Data;
        const edit: Edit =
          what === 'person' ? { kind: 'remove-person', id } : set({ person: id }, what, undefined);
        const after = edited(text, edit);
        const wanted =
          what === 'person'
            ? { ...rest, people: people.filter((one) => one.id !== id) }
            : withField({ ...rest, people }, id, what, undefined);
        expect(parse(after)).toEqual(wanted);
        // One stretch is gone; comments above the item, and all of others, are outside of it.
        if (people.length > 1) expect(shared(text, after)).toBe(after.length);
        for (const [comment] of text.matchAll(/# (?:trên|của LC-[1-9]|đầu tệp|hết).*/g))
          expect(after).toContain(comment);
      }),
      { numRuns: 800 },
    );
  });

  it('damaged anywhere are edited exactly or left, never worse', () => {
    const pieces = [
      ...'\t\r\n "\'#:-[]{},&*!|>?',
      ': ',
      ' #',
      '\n- ',
      '\n\n',
      '!!str ',
      '&a ',
      '*a',
      '|+\n',
      '? ',
      '\r\n',
    ];
    const damage = fc.array(fc.tuple(fc.nat(9999), fc.constantFrom(...pieces), fc.nat(3)), {
      minLength: 1,
      maxLength: 3,
    });
    const edits: readonly Edit[] = [
      set({ person: 'LC-0' }, 'suspension', values.suspension),
      set({ person: 'LC-0' }, 'absence', values.absence),
      set({ person: 'LC-0' }, 'name', values.name),
      set('mailbox', 'suspension', values.suspension),
      { kind: 'remove-person', id: 'LC-0' },
    ];
    fc.assert(
      fc.property(file, damage, fc.constantFrom(...edits), (made, holes, edit) => {
        let text = styled(made);
        for (const [at, piece, length] of holes) {
          const start = at % (text.length + 1);
          text = text.slice(0, start) + piece + text.slice(start + length);
        }
        const result = editOrganization(text, edit);
        if ('refusal' in result) return;
        const others = (from: string) => {
          const { people, mailbox: _mailbox, ...rest } = parse(from) as Data;
          // A list that is damaged into something else has nobody to edit.
          return [rest, Array.isArray(people) ? people.filter((one) => one?.id !== 'LC-0') : people];
        };
        expect(others(result.text)).toEqual(others(text));
      }),
      { numRuns: 1500 },
    );
  });

  it('grow by a person', () => {
    fc.assert(
      fc.property(file, (made) => {
        const text = styled(made);
        const data = parse(text) as Data;
        const person: Person = { id: 'LC-9', name: 'An', absence: values.absence };
        const after = edited(text, { kind: 'add-person', person });
        expect(parse(after)).toEqual({ ...data, people: [...(data.people ?? []), person] });
        expect(shared(text, after)).toBe(text.length);
      }),
      { numRuns: 300 },
    );
  });
});
