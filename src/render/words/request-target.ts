/** The words for a form that is understood, and yet does not say whom it means or what is left to do. */
import type { Candidate, RequestProblemArgs } from '../../model/request.ts';
import type { WordingTable } from '../wording.ts';
import type { FormProblemCode } from './request.ts';

const told = (candidates: readonly Candidate[]): string =>
  candidates
    .map(({ id, name, detail }) => `${id} · ${name}${detail === '' ? '' : ` · ${detail}`}`)
    .join('; ');

export const requestTargetWords: WordingTable<Omit<RequestProblemArgs, FormProblemCode>> = {
  'organization-unknown': {
    vi: ({ name, candidates }) => ({
      message: `Không có cơ quan, đơn vị "${name}"`,
      hint: maybe('Có phải là', candidates, 'Ghi mã, hoặc tên đầy đủ có dấu'),
    }),
    en: ({ name, candidates }) => ({
      message: `There is no organization "${name}"`,
      hint: maybe('Is it', candidates, 'Write its id, or its full name with marks'),
    }),
  },
  'organization-ambiguous': {
    vi: ({ name, candidates }) => ({
      message: `Nhiều cơ quan, đơn vị tên "${name}"`,
      hint: `Ghi mã của một trong số này: ${told(candidates)}`,
    }),
    en: ({ name, candidates }) => ({
      message: `Several organizations are called "${name}"`,
      hint: `Write the id of one of these: ${told(candidates)}`,
    }),
  },
  'organization-unreadable': {
    vi: ({ id }) => ({ message: `Tệp của "${id}" đang có lỗi`, hint: 'Sửa tệp trước: danhba check' }),
    en: ({ id }) => ({ message: `The file of "${id}" has errors`, hint: 'Put it right first: danhba check' }),
  },
  'mailbox-none': {
    vi: ({ organization }) => ({
      message: `"${organization}" không có hộp thư riêng`,
      hint: 'Chọn hộp thư cá nhân',
    }),
    en: ({ organization }) => ({
      message: `"${organization}" has no mailbox of its own`,
      hint: 'Choose the personal mailbox',
    }),
  },
  'person-unknown': {
    vi: ({ name, organization, candidates }) => ({
      message: `"${organization}" không có ai là "${name}"`,
      hint: maybe('Có phải là', candidates, 'Ghi mã cá nhân, hoặc họ tên đầy đủ có dấu'),
    }),
    en: ({ name, organization, candidates }) => ({
      message: `"${organization}" has nobody called "${name}"`,
      hint: maybe('Is it', candidates, "Write the person's id, or the full name with marks"),
    }),
  },
  'person-ambiguous': {
    vi: ({ name, candidates }) => ({
      message: `Nhiều người là "${name}"`,
      hint: `Ghi mã của một trong số này: ${told(candidates)}`,
    }),
    en: ({ name, candidates }) => ({
      message: `Several people are "${name}"`,
      hint: `Write the id of one of these: ${told(candidates)}`,
    }),
  },
  'person-elsewhere': {
    vi: ({ id, organization }) => ({
      message: `${id} thuộc "${organization}"`,
      hint: 'Ghi đúng cơ quan, đơn vị của người đó',
    }),
    en: ({ id, organization }) => ({
      message: `${id} belongs to "${organization}"`,
      hint: "Write that person's organization",
    }),
  },
  'person-unusable': {
    vi: ({ id }) => ({
      message: `Các dòng của ${id} trong tệp đang có lỗi`,
      hint: 'Sửa tệp trước: danhba check',
    }),
    en: ({ id }) => ({
      message: `The lines of ${id} have errors`,
      hint: 'Put them right first: danhba check',
    }),
  },
  'person-exists': {
    vi: ({ id, name, organization }) => ({
      message: `Mã ${id} là của ${name} ("${organization}")`,
      hint: 'Bỏ trống mã, hoặc ghi mã chưa ai có',
    }),
    en: ({ id, name, organization }) => ({
      message: `The id ${id} is that of ${name} ("${organization}")`,
      hint: 'Leave the id out, or write one nobody has',
    }),
  },
  'person-namesake': {
    vi: ({ name, candidates }) => ({
      message: `Đã có người tên ${name}: ${told(candidates)}`,
      hint: 'Nếu đây là người khác, ghi mã cá nhân chưa ai có',
    }),
    en: ({ name, candidates }) => ({
      message: `Somebody is called ${name} already: ${told(candidates)}`,
      hint: 'If this is another person, write an id nobody has',
    }),
  },
  'id-missing': {
    vi: () => ({ message: 'Chưa có mã cá nhân nào để đánh số tiếp', hint: 'Điền "Mã cá nhân"' }),
    en: () => ({ message: 'There is no id to go on from', hint: 'Fill in the id of the person' }),
  },
  'already-suspended': {
    vi: ({ since }) => ({ message: `Hộp thư đã tạm dừng từ ${since}`, hint: 'Không phải làm gì' }),
    en: ({ since }) => ({
      message: `The mailbox is suspended since ${since}`,
      hint: 'Nothing has to be done',
    }),
  },
  'already-terminated': {
    vi: ({ decided }) => ({
      message: `Hộp thư đã có quyết định chấm dứt ngày ${decided}`,
      hint: 'Cần dùng lại thì đề nghị cấp mới (Điều 6)',
    }),
    en: ({ decided }) => ({
      message: `The end of the mailbox was decided on ${decided}`,
      hint: 'To use it again, ask for a new one (Article 6)',
    }),
  },
  'already-requested': {
    vi: ({ document }) => ({
      message: `Văn bản ${document} đã được ghi nhận`,
      hint: 'Mỗi văn bản được thực hiện một lần',
    }),
    en: ({ document }) => ({
      message: `The document ${document} is recorded already`,
      hint: 'Each document is carried out once',
    }),
  },
  'not-suspended': {
    vi: () => ({
      message: 'Trong tệp, hộp thư không bị tạm dừng',
      hint: 'Vừa bị tạm dừng thì chờ tệp ghi nhận, rồi gửi lại',
    }),
    en: () => ({
      message: 'By its file, the mailbox is not suspended',
      hint: 'If it was just suspended, wait until the file says so, and send it again',
    }),
  },
  'nothing-changes': {
    vi: () => ({ message: 'Tệp đã đúng như phiếu đề nghị', hint: 'Không phải làm gì' }),
    en: () => ({ message: 'The file already says what the form asks for', hint: 'Nothing has to be done' }),
  },
};

function maybe(lead: string, candidates: readonly Candidate[], otherwise: string): string {
  return candidates.length === 0 ? otherwise : `${lead}: ${told(candidates)}?`;
}
