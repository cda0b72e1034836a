/** The issue forms are forms to GitHub, and ask exactly what danhba reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { formLimit, parseFormBody } from '../../../src/forms/body.ts';
import { type FormQuestion, labelsOf, requestForms } from '../../../src/forms/questions.ts';
import { readRequest } from '../../../src/forms/read.ts';
import { type RequestField, type RequestKind, requestKinds } from '../../../src/model/github/request.ts';
import { type Filled, fillForm } from '../review/fill-form.ts';

const folder = join(import.meta.dirname, '../../../.github/ISSUE_TEMPLATE');

interface Element {
  readonly type: string;
  readonly id?: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly validations?: Readonly<Record<string, unknown>>;
}

interface IssueForm {
  readonly name: string;
  readonly description: string;
  readonly title: string;
  readonly labels: readonly string[];
  readonly body: readonly Element[];
}

/** What GitHub's form schema takes, by type of element: its attributes, with what they hold. */
const attributes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  markdown: { value: 'string' },
  input: { label: 'string', description: 'string', placeholder: 'string', value: 'string' },
  textarea: {
    label: 'string',
    description: 'string',
    placeholder: 'string',
    value: 'string',
    render: 'string',
  },
  dropdown: {
    label: 'string',
    description: 'string',
    multiple: 'boolean',
    options: 'array',
    default: 'number',
  },
  checkboxes: { label: 'string', description: 'string', options: 'array' },
};

const typeOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);

/** Everything GitHub would refuse the form for. */
function findFaults(form: IssueForm): readonly string[] {
  const faults: string[] = [];
  const allowed = new Set([
    'name',
    'description',
    'title',
    'labels',
    'assignees',
    'projects',
    'type',
    'body',
  ]);
  for (const key of Object.keys(form)) if (!allowed.has(key)) faults.push(`unknown key ${key}`);
  for (const key of ['name', 'description', 'title'] as const) {
    if (typeof form[key] !== 'string' || form[key] === '') faults.push(`no ${key}`);
  }
  const asked = form.body.filter(({ type }) => type !== 'markdown');
  if (asked.length === 0) faults.push('asks nothing');
  const twice = (what: string, list: readonly unknown[]) => {
    if (new Set(list).size !== list.length) faults.push(`${what} twice`);
  };
  twice(
    'an id',
    asked.map(({ id }) => id),
  );
  twice(
    'a label',
    asked.map(({ attributes: { label } }) => label),
  );
  for (const element of form.body) {
    const known = attributes[element.type];
    if (known === undefined) {
      faults.push(`unknown type ${element.type}`);
      continue;
    }
    for (const [key, value] of Object.entries(element.attributes)) {
      if (known[key] !== typeOf(value)) faults.push(`${element.type}: ${key} is ${typeOf(value)}`);
    }
    for (const key of Object.keys(element)) {
      if (!['type', 'id', 'attributes', 'validations'].includes(key)) faults.push(`unknown key ${key}`);
    }
    for (const [key, value] of Object.entries(element.validations ?? {})) {
      if (key !== 'required' || typeof value !== 'boolean') faults.push(`validation ${key}`);
    }
    if (element.type === 'markdown') {
      if (element.attributes.value === '') faults.push('empty markdown');
      continue;
    }
    if (!/^[A-Za-z0-9_-]+$/.test(element.id ?? '')) faults.push(`id ${element.id}`);
    if (typeof element.attributes.label !== 'string') faults.push(`${element.id}: no label`);
    const options = element.attributes.options as readonly unknown[] | undefined;
    if (element.type === 'dropdown') {
      twice('an option', options ?? []);
      // "None" is GitHub's own; a number or a truth value is no option.
      if (!options?.length || options.some((one) => typeof one !== 'string' || one === 'None'))
        faults.push('options');
    }
    if (element.type === 'checkboxes') {
      const sound = (one: unknown) => typeof (one as { label?: unknown }).label === 'string';
      if (!options?.length || !options.every(sound)) faults.push('boxes');
    }
  }
  return faults;
}

const files = readdirSync(folder).filter((name) => name !== 'config.yml');
const forms = new Map(
  files.map((file) => {
    const form = parse(readFileSync(join(folder, file), 'utf8')) as IssueForm;
    const kind = form.labels
      .find((label) => label.startsWith('danhba:'))
      ?.slice('danhba:'.length) as RequestKind;
    return [kind, form] as const;
  }),
);

const typesOf = {
  line: 'input',
  telephone: 'input',
  date: 'input',
  choice: 'dropdown',
  box: 'checkboxes',
  table: 'textarea',
} as const;

