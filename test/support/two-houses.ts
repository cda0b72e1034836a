/** Two organizations without mailboxes and some of their people, for stories about who goes from one to the other. */
import { organizationText } from './world.ts';

export const an = 'id: LC-000001, name: Nguyễn Văn An';
export const binh = 'id: LC-000002, name: Trần Thị Bình';
export const dung = 'id: LC-000004, name: Vàng A Dũng';
export const anKey = 'person:LC-000001';

/** The files of both, by the lines of their people. */
export const two = (x: readonly string[], y: readonly string[]) => ({
  sokx: organizationText('sokx', x, 'mailbox: none\n'),
  soky: organizationText('soky', y, 'mailbox: none\n'),
});
