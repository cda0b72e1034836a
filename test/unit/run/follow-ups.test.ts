/** What only follows from another problem is left out, and a deleted file is told as that. */
import { expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problems/problem.ts';
import type { Desired } from '../../../src/run/desired.ts';
import { unknownIds, withoutFollowUps } from '../../../src/run/follow-ups.ts';
import { readWorld } from '../../support/world.ts';
import { committee, readTexts } from '../desired/read-texts.ts';

const unit = (id: string, parent: string) =>
  `id: ${id}\nname: Sở Y tế\nkind: provincial\nparent: ${parent}\ncode: ${id}\ncodeBasis: 1/QĐ\nmailbox: none\n`;

const problemsOf = (texts: Readonly<Record<string, string>>): readonly Problem[] => readTexts(texts).problems;

/** Without the province's own file, which every world has. */
function desiredOf(organizations: Readonly<Record<string, string>>): Desired {
  const { directory } = readWorld(organizations);
  const left = directory.organizations.filter(({ organization }) => organization.id !== 'ubnd');
  return { directory: { ...directory, organizations: left } } as unknown as Desired;
}

const brief = (problems: readonly Problem[]) => problems.map(({ code, at }) => `${code} ${at.file}`);

const orphans = {
  'organizations/soa.yaml': unit('soa', 'ubnd'),
  'organizations/sob.yaml': unit('sob', 'ubnd'),
};
const desired = desiredOf({ soa: unit('soa', 'ubnd'), sob: unit('sob', 'ubnd') });

it('one file that is missing is told once, not by each that names it', () => {
  const problems = problemsOf(orphans).filter(({ code }) => code === 'parent-unknown');
  expect(unknownIds(problems)).toEqual(['ubnd']);
  expect(problems).toHaveLength(2);
  expect(brief(withoutFollowUps(problems, [], desired, 'd'))).toEqual([
    'parent-unknown organizations/soa.yaml',
  ]);
});

it('a file Git has is told as deleted, and nothing that would be bent to its absence', () => {
  const problems = problemsOf(orphans);
  const deleted = [{ path: 'organizations/ubnd.yaml', commit: 'HEAD' }];
  const told = withoutFollowUps(problems, deleted, desired, 'd');
  expect(brief(told)).toContain('file-deleted d/organizations/ubnd.yaml');
  expect(told.map(({ code }) => code)).not.toContain('parent-unknown');
});

it('a file that only moved is there, and what danhba does not read is nothing of it', () => {
  const moved = [
    { path: 'organizations/old/soa.yaml', commit: 'HEAD' },
    { path: 'README.md', commit: 'HEAD' },
  ];
  expect(withoutFollowUps([], moved, desired, 'd')).toEqual([]);
});

it('hundreds that wait for one faulty file are one', () => {
  const texts = { ...orphans, 'organizations/ubnd.yaml': committee.replace('code: ', 'code:') };
  const problems = problemsOf(texts);
  expect(problems.filter(({ code }) => code === 'parent-unreadable')).toHaveLength(2);
  expect(brief(withoutFollowUps(problems, [], desired, 'd'))).toEqual([
    'yaml-missing-space organizations/ubnd.yaml',
    'parent-unreadable organizations/soa.yaml',
  ]);
});
