/** What --help shows of the commands by which a province moves in. */
import type { Example } from '../examples.ts';

export const arrivalExamples: Readonly<Record<string, readonly Example[]>> = {
  adopt: [
    {
      line: 'danhba adopt --undo adoption.yaml',
      vi: 'đưa các mục về đúng như trước khi tiếp nhận',
      en: 'put the entries back as they were',
    },
  ],
  import: [
    {
      line: 'danhba import --from ldap --map map.yaml --suggest-map',
      vi: 'viết tệp ánh xạ đầu tiên từ máy chủ',
      en: 'a first map, from the server',
    },
    {
      line: 'danhba import --from ldap --map map.yaml',
      vi: 'sau khi đọc và ký map.yaml: lập các tệp; chạy lại sau mỗi lần quyết định',
      en: 'once map.yaml is read and signed: make the files; again after each decision',
    },
    {
      line: 'danhba import --from can-bo.xlsx --map map.yaml --out directory --policy policy.yaml',
      vi: 'từ một bảng tên và địa chỉ',
      en: 'from a table of names and addresses',
    },
  ],
};
