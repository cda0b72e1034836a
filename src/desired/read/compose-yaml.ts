/** Reads a text into YAML nodes with their places, in bounded time and depth whatever the text; never throws. */
import type { CST, Document, LineCounter, Node } from 'yaml';
import { fullYaml } from './full-yaml.ts';

/** A way down YAML nodes: keys of mappings and indexes of sequences. */
export type NodePath = readonly (string | number)[];

export interface YamlError {
  /** The parser's code, or one of ours: DUPLICATE_KEY, MULTIPLE_DOCS, TOO_COMPLEX, UNPRINTABLE. */
  readonly code: string;
  readonly detail: string;
  readonly offset: number;
}

export interface ComposedYaml {
  readonly document: Document | undefined;
  readonly lines: LineCounter;
  readonly errors: readonly YamlError[];
  /** Where the first alias stands; undefined where there is none. */
  readonly aliasAt: number | undefined;
  /** Plain words that other readers of YAML take for true or false. */
  readonly ambiguous: readonly { readonly path: NodePath; readonly word: string }[];
}

/** Larger than any organization's file: about 20,000 people. */
export const sizeLimit = 4_000_000;

/** Far deeper than our format, far less than would exhaust the stack. */
const depthLimit = 64;

/** More aliases than any honest file has; beyond it lies the "billion laughs". */
const aliasLimit = 50;

/** After the first few, syntax errors only follow from one another. */
const errorLimit = 20;

/** YAML 1.2.2 §5.1: what a YAML text must not contain. A byte-order mark may stand in front (§5.2). */
const unprintable = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** YAML 1.1 reads these as true and false, and editors and other tools still do. */
const ambiguousWord = /^(?:on|off|yes|no)$/i;

export function composeYaml(text: string): ComposedYaml {
  const lines = countLines(text);
  const failed = (code: string, detail: string, offset: number): ComposedYaml => {
    const errors = [{ code, detail, offset }];
    return { document: undefined, lines, errors, aliasAt: undefined, ambiguous: [] };
  };
  if (text.length > sizeLimit) return failed('TOO_COMPLEX', 'size', 0);
  const bad = unprintable.exec(text);
  if (bad !== null) return failed('UNPRINTABLE', codePoint(bad[0]), bad.index);
  try {
    const { tokens, tooDeepAt } = tokensOf(text);
    if (tooDeepAt !== undefined) return failed('TOO_COMPLEX', 'depth', tooDeepAt);
    const { Composer } = fullYaml();
    const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
    const [document, second] = composer.compose(tokens, true, text.length);
    if (document === undefined) return failed('TOO_COMPLEX', 'empty', 0);
    // The parser only warns of an unknown tag; here it would make a value the author did not mean.
    const errors: YamlError[] = [...document.errors, ...document.warnings]
      .slice(0, errorLimit)
      .map(({ code, message, pos }) => ({ code, detail: message.slice(0, 200), offset: pos[0] }));
    if (second !== undefined) {
      errors.push({ code: 'MULTIPLE_DOCS', detail: '---', offset: second.range[0] });
    }
    const found = inspect(document, text);
    const { aliasAt, ambiguous } = found;
    const placed = atOpening(errors, found.unclosedAt);
    return { document, lines, errors: [...placed, ...found.errors], aliasAt, ambiguous };
  } catch (thrown) {
    return failed('TOO_COMPLEX', thrown instanceof Error ? thrown.message : String(thrown), 0);
  }
}

/** The parser tells where it gave up, most often the next line or the end; what was opened is what to close. */
function atOpening(errors: readonly YamlError[], opened: number | undefined): readonly YamlError[] {
  const follows = ({ code }: YamlError) => code === 'MISSING_CHAR' || code === 'BAD_INDENT';
  const first = errors.find(follows);
  if (opened === undefined || first === undefined) return errors;
  return [{ ...first, code: 'MISSING_CHAR', offset: opened }, ...errors.filter((error) => !follows(error))];
}

/** The parser's own tokens, given up on where they nest too deep: composing them would exhaust the stack. */
function tokensOf(text: string): { tokens: CST.Token[]; tooDeepAt?: number } {
  const { Lexer, Parser } = fullYaml();
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > depthLimit) return { tokens, tooDeepAt: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

interface Inspected extends Pick<ComposedYaml, 'errors' | 'aliasAt' | 'ambiguous'> {
  /** Where the innermost quote or bracket stands that is never closed. */
  readonly unclosedAt: number | undefined;
}

/** Keys written twice, aliases of nothing and beyond the limit, ambiguous words and what is left open, in one walk. */
function inspect(document: Document, text: string): Inspected {
  const { isAlias, isCollection, isMap, isNode, isPair, isScalar } = fullYaml();
  const errors: YamlError[] = [];
  const ambiguous: { path: NodePath; word: string }[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  let aliasAt: number | undefined;
  let unclosedAt: number | undefined;
  const walk = (node: unknown, path: NodePath): void => {
    if (isNode(node) && isUnclosed(node, text)) unclosedAt = node.range?.[0];
    if (isAlias(node)) {
      const offset = node.range?.[0] ?? 0;
      aliasAt ??= offset;
      if (++aliases === aliasLimit + 1) errors.push({ code: 'TOO_COMPLEX', detail: 'aliases', offset });
      if (aliases <= aliasLimit && !anchors.has(node.source)) {
        errors.push({ code: 'BAD_ALIAS', detail: node.source, offset });
      }
    } else if (isNode(node) && node.anchor !== undefined) anchors.add(node.anchor);
    if (isScalar(node) && node.type === 'PLAIN' && ambiguousWord.test(node.source ?? '')) {
      ambiguous.push({ path, word: node.source ?? '' });
    }
    if (!isCollection(node)) return;
    const keys = new Set<string>();
    for (const [index, item] of node.items.entries()) {
      if (!isPair(item)) {
        walk(item, [...path, index]);
        continue;
      }
      const key = isScalar(item.key) ? String(item.key.value) : undefined;
      if (isMap(node) && key !== undefined && keys.has(key) && errors.length < errorLimit) {
        const offset = isScalar(item.key) ? (item.key.range?.[0] ?? 0) : 0;
        errors.push({ code: 'DUPLICATE_KEY', detail: key, offset });
      }
      if (key !== undefined) keys.add(key);
      else walk(item.key, path);
      if (isScalar(item.key) && item.key.anchor !== undefined) anchors.add(item.key.anchor);
      walk(item.value, [...path, key ?? '']);
    }
  };
  walk(document.contents, []);
  return { errors, aliasAt, ambiguous, unclosedAt };
}

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };

function isUnclosed(node: Node, text: string): boolean {
  const { isCollection, isScalar } = fullYaml();
  const [start, end] = node.range ?? [0, 0];
  const close = closing[text[start] ?? ''];
  const delimited = isCollection(node)
    ? node.flow === true
    : isScalar(node) && /^QUOTE/.test(node.type ?? '');
  return delimited && close !== undefined && (end - start < 2 || text[end - 1] !== close);
}

function countLines(text: string): LineCounter {
  const { LineCounter } = fullYaml();
  const lines = new LineCounter();
  // A byte-order mark takes no column.
  lines.addNewLine(text.startsWith('\ufeff') ? 1 : 0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
