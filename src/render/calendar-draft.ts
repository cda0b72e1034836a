/** Writes the draft of a year's calendar: what the law fixes, and in comments what only the notices can say. */
import { unsignedSource } from '../model/directory/unsigned-calendar.ts';
import { type FixedHoliday, type StatutoryDay, statutoryDaysOff } from '../model/time/statutory-days.ts';
import { dateText, weekdayName } from './text/dates.ts';

// The file is the province's: its comments are Vietnamese whatever the language of the terminal.
const holidays = {
  'new-year': 'Tết Dương lịch',
  victory: 'Ngày Chiến thắng',
  labour: 'Ngày Quốc tế lao động',
  national: 'Quốc khánh',
  culture: 'Ngày Văn hóa Việt Nam',
} as const satisfies Record<FixedHoliday, string>;

export function renderCalendarDraft(year: number): string {
  return `# yaml-language-server: $schema=../../schemas/calendar.schema.json
# BẢN NHÁP lịch nghỉ năm ${year}: mới có các ngày luật ấn định (Điều 111, 112 Bộ luật Lao động 2019).
# "danhba check" từ chối tệp này cho tới khi "source" nêu số các thông báo chính thức của năm.
# Còn phải điền theo thông báo, không tự tính:
#   - Tết Nguyên đán (5 ngày, thông báo chọn mấy ngày cuối năm, mấy ngày đầu năm) và ngày nghỉ bù
#   - Giỗ Tổ Hùng Vương (10/3 âm lịch), ngày nghỉ bù nếu rơi vào thứ Bảy, Chủ nhật
#   - Quốc khánh nghỉ 2 ngày: thêm 01/9 hoặc 03/9
#   - ngày hoán đổi: ngày nghỉ vào weekdaysOff, ngày làm bù vào weekendDaysWorked
# Điền xong thì xóa các dòng chú thích này.

year: ${year}
source: ${unsignedSource} - thay dòng này bằng số, ký hiệu các thông báo
weekdaysOff:
${statutoryDaysOff(year).map(line).join('')}weekendDaysWorked: []
`;
}

function line({ date, holiday, inLieuOf }: StatutoryDay): string {
  const name = holidays[holiday];
  const reason =
    inLieuOf === undefined
      ? name
      : `nghỉ bù ${name} (${weekdayName(inLieuOf, 'vi')} ${dateText(inLieuOf, 'vi').slice(0, 5)})`;
  return `  - ${date} # ${weekdayName(date, 'vi')}, ${reason}\n`;
}
