/** Vietnamese words for ids, codes and document signs of the sample; the addresses themselves come from src/naming. */

const marks = /\p{M}/gu;

/** A name joined in lower case without marks: "Nậm Mạ" gives "namma". */
export function joined(name: string): string {
  return plain(name).replace(/[^a-z0-9]/g, '');
}

/** The first letter of every word but "và": "Trạm Y tế" gives "tyt". */
export function initials(name: string): string {
  return significantWords(name)
    .map((word) => joined(word).charAt(0))
    .join('');
}

/** The sign an organization puts on its documents: "Sở Thông tin và Truyền thông" gives "STTTT". */
export function documentSign(name: string): string {
  return significantWords(name)
    .map((word) => (/^Đ/i.test(word) ? 'Đ' : plain(word).charAt(0).toUpperCase()))
    .join('');
}

function significantWords(name: string): readonly string[] {
  return name
    .replace(/ (tỉnh Lai Châu|tỉnh)$/, '')
    .split(/[\s,-]+/)
    .filter((word) => word !== '' && word !== 'và');
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(marks, '');
}
