/** The pages of the directory, held against names that would be markup, formulas or lines of a card. */
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type {
  Published,
  PublishedOrganization,
  PublishedPerson,
} from '../../../src/model/publish/published.ts';
import { makeSearchIndex } from '../../../src/publish/search-index.ts';
import { renderPersonCard, renderScannedCard } from '../../../src/render/site/card.ts';
import { renderSite } from '../../../src/render/site/site.ts';
import { renderCsv } from '../../../src/render/text/csv.ts';

const person: PublishedPerson = {
  slug: 'annv.sokx',
  name: 'Nguyễn Văn An',
  title: 'Chuyên viên',
  unit: 'Văn phòng',
  phone: '0213 3 876 543',
  address: 'annv.sokx@laichau.gov.vn',
  otherAddresses: [],
};

const organization = (people: readonly PublishedPerson[], name = 'Sở X'): PublishedOrganization => ({
  ...{ id: 'sokx', name, kind: 'provincial', above: [], below: [], address: 'sokx@laichau.gov.vn' },
  ...{ otherAddresses: [], predecessors: [], people },
});

const tools = {
  svgOf: () => '<svg></svg>',
  markOf: (texts: readonly string[]) => `m${texts.join('').length}`,
};

function filesOf(one: PublishedOrganization): ReadonlyMap<string, string> {
  const published: Published = {
    ...{ audience: 'public', province: 'Lai Châu', domain: 'laichau.gov.vn' },
    organizations: new Map([[one.id, one]]),
  };
  const files = renderSite(published, makeSearchIndex(published), tools);
  return new Map([...files].map(({ path, text }) => [path, text]));
}

const hostile = [
  '<script>alert(1)</script>',
  '"onmouseover="alert(1)',
  '&lt;b&gt;',
  '\u202Egnp.exe',
  "'--><img src=x>",
];

describe.each(hostile)('somebody called %j', (name) => {
  const files = filesOf(organization([{ ...person, name, title: name, unit: name, phone: name }], name));

  test('is text on every page', () => {
    for (const [path, text] of files) {
      if (!path.endsWith('.html')) continue;
      expect(text, path).not.toContain(name.includes('<') || name.includes('\u202E') ? name : `"${name}`);
      expect(text, path).not.toMatch(/<(script>|img|b>)/);
    }
  });

  test('turns nothing around in what a portal takes', () => {
    for (const kind of ['json', 'csv', 'html', 'page.html']) {
      const text = files.get(`portal/sokx.${kind}`) ?? '';
      expect(kind === 'json' ? JSON.stringify(JSON.parse(text)) : text, kind).not.toContain('\u202e');
    }
  });

  test('is text in the data the page loads', () => {
    for (const [path, text] of files) {
      if (!path.startsWith('data/')) continue;
      const [, json = ''] = /^danhba\.\w+\((.*)\);\n$/s.exec(text) ?? [];
      expect(JSON.stringify(JSON.parse(`[${json}]`)), path).not.toContain('\u202e');
    }
  });
});

test.each(['a?bcc=b@c.vn&x', 'a%0d%0aBcc:b@c.vn', 'a"onclick="x', '\ud800@c.vn'])(
  'whoever writes to %j writes to nobody else',
  (address) => {
    const links = [...filesOf({ ...organization([{ ...person, address }]), address }).entries()].flatMap(
      ([path, text]) => [...text.matchAll(/href="(mailto:[^"]*)"/g)].map(([, link = '']) => [path, link]),
    );
    expect(new Set(links.map(([path]) => path))).toEqual(
      new Set(['o/sokx.html', 'p/annv.sokx.html', 'portal/sokx.html', 'portal/sokx.page.html']),
    );
    for (const [, link = ''] of links) {
      const { search, pathname } = new URL(link.replaceAll('&#39;', "'"));
      expect([search, decodeURIComponent(pathname)]).toEqual(['', address.toWellFormed()]);
    }
  },
);

