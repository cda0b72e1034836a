/** The words of an edit that leaves a file as it is. */
import type { EditRefusal } from '../../../model/directory/edit.ts';
import type { Language } from '../../text/wording.ts';

export const editRefusalWords: Record<Language, (refusal: EditRefusal) => string> = {
  vi: (refusal) => {
    switch (refusal.code) {
      case 'unreadable':
        return `dòng ${refusal.line} không đúng YAML`;
      case 'anchor':
        return `dòng ${refusal.line} có neo YAML (& hoặc *): sửa một chỗ sẽ đổi chỗ khác, hãy ghi bằng tay`;
      case 'person-unknown':
        return `không có ${refusal.id}`;
      case 'person-duplicate':
        return `${refusal.id} được khai báo hai lần`;
      case 'mailbox-none':
        return '"mailbox" không có chỗ để ghi';
      case 'style':
        return 'tệp viết theo cách không thể giữ nguyên khi sửa, hãy ghi bằng tay';
    }
  },
  en: (refusal) => {
    switch (refusal.code) {
      case 'unreadable':
        return `line ${refusal.line} is no YAML`;
      case 'anchor':
        return `line ${refusal.line} has a YAML anchor (& or *): an edit here would change another place, write it by hand`;
      case 'person-unknown':
        return `there is no ${refusal.id}`;
      case 'person-duplicate':
        return `${refusal.id} is declared twice`;
      case 'mailbox-none':
        return '"mailbox" has no place for it';
      case 'style':
        return 'the file is written in a way an edit cannot keep, write it by hand';
    }
  },
};
