/** Words that stand before or after a person's name and are no part of it: forms of address, degrees, offices. */

/** Forms of address; a title only as the first word, and only with these very marks (Chu and Bá are surnames). */
export const addressWords: ReadonlySet<string> = new Set('ông bà anh chị cô chú bác thầy em cụ'.split(' '));

/** Abbreviated titles, anywhere. */
export const shortTitles: ReadonlySet<string> = new Set(
  'ts ths pgs gs bs bscki bsckii ks cn ls dr mr mrs ms nsnd nsưt'.split(' '),
);

/** Titles of two words, anywhere. Not in the list: pairs that are also given names, such as "kế toán". */
export const longTitles: ReadonlySet<string> = new Set([
  'đồng chí',
  'tiến sĩ',
  'tiến sỹ',
  'thạc sĩ',
  'thạc sỹ',
  'bác sĩ',
  'bác sỹ',
  'dược sĩ',
  'dược sỹ',
  'kỹ sư',
  'kĩ sư',
  'giáo sư',
  'luật sư',
  'cử nhân',
  'giám đốc',
  'chủ tịch',
  'chủ nhiệm',
  'trưởng phòng',
  'phó phòng',
  'trưởng ban',
  'hiệu trưởng',
  'viện trưởng',
  'đội trưởng',
  'bí thư',
  'thư ký',
  'chuyên viên',
  'nhân viên',
  'cán bộ',
  'công chức',
  'viên chức',
  'giáo viên',
  'điều dưỡng',
]);
