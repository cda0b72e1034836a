/** Shows the ready address forms of places under the province side by side, each with what stands in its way. */
import type { PlaceKind, ReadyForm, ReadyForms } from '../model/directory/ready-forms.ts';
import { type ProblemContext, placeProblems, wordsOf } from './problems/problems.ts';
import { renderJson, visible } from './text/escape.ts';
import { columnsOf, renderTable } from './text/table.ts';
import type { Language } from './text/wording.ts';

const places = {
  commune: { vi: 'Xã', en: 'Communes' },
  ward: { vi: 'Phường', en: 'Wards' },
  town: { vi: 'Thị trấn', en: 'Towns' },
} as const satisfies Record<PlaceKind, Record<Language, string>>;

const words = {
  vi: {
    none: 'Danh bạ này không có xã, phường, thị trấn nào.\n',
    ofProvince: (count: number) => `trực thuộc tỉnh: ${count}`,
    asIf: (count: number) => `${count}, chưa nơi nào trực thuộc tỉnh: xét như thể trực thuộc`,
    columns: ['mẫu', 'ví dụ', 'dài nhất', 'trùng', 'quyết định lại'],
    current: 'đang dùng',
    next:
      'Đơn vị vận hành chọn mẫu theo văn bản của tỉnh, ghi vào policy.yaml ở khóa sau dấu →, rồi chạy "danhba check".\n' +
      '"quyết định lại": địa chỉ cá nhân đã quyết định theo mẫu cũ, phải có quyết định khác.\n' +
      'Mới xét theo các tệp; địa chỉ chỉ có trên máy chủ thì "danhba plan" mới thấy.',
  },
  en: {
    none: 'This directory has no commune, ward or town.\n',
    ofProvince: (count: number) => `under the province: ${count}`,
    asIf: (count: number) => `${count}, none under the province yet: looked at as if they were`,
    columns: ['form', 'example', 'longest', 'taken', 'decide anew'],
    current: 'in use',
    next:
      'The operator decides by the province’s document, writes the form to policy.yaml at the key after →, and runs "danhba check".\n' +
      '"decide anew": addresses decided under another form, which need another decision.\n' +
      'This is by the files alone; what only the server has, "danhba plan" sees.',
  },
} as const;

export function renderReadyForms(kinds: readonly ReadyForms[], context: ProblemContext): string {
  const { language } = context;
  if (kinds.length === 0) return words[language].none;
  return [...kinds.map((one) => renderKind(one, context)), `${words[language].next}\n`].join('\n');
}

function renderKind({ kind, key, isOfProvince, forms }: ReadyForms, context: ProblemContext): string {
  const { language } = context;
  const said = words[language];
  const count = forms[0]?.addresses.length ?? 0;
  const head = `${places[kind][language]} ${isOfProvince ? said.ofProvince(count) : said.asIf(count)}`;
  const titles = said.columns.map((title, index) => ({
    title,
    align: index > 2 ? ('right' as const) : ('left' as const),
  }));
  const rows = forms.map(({ form, isCurrent, addresses, collisions, redecide }) => [
    isCurrent ? `${form} (${said.current})` : form,
    addresses[0]?.address ?? '',
    longest(addresses.map(({ address }) => address)),
    String(collisions.length),
    String(redecide),
  ]);
  const taken = forms
    .filter(({ collisions }) => collisions.length > 0)
    .map((form) => renderCollisions(form, context));
  return `${[head, ...renderTable(titles, rows), ...taken, `  → naming.forms.${key}`].join('\n')}\n`;
}

function renderCollisions({ form, collisions }: ReadyForm, { language, locate }: ProblemContext): string {
  const lines = placeProblems(collisions, locate).map(({ problem, at }) => {
    const { message } = wordsOf(problem, language, 'desk');
    return `    ${visible(problem.at.file)}:${at.line} [${problem.code}] ${visible(message)}`;
  });
  return [`  ${form}:`, ...lines].join('\n');
}

const longest = (texts: readonly string[]): string =>
  texts.reduce((found, text) => (columnsOf(text) > columnsOf(found) ? text : found), '');

export function renderReadyFormsJson(kinds: readonly ReadyForms[], context: ProblemContext): string {
  const { language, locate } = context;
  const value = kinds.map(({ kind, key, isOfProvince, forms }) => ({
    kind,
    key,
    isOfProvince,
    forms: forms.map(({ form, isCurrent, addresses, collisions, redecide }) => ({
      form,
      isCurrent,
      addresses,
      redecide,
      collisions: placeProblems(collisions, locate).map(({ problem, at }) => ({
        code: problem.code,
        file: problem.at.file,
        line: at.line,
        message: wordsOf(problem, language, 'desk').message,
      })),
    })),
  }));
  return `${renderJson({ kinds: value }, 2)}\n`;
}
