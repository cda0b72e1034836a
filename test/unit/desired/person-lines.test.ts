/** Where a key of a person is: found in the person's own lines, it is where the whole file says. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeLocator } from '../../../src/desired/read/locate.ts';
import { parseOrganization } from '../../../src/desired/read/parse-directory.ts';

const files = globSync('directory/organizations/**/*.yaml').filter((_, index) => index % 5 === 0);

describe('the place of a key', () => {
  it('is the same in the lines of a person and in the whole file', () => {
    let places = 0;
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const { result } = parseOrganization({ file, path: file, text });
      const people = 'organization' in result ? (result.organization.people ?? []) : [];
      const near = makeLocator(new Map([[file, text]]));
      // With other line ends everything is parsed; no line or column is another one.
      const whole = makeLocator(new Map([[file, text.replaceAll('\n', '\r\n')]]));
      for (const [index, person] of people.entries()) {
        for (const path of pathsIn(person)) {
          for (const onKey of [false, true]) {
            const place = { file, path: ['people', index, ...path], onKey };
            expect(near(place)).toEqual(whole(place));
            places++;
          }
        }
      }
    }
    expect(places).toBeGreaterThan(1000);
  });

  it('is that of the person behind whose lines the organization goes on', () => {
    const text = 'id: a\npeople:\n- id: LC-1\n  name: An\n# một\n- id: LC-2\n\n  name: Bình\nname: A\n';
    const locate = makeLocator(new Map([['a.yaml', text]]));
    expect(locate({ file: 'a.yaml', path: ['people', 1, 'name'] })).toEqual({ line: 8, column: 9 });
    expect(locate({ file: 'a.yaml', path: ['people', 1, 'title'] })).toEqual({ line: 6, column: 3 });
    expect(locate({ file: 'a.yaml', path: ['name'] })).toEqual({ line: 9, column: 7 });
  });
});

describe('the place of a key, in any style of a person,', () => {
  it.each([
    '- id: LC-1\n  aliases:\n  - a\n  - b\n  title: x',
    '- id: LC-1\n  aliases:\n      - a\n\n      - b\n  title: x',
    '-   id: LC-1\n    list:\n    - key: 1\n      other:\n        - deep: "x"\n    -  key: 2\n    end:   y  ',
    "- id: LC-1\n  title: 'x: - y'\n  flow: {a: 1, list: [x, y]}\n  list: [x]",
    '- id: LC-1\n  # một\n  title: x # hai\n  block:\n    # ba\n    a: 1',
    '- id: LC-1\n  block:\n\n    a: 1\n    b:\n      c: 2\n  blocked: z\n  b: y',
    '- title: x\n  x-y_1: 2\n  x: 3\n  id: LC-1',
    '- {id: LC-1, a: {b: 2}}',
  ])('is that of the whole file: %j', (person) => {
    for (const depth of ['', '  ']) {
      const own = person.replaceAll(/^(?=.)/gm, depth);
      const text = `id: a\npeople:\n${depth}- id: LC-0\n${own}\n${depth}- id: LC-2\nname: A\n`;
      const near = makeLocator(new Map([['a', text]]));
      const whole = makeLocator(new Map([['a', text.replaceAll('\n', '\r\n')]]));
      const told = makeLocator(new Map([['a', text]]), () => 4);
      const paths = pathsIn((parse(text) as { people: object[] }).people[1] ?? {});
      expect(paths.length).toBeGreaterThan(3);
      for (const path of paths.flatMap((one) => [one, [...one, 'absent'], [...one, 0], [...one, 'a', 1]])) {
        for (const onKey of [false, true]) {
          const place = { file: 'a', path: ['people', 1, ...path], onKey };
          expect([path, onKey, near(place), told(place)]).toEqual([path, onKey, whole(place), whole(place)]);
        }
      }
    }
  });
});

/** The person, each key, each key below one, and one that is not there. */
function pathsIn(value: object): readonly (readonly (string | number)[])[] {
  const below = Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null
      ? pathsIn(inner).map((path) => [step(key), ...path])
      : [[step(key)]],
  );
  return [[], ['absent'], ...below];
}

/** Of a list, a number. */
const step = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key);
