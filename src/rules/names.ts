/** Article 5: codes, names and decided addresses keep the naming rules. */
import type { Declared } from '../model/directory/declared.ts';
import { legacyDomainsOf } from '../model/directory/policy.ts';
import { isLegacyOver } from '../model/directory/settle-legacy.ts';
import type { Finding } from '../model/problems/naming.ts';
import type { Problem } from '../model/problems/problem.ts';
import { readAddress } from '../naming/address.ts';
import { namingPolicyOf } from '../naming/declared.ts';
import { isOldLocalPart, localPartFindings } from '../naming/form.ts';
import { judge } from '../naming/judge.ts';
import { legacyFindings } from '../naming/legacy.ts';
import { isAsked } from '../naming/person/derive.ts';
import type { NamingPolicy } from '../naming/policy.ts';
import { mailboxPath, problemAt, type RecordRule, type Rule } from './rule.ts';

export const organizationNames: Rule = function* ({ declared }) {
  for (const account of declared) {
    if (account.kind !== 'organization') continue;
    for (const found of account.findings) {
      // A missing parent is told by the rule on parents.
      if (found.code !== 'parent-missing') yield fromFinding(account, fieldOf(found), found);
    }
  }
};

/** The key of an organization's file that a finding speaks of. */
function fieldOf({ code }: Finding): readonly string[] {
  if (code.startsWith('name-')) return ['name'];
  if (code.startsWith('parent-')) return ['parent'];
  return code === 'form-missing' ? ['kind'] : ['code'];
}

export const personNames: RecordRule = function* ({ directory, declared, today }) {
  let made: NamingPolicy | undefined;
  for (const account of declared) {
    const { person, declaration, suffix, legacy } = account;
    if (person === undefined || declaration === undefined) continue;
    if (declaration.address === undefined || (legacy !== undefined && isLegacyOver(account, today))) {
      for (const found of account.findings) yield fromFinding(account, ['name'], found);
      continue;
    }
    const { name, nameParts, address = '', addressDecision } = person;
    made ??= namingPolicyOf(directory.policy);
    const policy = made;
    if (legacy !== undefined) {
      // What the name leaves open the decision answers; letters that are none it does not.
      const open = isAsked(account.findings) ? [] : account.findings.filter(isOfName);
      for (const found of open) yield fromFinding(account, ['name'], found);
      for (const found of legacyFindings(address, account, policy))
        yield fromFinding(account, ['address'], found);
      continue;
    }
    if (suffix === null) continue;
    const judged = judge(
      {
        kind: 'person',
        name,
        suffix,
        ...(nameParts && { nameParts }),
        address,
        ...(addressDecision && { decision: addressDecision.document }),
      },
      policy,
    );
    for (const found of judged.problems) {
      yield fromFinding(account, found.code.startsWith('name-') ? ['name'] : ['address'], found);
    }
  }
};

const isOfName = ({ code }: Finding): boolean => code.startsWith('name-');

/**
 * An agency address other than the rules give needs a recorded decision (5.2.b, by analogy); no decision
 * makes one of another domain, or one kept for the mail system.
 */
export const agencyAddresses: Rule = function* (context) {
  const policy = namingPolicyOf(context.directory.policy);
  for (const account of context.declared) {
    const { declaration, derived } = account;
    if (account.kind !== 'organization' || declaration?.address === undefined) continue;
    const { domain } = context.directory.policy;
    const address = declaration.address.toLowerCase();
    const read = readAddress(declaration.address, policy);
    const { kind } = account.organization;
    const findings = account.legacy
      ? legacyFindings(address, { ...account, organizationKind: kind }, policy)
      : read.finding
        ? [read.finding]
        : localPartFindings(read.localPart, kind, policy);
    const at = [...mailboxPath(account), 'address'];
    for (const found of findings) yield fromFinding(account, at, found);
    if (findings.length > 0) continue;
    if (declaration.addressDecision !== undefined || address === `${derived}@${domain}`) continue;
    yield problemAt(account, at, 'address-without-decision', {
      address,
      derived: `${derived ?? '?'}@${domain}`,
    });
  }
};

/**
 * Aliases are addresses of the domain, or of one in which accounts keep what they had, in the letters addresses are
 * written in, and none kept for the mail system.
 */
export const aliases: RecordRule = function* (context) {
  const { policy } = context.directory;
  for (const account of context.declared) {
    const { aliases = [] } = account.declaration ?? {};
    if (aliases.length === 0) continue;
    const { domain, reserved } = policy;
    const domains = [domain, ...legacyDomainsOf(policy)];
    for (const [index, alias] of aliases.entries()) {
      const [localPart = '', ...rest] = alias.toLowerCase().split('@');
      const wellFormed = isOldLocalPart(localPart);
      const at = [...mailboxPath(account), 'aliases', index];
      if (!wellFormed || !domains.includes(rest.join('@'))) {
        yield problemAt(account, at, 'alias-invalid', { alias, domain: domains.join(', ') });
      } else if (reserved.includes(localPart)) {
        yield problemAt(account, at, 'address-reserved', { localPart });
      }
    }
  }
};

function fromFinding(account: Declared, path: readonly string[], { code, args }: Finding): Problem {
  return problemAt(account, path, code, args);
}
