/** The posts of an organization, from its head down: a title, and the room inside it. */
import type { Staffing } from './organizations.ts';

export interface Post {
  readonly title: string;
  readonly unit?: string;
  /** Heads and deputies are not the ones who sort the mail. */
  readonly leads: boolean;
}

/** `count` posts: the head, the deputies, then room by room. */
export function makePosts(office: Staffing, count: number): readonly Post[] {
  const deputies = Math.min(office.deputies, Math.max(0, Math.floor((count - 2) / 2)));
  const posts: Post[] = [{ title: office.head, leads: true }];
  for (let number = 0; number < deputies; number++) posts.push({ title: office.deputy, leads: true });
  const rest = Math.max(0, count - posts.length);
  return [
    ...posts.slice(0, count),
    ...(office.rooms.length === 0 ? plainPosts(office, rest) : roomPosts(office, rest)),
  ];
}

function plainPosts(office: Staffing, count: number): readonly Post[] {
  const titles = office.posts ?? [office.staff];
  return Array.from({ length: count }, (_, index) => ({
    title: titles[index % titles.length]!,
    leads: false,
  }));
}

function roomPosts(office: Staffing, count: number): readonly Post[] {
  const each = Math.floor(count / office.rooms.length);
  const more = count % office.rooms.length;
  return office.rooms.flatMap((unit, index) => {
    const size = each + (index < more ? 1 : 0);
    return Array.from({ length: size }, (_, place): Post => {
      const title = roomTitle(unit, office.staff, place, size);
      return { title, unit, leads: place === 0 || title.startsWith('Phó ') };
    });
  });
}

/** Who leads a room is called after the room. */
function roomTitle(unit: string, staff: string, place: number, size: number): string {
  const head = headTitle(unit);
  if (place === 0) return head;
  const deputy = size >= 4 && !unit.startsWith('Bộ phận ');
  if (place === 1 && deputy) return `Phó ${head}`;
  if (unit.startsWith('Văn phòng') || unit.includes('Hành chính')) {
    return ['Văn thư viên', 'Kế toán viên', 'Chuyên viên'][Math.min(place - (deputy ? 2 : 1), 2)]!;
  }
  return unit.startsWith('Thanh tra') ? 'Thanh tra viên' : staff;
}

function headTitle(unit: string): string {
  if (unit.startsWith('Văn phòng')) return 'Chánh Văn phòng';
  if (unit.startsWith('Thanh tra')) return 'Chánh Thanh tra';
  if (unit.startsWith('Khoa ')) return 'Trưởng khoa';
  if (unit.startsWith('Đội ')) return 'Đội trưởng';
  if (unit.startsWith('Tổ ')) return 'Tổ trưởng';
  if (unit.startsWith('Ban ')) return 'Trưởng ban';
  if (unit.startsWith('Bộ phận ')) return 'Phụ trách bộ phận';
  if (unit.startsWith('Đại diện ')) return 'Trưởng đại diện';
  return 'Trưởng phòng';
}
