/** The words for files that are empty, gone, copies, or named so that nobody reads them. */
import type { FileArgs } from '../../../model/problems/slips.ts';
import type { WordingTable } from '../../text/wording.ts';

const isOrganization = (path: string) => path.startsWith('organizations/');

export const fileWords: WordingTable<FileArgs> = {
  'file-empty': {
    vi: () => ({
      message: 'Tệp trống',
      hint: 'Lấy lại nội dung cũ (trên GitHub: mở tệp, chọn "History"); tổ chức giải thể thì tệp giữ nguyên và ghi thêm "dissolved"',
    }),
    en: () => ({
      message: 'The file is empty',
      hint: 'Take its former content back (on GitHub: open the file, then "History"); an organization that ends keeps its file and says "dissolved"',
    }),
  },
  'file-copy': {
    vi: ({ name, of }) => ({
      message: `"${name}" có vẻ là bản sao của "${of}" nên không được đọc`,
      hint: `Chép những gì cần giữ vào "${of}" rồi xóa bản sao; nếu chỉ còn bản này thì đổi tên nó thành "${of}"`,
    }),
    en: ({ name, of }) => ({
      message: `"${name}" seems to be a copy of "${of}", so it is not read`,
      hint: `Take what is to be kept into "${of}" and delete the copy; where this one is all there is, name it "${of}"`,
    }),
  },
  'file-ending': {
    vi: ({ name, wanted }) => ({
      message: `Tên tệp "${name}" không kết thúc bằng ".yaml" nên không được đọc`,
      hint: `Đổi tên thành "${wanted}" (Notepad: khi lưu chọn kiểu "All files")`,
    }),
    en: ({ name, wanted }) => ({
      message: `The file name "${name}" does not end in ".yaml", so it is not read`,
      hint: `Name it "${wanted}" (in Notepad save it as of the type "All files")`,
    }),
  },
  'calendar-missing': {
    vi: ({ year, file }) => ({
      message: `Chưa có lịch năm ${year} (${file}): thời hạn rơi vào năm đó chưa tính được, việc liên quan sẽ phải chờ`,
      hint: `Thêm ${file} theo thông báo nghỉ lễ, tết chính thức của năm ${year}; bắt đầu bằng "danhba calendar draft ${year}"`,
    }),
    en: ({ year, file }) => ({
      message: `There is no calendar of ${year} (${file}): terms that end in it cannot be counted, and what waits for them is held`,
      hint: `Add ${file} by the official notices of the public holidays of ${year}; "danhba calendar draft ${year}" begins it`,
    }),
  },
  'file-deleted': {
    vi: ({ path, file, commit }) => ({
      message: `Tệp ${path} đã bị xóa${isOrganization(path) ? '; tài khoản của tổ chức giữ nguyên, không ai bị chấm dứt vì thế' : ''}`,
      hint: `Lấy lại tệp: git checkout ${commit} -- ${file}, hoặc hoàn tác thay đổi đã xóa nó${isOrganization(path) ? '. Tổ chức giải thể thì tệp giữ nguyên và ghi thêm "dissolved"' : ''}`,
    }),
    en: ({ path, file, commit }) => ({
      message: `The file ${path} was deleted${isOrganization(path) ? '; the accounts of the organization stay as they are, nobody ends by that' : ''}`,
      hint: `Bring it back: git checkout ${commit} -- ${file}, or revert the change that deleted it${isOrganization(path) ? '. An organization that ends keeps its file and says "dissolved"' : ''}`,
    }),
  },
};
