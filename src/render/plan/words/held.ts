/** Why something is held, and what can be done about it. */
import type { HeldArgs } from '../../../model/plan/plan.ts';
import type { WordingTable } from '../../text/wording.ts';
import { adoptionWords } from './held-adoption.ts';
import { identityWords } from './held-identity.ts';
import { termWords } from './held-terms.ts';

export const classWords = {
  suspend: { vi: 'tạm dừng', en: 'suspensions' },
  terminate: { vi: 'chấm dứt', en: 'terminations' },
  delete: { vi: 'xóa', en: 'deletions' },
  rename: { vi: 'đổi địa chỉ', en: 'renames' },
  empty: {
    vi: 'tài khoản bị xóa trống chức danh, đơn vị, điện thoại',
    en: 'accounts that lose a title, unit, telephone or second value',
  },
  wake: { vi: 'mở lại hộp thư đã chấm dứt', en: 'mailboxes that had ended and come back' },
} as const;

const loginsOf = (ask: readonly string[]): string => ask.join(', ') || 'policy.yaml: operators';

export const heldWords: WordingTable<HeldArgs> = {
  ...identityWords,
  ...termWords,
  ...adoptionWords,
  problem: {
    vi: ({ problem, place }) => ({ message: `tệp có lỗi [${problem}] tại ${place}`, hint: 'danhba check' }),
    en: ({ problem, place }) => ({
      message: `its file has an error [${problem}] at ${place}`,
      hint: 'danhba check',
    }),
  },
  'organization-unreadable': {
    vi: ({ file }) => ({
      message: `tệp ${file} còn lỗi phải sửa trước, nên tài khoản giữ nguyên`,
      hint: 'danhba check',
    }),
    en: ({ file }) => ({
      message: `${file} has mistakes to be put right first, so the account stays as it is`,
      hint: 'danhba check',
    }),
  },
  'organization-vanished': {
    vi: ({ organization }) => ({
      message: `tệp của tổ chức "${organization}" không còn; tài khoản giữ nguyên`,
      hint: 'Khôi phục tệp; tổ chức kết thúc thì ghi "dissolved" chứ không xóa tệp',
    }),
    en: ({ organization }) => ({
      message: `the file of organization "${organization}" is gone; the account stays as it is`,
      hint: 'Bring the file back; an organization that ends says "dissolved", its file is not deleted',
    }),
  },
  'organization-emptied': {
    vi: ({ organization, count }) => ({
      message: `"${organization}" mất cả ${count} người cùng lúc; chưa chấm dứt ai`,
      hint: 'Nếu đúng, ghi "termination" cho từng người',
    }),
    en: ({ organization, count }) => ({
      message: `"${organization}" lost all its ${count} people at once; nobody is terminated`,
      hint: 'If that is right, record a "termination" for each',
    }),
  },
  'address-held': {
    vi: ({ address, holder }) => ({
      message: `${address} đang là của ${holder}`,
      hint: 'Xin quyết định một địa chỉ khác (5.2.b); địa chỉ của người khác chỉ chuyển khi đơn vị vận hành ghi vào grants.yaml',
    }),
    en: ({ address, holder }) => ({
      message: `${address} belongs to ${holder}`,
      hint: "Have another address decided (5.2.b); somebody else's passes on only by the operator's line in grants.yaml",
    }),
  },
  'address-cycle': {
    vi: ({ addresses }) => ({
      message: `các tài khoản đổi địa chỉ cho nhau (${addresses.join(', ')})`,
      hint: 'Làm hai bước: đổi một người sang địa chỉ khác trước',
    }),
    en: ({ addresses }) => ({
      message: `accounts take one another's addresses (${addresses.join(', ')})`,
      hint: 'Do it in two steps: give one of them another address first',
    }),
  },
  'restoration-needed': {
    vi: ({ since, state }) => ({
      message:
        state === 'terminated'
          ? `đã chấm dứt từ ${since}; xóa dòng chấm dứt không mở lại hộp thư, chỉ văn bản đề nghị mới mở lại (8.3)`
          : `đang tạm dừng từ ${since}; chỉ khôi phục khi có văn bản đề nghị (8.3)`,
      hint: `Thêm "restoration: {document: …, date: …}", ngày từ ${since} trở đi`,
    }),
    en: ({ since, state }) => ({
      message:
        state === 'terminated'
          ? `ended on ${since}; deleting the lines of the termination wakes nothing, only a written request does (8.3)`
          : `suspended since ${since}; only a written request restores it (8.3)`,
      hint: `Add "restoration: {document: …, date: …}", dated ${since} or later`,
    }),
  },
  guard: {
    vi: ({ class: kind, scope, count, of, shareLimit, countLimit }) => ({
      message: `quá nhiều ${classWords[kind].vi} ${scope ? `trong "${scope}"` : 'trong một lần chạy'}: ${count}/${of} (mức: ${shareLimit} % và ${countLimit})`,
      hint: 'Xem kỹ danh sách; nếu đúng, duyệt một lần bằng --approve với mã duyệt dưới đây',
    }),
    en: ({ class: kind, scope, count, of, shareLimit, countLimit }) => ({
      message: `too many ${classWords[kind].en} ${scope ? `in "${scope}"` : 'in one run'}: ${count} of ${of} (limits: ${shareLimit} % and ${countLimit})`,
      hint: 'Read the list; if it is right, approve it once by --approve with the digest below',
    }),
  },
  'depends-on-held': {
    vi: ({ other }) => ({ message: `chờ ${other}, đang được giữ lại`, hint: '' }),
    en: ({ other }) => ({ message: `waits for ${other}, which is held`, hint: '' }),
  },
  'approval-needed': {
    vi: ({ other }) => ({
      message: `chỉ chờ duyệt thay đổi của ${other}; duyệt xong thì làm cùng lúc`,
      hint: '',
    }),
    en: ({ other }) => ({
      message: `waits only for the approval of the change of ${other}, and is done along with it`,
      hint: '',
    }),
  },
  'read-doubtful': {
    vi: ({ seen, expected }) => ({
      message:
        expected === null
          ? `đọc được ${seen} mục nhưng chưa có mốc của lần chạy trước, nên chưa làm`
          : `chỉ đọc được ${seen} mục, lần trước có ${expected}: có thể thiếu quyền đọc, nên chưa làm`,
      hint: `Kiểm tra quyền của tài khoản và máy chủ; nếu số mục đúng là ${seen}: --expect ${seen}`,
    }),
    en: ({ seen, expected }) => ({
      message:
        expected === null
          ? `${seen} entries were read, but no earlier run left a count to measure that by`
          : `only ${seen} entries were read, ${expected} were there after the last run: rights may be missing`,
      hint: `Check the rights of the account and the server; if ${seen} is what there is: --expect ${seen}`,
    }),
  },
  'calendar-missing': {
    vi: ({ year }) => ({
      message: `thời hạn rơi vào năm ${year}, chưa có bảng ngày nghỉ`,
      hint: `Thêm calendar/${year}.yaml theo thông báo chính thức`,
    }),
    en: ({ year }) => ({
      message: `the term ends in ${year}, whose days off are not signed off`,
      hint: `Add calendar/${year}.yaml from the official announcement`,
    }),
  },
  'suspension-unrecorded': {
    vi: ({ since }) => ({
      message: `đã tạm dừng ngày ${since} vì không truy cập, tệp chưa ghi`,
      hint: 'danhba apply --record ghi "suspension" vào tệp',
    }),
    en: ({ since }) => ({
      message: `suspended on ${since} for inactivity, not yet recorded in the file`,
      hint: 'danhba apply --record writes "suspension" into the file',
    }),
  },
  'removal-waits': {
    vi: ({ since, due }) => ({
      message: `không còn trong tệp từ ${since}, chưa ghi căn cứ; chấm dứt ngày ${due} nếu không xuất hiện ở tệp khác (8.2)`,
      hint: 'Nếu nghỉ hoặc chuyển: ghi "termination"; nếu nhầm: đưa người đó trở lại tệp',
    }),
    en: ({ since, due }) => ({
      message: `in no file since ${since}, no basis recorded; ends on ${due} unless declared elsewhere before (8.2)`,
      hint: 'Retired or left: record a "termination"; by mistake: put the person back',
    }),
  },
  'address-retired': {
    vi: ({ address, holder, until }) => ({
      message: `${address} từng là của ${holder}, giữ lại đến hết ngày ${until}`,
      hint: 'Xin quyết định địa chỉ khác (addressDecision); muốn dùng lại chính địa chỉ này thì đơn vị vận hành ghi vào grants.yaml kèm văn bản',
    }),
    en: ({ address, holder, until }) => ({
      message: `${address} was ${holder}'s and rests until the end of ${until}`,
      hint: 'Have another address decided (addressDecision); for this very one the operator writes a line into grants.yaml, with its document',
    }),
  },
  'legacy-new': {
    vi: ({ address }) => ({
      message: `chưa có địa chỉ ${address} trên máy chủ; địa chỉ cũ chỉ giữ lại, không cấp mới (13.7)`,
      hint: 'Sửa cho đúng địa chỉ đang có, hoặc bỏ dòng này để dùng địa chỉ theo quy định',
    }),
    en: ({ address }) => ({
      message: `does not have ${address} on the server; old addresses are kept, never given (13.7)`,
      hint: 'Write the address it has, or take the line out to use the one by the rules',
    }),
  },
  'recipient-missing': {
    vi: ({ organization, operator }) => ({
      message: `chưa có khóa để niêm phong mật khẩu ban đầu: cả "${organization}" lẫn đơn vị vận hành "${operator}" chưa ghi`,
      hint: 'Thêm "credentialRecipients: [age1…]" vào tệp tổ chức hoặc tệp đơn vị vận hành',
    }),
    en: ({ organization, operator }) => ({
      message: `nobody to seal the first password for: neither "${organization}" nor the operator "${operator}" names a key`,
      hint: 'Add "credentialRecipients: [age1…]" to the file of the organization or of the operator',
    }),
  },
  'password-policy-missing': {
    vi: ({ policy }) => ({
      message: `máy chủ không có chính sách mật khẩu cn=${policy}: mật khẩu nào cũng lọt`,
      hint: 'Nạp lại mục đó từ servers/openldap/base.ldif',
    }),
    en: ({ policy }) => ({
      message: `the server has no password policy cn=${policy}: any password would pass`,
      hint: 'Load that entry again from servers/openldap/base.ldif',
    }),
  },
  'person-replaced': {
    vi: ({ before, after }) => ({
      message: `mã này là của ${before}, nay ghi ${after}: có thể là người khác`,
      hint: 'Người khác: ghi "termination" cho người cũ và thêm người mới với mã mới. Vẫn là người ấy: đơn vị vận hành ghi "nameChange: {document: …, date: …}"',
    }),
    en: ({ before, after }) => ({
      message: `the id is ${before}'s and now says ${after}: that may be somebody else`,
      hint: 'Somebody else: record a "termination" for the one before, and add the newcomer under a new id. The same human: the operator adds "nameChange: {document: …, date: …}"',
    }),
  },
  'consent-missing': {
    vi: ({ ask }) => ({
      message: 'thay đổi đã gộp nhưng chưa có người có quyền duyệt',
      hint: `Cần lời của một trong những người này: ${loginsOf(ask)}. Tự gửi một pull request sửa chính mục ấy, hoặc chạy "gh pr review SỐ --approve" cho pull request đã gộp (trang web của GitHub không cho duyệt sau khi gộp)`,
    }),
    en: ({ ask }) => ({
      message: 'the change was merged, but nobody entitled has agreed to it',
      hint: `One of these has to say so: ${loginsOf(ask)}. By a pull request of their own that changes this very record, or by "gh pr review NUMBER --approve" on the merged one (GitHub's pages offer no approval after a merge)`,
    }),
  },
  'release-needed': {
    vi: ({ from, to }) => ({
      message:
        to === undefined
          ? `"${from}" chưa ghi cho chuyển đi, nên hộp thư ở nguyên`
          : `"${from}" ghi cho chuyển đến "${to}", không phải đến đây`,
      hint:
        to === undefined
          ? 'Tệp của cơ quan cũ ghi "termination: {reason: transfer, document: …, decided: …, to: …}" cho người này'
          : `Nếu đúng là đến đây: "${from}" sửa dòng "to" trong tệp của mình`,
    }),
    en: ({ from, to }) => ({
      message:
        to === undefined
          ? `"${from}" has not recorded that it lets go, so the mailbox stays where it is`
          : `"${from}" has recorded a move to "${to}", not to here`,
      hint:
        to === undefined
          ? 'The file of the old organization says "termination: {reason: transfer, document: …, decided: …, to: …}" for this person'
          : `If it is to here, "${from}" puts "to" right in its file`,
    }),
  },
  'reset-refused': {
    vi: ({ because }) => ({
      message:
        because === 'moved'
          ? 'không cấp lại mật khẩu trong cùng lần chuyển cơ quan'
          : 'hộp thư đã chấm dứt, không cấp lại mật khẩu',
      hint:
        because === 'moved'
          ? 'Lần chạy sau sẽ cấp, khi đã chuyển xong; không phải ghi lại'
          : 'Muốn mở lại hộp thư: thêm "restoration", mật khẩu mới đi kèm',
    }),
    en: ({ because }) => ({
      message:
        because === 'moved'
          ? 'no password is reset along with a change of organization'
          : 'the mailbox has ended: its password is not reset',
      hint:
        because === 'moved'
          ? 'The next run sets it, once the move is done; nothing need be written again'
          : 'To bring the mailbox back add a "restoration": a new password comes with it',
    }),
  },
  protected: {
    vi: () => ({
      message: 'tài khoản được bảo vệ, không bao giờ bị khóa',
      hint: 'policy.yaml: guard.protected',
    }),
    en: () => ({ message: 'a protected account is never locked', hint: 'policy.yaml: guard.protected' }),
  },
};
