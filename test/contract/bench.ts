/** What the contract is run on: a server that was just started, its two accounts, and entries made exactly as danhba makes them. */
import { Attribute, BerWriter, Change, Client, Control, FilterParser, ResultCodeError } from 'ldapts';

export interface Account {
  readonly dn: string;
  readonly password: string;
}

export interface Subject {
  readonly url: string;
  readonly baseDn: string;
  readonly planner: Account;
  readonly reconciler: Account;
  /** Where the server has one: the embedded server serves no mail. */
  readonly mailserver?: Account;
  /** rootdn: passes every rule, policy and constraint; for what a test must find there already. */
  readonly root: Account;
  readonly stop: () => Promise<void>;
}

/** Which operations a server knows: the embedded one none but those danhba sends. */
export type Knows = 'all of LDAP' | 'what danhba sends';

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** A mailbox in the middle of its life, as `apply` writes it: the server puts the name among the attributes. */
export interface Person {
  readonly id: string;
  readonly dn: string;
  readonly key: string;
  readonly address: string;
  readonly attributes: Values;
}

export interface Bench {
  readonly subject: Subject;
  readonly base: string;
  readonly domain: string;
  /** Connections that stay open for the whole suite. */
  readonly planner: Client;
  readonly reconciler: Client;
  readonly root: Client;
  /** A new connection, closed at the end of the suite; bound where an account is given. */
  readonly connect: (account?: Account) => Promise<Client>;
  /** A person not yet on the server; `changes` replaces attributes, an empty list leaves one out. */
  readonly person: (changes?: Values) => Person;
  /** A person the reconciler has added, or root with what danhba never writes. */
  readonly addPerson: (changes?: Values, client?: Client) => Promise<Person>;
  /** The same, suspended since: what may be deleted. */
  readonly addSuspended: (changes?: Values) => Promise<Person>;
  readonly addAttributes: (dn: string, values: Values, client?: Client) => Promise<void>;
  /** All values of the entry's attributes, absent ones left out; undefined where there is no such entry. */
  readonly read: (
    dn: string,
    attributes?: readonly string[],
  ) => Promise<Record<string, string[]> | undefined>;
  readonly close: () => Promise<void>;
}

/** 0 for success, else the LDAP result code; anything that is no LDAP result fails the test. */
export const codeOf = async (operation: Promise<unknown>): Promise<number> => {
  try {
    await operation;
    return 0;
  } catch (thrown) {
    if (thrown instanceof ResultCodeError) return thrown.code;
    throw thrown;
  }
};

/** RFC 4528, as danhba sends it: critical. */
export class Assertion extends Control {
  readonly filter: string;
  constructor(filter: string) {
    super('1.3.6.1.1.12', { critical: true });
    this.filter = filter;
  }
  protected override writeControl(writer: BerWriter): void {
    const value = new BerWriter();
    FilterParser.parseString(this.filter).write(value);
    writer.writeBuffer(value.buffer, 4);
  }
}

/** Lets root write what the server alone writes, as slapd allows it: an old login, an old password. */
export class Relax extends Control {
  constructor() {
    super('1.3.6.1.4.1.4203.666.5.12', { critical: true });
  }
}

const list = (values: string | readonly string[]): string[] =>
  typeof values === 'string' ? [values] : [...values];

export const change = (operation: 'add' | 'delete' | 'replace', type: string, ...values: string[]): Change =>
  new Change({ operation, modification: new Attribute({ type, values }) });

const passwordModifyOid = '1.3.6.1.4.1.4203.1.11.1';

/** Sets a password as danhba does. */
export const setPassword = (client: Client, dn: string, password: string): Promise<void> =>
  client.modify(dn, change('replace', 'userPassword', password));

/** Sets a password by RFC 3062, which danhba never sends. */
export const modifyPassword = async (
  client: Client,
  user: string | undefined,
  newPassword: string | undefined,
  oldPassword?: string,
): Promise<void> => {
  const writer = new BerWriter();
  writer.startSequence();
  if (user !== undefined) writer.writeString(user, 0x80);
  if (oldPassword !== undefined) writer.writeString(oldPassword, 0x81);
  if (newPassword !== undefined) writer.writeString(newPassword, 0x82);
  writer.endSequence();
  await client.exop(passwordModifyOid, writer.buffer);
};

let count = 0;

const makePerson = (base: string, domain: string, changes: Values): Person => {
  const id = `LC-${String(++count).padStart(6, '0')}`;
  const address = `an${count}.sotttt@${domain}`;
  const key = `person:${id}`;
  const attributes: Record<string, readonly string[]> = {
    objectClass: ['inetOrgPerson', 'danhbaAccount'],
    cn: ['Nguyễn Văn An'],
    sn: ['Nguyễn'],
    givenName: ['An'],
    title: ['Chuyên viên'],
    ou: ['Phòng Công nghệ thông tin'],
    o: ['Sở Thông tin và Truyền thông'],
    telephoneNumber: ['0213 3 876 543'],
    danhbaKey: [key],
    danhbaOrganization: ['sotttt'],
    danhbaState: ['active'],
    danhbaSince: ['20260302000000Z'],
    danhbaIssued: ['20260302000000Z'],
    mail: [address],
    danhbaAddress: [address],
  };
  for (const [name, values] of Object.entries(changes)) attributes[name] = list(values);
  for (const [name, values] of Object.entries(attributes)) if (values.length === 0) delete attributes[name];
  return { id, dn: `uid=${id},ou=people,${base}`, key, address, attributes };
};

export const openBench = async (subject: Subject): Promise<Bench> => {
  const base = subject.baseDn;
  const domain = base.replace(/^dc=|,dc=/g, '.').slice(1);
  const clients: Client[] = [];
  const connect = async (account?: Account): Promise<Client> => {
    const client = new Client({ url: subject.url, timeout: 20_000 });
    clients.push(client);
    if (account !== undefined) await client.bind(account.dn, account.password);
    return client;
  };
  const planner = await connect(subject.planner);
  const reconciler = await connect(subject.reconciler);
  const root = await connect(subject.root);

  const addAttributes = (dn: string, values: Values, client = reconciler): Promise<void> =>
    client.add(
      dn,
      Object.entries(values).map(([type, some]) => new Attribute({ type, values: list(some) })),
    );

  const addPerson = async (changes: Values = {}, client = reconciler): Promise<Person> => {
    const person = makePerson(base, domain, changes);
    await addAttributes(person.dn, person.attributes, client);
    return person;
  };

  return {
    subject,
    base,
    domain,
    planner,
    reconciler,
    root,
    connect,
    addAttributes,
    person: (changes = {}) => makePerson(base, domain, changes),
    addPerson,
    addSuspended: async (changes) => {
      const person = await addPerson(changes);
      await reconciler.modify(person.dn, change('replace', 'danhbaState', 'suspended'));
      return person;
    },
    read: async (dn, attributes = ['*']) => {
      try {
        const { searchEntries } = await planner.search(dn, { scope: 'base', attributes: [...attributes] });
        const entry = searchEntries[0];
        if (entry === undefined) return undefined;
        const present = Object.entries(entry).filter(
          ([name, values]) => name !== 'dn' && (typeof values === 'string' || values.length > 0),
        );
        return Object.fromEntries(present.map(([name, values]) => [name, list(values as string | string[])]));
      } catch (thrown) {
        if (thrown instanceof ResultCodeError && thrown.code === 32) return undefined;
        throw thrown;
      }
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.unbind().catch(() => undefined)));
    },
  };
};
