/** Names in capitals or typed without marks: what is warned of, what is not, and when a spelling is proposed. */
import { describe, expect, it } from 'vitest';
import { organization, problemsOf } from './told.ts';

const others = ['Nguyễn Văn Dũng', 'Lò Thị An', 'Trần Đức Hiệp'];
const spellingOf = (name: string, rest: readonly string[] = others) => {
  const people = [name, ...rest].map((one, index) => `id: LC-00000${index + 1}, name: ${one}`);
  return problemsOf({ sokx: organization('sokx', '', people) }).flatMap((problem) =>
    problem.code === 'name-spelling' ? [`${problem.args.sort} ${problem.args.likely ?? '?'}`] : [],
  );
};

describe('a spelling is proposed where it is no guess', () => {
  it.each([
    ['NGUYỄN VĂN DŨNG', 'capitals Nguyễn Văn Dũng'],
    ['GIÀNG A PÁO', 'capitals Giàng A Páo'],
    ['NGUYEN VAN AN', 'unmarked Nguyễn Văn An'],
    ['Nguyen Thi An', 'unmarked Nguyễn Thị An'],
    ['Tran Duc Hiep', 'unmarked Trần Đức Hiệp'],
    ['Nguyen Thi Hoa', 'unmarked ?'],
    ['Bui Thi An', 'unmarked ?'],
  ])('%s: %s', (name, expected) => expect(spellingOf(name)).toEqual([expected]));

  it('none where two spell a syllable otherwise', () => {
    expect(spellingOf('Nguyen Van Dung', [...others, 'Lò Văn Dụng'])).toEqual(['unmarked ?']);
    expect(spellingOf('Nguyen Van Dung')).toEqual(['unmarked Nguyễn Văn Dũng']);
  });

  it('none from names that have no marks themselves', () => {
    expect(spellingOf('Nguyen Van Chi', ['Ma Van Chi'])).toEqual(['unmarked ?']);
  });
});

describe('nothing is said of names that may well be so', () => {
  it.each([
    'Nguyễn Văn An',
    'Ma A Su',
    'Giang Thu Ha',
    'Mai Linh Chi',
    'Ly A Pao',
    'Cao Thanh Nga',
    'Phan Anh Khoa',
    'Lo May Chi',
    'Lê Anh',
  ])('%s', (name) => expect(spellingOf(name)).toEqual([]));
});
