/** The ready address forms of places under the province, as they were judged on a directory. */
import type { Problem } from '../problems/problem.ts';

/** 5.1.d has forms with a district only; since 1 July 2025 there is none. */
export const placeKinds = ['commune', 'ward', 'town'] as const;
export type PlaceKind = (typeof placeKinds)[number];

export interface ReadyForm {
  readonly form: string;
  /** True for the one policy.yaml has. */
  readonly isCurrent: boolean;
  readonly addresses: readonly { readonly name: string; readonly address: string }[];
  /** Addresses it would give that cannot be had. */
  readonly collisions: readonly Problem[];
  /** Addresses decided under another form, of people above all: each asks for another decision. */
  readonly redecide: number;
}

export interface ReadyForms {
  readonly kind: PlaceKind;
  readonly key: `${PlaceKind}-of-province`;
  /** False where none is under the province yet: those of the districts are looked at as if they were. */
  readonly isOfProvince: boolean;
  readonly forms: readonly ReadyForm[];
}