test('the search asks for the data of its own page, and for none of another day', () => {
  const indexes = [person, { ...person, name: 'Nguyễn Văn Ân Ân' }].map((one) => {
    const files = filesOf(organization([one]));
    const [, mark] = /data-index="(m\d+)"/.exec(files.get('index.html') ?? '') ?? [];
    const folders = [...files.keys()].filter((path) => path.startsWith('data/'));
    expect(new Set(folders.map((path) => path.split('/')[1]))).toEqual(new Set([mark]));
    return mark;
  });
  expect(new Set(indexes).size).toBe(2);
});

test('a file is written once, whatever it is called', () => {
  const paths = [
    ...renderSite(
      {
        ...{ audience: 'public', province: 'Lai Châu', domain: 'laichau.gov.vn' },
        organizations: new Map([['sokx', organization([person])]]),
      },
      makeSearchIndex({
        ...{ audience: 'public', province: 'Lai Châu', domain: 'laichau.gov.vn' },
        organizations: new Map([['sokx', organization([person])]]),
      }),
      tools,
    ),
  ].map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toContain('p/annv.sokx.html');
  expect(paths).toContain('portal/sokx.csv');
});

describe('a vCard', () => {
  const parsed = (text: string) => new ICAL.Component(ICAL.parse(text) as unknown[]);
  const values = (text: string, name: string) => parsed(text).getFirstProperty(name)?.getValues();

  test('is read by a client’s library', () => {
    const card = renderPersonCard(person, organization([]));
    expect(values(card, 'version')).toEqual(['4.0']);
    expect(values(card, 'fn')).toEqual(['Nguyễn Văn An']);
    expect(values(card, 'n')).toEqual([['Nguyễn', 'An', 'Văn', '', '']]);
    expect(values(card, 'org')).toEqual([['Sở X', 'Văn phòng']]);
    expect(values(card, 'email')).toEqual(['annv.sokx@laichau.gov.vn']);
    expect(values(card, 'tel')).toEqual(['0213 3 876 543']);
  });

  test.each(['a;b', 'a,b', 'a\\b', 'a\nEND:VCARD', 'Ủy ban nhân dân '.repeat(20).trim()])(
    'keeps the name %j',
    (name) => {
      const card = renderPersonCard({ ...person, name }, organization([], name));
      expect(values(card, 'fn')).toEqual([name]);
      expect(values(card, 'org')?.flat()).toEqual([name, 'Văn phòng']);
      expect(card.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
      expect(card).not.toMatch(/[^\r]\n/);
    },
  );

  test('takes the recorded parts of a name', () => {
    const nameParts = { family: 'Niê', given: "H'Hen" };
    expect(values(renderPersonCard({ ...person, nameParts }, organization([])), 'n')).toEqual([
      ['Niê', "H'Hen", '', '', ''],
    ]);
  });

  test('for a telephone is short', () => {
    expect(Buffer.byteLength(renderScannedCard(person, organization([])))).toBeLessThan(200);
  });
});

describe('CSV', () => {
  test.each(['=cmd|calc', '+1', '-1', '@SUM(A1)', '\tx', ' =1', '\uff1dcmd', '\uff0b1', '+84213-1'])(
    '%j is no formula',
    (value) => {
      expect(renderCsv([[value]])).toContain(`'${value}`);
    },
  );

  test.each(['\u0000=cmd', '\u200b=cmd', '\u202e=cmd', '\ud800=cmd', '\r=cmd'])(
    'nothing that is not seen hides that %j is one',
    (value) => {
      expect(renderCsv([[value]])).toBe("\ufeff'=cmd\r\n");
    },
  );

  test('a telephone is dialled as it stands', () => {
    expect(renderCsv([['+84 213 3876543', '+842133876543']])).toBe('\ufeff+84 213 3876543,+842133876543\r\n');
  });

  test('begins so that Excel reads the letters, and quotes what must be', () => {
    expect(renderCsv([['Lò "A", B', 'è']])).toBe('\ufeff"Lò ""A"", B",è\r\n');
  });
});
