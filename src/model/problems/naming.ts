/** What can be wrong with a name, a code or an address (Article 5), as codes with typed facts; wording is in render/. */
import type { OrganizationKind } from '../directory/organization.ts';

/** One character of a text: what it is, its code point (`U+0430`), and where it stands, counted from 1 in code points. */
export interface CharacterFacts {
  readonly char: string;
  readonly codePoint: string;
  readonly position: number;
}

/** What broken text looks like: the encoding it was read in wrongly, or what was lost on the way. */
export type EncodingSort = 'utf8-as-latin1' | 'tcvn3' | 'vni' | 'windows-1258' | 'lost-letter' | 'two-tones';

/** `place` is the file and the line that declares the holder. */
export type AddressHolder =
  | { readonly line: number; readonly holder?: undefined }
  | { readonly holder: string; readonly place: string };

type NoFacts = Readonly<Record<string, never>>;

export interface NamingArgs {
  /** The line of a batch is no JSON text. */
  'request-json': { readonly detail: string };
  'request-shape': { readonly found: string };
  'request-kind': { readonly kind: string; readonly allowed: readonly string[] };
  'request-field-unknown': { readonly field: string; readonly allowed: readonly string[] };
  'request-field-missing': { readonly field: string };
  'request-field-type': { readonly field: string; readonly expected: 'text' | 'name-parts' };

  'name-empty': NoFacts;
  'name-too-long': { readonly max: number };
  'name-encoding': CharacterFacts & { readonly sort: EncodingSort; readonly word: string };
  /** `name` is the Unicode name or, failing that, the script; `instead` is the letter probably meant. */
  'name-letter': CharacterFacts & { readonly name: string; readonly instead?: string };
  'name-sign': CharacterFacts & { readonly of: 'person' | 'organization' };
  'name-one-syllable': { readonly syllable: string };
  'name-given-first': { readonly token: string };
  'name-title': { readonly title: string };
  'name-abbreviated': { readonly token: string };
  'name-parts-differ': { readonly name: string; readonly parts: string };
  'name-parts-given': NoFacts;
  'name-kind-mismatch': { readonly kind: OrganizationKind; readonly found: string };
  'name-parent-mismatch': { readonly found: string; readonly parent: string };
  'name-unmarked': { readonly word: string };
  'name-no-words': { readonly name: string };

  'suffix-form': { readonly suffix: string };
  'parent-form': { readonly parent: string };
  'parent-missing': { readonly kind: OrganizationKind };
  'parent-unexpected': { readonly kind: OrganizationKind; readonly parent: string };
  'form-missing': { readonly kind: OrganizationKind | 'person'; readonly form: string };

  'code-form': { readonly code: string };
  'code-not-accepted': { readonly code: string; readonly accepted: readonly string[] };
  'code-full-name': { readonly code: string; readonly expected: string; readonly kind: OrganizationKind };
  'code-fixed': { readonly code: string; readonly expected: string; readonly kind: OrganizationKind };
  'code-town-full-name': { readonly code: string; readonly accepted: readonly string[] };

  'address-form': { readonly address: string };
  'address-domain': { readonly address: string; readonly domain: string };
  'address-differs': {
    readonly address: string;
    readonly expected: string;
    readonly of: 'person' | 'organization';
  };
  'address-decided-form': {
    readonly address: string;
    readonly given: readonly string[];
    readonly suffix: string;
  };
  /** Kept from before danhba (13.7), and yet in signs that no mail server here takes. */
  'address-old-form': { readonly address: string };
  'address-length': { readonly localPart: string; readonly max: number };
  'address-reserved': { readonly localPart: string };
  'address-fixed': { readonly localPart: string; readonly owner: OrganizationKind };
  /** By an earlier line of a batch, or by somebody in the directory at hand. */
  'address-taken': { readonly address: string } & AddressHolder;
}

export type NamingCode = keyof NamingArgs;

/** Something wrong with one name, code or address; a place is added by whoever knows the file. */
export type Finding = {
  [C in NamingCode]: { readonly code: C; readonly args: NamingArgs[C] };
}[NamingCode];
