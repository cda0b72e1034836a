/** The directives of slapd.conf that an existing server takes: modules, limits, indexes, overlays. */
import { withoutComments } from './text.ts';

interface Overlay {
  readonly name: string;
  /** Directive and argument, in their order. */
  readonly directives: readonly (readonly [string, string])[];
}

export interface Settings {
  readonly modules: readonly string[];
  readonly limits: readonly string[];
  /** Each attribute, with how it is indexed. */
  readonly indexes: readonly (readonly [attribute: string, kind: string])[];
  readonly overlays: readonly Overlay[];
}

export function parseSettings(conf: string): Settings {
  const lines = withoutComments(conf).replace(/\n\s+/g, ' ').split('\n');
  const valuesOf = (keyword: string) =>
    lines.filter((line) => line.startsWith(`${keyword} `)).map((line) => line.slice(keyword.length + 1));
  return {
    modules: valuesOf('moduleload'),
    limits: valuesOf('limits'),
    indexes: valuesOf('index').flatMap((index) => {
      const [attributes = '', kind = ''] = index.split(' ');
      return attributes.split(',').map((attribute) => [attribute, kind] as const);
    }),
    overlays: overlaysOf(lines),
  };
}

/** From `overlay NAME` on everything is that overlay's. */
function overlaysOf(lines: readonly string[]): readonly Overlay[] {
  const overlays: { name: string; directives: (readonly [string, string])[] }[] = [];
  for (const line of lines) {
    const [keyword = '', ...rest] = line.split(' ');
    if (keyword === 'overlay') overlays.push({ name: rest.join(' '), directives: [] });
    else overlays.at(-1)?.directives.push([keyword, rest.join(' ')]);
  }
  return overlays;
}
