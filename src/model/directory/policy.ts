/** The province's policy: the values the rule book leaves to, or fixes for, the operator. */
import type { Key } from '../account/key.ts';
import type { ContainerNames } from '../account/places.ts';
import type { NoticeKind } from '../notice.ts';
import type { CalendarDate, OrganizationKind } from './organization.ts';

/** All of it may be missing as long as no notice is drafted. */
export interface NoticePolicy {
  /** The rule book as a document names it. */
  readonly regulation?: string;
  /** The issuing body and the one above it; by default the operator's organization and its parent. */
  readonly body?: string;
  readonly parentBody?: string;
  /** The issuing body and its department as they stand in numbers of documents. */
  readonly code?: string;
  readonly department?: string;
  readonly place?: string;
  readonly contact?: string;
  readonly signer?: {
    /** Of the head of the body. */
    readonly title?: string;
    readonly name?: string;
    /** In the head's stead (KT.) or by the head's order (TL.), under a title of one's own. */
    readonly onBehalf?: 'KT' | 'TL';
    readonly ownTitle?: string;
  };
  /** Documents of the province's own, by kind: paths in the directory. */
  readonly templates?: { readonly [K in NoticeKind]?: string };
}

/** `wake`: a mailbox that had ended comes back. `empty`: titles, units, telephones or second values are taken away. */
export type ChangeClass = 'suspend' | 'terminate' | 'delete' | 'rename' | 'wake' | 'empty';

export interface GuardLimit {
  /** Per cent of the accounts in the scope; a class is held only above both limits. */
  readonly share: number;
  readonly count: number;
}

export type UnmanagedAttribute = 'title' | 'ou' | 'telephoneNumber' | 'givenName' | 'o' | 'businessCategory';

export interface Policy {
  readonly domain: string;
  readonly baseDn: string;
  /** What the containers of accounts are called, where the server had them before danhba. */
  readonly containers?: ContainerNames;
  /** URLs of replicas that record logins by themselves; a machine reads those that its own settings name, too. */
  readonly replicas?: readonly string[];
  readonly province: string;
  readonly operator: string;
  /** The logins of those who run the system, named one by one. */
  readonly operators?: readonly string[];
  /** The telephone to call when a password is lost or known to others (17.2). */
  readonly operatorPhone?: string;
  /** Where mail is read in a browser; shown only where `webmailOf` gives it. */
  readonly webmail?: string;
  readonly language: 'vi' | 'en';
  readonly naming: {
    readonly forms: Readonly<Record<OrganizationKind | 'person', string>> & {
      /** Of those that stand directly below the province; the same as elsewhere where nothing is said. */
      readonly [K in 'commune' | 'ward' | 'town' as `${K}-of-province`]?: string;
    };
    readonly fixed: Readonly<Record<'people-committee' | 'city', string>>;
    /** Where mail had its home before: only `legacyDomainsOf` gives those that are the government's. */
    readonly legacyDomains?: readonly string[];
    /** The day from which addresses kept as `legacy` are changed to those by the rules; never, where nothing is said. */
    readonly legacyUntil?: CalendarDate;
  };
  readonly reserved: readonly string[];
  readonly governmentDomains: readonly string[];
  readonly lifecycle: {
    readonly suspendAfterMonths: number;
    readonly deleteAfterNoticeMonths: number;
    readonly keepTerminatedMonths: number;
    readonly tombstoneYears: number;
    readonly warnDays: number;
    /** How long mail to an address that was changed still arrives; six months where nothing is said. */
    readonly aliasMonths?: number;
  };
  readonly deadlines: {
    readonly issueWorkingDays: number;
    readonly terminateWorkingDays: number;
    readonly restoreWorkingDays: number;
    readonly notifyDays: number;
  };
  readonly passwords: {
    readonly user: { readonly minLength: number; readonly maxAgeMonths: number };
    readonly administrator: { readonly minLength: number; readonly maxAgeMonths: number };
    /** The address of the page where a password is changed; shown only where `passwordPageOf` gives it. */
    readonly page?: string;
    /** What follows for an agency's password when its custodian leaves (9.1); `reset` where nothing is said. */
    readonly onCustodianChange?: 'reset' | 'remind';
  };
  /** What danhba sees to on the mail server; without it, findings are reported and quotas are not compared. */
  readonly mail?: {
    /** What follows when a script sends mail out of the government's domains (12.5); `report` where nothing is said. */
    readonly forwarding?: 'report' | 'deactivate' | 'suspend';
    /** MiB. */
    readonly quotas?: { readonly person?: number; readonly organization?: number };
  };
  /** Who gives written notices, and how they are signed and sent (6.2, 7.2, 8.1–8.3). */
  readonly notices?: NoticePolicy;
  /** What the directory for everybody shows of people (16.4); their telephones only where it says so. */
  readonly publish?: {
    readonly people?: boolean;
    readonly titles?: boolean;
    readonly units?: boolean;
    readonly phones?: boolean;
  };
  /** LDAP attributes that others keep here: neither compared nor written. */
  readonly unmanaged?: readonly UnmanagedAttribute[];
  readonly guard: {
    readonly run: GuardLimit;
    readonly organization: GuardLimit;
    /** Keys of accounts that are never locked. */
    readonly protected: readonly Key[];
  };
}

const defaultAliasMonths = 6;

/** How long an address that was changed still receives. */
export const aliasMonthsOf = ({ lifecycle }: Policy): number => lifecycle.aliasMonths ?? defaultAliasMonths;

type OwnDomains = Pick<Policy, 'domain' | 'governmentDomains'>;

interface PageFacts extends OwnDomains {
  readonly passwords: Pick<Policy['passwords'], 'page'>;
}

/** The page where a password is changed, where it is the government's own: every newcomer types a password there. */
export const passwordPageOf = ({ passwords, ...own }: PageFacts): string | undefined =>
  ownAddress(passwords.page, own);

/** Where mail is read in a browser: passwords are typed there too. */
export const webmailOf = ({ webmail, ...own }: OwnDomains & Pick<Policy, 'webmail'>): string | undefined =>
  ownAddress(webmail, own);

/** The domains, beside the mail domain, in which accounts keep the addresses they had (13.7): the government's alone. */
export const legacyDomainsOf = ({
  naming,
  ...own
}: OwnDomains & { readonly naming: Pick<Policy['naming'], 'legacyDomains'> }): readonly string[] =>
  (naming.legacyDomains ?? []).filter((one) => isOwnHost(one, own));

const isOwnHost = (host: string, { domain, governmentDomains }: OwnDomains): boolean =>
  [domain, ...governmentDomains]
    .map((one) => one.toLowerCase())
    .some((one) => host === one || host.endsWith(`.${one}`));

function ownAddress(page: string | undefined, own: OwnDomains): string | undefined {
  if (page === undefined || !URL.canParse(page)) return undefined;
  const { protocol, username, password, hostname } = new URL(page);
  const isPlain = protocol === 'https:' && username === '' && password === '' && !/[?#]/.test(page);
  return isPlain && isOwnHost(hostname, own) ? page : undefined;
}
