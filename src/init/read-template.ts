/** Reads what danhba brings for a province's repository: policy, calendars, schemas, workflows and forms. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../files/package-folder.ts';
import type { ProvinceTemplate } from './province-files.ts';

/** Tests danhba itself, and nothing of a province. */
const ownWorkflow = '.github/workflows/test.yml';

const folders = [
  ['directory/calendar', /\.yaml$/],
  ['schemas', /\.schema\.json$/],
  ['.github/workflows', /\.yml$/],
  ['.github/ISSUE_TEMPLATE', /\.yml$/],
  ['.github', /^pull_request_template\.md$/],
] as const;

/** What follows danhba from version to version, and is nobody's to edit: the calendars are not of it. */
export const followsDanhba = (path: string): boolean => !path.startsWith('directory/');

export async function readTemplate(from = packageFolder): Promise<ProvinceTemplate> {
  const copied = new Map<string, string>();
  for (const [folder, names] of folders) {
    for (const name of (await readdir(join(from, folder))).sort()) {
      const path = `${folder}/${name}`;
      if (names.test(name) && path !== ownWorkflow)
        copied.set(path, await readFile(join(from, path), 'utf8'));
    }
  }
  return { copied, policy: await readFile(join(from, 'directory/policy.yaml'), 'utf8') };
}
