/** The words for a form that moves somebody from one organization to another, and cannot yet (8.2, 6.1). */
import type { RequestProblemArgs } from '../../../model/github/request.ts';
import type { WordingTable } from '../../text/wording.ts';
import { fieldTerms as fields } from './request-terms.ts';

export type MoveProblemCode = Extract<
  keyof RequestProblemArgs,
  `destination-${string}` | `release${string}` | 'id-unborne'
>;

export const requestMoveWords: WordingTable<Pick<RequestProblemArgs, MoveProblemCode>> = {
  'destination-unneeded': {
    vi: ({ field }) => ({
      message: `Lý do không phải luân chuyển, điều động mà vẫn điền "${fields[field].vi}"`,
      hint: 'Bỏ trống mục đó, hoặc chọn lý do "Luân chuyển, điều động"',
    }),
    en: ({ field }) => ({
      message: `"${fields[field].en}" is filled in, and yet the reason is no transfer`,
      hint: 'Clear it, or choose the transfer ("Luân chuyển, điều động") as the reason',
    }),
  },
  'destination-same': {
    vi: ({ organization }) => ({
      message: `"${organization}" là nơi người đó đang làm, không phải nơi chuyển đến`,
      hint: `Ghi mã cơ quan tiếp nhận; ra ngoài tỉnh thì bỏ trống "${fields.destination.vi}"`,
    }),
    en: ({ organization }) => ({
      message: `"${organization}" is where the person works, not where the person goes`,
      hint: `Write the id of the receiving organization; leave "${fields.destination.en}" out where it is outside the province`,
    }),
  },
  'release-missing': {
    vi: ({ id, name, organization, to }) => ({
      message: `${name} (${id}) còn thuộc "${organization}": nơi đó chưa ghi cho chuyển đi`,
      hint: `Đề nghị "${organization}" gửi phiếu chấm dứt trước, lý do "Luân chuyển, điều động", "${fields.destination.vi}" là ${to}. Khi thay đổi đó đã được duyệt và gộp thì lưu lại phiếu này`,
    }),
    en: ({ id, name, organization, to }) => ({
      message: `${name} (${id}) still belongs to "${organization}", which has not recorded the transfer`,
      hint: `"${organization}" must first send the form that ends the mailbox, with the transfer as reason and ${to} as "${fields.destination.en}". Once that is merged, save this form again`,
    }),
  },
  'released-elsewhere': {
    vi: ({ id, name, organization, to }) => ({
      message: `"${organization}" ghi cho ${name} (${id}) chuyển đến "${to}", không phải đến đây`,
      hint: `Xem lại cơ quan tiếp nhận. Nếu đúng là ở đây thì đề nghị "${organization}" gửi lại phiếu chấm dứt, lý do "Luân chuyển, điều động", "${fields.destination.vi}" là nơi đây; khi thay đổi đó đã gộp thì lưu lại phiếu này`,
    }),
    en: ({ id, name, organization, to }) => ({
      message: `"${organization}" has recorded a move of ${name} (${id}) to "${to}", not to here`,
      hint: `Look at the receiving organization again. If it is this one, "${organization}" must send the form that ends the mailbox again, with this one as "${fields.destination.en}"; once that is merged, save this form again`,
    }),
  },
  'id-unborne': {
    vi: ({ id }) => ({
      message: `Không ai trong danh bạ có mã ${id}`,
      hint: `Người mới thì bỏ trống "${fields['person-id'].vi}". Người chuyển đến thì xem lại mã: mục của người đó phải còn trong tệp của cơ quan cũ`,
    }),
    en: ({ id }) => ({
      message: `Nobody in the directory has the id ${id}`,
      hint: `Leave "${fields['person-id'].en}" out for a newcomer. For somebody who comes from elsewhere look at it again: the file of the old organization must still have the person`,
    }),
  },
};
