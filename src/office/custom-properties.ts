/** The custom properties of a Word document: read from its bytes, and set in them. */
import { strFromU8, strToU8, unzipSync } from 'fflate';

export interface DocumentProperty {
  readonly name: string;
  readonly value: string;
}

const path = 'docProps/custom.xml';
const contentType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml';
const relationType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties';

/** More than any letter has: a document that unfolds to more is none of ours. */
const mostBytes = 64 * 1024 * 1024;

/** The parts of a document, by path. Undefined of bytes that are no Word document. */
export function unpackDocument(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined {
  try {
    let size = 0;
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize;
        if (size > mostBytes) throw new RangeError('too large');
        return true;
      },
    });
    return parts['[Content_Types].xml'] && parts['word/document.xml'] ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined of bytes that are no Word document. */
export function readProperties(bytes: Uint8Array): readonly DocumentProperty[] | undefined {
  const parts = unpackDocument(bytes);
  if (parts === undefined) return undefined;
  const custom = parts[path];
  return custom === undefined ? [] : parseProperties(strFromU8(custom));
}

function parseProperties(xml: string): readonly DocumentProperty[] {
  const found = xml.matchAll(/<property\b([^>]*)>([\s\S]*?)<\/property>/g);
  return [...found].flatMap(([, attributes = '', inner = '']) => {
    const name = /\bname=(?:"([^"]*)"|'([^']*)')/.exec(attributes);
    const value = /<(?:[\w-]+:)?(?:lpwstr|lpstr|bstr)>([\s\S]*?)<\//.exec(inner);
    if (name === null || value === null) return [];
    return [{ name: plain(name[1] ?? name[2] ?? ''), value: plain(value[1] ?? '') }];
  });
}

/** The parts with these properties and no others. */
export function withProperties(
  parts: Readonly<Record<string, Uint8Array>>,
  properties: readonly DocumentProperty[],
): Readonly<Record<string, Uint8Array>> {
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
  const relations = strFromU8(parts['_rels/.rels'] ?? new Uint8Array());
  return {
    ...parts,
    [path]: strToU8(renderProperties(properties)),
    '[Content_Types].xml': strToU8(
      types.includes(`/${path}`)
        ? types
        : types.replace('</Types>', `<Override PartName="/${path}" ContentType="${contentType}"/></Types>`),
    ),
    '_rels/.rels': strToU8(
      relations.includes(relationType)
        ? relations
        : relations.replace(
            '</Relationships>',
            `<Relationship Id="rIdDanhba" Type="${relationType}" Target="${path}"/></Relationships>`,
          ),
    ),
  };
}

/** The format every custom property has. */
const formatId = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

function renderProperties(properties: readonly DocumentProperty[]): string {
  const lines = properties.map(
    ({ name, value }, i) =>
      // The first two numbers are reserved.
      `<property fmtid="${formatId}" pid="${i + 2}" name="${inXml(name)}"><vt:lpwstr>${inXml(value)}</vt:lpwstr></property>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${lines.join('')}</Properties>`;
}

const inXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
