/** Finds the lines of one person in a file of the plain style: who asks where a key of theirs is need not have all parsed. */
import { parseBlockYaml } from './block-yaml.ts';
import { type ComposedYaml, composeYaml, type NodePath } from './compose-yaml.ts';

export interface PersonLines {
  /** Those of that person alone. */
  readonly lines: readonly string[];
  /** How many lines of the file stand before them. */
  readonly before: number;
}

export interface FoundPerson extends PersonLines {
  /** A list with that person alone; undefined where the lines by themselves are none. */
  readonly compose: () => ComposedYaml | undefined;
}

/** The lines of a file, and where each of its people begins: their indexes. */
interface ListedPeople {
  readonly lines: readonly string[];
  readonly starts: readonly (number | undefined)[];
}

/** Undefined where the path leads to no person, or the file is written in any other style. */
export function makePersonFinder() {
  const listed = new Map<string, ListedPeople | undefined>();
  const found = new Map<string, FoundPerson | undefined>();
  const cut = new Map<string, readonly string[]>();
  return {
    find: (file: string, text: string, [list, index]: NodePath): FoundPerson | undefined => {
      if (list !== 'people' || typeof index !== 'number') return undefined;
      if (!listed.has(file)) listed.set(file, listPeople(text));
      const people = listed.get(file);
      if (people === undefined) return undefined;
      const id = `${index} ${file}`;
      if (!found.has(id)) found.set(id, findPerson(people, index));
      return found.get(id);
    },
    /** Of the person known to begin in this line, from 1; undefined where these by themselves are in any other style. */
    begin: (file: string, text: string, line: number): PersonLines | undefined => {
      const lines = cut.get(file) ?? text.split('\n');
      cut.set(file, lines);
      return personAt(lines, line - 1);
    },
  };
}

/** Up to what stands no deeper than the dash. */
function personAt(lines: readonly string[], before: number): PersonLines | undefined {
  const dash = (lines[before] ?? '').search(/\S/);
  if (dash < 0 || !lines[before]?.startsWith('- ', dash)) return undefined;
  const next = lines.findIndex((line, at) => at > before && isUpTo(line, dash));
  const own = lines.slice(before, next < 0 ? undefined : next);
  const isPlain = parseBlockYaml(own.map((line) => line.slice(dash)).join('\n')) !== undefined;
  return isPlain ? { lines: own, before } : undefined;
}

function isUpTo(line: string, column: number): boolean {
  const indent = line.search(/[^ ]/);
  return indent >= 0 && indent <= column;
}

function listPeople(text: string): ListedPeople | undefined {
  // With other line ends a line is another one than a reader of the plain style counts.
  const plain = text.includes('\r') ? undefined : parseBlockYaml(text);
  const people = (plain?.value as { people?: unknown } | undefined)?.people;
  if (plain === undefined || !Array.isArray(people)) return undefined;
  const starts = people.map((one: object) => {
    const line = plain.lineOf.get(one);
    return line === undefined ? undefined : line - 1;
  });
  return { lines: text.split('\n'), starts };
}

function findPerson({ lines, starts }: ListedPeople, index: number): FoundPerson | undefined {
  const start = starts[index];
  if (start === undefined) return undefined;
  const next = starts[index + 1] ?? lines.findIndex((line, at) => at > start && /^[^\s#-]/.test(line));
  const own = lines.slice(start, next < 0 ? undefined : next);
  let composed: ComposedYaml | undefined;
  const compose = () => {
    composed ??= composeYaml(own.join('\n'));
    return composed.errors.length === 0 ? composed : undefined;
  };
  return { lines: own, before: start, compose };
}
