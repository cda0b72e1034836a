/** Finds the next difference between a YAML document and what is wanted at one place of it, as a change of its text. */
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { NodePath } from '../read/compose-yaml.ts';
import { keysInOrder } from './order.ts';
import {
  columnOf,
  isFlow,
  isNothing,
  keyOf,
  keyText,
  pairOf,
  type Splice,
  startOf,
  unknownStyle,
} from './places.ts';
import {
  appendItem,
  type Held,
  insertEntry,
  removeEntry,
  removeItem,
  replaceScalar,
  replaceValue,
} from './splice.ts';
import { isList, isMapping, type Writable } from './write.ts';

interface Scene {
  readonly text: string;
  /** The indentation of what is nested in this document. */
  readonly step: number;
}

/** `undefined` is wanted where nothing shall be. Made again and again, the differences come to an end. */
export function difference(
  text: string,
  document: Document,
  path: NodePath,
  wanted: Writable | undefined,
): Splice[] {
  const scene = { text, step: stepOf(document.contents, text) ?? 2 };
  let holder: Pair | undefined;
  let outer: YAMLMap | undefined;
  let node: unknown = document.contents;
  for (const [depth, step] of path.entries()) {
    const rest = path.slice(depth + 1);
    const here = path.slice(0, depth);
    if (isSeq<Node>(node) && typeof step === 'number') {
      const item = node.items[step];
      if (rest.length === 0 && wanted === undefined) return removeItem(text, { node, holder }, step);
      if (item === undefined) return appended(scene, outer, holder, within(rest, wanted));
      node = item;
    } else if (isMap(node) && (node.items.length > 0 || isFlow(outer) || holder === undefined)) {
      const key = String(step);
      const pair = pairOf(node, key);
      if (pair === undefined) {
        return insertEntry(text, node, [key, within(rest, wanted)], keysInOrder(here), scene.step);
      }
      if (rest.length === 0) return ofPair(scene, { node, holder }, pair, path, wanted);
      outer = node;
      holder = pair;
      node = pair.value;
    } else {
      return replaced(scene, outer, holder, within([step, ...rest], wanted));
    }
  }
  throw unknownStyle;
}

/** Puts an item behind another of a list that the document's own mapping holds. */
export function insertion(
  text: string,
  { contents }: Document,
  key: string,
  after: number,
  wanted: Writable,
): Splice[] {
  const pair = isMap(contents) ? pairOf(contents, key) : undefined;
  if (!isMap(contents) || pair === undefined || !isSeq(pair.value)) throw unknownStyle;
  return appendItem(text, contents, pair, wanted, stepOf(contents, text) ?? 2, after);
}

/** What must be written at a place that is not there yet. */
function within(path: NodePath, wanted: Writable | undefined): Writable {
  const [step, ...rest] = path;
  if (wanted === undefined) throw unknownStyle;
  if (step === undefined) return wanted;
  return typeof step === 'number' ? [within(rest, wanted)] : { [step]: within(rest, wanted) };
}

function appended(
  { text, step }: Scene,
  map: YAMLMap | undefined,
  holder: Pair | undefined,
  value: Writable,
) {
  if (map === undefined || holder === undefined) throw unknownStyle;
  return appendItem(text, map, holder, value, step);
}

/** Only what holds nothing may give way to a collection. */
function replaced(
  { text, step }: Scene,
  map: YAMLMap | undefined,
  holder: Pair | undefined,
  value: Writable,
) {
  if (map === undefined || holder === undefined) throw unknownStyle;
  if (!isNothing(holder.value) && !isMap(holder.value)) throw unknownStyle;
  return replaceValue(text, map, holder, value, step);
}

/** Changes and additions before removals: a block that were empty in between would lose its style. */
function ofPair(
  scene: Scene,
  held: Held<YAMLMap>,
  pair: Pair,
  path: NodePath,
  wanted: Writable | undefined,
): Splice[] {
  const { text, step } = scene;
  const { value } = pair;
  if (wanted === undefined) return removeEntry(text, held, pair);
  if (isMap(value) && value.items.length > 0 && isMapping(wanted)) {
    for (const [key, item] of Object.entries(wanted)) {
      const inner = pairOf(value, key);
      if (inner === undefined) return insertEntry(text, value, [key, item], keysInOrder(path), step);
      if (differs(inner.value, item)) {
        return ofPair(scene, { node: value, holder: pair }, inner, [...path, key], item);
      }
    }
    const surplus = value.items.find((inner) => !Object.hasOwn(wanted, keyText(inner) ?? ''));
    if (surplus === undefined) throw unknownStyle;
    return removeEntry(text, { node: value, holder: pair }, surplus);
  }
  if (isSeq<Node>(value) && isList(wanted)) return ofList(scene, held.node, pair, value, wanted);
  if ((isScalar(value) || isNothing(value)) && !isList(wanted) && !isMapping(wanted)) {
    return replaceScalar(text, pair, wanted, isFlow(held.node) ? 'flow' : 'block');
  }
  return replaceValue(text, held.node, pair, wanted, step);
}

/** Items that stay keep their lines, where their order is that of the wanted list and new ones follow. */
function ofList(
  { text, step }: Scene,
  map: YAMLMap,
  pair: Pair,
  list: YAMLSeq<Node>,
  wanted: readonly Writable[],
): Splice[] {
  const current = list.items.map(plain);
  const kept = current.filter((item) => wanted.includes(item as Writable));
  const added = wanted[kept.length];
  if (!kept.every((item, index) => item === wanted[index]))
    return replaceValue(text, map, pair, wanted, step);
  if (added !== undefined) return appendItem(text, map, pair, added, step);
  const surplus = current.findIndex((item) => !wanted.includes(item as Writable));
  return removeItem(text, { node: list, holder: pair }, surplus);
}

function plain(node: unknown): unknown {
  return isScalar(node) ? node.value : node;
}

function differs(node: unknown, wanted: Writable): boolean {
  if (isMap(node) && isMapping(wanted)) {
    const entries = Object.entries(wanted);
    return (
      node.items.length !== entries.length ||
      entries.some(([key, item]) => differs(pairOf(node, key)?.value, item))
    );
  }
  if (isSeq(node) && isList(wanted)) {
    return (
      node.items.length !== wanted.length || wanted.some((item, index) => differs(node.items[index], item))
    );
  }
  return plain(node) !== wanted;
}

/** How much deeper the first nested block mapping stands than its key. */
function stepOf(node: unknown, text: string): number | undefined {
  if (isSeq(node)) return firstOf(node.items, (item) => stepOf(item, text));
  if (!isMap(node) || isFlow(node)) return undefined;
  return firstOf(node.items, (pair) => {
    const { value } = pair;
    if (!isNode(value)) return undefined;
    if (!isMap(value) || isFlow(value)) return stepOf(value, text);
    const deeper = columnOf(text, startOf(value)) - columnOf(text, keyOf(pair, text).range[0]);
    return deeper > 0 ? deeper : undefined;
  });
}

function firstOf<T>(items: readonly T[], find: (item: T) => number | undefined): number | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
