/** What a bound and a run's ledger give time for, by a clock that is turned by hand. */
import { NoSuchObjectError } from 'ldapts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLedger } from '../../../src/ldap/connect/ledger.ts';
import { usualPace } from '../../../src/ldap/connect/pace.ts';
import type { ExpectedError } from '../../../src/model/problems/errors.ts';
import { startBound } from '../../../src/patience/bound.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a bound', () => {
  it('ends after its grace where nothing comes, and after what came has been given its time', () => {
    const end = vi.fn();
    let earned = 0;
    startBound(1_000, () => earned, end);
    vi.advanceTimersByTime(900);
    earned = 500;
    vi.advanceTimersByTime(400);
    earned = 700;
    vi.advanceTimersByTime(399);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('of little progress ends soon: an octet a second earns half a millisecond', () => {
    const end = vi.fn();
    let octets = 0;
    startBound(60_000, () => octets * usualPace.octet, end);
    for (let second = 0; second < 61; second++) {
      octets++;
      vi.advanceTimersByTime(1_000);
    }
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('begins anew, and forgets what was earned before', () => {
    const end = vi.fn();
    let earned = 0;
    const bound = startBound(1_000, () => earned, end);
    for (const more of [0, 300, 300]) {
      earned += more;
      vi.advanceTimersByTime(990);
      bound.restart();
    }
    earned = 0;
    bound.restart();
    vi.advanceTimersByTime(999);
    expect(end).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(end).toHaveBeenCalledTimes(1);
  });

  it('that was stopped ends nothing', () => {
    const end = vi.fn();
    startBound(1_000, () => 0, end).stop();
    vi.advanceTimersByTime(10_000);
    expect(end).not.toHaveBeenCalled();
  });
});

describe('the ledger of a run', () => {
  const answered = async (milliseconds: number, thrown?: unknown): Promise<void> => {
    await new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
    if (thrown !== undefined) throw thrown;
  };

  /** So many rounds of so many requests at once, each answered after so long: when the run was given up, in minutes. */
  async function givenUp(rounds: number, atOnce: number, milliseconds: number, thrown?: unknown) {
    const exceed = vi.fn<(why: ExpectedError) => void>();
    const ledger = openLedger(usualPace, exceed);
    const begun = performance.now();
    for (let round = 0; round < rounds; round++) {
      const sent = Array.from({ length: atOnce }, () => ledger.count(answered(milliseconds, thrown)));
      const ended = Promise.allSettled(sent);
      await vi.advanceTimersByTimeAsync(milliseconds);
      await ended;
      if (exceed.mock.calls.length > 0) break;
    }
    expect(ledger.asked()).toBeGreaterThan(0);
    expect(exceed.mock.calls.length).toBeLessThanOrEqual(1);
    return exceed.mock.calls.length === 0 ? undefined : (performance.now() - begun) / 60_000;
  }

  it('ends thousands of changes of which each is answered after 59 seconds', async () => {
    expect(await givenUp(1_000, 1, 59_000)).toBeCloseTo(10.8, 0);
    // Sixteen in flight bring sixteen answers in that time.
    expect(await givenUp(1_000, 16, 59_000)).toBeCloseTo(21.6, 0);
  });

  it('ends them where each is lost, at once ten minutes have passed', async () => {
    expect(await givenUp(1_000, 16, 60_000, new Error('lost'))).toBeCloseTo(11, 0);
  });

  it('does not end thousands that take two seconds each, nor refusals', async () => {
    expect(await givenUp(2_000, 1, 2_000)).toBeUndefined();
    expect(await givenUp(2_000, 16, 30_000)).toBeUndefined();
    expect(await givenUp(2_000, 1, 1_000, new NoSuchObjectError('x'))).toBeUndefined();
  });

  it('forgives a bad quarter of an hour no more, but nine minutes, again and again', async () => {
    const exceed = vi.fn();
    const ledger = openLedger(usualPace, exceed);
    const pass = async (milliseconds: number) => {
      const sent = ledger.count(answered(milliseconds));
      await vi.advanceTimersByTimeAsync(milliseconds);
      await sent;
    };
    for (let time = 0; time < 10; time++) {
      for (let slow = 0; slow < 9; slow++) await pass(59_000);
      for (let quick = 0; quick < 300; quick++) await pass(10);
    }
    expect(exceed).not.toHaveBeenCalled();
    for (let slow = 0; slow < 15; slow++) await pass(59_000);
    expect(exceed).toHaveBeenCalledTimes(1);
  });

  it('keeps no credit: a quick read of many entries is no leave to be slow afterwards', async () => {
    const exceed = vi.fn();
    const ledger = openLedger(usualPace, exceed);
    ledger.earn(100_000 * usualPace.entry);
    const sent = ledger.wait(answered(601_000));
    await vi.advanceTimersByTimeAsync(601_000);
    await sent;
    expect(exceed).toHaveBeenCalledTimes(1);
  });
});
