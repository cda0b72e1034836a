/** The words for a form that is understood, and yet does not say whom it means or what is left to do. */
import type { Candidate, RequestProblemArgs } from '../../../model/github/request.ts';
import type { WordingTable } from '../../text/wording.ts';
import type { FormProblemCode } from './request.ts';
import type { ListProblemCode } from './request-list.ts';
import type { MoveProblemCode } from './request-move.ts';
import type { NoticeProblemCode } from './request-notice.ts';
import { fieldTerms as fields } from './request-terms.ts';

const told = (candidates: readonly Candidate[]): string =>
  candidates
    .map(({ id, name, detail }) => `${id} · ${name}${detail === '' ? '' : ` · ${detail}`}`)
    .join('; ');

export const requestTargetWords: WordingTable<
  Omit<RequestProblemArgs, FormProblemCode | MoveProblemCode | ListProblemCode | NoticeProblemCode>
> = {
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
      message: `Có nhiều cơ quan, đơn vị tên "${name}"`,
      hint: `Ghi mã của đúng nơi thay cho tên: ${told(candidates)}`,
    }),
    en: ({ name, candidates }) => ({
      message: `Several organizations are called "${name}"`,
      hint: `Write the id of the one you mean instead of the name: ${told(candidates)}`,
    }),
  },
  'organization-dissolved': {
    vi: ({ id, name, former, candidates }) => ({
      message: `"${name}" đã giải thể, sáp nhập`,
      hint: maybe(
        'Có phải là nơi kế tiếp',
        candidates,
        'Ghi cơ quan đang có nhiệm vụ đó',
        former ? `; nếu đúng là nơi cũ thì ghi mã ${id}` : '',
      ),
    }),
    en: ({ id, name, former, candidates }) => ({
      message: `"${name}" was dissolved`,
      hint: maybe(
        'Is it the successor',
        candidates,
        'Write the organization that has its tasks now',
        former ? `; if the former one is meant, write its id ${id}` : '',
      ),
    }),
  },
  'organization-unreadable': {
    vi: ({ id }) => ({
      message: `Tệp của "${id}" đang có lỗi`,
      hint: 'Người đại diện sửa tệp trước (danhba check chỉ ra dòng sai), rồi lưu lại phiếu này',
    }),
    en: ({ id }) => ({
      message: `The file of "${id}" has errors`,
      hint: 'Put it right first (danhba check tells the lines), then save this form again',
    }),
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
      message: `Trong "${organization}" không có ai tên, hoặc có mã, "${name}"`,
      hint: maybe('Có phải là', candidates, 'Ghi mã cá nhân, hoặc họ tên đầy đủ có dấu'),
    }),
    en: ({ name, organization, candidates }) => ({
      message: `"${organization}" has nobody called "${name}"`,
      hint: maybe('Is it', candidates, "Write the person's id, or the full name with marks"),
    }),
  },
  'person-ambiguous': {
    vi: ({ name, candidates }) => ({
      message: `Có nhiều người ứng với "${name}"`,
      hint: `Ghi mã của đúng người vào mục "${fields.person.vi}": ${told(candidates)}`,
    }),
    en: ({ name, candidates }) => ({
      message: `Several people are "${name}"`,
      hint: `Write the id of the one you mean as "${fields.person.en}": ${told(candidates)}`,
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
      hint: 'Người đại diện sửa tệp trước (danhba check chỉ ra dòng sai), rồi lưu lại phiếu này',
    }),
    en: ({ id }) => ({
      message: `The lines of ${id} have errors`,
      hint: 'Put them right first (danhba check tells the lines), then save this form again',
    }),
  },
  'person-exists': {
    vi: ({ id, name, organization }) => ({
      message: `Mã ${id} là của ${name} ("${organization}")`,
      hint: `Xem lại mã và họ tên. Người mới thì bỏ trống "${fields['person-id'].vi}" để được cấp mã mới`,
    }),
    en: ({ id, name, organization }) => ({
      message: `The id ${id} is that of ${name} ("${organization}")`,
      hint: `Look at the id and the name again. Leave "${fields['person-id'].en}" out to get a new one`,
    }),
  },
  'person-namesake': {
    vi: ({ name, candidates, taken }) => ({
      message: `Đã có người tên ${name}: ${told(candidates)}`,
      hint: `Nếu đây là người khác, đánh dấu ô "${fields.namesake.vi}" (trong danh sách: cột "Trùng tên", ghi x) để được cấp mã riêng${
        taken === undefined
          ? ''
          : `, và điền "${fields.address.vi}" cùng số và ngày quyết định (khoản 5.2.b), vì ${taken} đã có người dùng`
      }`,
    }),
    en: ({ name, candidates, taken }) => ({
      message: `Somebody is called ${name} already: ${told(candidates)}`,
      hint: `If this is another person, tick "${fields.namesake.en}" (in a list: the column "Trùng tên" with an x); the id comes by itself${
        taken === undefined
          ? ''
          : `. Fill in "${fields.address.en}" with its number and date too (5.2.b): ${taken} is in use`
      }`,
    }),
  },
  'id-missing': {
    vi: () => ({ message: 'Chưa có mã cá nhân nào để đánh số tiếp', hint: 'Điền "Mã cá nhân"' }),
    en: () => ({ message: 'There is no id to go on from', hint: 'Fill in the id of the person' }),
  },
  'already-suspended': {
    vi: ({ since }) => ({
      message: `Hộp thư đã tạm dừng từ ${since}`,
      hint: 'Thông báo bằng văn bản gửi sau thì đơn vị vận hành ghi số bằng phiếu "Ghi số thông báo tạm dừng"',
    }),
    en: ({ since }) => ({
      message: `The mailbox is suspended since ${since}`,
      hint: 'A written notice that was sent later is for the operator to record, by the form "Ghi số thông báo tạm dừng"',
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
    vi: () => ({
      message: 'Văn bản này đã được ghi nhận',
      hint: 'Mỗi văn bản được thực hiện một lần: cần làm lại thì phải có văn bản mới',
    }),
    en: () => ({
      message: 'This document is recorded already',
      hint: 'Each document is carried out once: to do it again takes another document',
    }),
  },
  'not-suspended': {
    vi: () => ({
      message: 'Trong tệp, hộp thư không bị tạm dừng',
      hint: 'Xem lại đúng người chưa. Hộp thư vừa bị tạm dừng thì chờ tệp ghi nhận (thường trong ngày), rồi lưu lại phiếu',
    }),
    en: () => ({
      message: 'By its file, the mailbox is not suspended',
      hint: 'Look whether it is the right one. If it was just suspended, wait until the file says so, and save the form again',
    }),
  },
  'nothing-changes': {
    vi: () => ({ message: 'Tệp của cơ quan đã ghi đúng như phiếu đề nghị', hint: '' }),
    en: () => ({ message: 'The file already says what the form asks for', hint: '' }),
  },
};

function maybe(lead: string, candidates: readonly Candidate[], otherwise: string, more = ''): string {
  return `${candidates.length === 0 ? otherwise : `${lead}: ${told(candidates)}?`}${more}`;
}
