/** `danhba credentials`: opens what was sealed, and makes the key that opens it (6.3, 7.3). */

import { makeIdentityFile, readIdentityFile } from '../credentials/identity.ts';
import { openSealedFile } from '../credentials/open.ts';
import { isReadableByAll } from '../files/read-secret.ts';
import { writeFileAtomically } from '../files/write-file.ts';
import { remark } from '../model/problems/remark.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, languageOf } from '../process/io.ts';
import { remarkText } from '../render/errors/remark.ts';

export interface OpenOptions extends CommonOptions {
  readonly identity: string;
  /** Where the sheets go, readable by their owner only; without it, to stdout. */
  readonly out?: string;
}

/** `danhba credentials open`: for who received a sealed file and has no other program for age. */
export async function openCredentials(file: string, options: OpenOptions, io: Io): Promise<ExitCode> {
  if (isReadableByAll(options.identity)) {
    const open = remark('secret-readable', { at: '--identity', file: options.identity });
    io.err(`[${open.says}] ${remarkText(open, io.language)}\n`);
  }
  const text = await openSealedFile(file, await readIdentityFile(options.identity));
  if (options.out === undefined) io.out(text);
  else await writeFileAtomically(options.out, text);
  return exitCode.clean;
}

export interface KeyOptions extends CommonOptions {
  readonly out: string;
}

/** `danhba credentials key`: a new identity goes to a file; only its public half is shown. */
export async function makeCredentialKey(options: KeyOptions, io: Io): Promise<ExitCode> {
  const language = languageOf(options, undefined);
  const recipient = await makeIdentityFile(options.out, io.now());
  const yaml = `credentialRecipients:\n  - ${recipient}\n`;
  io.err(
    language === 'vi'
      ? `Khóa riêng ở ${options.out}: cất kỹ, không gửi cho ai, sao lưu ngoài máy; mất là không mở được tệp đã niêm phong.\nThêm vào tệp của đơn vị (khóa công khai, không phải giữ kín):\n`
      : `The identity is in ${options.out}: keep it safe, send it to nobody, back it up off this machine; without it, what was sealed stays closed.\nAdd to the organization's file (a public key, no secret):\n`,
  );
  io.out(yaml);
  return exitCode.clean;
}
