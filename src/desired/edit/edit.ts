/** Edits the text of one organization's file: the lines of the edit change, every other byte stays. */
import { type Document, isAlias, isMap, isSeq, type Node, visit } from 'yaml';
import type { Edit, EditRefusal } from '../../model/directory/edit.ts';
import type { Person } from '../../model/directory/organization.ts';
import { composeYaml, type NodePath } from '../read/compose-yaml.ts';
import { parseYaml } from '../read/parse-yaml.ts';
import { difference, insertion } from './difference.ts';
import { inOrder } from './order.ts';
import { splice, unknownStyle } from './places.ts';
import { isList, isMapping, type Writable } from './write.ts';

export type EditResult = { readonly text: string } | { readonly refusal: EditRefusal };

/** More changes than the largest block has values. */
const spliceLimit = 100;

/**
 * The text after the edit, or why there is none. A text that has what the edit asks for is returned as it is. The
 * result is read again: it says exactly what was asked, and beside it what it said before, or it is refused.
 */
export function editOrganization(text: string, edit: Edit): EditResult {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const result = editText(text.slice(mark.length), edit);
  return 'text' in result ? { text: mark + result.text } : result;
}

function editText(text: string, edit: Edit): EditResult {
  const { document, lines, errors } = composeYaml(text);
  const [error] = errors;
  if (document === undefined || error !== undefined) {
    const { detail = '', offset = 0 } = error ?? {};
    return { refusal: { code: 'unreadable', line: Math.max(1, lines.linePos(offset).line), detail } };
  }
  const anchor = firstNode(document, (node) => isAlias(node) || node.anchor !== undefined);
  if (anchor !== undefined) return { refusal: { code: 'anchor', line: lines.linePos(anchor).line } };
  // A tag stands before its node and says what it is: neither would be as the places and the style tell.
  if (firstNode(document, ({ tag }) => tag !== undefined) !== undefined)
    return { refusal: { code: 'style' } };
  const target = targetOf(document, edit);
  if ('refusal' in target) return target;
  const before: unknown = document.toJS();
  try {
    return { text: change(text, document, target, before) };
  } catch (thrown) {
    if (thrown === unknownStyle) return { refusal: { code: 'style' } };
    throw thrown;
  }
}

/** Makes one difference after another, until the text says what is wanted. */
function change(text: string, document: Document, target: Target, before: unknown): string {
  // A carriage return of its own ends a line for some readers of YAML and none for others.
  if (/\r(?!\n)/.test(text)) throw unknownStyle;
  if (target.after !== undefined) return insert(text, document, { ...target, after: target.after }, before);
  const wanted = withValue(before, target.path, target.value);
  let changed = text;
  let current = document;
  let value = before;
  for (let count = 0; count < spliceLimit; count++) {
    if (isSame(value, wanted)) return changed;
    changed = splice(changed, difference(changed, current, target.path, target.value));
    // Not the parser that found the places: the one every file is read by.
    value = parseYaml('', changed).value;
    if (isSame(value, wanted)) return changed;
    const composed = composeYaml(changed);
    if (composed.document === undefined || composed.errors.length > 0) throw unknownStyle;
    current = composed.document;
  }
  throw unknownStyle;
}

/** One new item, and every other as it was. */
function insert(
  text: string,
  document: Document,
  { path: [key = ''], value, after }: Target & { readonly after: number },
  before: unknown,
): string {
  const items = isMapping(before) ? before[key] : undefined;
  if (value === undefined || !isMapping(before) || !isList(items)) throw unknownStyle;
  const wanted = { ...before, [key]: items.toSpliced(after + 1, 0, value) };
  const changed = splice(text, insertion(text, document, String(key), after, value));
  if (!isSame(parseYaml('', changed).value, wanted)) throw unknownStyle;
  return changed;
}

interface Target {
  readonly path: NodePath;
  readonly value: Writable | undefined;
  /** The item of a list behind which it is put; by default the path says where. */
  readonly after?: number;
}

/** Where the edit takes place, and what shall be there; `undefined` for nothing. */
function targetOf(document: Document, edit: Edit): Target | { readonly refusal: EditRefusal } {
  const people = document.get('people', true);
  const ids = isSeq(people) ? people.items.map(idOf) : [];
  if (edit.kind === 'add-person') {
    const { id } = edit.person;
    if (ids.includes(id)) return { refusal: { code: 'person-duplicate', id } };
    const path = ['people', ids.length];
    const target = { path, value: inOrder(writable(edit.person), path) };
    const after = edit.after === undefined ? -1 : ids.indexOf(edit.after);
    // Behind the last one is the end.
    return after < 0 || after === ids.length - 1 ? target : { ...target, after };
  }
  if (edit.kind === 'set' && edit.account === 'mailbox') {
    const mailbox = document.get('mailbox', true);
    if (mailbox !== undefined && !isMap(mailbox)) return { refusal: { code: 'mailbox-none' } };
    return fieldTarget(['mailbox'], edit);
  }
  const id = edit.kind === 'set' ? (edit.account as { person: string }).person : edit.id;
  const index = ids.indexOf(id);
  if (index < 0) return { refusal: { code: 'person-unknown', id } };
  if (ids.lastIndexOf(id) !== index) return { refusal: { code: 'person-duplicate', id } };
  const path = ['people', index];
  return edit.kind === 'set' ? fieldTarget(path, edit) : { path, value: undefined };
}

function fieldTarget(path: NodePath, edit: Extract<Edit, { kind: 'set' }>): Target {
  const place = [...path, edit.key];
  const value = edit.value === undefined ? undefined : inOrder(writable(edit.value), place);
  return { path: place, value };
}

/** Our types of declarations hold text, true and false, lists and mappings, and nothing else. */
function writable(value: Person | NonNullable<Person[keyof Person]>): Writable {
  return value as unknown as Writable;
}

function idOf(item: unknown): unknown {
  return isMap(item) ? item.get('id') : undefined;
}

/** Where the first node of this kind stands. */
function firstNode(document: Document, is: (node: Node) => boolean): number | undefined {
  let found: number | undefined;
  visit(document, {
    Node: (_key, node: Node) => {
      if (!is(node)) return;
      found = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** A copy that has this value at the path; `undefined` leaves the key or the item out. */
function withValue(value: unknown, path: NodePath, wanted: Writable | undefined): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return wanted;
  if (typeof step === 'number') {
    const items = isList(value) ? value : [];
    const item = withValue(items[step], rest, wanted);
    return item === undefined
      ? items.toSpliced(step, 1)
      : [...items.slice(0, step), item, ...items.slice(step + 1)];
  }
  const mapping = isMapping(value) ? value : {};
  const { [step]: old, ...others } = mapping;
  const item = withValue(old, rest, wanted);
  return item === undefined ? (value === undefined ? undefined : others) : { ...others, [step]: item };
}

/** Equal data, whatever the order of keys. */
function isSame(a: unknown, b: unknown): boolean {
  if (isList(a))
    return isList(b) && a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  if (!isMapping(a)) return Object.is(a, b);
  const keys = Object.keys(a);
  return (
    isMapping(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  );
}
