/** Finds the lines of one person in a file of the plain style: who asks where a key of theirs is need not have all parsed. */
import { parseBlockYaml } from './block-yaml.ts';
import { type ComposedYaml, composeYaml, type NodePath } from './compose-yaml.ts';

export interface FoundPerson {
  /** Those of that person alone. */
  readonly lines: readonly string[];
  /** How many lines of the file stand before them. */
  readonly before: number;
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
  };
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
