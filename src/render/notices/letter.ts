/** Says a notice in the parts of a document: heads, number, text, signature, recipients, and the annex of many people. */
import type { OrganizationFile } from '../../model/directory/organization.ts';
import { type Policy, passwordPageOf } from '../../model/directory/policy.ts';
import type { Letter, PeopleTable } from '../../model/letter.ts';
import type { Notice, NoticeOffice, NoticePerson } from '../../model/notice.ts';
import type { Language } from '../text/wording.ts';
import { en } from './words/en.ts';
import { formOf, type LetterFacts, type NoticeWords } from './words/shape.ts';
import { vi } from './words/vi.ts';

const words = { vi, en } as const satisfies Record<Language, NoticeWords>;

export interface LetterContext {
  readonly policy: Policy;
  readonly office: NoticeOffice;
  readonly organizations: readonly OrganizationFile[];
  readonly language: Language;
}

export function renderLetter(notice: Notice, context: LetterContext): Letter {
  const { office, language } = context;
  const say = words[language];
  const form = formOf[notice.kind];
  const facts = factsOf(notice, context);
  const kind = say.kinds[notice.kind];
  const subject = kind.subject(facts);
  const number = say.number(form, office);
  const { parentBody } = bodiesOf(context);
  const isLetter = form === 'letter';
  const points = kind.points(facts);
  return {
    form,
    ...(parentBody !== undefined && { parentBody: parentBody.toUpperCase() }),
    body: facts.office.body.toUpperCase(),
    organization: facts.organization,
    nation: say.nation,
    motto: say.motto,
    number,
    placeAndDate: say.placeAndDate(office.place),
    ...(isLetter ? { addressee: say.addressee(facts.organization) } : { title: say.title }),
    subject: isLetter ? say.about(subject) : capital(subject),
    paragraphs: [
      { text: kind.opening(facts) },
      ...points.map((text) => ({ text, numbered: true as const })),
      { text: `${say.closing(facts).replace(/\.$/, '')}./.` },
    ],
    authority: authorityOf(office, say),
    signer: office.signer.name,
    recipients: { title: say.recipients.title, lines: recipientsOf(notice, facts, context, say) },
    people: tableOf(notice, facts, say),
    ...(notice.people.length > 1 && {
      annex: {
        title: say.annex.title,
        name: say.annex.name(subject),
        reference: say.annex.reference(form, number, facts),
      },
    }),
  };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function factsOf({ organization, people }: Notice, context: LetterContext): LetterFacts {
  const { policy, office } = context;
  const { lifecycle, deadlines } = policy;
  const page = passwordPageOf(policy);
  return {
    office: { ...office, body: bodiesOf(context).body },
    organization: nameOf(organization, context),
    people: people as readonly [NoticePerson, ...NoticePerson[]],
    months: {
      unused: lifecycle.suspendAfterMonths,
      deletion: lifecycle.deleteAfterNoticeMonths,
      kept: lifecycle.keepTerminatedMonths,
    },
    restoreWorkingDays: deadlines.restoreWorkingDays,
    tombstoneYears: lifecycle.tombstoneYears,
    ...(page !== undefined && { page }),
  };
}

/** One that is in no file any more is called by its id. */
const nameOf = (id: string, { organizations }: LetterContext): string =>
  organizations.find(({ organization }) => organization.id === id)?.organization.name ?? id;

function parentOf(id: string, { organizations }: LetterContext): string | undefined {
  return organizations.find(({ organization }) => organization.id === id)?.organization.parent;
}

function bodiesOf(context: LetterContext): {
  readonly body: string;
  readonly parentBody: string | undefined;
} {
  const { policy, office } = context;
  const parent = parentOf(policy.operator, context);
  return {
    body: office.body ?? nameOf(policy.operator, context),
    parentBody: office.parentBody ?? (parent && nameOf(parent, context)),
  };
}

function authorityOf({ signer }: NoticeOffice, { onBehalf }: NoticeWords): readonly string[] {
  const title = signer.title.toUpperCase();
  if (signer.onBehalf === undefined) return [title];
  return [`${onBehalf[signer.onBehalf]} ${title}`, (signer.ownTitle ?? '').toUpperCase()];
}

/** 8.1: of a deletion after a notice the superior body is told, too. */
function recipientsOf(
  { kind, organization, people }: Notice,
  facts: LetterFacts,
  context: LetterContext,
  { recipients }: NoticeWords,
): readonly string[] {
  const superior = parentOf(organization, context);
  // The issuing body need not be told by itself.
  const isTold =
    kind === 'deletion' &&
    superior !== context.policy.operator &&
    people.some(({ notice }) => notice !== undefined);
  const first = formOf[kind] === 'letter' ? recipients.asAbove : facts.organization;
  const lines = [
    first,
    ...(isTold && superior !== undefined ? [recipients.superior(nameOf(superior, context))] : []),
  ];
  return [...lines.map((line) => `- ${line};`), `- ${recipients.file(facts.office.department)}.`];
}

function tableOf(
  { kind, people }: Notice,
  facts: LetterFacts,
  { annex, day, kinds }: NoticeWords,
): PeopleTable {
  const { columns, ground } = kinds[kind];
  const [number, name, address] = annex.columns;
  return {
    columns: [
      { title: number, width: 7 },
      { title: name, width: 24 },
      { title: address, width: 34 },
      { title: columns.ground, width: 20 },
      { title: columns.day, width: 15 },
    ],
    rows: people.map((person, i) => [
      String(i + 1),
      person.name,
      person.address,
      capital(ground(person, facts)),
      day(person.day),
    ]),
  };
}
