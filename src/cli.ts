#!/usr/bin/env node
/** The `danhba` command, which finds itself compiled from the second run on; a Node too old is told in one line. */
import * as nodeModule from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// "engines" in package.json; npm only warns.
if (major < 22 || (major === 22 && minor < 18)) {
  const { node } = process.versions;
  process.stderr.write(
    `danhba: cần Node.js 22.18 trở lên, máy này có ${node} / needs Node.js 22.18 or newer, this is ${node}\n`,
  );
  process.exit(1);
}

// Only what is imported after it is kept compiled: nothing may stand beside it above. By name it is not in an old Node.
nodeModule.enableCompileCache();
const { runProgram } = await import('./program.ts');
await runProgram();
