/** Draws invented full names, shaped as the peoples of a place shape theirs. */
import type { Shares } from './geography.ts';
import { avoidedNames, type NameWords, type PeopleName, peoples } from './peoples.ts';
import { makeWeighted, type Random } from './random.ts';

export type Sex = 'male' | 'female';

interface Words {
  readonly families: readonly string[];
  readonly middles: readonly string[];
  readonly given: readonly string[];
}

interface Shape {
  readonly male: Words;
  readonly female: Words;
  readonly second: {
    readonly share: number;
    readonly male: readonly string[];
    readonly female: readonly string[];
  };
}

const split = (text: string): readonly string[] => text.split(' ');

const wordsOf = ({ families, middles, given }: NameWords): Words => ({
  families: split(families),
  middles: split(middles),
  given: split(given),
});

const shapes = new Map<PeopleName, Shape>(
  Object.entries(peoples).map(([name, { male, female, second }]) => [
    name as PeopleName,
    {
      male: wordsOf(male),
      female: wordsOf(female),
      second: { share: second.share, male: split(second.male), female: split(second.female) },
    },
  ]),
);

export type NameSource = (random: Random, sex: Sex) => string;

/** A source of names for a place; no name of a well-known office holder, no word twice in one name. */
export function makeNameSource(shares: Shares): NameSource {
  const pickPeople = makeWeighted(shares);
  return (random, sex) => {
    for (;;) {
      const shape = shapes.get(pickPeople(random))!;
      const words = shape[sex];
      const middle = random.pick(words.middles);
      const parts = [random.pick(words.families), middle];
      // "Văn" and "A" stand before the given name alone.
      if (middle !== 'Văn' && middle !== 'A' && random.chance(shape.second.share))
        parts.push(random.pick(shape.second[sex]));
      parts.push(random.pick(words.given));
      const name = parts.join(' ');
      if (new Set(parts).size === parts.length && !avoidedNames.has(name)) return name;
    }
  };
}
