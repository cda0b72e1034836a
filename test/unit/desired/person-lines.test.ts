/** Where a key of a person is: found in the person's own lines, it is where the whole file says. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
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

/** The person, each key, each key below one, and one that is not there. */
function pathsIn(value: object): readonly (readonly (string | number)[])[] {
  const below = Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null ? pathsIn(inner).map((path) => [key, ...path]) : [[key]],
  );
  return [[], ['absent'], ...below];
}
