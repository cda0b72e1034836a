/** Reads the shipped directory the way every test of it wants it: texts by path, and organizations. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parse } from 'yaml';
import type { Organization, Person } from '../../../src/model/directory/organization.ts';

export const directory = resolve(import.meta.dirname, '../../../directory');

export interface SampleFile {
  readonly path: string;
  readonly text: string;
}

/** Every YAML file below the directory, in path order. */
export function readSample(): readonly SampleFile[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: relative(directory, file).replaceAll('\\', '/'),
      text: readFileSync(file, 'utf8'),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const isOrganization = ({ path }: SampleFile): boolean => path.startsWith('organizations/');

export const organizationsOf = (files: readonly SampleFile[]): readonly Organization[] =>
  files.filter(isOrganization).map(({ text }) => parse(text) as Organization);

export const peopleOf = (organizations: readonly Organization[]): readonly Person[] =>
  organizations.flatMap(({ people }) => people ?? []);
