/** What can be wrong with who may say what: addresses outside the own house, and what the policy leaves open. */

export interface AuthorityArgs {
  /** An address outside of the own space, without a grant; `owner` is the organization whose space it lies in. */
  'address-foreign': { address: string; organization: string; space: string; owner?: string };
  'suffix-foreign': { suffix: string; allowed: readonly string[] };
  'grant-unused': { what: string; who: string };
  /** Nobody is named as an operator: whoever represents the operator's organization counts as one. */
  'operators-unnamed': { operator: string };
  /** `value` is less than the rule book asks for, or more where it sets a limit. */
  'policy-below-rule': { setting: string; value: number; rule: number; clause: string };
  /** The page every newcomer types a password into is outside of the government's domains. */
  'password-page-foreign': { setting: 'passwords.page' | 'webmail'; page: string; domain: string };
  /** A domain of others, in which accounts were to keep addresses. */
  'legacy-domain-foreign': { domain: string; allowed: readonly string[] };
  /** When the day of the old address comes, the one by the rules is somebody else's. */
  'legacy-collision': { address: string; byRule: string; until: string; holder: string };
  'protected-unknown': { key: string };
}
