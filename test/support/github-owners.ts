/** Who may write to the test's repository, and what GitHub makes of the CODEOWNERS file that stands there. */
import {
  asOwnersError,
  asUser,
  refuse,
  type SettingsAnswer,
  say,
  type Told,
} from './github-settings-answers.ts';
import type { Ask } from './github-supplement.ts';

export function makeOwners(ask: Ask, repo: string) {
  /** The emulator says `push` where GitHub says `write`, and nothing of the role. */
  const readAccess = async (login: string): Promise<SettingsAnswer> => {
    const told = await ask('GET', `${repo}/collaborators/${login}/permission`);
    if (told.status !== 200) return refuse(404, 'Not Found');
    const said = (told.body as Told).permission as string;
    const permission = { push: 'write', maintain: 'write', pull: 'read', triage: 'read' }[said] ?? said;
    return say({ permission, role_name: permission, user: { ...asUser(login, 1), role_name: permission } });
  };

  /** Owners the repository does not let write are none; that is read from the file that is there. */
  const readOwnersErrors = async (ref: string): Promise<SettingsAnswer> => {
    const file = await ask('GET', `${repo}/contents/.github/CODEOWNERS?ref=${ref}`);
    if (file.status !== 200) return refuse(404, 'Not Found');
    const text = Buffer.from((file.body as Told).content, 'base64').toString('utf8');
    const errors: Told[] = [];
    for (const [index, source] of text.split('\n').entries()) {
      for (const { index: at, 1: login = '' } of source.startsWith('#')
        ? []
        : source.matchAll(/@([\w-]+)/g)) {
        const { body } = await readAccess(login);
        if (['admin', 'write'].includes((body as Told).permission)) continue;
        errors.push(asOwnersError(index + 1, at + 1, source, login));
      }
    }
    return say({ errors });
  };

  return { readAccess, readOwnersErrors };
}
