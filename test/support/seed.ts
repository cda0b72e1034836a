/**
 * One seed for every property, so that a run says something about the change it judges. `FAST_CHECK_SEED=random`
 * hunts for what no run has met yet; a number repeats what such a hunt found.
 */
import { env } from 'node:process';
import fc from 'fast-check';

const asked = env.FAST_CHECK_SEED ?? '20241123';
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
