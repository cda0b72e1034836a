/** Puts commands to doveadm in batches, a few in flight; passing failures are tried again, and one mailbox harms no other. */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { ExpectedError } from '../../model/problems/errors.ts';
import { quoted, type Remark, remark } from '../../model/problems/remark.ts';
import { inParts } from '../../model/text/in-parts.ts';
import { openDebt } from '../../patience/debt.ts';
import { type Answer, parseAnswers } from './answer.ts';
import { type Pace, usualPace } from './pace.ts';
import { openPoster } from './post.ts';
import type { DoveadmSettings } from './settings.ts';

export interface Command {
  readonly name: string;
  /** A flag is set by being there: doveadm takes `false` for set too. */
  readonly parameters: Readonly<Record<string, string | true | readonly string[]>>;
}

export interface CallOptions {
  /** Commands of one request, which the server carries out one after another. */
  readonly batch: number;
  /** The server copies or deletes mail: it may be silent for 15 minutes. */
  readonly slow?: true;
  /** A passing failure of a command is an answer too: the caller has another way. */
  readonly once?: true;
}

export interface Doveadm {
  /**
   * One answer for each command, in their order.
   *
   * Every command must be safe to repeat: after a lost connection nobody knows whether it was carried out.
   *
   * @throws ExpectedError when the server as a whole cannot be used: not there, silent, wrong key, not trusted.
   */
  readonly call: (commands: readonly Command[], options: CallOptions) => Promise<readonly Answer[]>;
  readonly close: () => void;
}

/** Each takes a process of the server, which has a hundred for everybody (process_limit). */
const connections = 4;
const attempts = 4;
const firstDelayMilliseconds = 100;

/** Touches nobody's mail: whether the server, or one command, is at fault. */
const harmless: Command = {
  name: 'who',
  parameters: { separateConnections: true, mask: ['nobody@danhba.invalid'] },
};

interface Course {
  readonly signal: AbortSignal;
  readonly pace: Pace;
}

/** Nothing is sent yet. @throws ExpectedError where the settings cannot be used. */
export function openDoveadm(settings: DoveadmSettings): Doveadm {
  const paces = { ...usualPace, ...settings.pace };
  const poster = openPoster(settings, connections);
  /** Why nothing is asked of this server any more. */
  let ended: ExpectedError | undefined;
  const at = new URL(settings.url).origin;
  const debt = openDebt(paces.run, (waited) => {
    const seconds = Math.ceil(waited / 1000);
    ended = new ExpectedError('doveadm-timeout.run', { at, seconds });
  });
  const limit = pLimit(connections);

  /** The answers to one request, or why there is none that can be read; tried again while that may help. */
  const ask = async (commands: readonly Command[], course: Course) => {
    const body = JSON.stringify(
      commands.map(({ name, parameters }, index) => [name, parameters, String(index)]),
    );
    const { silence, command } = course.pace;
    const work = commands.length * command;
    const time = { silence, total: silence + work };
    let detail = quoted('');
    for (let number = 1; number <= attempts; number++) {
      if (number > 1) await sleep(Math.random() * firstDelayMilliseconds * 2 ** number);
      const posted = await limit(async () => {
        course.signal.throwIfAborted();
        if (ended !== undefined) throw ended;
        return await debt.wait(poster.post(body, time));
      });
      const answers = posted.result === 'answered' ? parseAnswers(posted.text, commands.length) : undefined;
      if (answers !== undefined) {
        debt.earn(work);
        return { answers };
      }
      detail = posted.result === 'lost' ? quoted(posted.detail) : remark('mail.garbled');
      // Twice is no passing failure: what is left is to find the command that causes it.
      if (number === 2 && commands.length > 1) break;
    }
    return { answers: undefined, detail };
  };

  /** A mailbox on which the worker dies takes the answers of its whole batch with it: the halves are asked apart. */
  const askApart = async (commands: readonly Command[], course: Course): Promise<readonly Answer[]> => {
    const { answers, detail } = await ask(commands, course);
    if (answers !== undefined) return answers;
    if (commands.length > 1) {
      const middle = commands.length >> 1;
      const first = await askApart(commands.slice(0, middle), course);
      return [...first, ...(await askApart(commands.slice(middle), course))];
    }
    const other = await ask([harmless], course);
    if (other.answers !== undefined) return [{ result: 'refused', detail }];
    throw new ExpectedError('doveadm-lost', { at, what: other.detail });
  };

  const askAll = async (
    commands: readonly Command[],
    { batch, slow }: CallOptions,
  ): Promise<readonly Answer[]> => {
    const stop = new AbortController();
    const usual = slow ? paces.slow : paces.usual;
    const pace = { ...usual, silence: settings.timeoutMilliseconds ?? usual.silence };
    const course = { signal: stop.signal, pace };
    const batches = inParts(commands, batch);
    try {
      return (await Promise.all(batches.map((some) => askApart(some, course)))).flat();
    } catch (thrown) {
      // The batches that still wait would each meet the same.
      stop.abort(thrown);
      throw thrown;
    }
  };

  const call: Doveadm['call'] = async (commands, options) => {
    const answers = [...(await askAll(commands, options))];
    for (let number = 2; number <= attempts && options.once !== true; number++) {
      const again = answers.flatMap(({ result }, index) => (result === 'temporary' ? [index] : []));
      if (again.length === 0) break;
      await sleep(Math.random() * firstDelayMilliseconds * 2 ** number);
      const later = await askAll(
        again.map((index) => commands[index] as Command),
        options,
      );
      for (const [place, index] of again.entries()) answers[index] = later[place] as Answer;
    }
    return answers;
  };
  return { call, close: poster.close };
}

/** The error for a read that must be whole and is not. */
export function incomplete(what: string, answer: Answer | undefined): ExpectedError {
  return new ExpectedError('doveadm-incomplete', { what, answer: describe(answer) });
}

/** What an answer that is no success says. */
export function describe(answer: Answer | undefined): Remark {
  switch (answer?.result) {
    case 'absent':
      return remark('mail.no-user');
    case 'nothing':
      return remark('mail.none');
    case 'temporary':
      return remark('mail.temporary');
    case 'refused':
      return answer.detail;
    default:
      return quoted('');
  }
}
