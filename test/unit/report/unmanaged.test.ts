/** What is on the server and in no file: who declares its address, what it looks like, and what brings it up. */
import { describe, expect, it } from 'vitest';
import { organizationText, unmarkedAt } from '../../support/world.ts';
import { reportOf } from './world.ts';

const base = 'dc=laichau,dc=gov,dc=vn';
const organizations = {
  soa: organizationText('soa', [
    'id: LC-1, name: Nguyễn Văn An, aliases: [an.soa@laichau.gov.vn]',
    'id: LC-2, name: Trần Thị Bình',
  ]),
};
const old = unmarkedAt(`uid=an,ou=people,${base}`, ['an.soa@laichau.gov.vn'], { name: 'NGUYEN VAN AN' });
const service = unmarkedAt(`uid=scan,ou=people,${base}`, [], { looks: 'service' });
const deeper = unmarkedAt(`uid=binh,ou=phong,ou=people,${base}`, ['binhtt.soa@laichau.gov.vn'], {
  deeper: true,
});
const folder = unmarkedAt(`ou=to,ou=phong,ou=people,${base}`, [], { looks: 'agency', deeper: true });
const unmarked = [service, folder, deeper, old];

describe('what danhba does not manage', () => {
  const made = reportOf('unmanaged', { organizations, unmarked });

  it('is told with whose address it has first, then what stands deeper', () => {
    expect(made.counts).toEqual({ declared: 1, deeper: 1, other: 2 });
    expect(made.rows.map(({ dn, status, declaredBy }) => [dn, status, declaredBy])).toEqual([
      [old.dn, 'declared', 'person:LC-1'],
      [deeper.dn, 'deeper', 'person:LC-2'],
      [folder.dn, 'other', undefined],
      [service.dn, 'other', undefined],
    ]);
    expect(made.rows[0]).toMatchObject({ name: 'NGUYEN VAN AN', uuid: old.uuid, organization: 'soa' });
  });

  it('is brought up under its own name, below the container of its kind', () => {
    expect(made.rows[1]?.ldif).toBe(
      `dn: ${deeper.dn}\nchangetype: modrdn\nnewrdn: uid=binh\ndeleteoldrdn: 0\nnewsuperior: ou=people,${base}`,
    );
  });
});
