/** Holds each recipient of first passwords against what age takes: its kind, its letters and its checksum. */
import { createRequire } from 'node:module';
import type { Problem, ProblemArgs } from '../../model/problems/problem.ts';

type Reason = ProblemArgs['recipient-invalid']['reason'];

// Loaded when a file first has a recipient: most have none.
const require = createRequire(import.meta.url);
const bech32 = () => (require('@scure/base') as typeof import('@scure/base')).bech32;

/** `age1` and 58 letters: 32 octets and the checksum (BIP 173). */
const length = 62;

/** What is wrong with a recipient; undefined for one of the kind danhba seals for: age's X25519, `age1…`. */
export function judgeRecipient(text: string): Reason | undefined {
  if (/^(?:ssh|ecdsa|sk)-/.test(text)) return 'kind';
  // Hardware keys and post-quantum ones have their name before a second 1.
  if (/^age1[a-z0-9.+_-]+1/i.test(text) && text.length !== length) return 'kind';
  if (!/^age1/i.test(text)) return 'form';
  if (/[A-Z]/.test(text)) return 'capitals';
  if (/\s/.test(text)) return 'spaces';
  if (text.length !== length) return 'length';
  if (/[^02-9ac-hj-np-z]/.test(text.slice('age1'.length))) return 'letter';
  return bech32().decodeUnsafe(text)?.prefix === 'age' ? undefined : 'checksum';
}

/** Longer ones are cut: somebody may have pasted a whole file. */
const longestShown = 80;

/** One problem for each recipient of an organization's file that cannot be sealed for. */
export function checkRecipients(file: string, organization: unknown): readonly Problem[] {
  const { credentialRecipients: given } = (organization ?? {}) as { readonly credentialRecipients?: unknown };
  if (!Array.isArray(given)) return [];
  return given.flatMap((value: unknown, index): readonly Problem[] => {
    const reason = typeof value === 'string' ? judgeRecipient(value) : undefined;
    if (typeof value !== 'string' || reason === undefined) return [];
    const shown = value.length > longestShown ? `${value.slice(0, longestShown - 1).toWellFormed()}…` : value;
    const at = { file, path: ['credentialRecipients', index] };
    return [
      {
        code: 'recipient-invalid',
        args: { value: shown, length: value.length, reason },
        severity: 'error',
        at,
      },
    ];
  });
}
