/** Tells what kind of failure a request met: one that passes, one to wait for, or one for a person to mend. */
import { quoted, type Remark, remark } from '../../model/problems/remark.ts';

/** As Octokit throws it: `status` is 500 where no answer came at all. */
export interface Thrown {
  readonly status?: number;
  readonly cause?: unknown;
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | number | undefined>>;
    readonly data: unknown;
  };
}

export type Failure =
  /** Nobody has seen the request. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'certificate'; readonly detail: string }
  /** It is unknown whether the request was carried out. */
  | { readonly kind: 'lost'; readonly detail: Remark }
  /** The milliseconds after which to ask again. */
  | { readonly kind: 'limited'; readonly wait: number }
  | { readonly kind: 'refused'; readonly status: number };

const notTrusted = /^(CERT_|ERR_TLS_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/;
/** Others, as ETIMEDOUT, can also befall a connection over which a request has gone. */
const notThere = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT)$/;
/** Where GitHub names no time: "wait for at least one minute", longer each time (Best practices for the REST API). */
const secondaryMilliseconds = 60_000;

/** @param attempt from 1. @param now milliseconds since 1970. */
export function judgeFailure(thrown: Thrown, attempt: number, now: number): Failure {
  const { response } = thrown;
  if (response === undefined) return judgeConnection(thrown);
  const { status } = response;
  if (status >= 500) return { kind: 'lost', detail: quoted(`HTTP ${status}`) };
  if (status === 403 || status === 429) {
    const wait = waitOf(response, attempt, now);
    if (wait !== undefined) return { kind: 'limited', wait };
  }
  return { kind: 'refused', status };
}

function judgeConnection(thrown: Thrown): Failure {
  const codes: string[] = [];
  for (let cause: unknown = thrown; cause instanceof Error; cause = cause.cause) {
    codes.push(cause.name, codeOf(cause));
    // Every address of the host was tried.
    if (cause instanceof AggregateError) codes.push(...cause.errors.map(codeOf));
  }
  const find = (form: RegExp) => codes.find((code) => form.test(code));
  const untrusted = find(notTrusted);
  if (untrusted !== undefined) return { kind: 'certificate', detail: untrusted };
  const absent = find(notThere);
  if (absent !== undefined) return { kind: 'unreachable', detail: absent };
  if (find(/^TimeoutError$/) !== undefined) return { kind: 'lost', detail: remark('no-answer') };
  const code = find(/^[A-Z][A-Z0-9_]+$/);
  return { kind: 'lost', detail: code === undefined ? remark('network') : quoted(code) };
}

const codeOf = (thrown: unknown) => (thrown as NodeJS.ErrnoException).code ?? '';

/** Undefined where the failure is not a limit of requests. */
function waitOf(
  { status, headers, data }: NonNullable<Thrown['response']>,
  attempt: number,
  now: number,
): number | undefined {
  const after = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(after)) return after * 1000;
  if (String(headers['x-ratelimit-remaining']) === '0') {
    // Both times are of GitHub's clock; ours may be another.
    const theirs = Date.parse(String(headers.date));
    const until = Number(headers['x-ratelimit-reset']) * 1000 - (Number.isNaN(theirs) ? now : theirs);
    return Number.isFinite(until) ? Math.max(until, 0) + 1000 : secondaryMilliseconds;
  }
  if (status === 429 || /rate limit|abuse detection/i.test(messageOf(data))) {
    return secondaryMilliseconds * 2 ** (attempt - 1);
  }
  return undefined;
}

/** What GitHub says itself: one line of bounded length; empty where it says nothing, or it is not GitHub that answers. */
export function messageOf(data: unknown): string {
  const { message, errors } = (typeof data === 'object' && data !== null ? data : {}) as {
    message?: unknown;
    errors?: unknown;
  };
  if (typeof message !== 'string') return '';
  const details = Array.isArray(errors) ? errors.map(detailOf).filter((detail) => detail !== '') : [];
  const text = [message, ...new Set(details)].join('; ');
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 300);
}

function detailOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return '';
  const { field, code, message } = error as Readonly<Record<string, unknown>>;
  return [field, message ?? code].filter((part) => typeof part === 'string').join(' ');
}
