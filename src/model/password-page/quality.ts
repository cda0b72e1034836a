/** What a new password must have (4.1), counted as pwcheck.so of the directory server counts it. */

/** Patterns for the browser, too; letters outside of ASCII are of no class. */
export const characterClasses = {
  lower: '[a-z]',
  upper: '[A-Z]',
  digit: '[0-9]',
  special: '[!-\\/:-@\\[-`\\{-~]',
} as const;

export type CharacterClass = keyof typeof characterClasses;
export type Lack = 'length' | CharacterClass;

const names = Object.keys(characterClasses) as readonly CharacterClass[];

/** In the order of the rule. */
export function lacksOf(password: string, minLength: number): readonly Lack[] {
  const classes = names.filter((name) => !new RegExp(characterClasses[name]).test(password));
  return [...password].length < minLength ? ['length', ...classes] : classes;
}
