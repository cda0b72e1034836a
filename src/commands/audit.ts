/** `danhba audit verify`: holds every record of an audit against the one before it, and says where that fails. */
import { type Break, type Verdict, verifyAudit } from '../audit/verify.ts';
import { ExpectedError } from '../model/problems/errors.ts';
import { type CommonOptions, type ExitCode, exitCode, type Io, languageOf } from '../process/io.ts';
import { visible } from '../render/text/escape.ts';
import { foldText } from '../render/text/screen.ts';
import type { Language } from '../render/text/wording.ts';

export interface VerifyOptions extends CommonOptions {
  /** The hash of a record, kept elsewhere: it must be in the file still. */
  readonly head?: string;
}

export async function verify(file: string, options: VerifyOptions, io: Io): Promise<ExitCode> {
  const kept = options.head === undefined ? undefined : parseHash(options.head);
  const words = auditWords[languageOf(options, undefined)];
  const verdict = await verifyAudit(file, kept);
  const { broken } = verdict;
  const lost = broken === undefined && kept !== undefined && verdict.kept === undefined;
  const lines = [
    broken === undefined ? words.whole(verdict) : words.broken(visible(file), broken),
    ...(verdict.torn.length > 0 ? [words.tornBefore(verdict.torn)] : []),
    ...(lost ? [words.lost(kept)] : []),
    ...(verdict.kept === undefined ? [] : [words.kept(verdict.kept)]),
    words.head(verdict),
  ];
  io.out(foldText(`${lines.join('\n')}\n`, io.outScreen?.width));
  return broken === undefined && !lost ? exitCode.clean : exitCode.problems;
}

function parseHash(text: string): string {
  const hash = text.toLowerCase().replace(/^sha256:/, '');
  if (/^[0-9a-f]{64}$/.test(hash)) return `sha256:${hash}`;
  throw new ExpectedError('option.digest', { option: '--head', value: text });
}

interface AuditWords {
  readonly whole: (verdict: Verdict) => string;
  readonly broken: (file: string, broken: Break) => string;
  readonly tornBefore: (lines: readonly number[]) => string;
  readonly lost: (kept: string) => string;
  readonly kept: (line: number) => string;
  readonly head: (verdict: Verdict) => string;
}

/** So many line numbers are told; a machine that loses power more often has other troubles. */
const listed = (lines: readonly number[]) =>
  `${lines.slice(0, 20).join(', ')}${lines.length > 20 ? ', …' : ''}`;

const auditWords: Readonly<Record<Language, AuditWords>> = {
  vi: {
    whole: ({ head, runs }) => `Nhật ký kiểm toán nguyên vẹn: ${head.number} bản ghi, ${runs} lần chạy.`,
    broken: (file, broken) => {
      const at = `${file}:${broken.line}: chuỗi bị đứt:`;
      switch (broken.kind) {
        case 'altered':
          return `${at} dòng này đã bị sửa`;
        case 'removed':
          return `${at} mất ${broken.count} bản ghi trước dòng này`;
        case 'inserted':
          return `${at} dòng này không thuộc chuỗi: bị chèn thêm, hoặc bị sửa trước khi lần chạy sau viết tiếp`;
        case 'reordered':
          return `${at} thứ tự bị đổi: bản ghi số ${broken.number} phải ở đây lại nằm bên dưới`;
        case 'torn':
          return `${at} dòng cuối viết dở (mất điện, đầy đĩa); lần chạy sau ghi nhận và viết tiếp`;
      }
    },
    tornBefore: (lines) => `Dòng viết dở, đã được chuỗi ghi nhận: ${listed(lines)}`,
    lost: (kept) =>
      `Không còn bản ghi có mã ${kept}: đã bị xóa từ cuối, hoặc cả chuỗi bị viết lại từ một chỗ nào đó`,
    kept: (line) => `Mã đã cất giữ là của dòng ${line}.`,
    head: ({ head }) => `Mã cuối của phần nguyên vẹn (cất giữ ở nơi khác): ${head.hash}`,
  },
  en: {
    whole: ({ head, runs }) => `The audit is whole: ${head.number} records, ${runs} runs.`,
    broken: (file, broken) => {
      const at = `${file}:${broken.line}: the chain is broken:`;
      switch (broken.kind) {
        case 'altered':
          return `${at} this line was altered`;
        case 'removed':
          return `${at} ${broken.count} records before this line were removed`;
        case 'inserted':
          return `${at} this line is none of the chain: inserted, or altered before the next run came`;
        case 'reordered':
          return `${at} lines were reordered: record ${broken.number} belongs here and stands further down`;
        case 'torn':
          return `${at} the last line is torn (power loss, full disk); the next run says so and goes on`;
      }
    },
    tornBefore: (lines) => `Torn lines the chain accounts for: ${listed(lines)}`,
    lost: (kept) =>
      `There is no record with the hash ${kept}: it was removed from the end, or the chain was written anew from some place on`,
    kept: (line) => `The hash that was kept is that of line ${line}.`,
    head: ({ head }) => `Last hash of what is whole (to be kept elsewhere): ${head.hash}`,
  },
};
