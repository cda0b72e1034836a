/**
 * Drafts every kind of notice from the sample province and turns them into pictures of their pages, to be looked at.
 *
 *   npm run notices-pages -- DIR       needs LibreOffice (soffice) and Poppler (pdftoppm), which no test does
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeDocument } from '../../src/office/write-notice.ts';
import { renderLetter } from '../../src/render/notices/letter.ts';
import { context, noticesOfEveryKind } from '../../test/support/notices.ts';

const folder = resolve(process.argv[2] ?? 'notices-pages');
mkdirSync(folder, { recursive: true });
for (const many of [1, 7, 60]) {
  for (const notice of noticesOfEveryKind(many)) {
    const bytes = await makeDocument(notice, renderLetter(notice, context));
    writeFileSync(join(folder, `${many}-${notice.kind}.docx`), bytes);
  }
}
const documents = readdirSync(folder).filter((file) => file.endsWith('.docx'));
const profile = `-env:UserInstallation=file://${join(folder, '.profile')}`;
execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...documents], {
  cwd: folder,
  stdio: 'inherit',
});
for (const document of documents) {
  const name = document.replace(/\.docx$/, '');
  execFileSync('pdftoppm', ['-png', '-r', '60', `${name}.pdf`, name], { cwd: folder });
}
