#!/usr/bin/env node
/** The `danhba` command, which finds itself compiled from the second run on. */
import { enableCompileCache } from 'node:module';

// Only what is imported after it is kept compiled: nothing may stand beside it above.
enableCompileCache();
const { runProgram } = await import('./program.ts');
await runProgram();