it('there is one form for every kind of request', () => {
  expect(files).toHaveLength(requestKinds.length);
  expect(new Set(forms.keys())).toEqual(new Set(requestKinds));
  expect(new Set([...forms.values()].map(({ name }) => name)).size).toBe(requestKinds.length);
});

it('faults are found', () => {
  const input = { type: 'input', id: 'a', attributes: { label: 'A' } };
  const form = { name: 'n', description: 'd', title: 't', labels: [], body: [input] };
  expect(findFaults(form)).toEqual([]);
  expect(findFaults({ ...form, body: [input, input] })).toEqual(['an id twice', 'a label twice']);
  expect(findFaults({ ...form, body: [{ ...input, type: 'text' }] })).toEqual(['unknown type text']);
  expect(findFaults({ ...form, body: [{ ...input, validations: { required: 'yes' } }] })).not.toEqual([]);
  const menu = { type: 'dropdown', id: 'm', attributes: { label: 'M', options: ['x', 12.1] } };
  expect(findFaults({ ...form, body: [menu] })).toEqual(['options']);
});

describe.each(requestKinds)('%s', (kind) => {
  const form = forms.get(kind) as IssueForm;
  const asked = form.body.filter(({ type }) => type !== 'markdown');

  it('is a form to GitHub', () => {
    expect(findFaults(form)).toEqual([]);
  });

  it('asks what is read, in the same order, and requires what is required', () => {
    const told = (Object.entries(requestForms[kind]) as [RequestField, FormQuestion][]).map(
      ([id, question]) => ({
        id,
        type: typesOf[question.type],
        label: question.label,
        required: question.required,
      }),
    );
    const shown = asked.map(({ id, type, attributes: { label, options }, validations }) => {
      const boxes = type === 'checkboxes' ? (options as { required?: boolean }[]) : [];
      return {
        id,
        type,
        label,
        required: validations?.required ?? boxes.some(({ required }) => required === true),
      };
    });
    expect(shown).toEqual(told);
  });

  it('offers the choices that are read', () => {
    for (const {
      id,
      attributes: { options },
    } of asked) {
      const question = requestForms[kind][id as RequestField];
      if (question?.type === 'choice') expect(options).toEqual(Object.keys(question.choices));
      if (question?.type === 'box')
        expect(options).toMatchObject([
          { label: question.text, ...(question.required && { required: true }) },
        ]);
    }
  });

  it('filled in as GitHub writes it, every choice is a request', () => {
    for (const {
      id,
      attributes: { options },
    } of asked.filter(({ type }) => type === 'dropdown')) {
      for (const option of options as readonly string[]) {
        const answers: Filled = { ...examples[kind], [id as RequestField]: option };
        if (option.startsWith('Hộp thư của')) answers.person = undefined;
        const body = fillForm(kind, answers);
        expect(body.length).toBeLessThan(formLimit);
        expect(readRequest(kind, parseFormBody(body, labelsOf(kind)), '2026-11-24')).toHaveProperty(
          'request',
        );
      }
    }
  });
});

const common = { organization: 'sotttt', person: 'Nguyễn Văn An', document: '1/STTTT', date: '04/05/2026' };
const examples: Readonly<Record<RequestKind, Filled>> = {
  issue: { ...common, name: 'Nguyễn Văn An' },
  change: { ...common, title: 'Chuyên viên' },
  suspend: { ...common, mailbox: 'Hộp thư cá nhân', clause: 'Khoản 5' },
  terminate: { ...common, reason: 'Nghỉ hưu', effective: '04/05/2026' },
  restore: { ...common, mailbox: 'Hộp thư cá nhân' },
  reset: { ...common, mailbox: 'Hộp thư cá nhân' },
  custodian: { ...common, custodian: 'Lò Thị Mai' },
  notice: { ...common, 'notice-id': '1f2e3d4c' },
};

test.each(requestKinds)('the texts of %s hold no markup a clerk would see raw', (kind) => {
  const text = JSON.stringify(forms.get(kind));
  expect(text).not.toMatch(/<!--|\{\{|\u200b/);
});

it('nobody begins with a blank issue, of which nothing comes', () => {
  expect(parse(readFileSync(join(folder, 'config.yml'), 'utf8'))).toEqual({ blank_issues_enabled: false });
});

it('an editor is told of the extension that reads the schemas the files name', () => {
  const told = readFileSync(join(folder, '../../.vscode/extensions.json'), 'utf8');
  expect(JSON.parse(told)).toEqual({ recommendations: ['redhat.vscode-yaml'] });
});
