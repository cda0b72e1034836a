/** The words of the directory's pages: Vietnamese first, English beside, on one page for both readers. */
import { html } from '../../text/escape.ts';

export interface Label {
  readonly vi: string;
  readonly en: string;
}

export const siteWords = {
  title: { vi: 'Danh bạ thư điện tử công vụ', en: 'Official mailbox directory' },
  internal: { vi: 'Nội bộ: không đăng ra ngoài', en: 'Internal: not to be published' },
  search: { vi: 'Tìm người, chức vụ, cơ quan, địa chỉ', en: 'Find people, titles, organizations, addresses' },
  searchHint: {
    vi: 'Có dấu hay không dấu đều được: «nguyen van an so tai chinh», «stttt».',
    en: 'With or without marks.',
  },
  searchWithout: {
    vi: 'Trình duyệt này không chạy JavaScript: xin tìm theo cây cơ quan bên dưới.',
    en: 'Without JavaScript: please use the tree of organizations below.',
  },
  some: { vi: '{n} kết quả', en: '{n} found' },
  none: { vi: 'Không tìm thấy', en: 'Nothing found' },
  broken: {
    vi: 'Không tải được dữ liệu tìm kiếm: hãy tải lại trang',
    en: 'The search data could not be loaded: load the page again',
  },
  tree: { vi: 'Các cơ quan', en: 'Organizations' },
  over: { vi: 'Cơ quan đã kết thúc hoạt động', en: 'Organizations that have ended' },
  address: { vi: 'Địa chỉ thư', en: 'Address' },
  otherAddresses: { vi: 'Địa chỉ khác', en: 'Other addresses' },
  noMailbox: { vi: 'Không có hộp thư cơ quan', en: 'No agency mailbox' },
  name: { vi: 'Họ và tên', en: 'Name' },
  jobTitle: { vi: 'Chức vụ', en: 'Title' },
  unit: { vi: 'Bộ phận', en: 'Unit' },
  phone: { vi: 'Điện thoại cơ quan', en: 'Office telephone' },
  organization: { vi: 'Cơ quan', en: 'Organization' },
  people: { vi: 'Cán bộ, công chức, viên chức', en: 'People' },
  nobody: { vi: 'Không có ai trong danh bạ', en: 'Nobody is listed' },
  below: { vi: 'Đơn vị trực thuộc', en: 'Units below' },
  above: { vi: 'Trực thuộc', en: 'Part of' },
  predecessors: { vi: 'Tiếp nhận từ', en: 'Took over from' },
  dissolved: { vi: 'Kết thúc hoạt động từ ngày', en: 'Ended on' },
  successor: { vi: 'Cơ quan tiếp nhận', en: 'Successor' },
  write: { vi: 'Gửi thư', en: 'Write' },
  copy: { vi: 'Chép địa chỉ', en: 'Copy address' },
  copied: { vi: 'Đã chép', en: 'Copied' },
  card: { vi: 'Tải danh thiếp (vCard)', en: 'Download vCard' },
  code: { vi: 'Danh thiếp để quét bằng điện thoại', en: 'Contact card for a telephone' },
  home: { vi: 'Toàn danh bạ', en: 'Whole directory' },
  lists: { vi: 'Danh sách của cơ quan này', en: 'Lists of this organization' },
  skip: { vi: 'Đến nội dung', en: 'To the content' },
} as const satisfies Record<string, Label>;

export type SiteWord = keyof typeof siteWords;

/** Labels are the same on a hundred thousand pages: each is made harmless once. */
function remember(make: (words: Label) => string): (words: Label) => string {
  const made = new WeakMap<Label, string>();
  return (words) => {
    const before = made.get(words);
    if (before !== undefined) return before;
    const text = make(words);
    made.set(words, text);
    return text;
  };
}

/** Both languages, for a line of its own or a heading. */
export const both = remember(({ vi, en }) => `${html(vi)} <span class="en" lang="en">${html(en)}</span>`);

export const label = (word: SiteWord): string => both(siteWords[word]);

/** For an attribute, which holds no markup, and for what is read aloud. */
export const plainBoth = ({ vi, en }: Label): string => `${vi} / ${en}`;

const plain = remember((words) => html(plainBoth(words)));

export const plainLabel = (word: SiteWord): string => plain(siteWords[word]);
