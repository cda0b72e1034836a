#!/usr/bin/env node
// Removes from node_modules what the package `node` brings beside the program: the headers add-ons in C++ are compiled with,
// of OpenSSL for every machine there is. That is 61 of 480 MB, and nothing here is compiled. npm runs it after `npm ci`.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/node/node_modules', import.meta.url));
for (const name of existsSync(folder) ? readdirSync(folder) : [])
  if (name.startsWith('node-')) rmSync(join(folder, name, 'include'), { recursive: true, force: true });
