/** What the policy lacks before a notice can be drafted, each by its place in policy.yaml. */
import type { NoticePolicy } from '../model/directory/policy.ts';
import type { NoticeOffice } from '../model/notice.ts';

export function findMissing(policy: NoticePolicy | undefined): NoticeOffice | readonly string[] {
  const { regulation, code, department, place, contact, signer = {} } = policy ?? {};
  const { title, name, onBehalf, ownTitle } = signer;
  const missing = Object.entries({
    regulation,
    code,
    department,
    place,
    contact,
    'signer.title': title,
    'signer.name': name,
    // Who signs in another's stead signs under a title of one's own.
    'signer.ownTitle': onBehalf === undefined ? '' : ownTitle,
    'signer.onBehalf': ownTitle === undefined ? '' : onBehalf,
  }).flatMap(([field, value]) => (value === undefined ? [`notices.${field}`] : []));
  return missing.length > 0 ? missing : (policy as NoticeOffice);
}
