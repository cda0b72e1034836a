/** Writes the text GitHub makes of a filled form. */

import { type FormQuestion, requestForms } from '../../../src/forms/questions.ts';
import type { RequestField, RequestKind } from '../../../src/model/github/request.ts';

export type Filled = Partial<Record<RequestField, string | undefined>>;

/** A box that must be ticked is, where nothing else is said. */
export function fillForm(kind: RequestKind, answers: Filled, lineEnd = '\n'): string {
  const questions = Object.entries(requestForms[kind]) as [RequestField, FormQuestion][];
  const parts = questions.map(([field, question]) => {
    const ticked =
      question.type === 'box' ? `- [${question.required ? 'X' : ' '}] ${question.text}` : undefined;
    return `### ${question.label}\n\n${answers[field] ?? ticked ?? '_No response_'}`;
  });
  return parts.join('\n\n').replaceAll('\n', lineEnd);
}

/** As .github/ISSUE_TEMPLATE begins the title. */
export const formTitles: Readonly<Record<RequestKind, string>> = {
  issue: 'Cấp mới: ',
  change: 'Thay đổi: ',
  suspend: 'Tạm khóa: ',
  terminate: 'Chấm dứt: ',
  restore: 'Khôi phục: ',
  reset: 'Đặt lại mật khẩu: ',
  custodian: 'Đổi người quản lý: ',
  notice: 'Ghi số thông báo: ',
};
