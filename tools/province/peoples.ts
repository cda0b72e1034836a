/** How names are shaped among the peoples of Lai Châu: words by people and sex, no name of a real person. */

export interface NameWords {
  readonly families: string;
  readonly middles: string;
  readonly given: string;
}

export interface People {
  readonly male: NameWords;
  readonly female: NameWords;
  /** How often a second middle name stands before the given name (Nguyễn Thị Thu Hà). */
  readonly second: { readonly share: number; readonly male: string; readonly female: string };
}

const kinhFamilies =
  'Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Lê Phạm Phạm Hoàng Vũ Vũ Đặng Bùi Bùi Đỗ Đỗ Ngô Dương Lý Phan Đào Đinh Mai Tạ Hà Trịnh Cao Lương Chu Tô Đoàn Phùng';
const kinhMen =
  'An Anh Bách Bảo Bình Chiến Chung Công Cường Dũng Duy Dương Đại Đạt Đông Đức Giang Giáp Hà Hải Hào Hậu Hiệp Hiếu Hòa Hoan Hoàng Học Hợp Huân Hùng Huy Hưng Hướng Kiên Khánh Khoa Khôi Khương Lâm Lập Linh Long Luân Lực Lượng Mạnh Minh Nam Nghĩa Ngọc Nguyên Nhân Ninh Phong Phú Phúc Phương Quân Quang Quý Quyền Quyết Quỳnh Sáng Sơn Sỹ Tài Tân Tấn Tiến Tiệp Toàn Tuân Tuấn Tùng Tuyên Thái Thành Thanh Thắng Thế Thiện Thịnh Thọ Thuận Thức Thủy Trí Triệu Trung Trường Vinh Việt Vũ Vượng Xuân';
const kinhWomen =
  'An Anh Ánh Bích Bình Châm Châu Chi Cúc Diễm Diệp Dung Duyên Đào Điệp Giang Hà Hạnh Hằng Hảo Hân Hậu Hiên Hiền Hoa Hòa Hoài Hồng Huế Huệ Huyền Hương Hường Khánh Lan Lê Liên Liễu Linh Loan Lụa Lương Ly Lý Mai Mận Minh My Mơ Mỹ Na Nga Ngà Ngân Ngọc Nguyệt Nhàn Nhung Như Oanh Phương Phượng Quế Quyên Quỳnh Tâm Tuyết Tươi Thanh Thảo Thắm Thêu Thoa Thơ Thơm Thu Thùy Thủy Thúy Thư Thương Trà Trang Trinh Vân Vinh Xuân Xuyến Yên Yến';

export const peoples = {
  kinh: {
    male: {
      families: kinhFamilies,
      middles:
        'Văn Văn Văn Văn Đức Đức Quốc Mạnh Xuân Minh Ngọc Thanh Hữu Trọng Đình Quang Duy Anh Tiến Việt Thành Công Bá Thế Hoàng Trung Tuấn',
      given: kinhMen,
    },
    female: {
      families: kinhFamilies,
      middles: 'Thị Thị Thị Thị Thị Thị Thị Thu Ngọc Thanh Minh Phương Hồng Bích Kim Thùy',
      given: kinhWomen,
    },
    second: {
      share: 0.22,
      male: 'Anh Đức Minh Quang Trọng Hồng Hải',
      female: 'Thu Thanh Hồng Bích Kim Thùy Ngọc Minh Mai Phương Lan Hải Tuyết Vân',
    },
  },
  thai: {
    male: {
      families:
        'Lò Lò Lò Lò Hoàng Hoàng Quàng Cà Tòng Đèo Vàng Lường Lường Điêu Điêu Hà Nùng Mè Lù Lèo Bạc Cầm Tao Khoàng Teo',
      middles: 'Văn Văn Văn Văn Văn Văn Văn Xuân Minh Đức Ngọc Thanh',
      given:
        'Ánh Bình Bóng Bun Chài Chiến Chương Dân Dọn Đôi Đoàn Đương È Ín Hặc Hịa Hoan Hoàn Hoạt Hom Hùng Ích Inh Khặm Khánh Khiên Kim Lả Lanh Lập Liên Lún Mẩn Minh Muôn Nghiên Ngoan Nhất Nọi Ó Ơn Pản Păn Pành Phanh Phấng Phin Phóng Phương Pồm Quân Quyết Quý Sơn Sinh Thanh Thiết Thoan Thu Thương Tiên Toản Toán Tới Tuấn Tưởng Un Ún Văn Viên Vui Xiên Xôm Xuân Yên',
    },
    female: {
      families:
        'Lò Lò Lò Lò Hoàng Hoàng Quàng Cà Tòng Đèo Vàng Lường Lường Điêu Điêu Hà Nùng Mè Lù Lèo Bạc Cầm Tao',
      middles: 'Thị Thị Thị Thị Thị Thị Thị Thị Thu Hồng Mai',
      given:
        'Ánh Bích Biên Biến Cương Chom Chiên Diên Doan Dung Điệp Đôi È Hặc Hạnh Hiêng Hiền Hoan Hom Hồng Hương Ín Inh Kim Lả Lan Lún Luyến Mai Mến Nga Ngân Ngoan Nhung Nọi Oanh Ón Ơn Pản Panh Pánh Phóng Phương Phượng Quyên Quỳnh Sao Sen Son Sương Tâm Thắm Thân Thoan Thu Thương Tình Tươi Ún Vân Viên Vui Xoan Xuân Yên Yến',
    },
    second: { share: 0.06, male: 'Trung Anh Hồng Quang', female: 'Thu Hồng Bích Thúy Kim Hoài' },
  },
  mong: {
    male: {
      families:
        'Giàng Giàng Giàng Sùng Sùng Sùng Mùa Mùa Vàng Vàng Thào Thào Hạng Hạng Cứ Lầu Lầu Chang Ma Vừ Sình Hảng Lý Tráng Phàng',
      middles: 'A A A A A A A A A Seo Seo Seo Văn Nhè Páo Chứ',
      given:
        'Bình Câu Cú Cha Chang Chá Chì Chinh Chía Chống Chơ Chờ Chu Chua Chư Chứ Dế Dê Dình Dì Dờ Dơ Dủa Dũng Của Gàng Giả Giàng Giống Hồ Hờ Hử Kỷ Khua Lềnh Lồng Lử Lùng Mang Nam Nếnh Nủ Nhà Páo Pao Páng Phàng Phông Phừ Sà Sang Sào Sáng Sáu Sèng Sình Sính Sò Sùng Sử Tà Tằng Tỉnh Tính Tủa Tùng Thái Thanh Thông Trừ Trư Vàng Vảng Vư Xà Xìa',
    },
    female: {
      families:
        'Giàng Giàng Giàng Sùng Sùng Sùng Mùa Mùa Vàng Vàng Thào Thào Hạng Hạng Cứ Lầu Lầu Chang Ma Vừ Sình Hảng Lý Tráng Phàng',
      middles: 'Thị Thị Thị Thị Thị Thị Thị Thị Thu Mai',
      given:
        'Ấu Ca Câu Cở Chá Chứ Dế Di Dính Dợ Dông Dua Dung Của Ganh Ghênh Giống Giang Hoa Hương Ké Lan Lia Lỳ Ly Mai Máy Mảy Mẩy Mỉ Mỷ Nếnh Nga Ninh Nhè Nhung Pàng Pằng Panh Phương Sai Sáo Sênh Si Sinh Sông Sông Súa Sua Tồng Thào Trang Trù Vá Vang Xay Xế Xuân',
    },
    second: { share: 0.02, male: 'A', female: 'Mai Thanh' },
  },
  dao: {
    male: {
      families: 'Tẩn Tẩn Tẩn Tẩn Phàn Phàn Phàn Chẻo Chẻo Chẻo Lý Lý Phùng Tản Sàng',
      middles: 'A A A Lao Lao Mỳ Mỳ Chin Phủ Láo Tả Sài Vần Kim Chỉn Văn Văn Pú Duần Sơn San',
      given:
        'Chiêu Chòi Chu Chấn Dao Dết Diết Đành Đông Guyền Hin Hòa Hùng Kinh Lai Lìn Lở Loàng Lùng Mềnh Nải Nảy Phâu Phấu Phin Phú Phủ Quáng Quẩy Quyền San Sài Sành Sềnh Sểnh Siệu Sinh Sơn Tá Tài Thanh Thàng Tiến Tình Tờ Toàn Trung U Vạng Vảng Xoang',
    },
    female: {
      families: 'Tẩn Tẩn Tẩn Tẩn Phàn Phàn Phàn Chẻo Chẻo Chẻo Lý Lý Phùng Tản Sàng',
      middles: 'Mỳ Mỳ Tả Tả Thị Thị Thị Thị Sử Lở San U',
      given:
        'Châu Chuyển Dao Duyên Đào Giang Hà Hương Khé Kim Lai Lan Liều Liên Linh Mai Mán Mảy Mẩy Nải Nảy Nhàn Phẩy Phấy Phương Pham Quyên Sao Sểnh Siểu Sinh Sính Tình Thắm Thúy Trang Vân Viển Xoang Yến',
    },
    second: { share: 0.02, male: 'Mỳ', female: 'Mỳ Thu' },
  },
  hanhi: {
    male: {
      families:
        'Pờ Pờ Pờ Lỳ Lỳ Lỳ Chang Chang Khoàng Khoàng Sừng Sừng Vàng Ly Lý Toán Tạ Phùng Mạ Chu Giàng Pồ Su',
      middles: 'Xừ Go Hừ Phu Xè Pó Lò Chà Văn Văn Khai Gò Pơ Hà Mì Thó Cà',
      given:
        'Bứ Cà Chà Chừ Dế Diệp Do Đức Giá Gò Go Hà Hừ Hòa Hùng Khừ Khà Lâm Lòng Lòng Lé Lừ Lù Má Mạ Mé Mò Nhạ Ngà Pa Phà Phí Pó Po Pơ Phạ Sơn Suy Sừ Thàng Tư Tứ Thó Tớ Xá Xè Xú Xừ Xuân',
    },
    female: {
      families:
        'Pờ Pờ Pờ Lỳ Lỳ Lỳ Chang Chang Khoàng Khoàng Sừng Sừng Vàng Ly Lý Toán Tạ Phùng Mạ Chu Giàng Pồ Su',
      middles: 'Go Lò Mì Gió Mỳ Xó Thị Thị Thị Thị Khừ Nhù Phì Hà',
      given:
        'Chí Chứ Cò De Diệp Dung Đo Gơ Giớ Hà Hoa Hương Khừ Lan Lé Lệ Ly Lòng Mai Mé Mơ Mư Na Nu Nhè Nhù Phạ Pư Phương Sinh Sơ Thu Trang Xé Xì Xó Xuyến Yến',
    },
    second: { share: 0.02, male: 'Go', female: 'Thu Lò' },
  },
  lahu: {
    male: {
      families: 'Vàng Vàng Vàng Phàn Phàn Lò Lò Giàng Giàng Ly Thàng Kha Pờ Tòng Chu',
      middles: 'Xá Và Phì Hà Gia Lò A A Cà Ha Văn Khò Nhù Chà',
      given:
        'Bô Cà Chừ Đe De Đà Gia Giá Hừ Hà Hơ Khừ Khà Lòng Lé Mé Mò Mừ Né Nu Nhù Nhừ Pạ Pư Phạ Phì Pó Phú Sơn Sẹ Thơ Và Vừ Xá Xừ Xò',
    },
    female: {
      families: 'Vàng Vàng Vàng Phàn Phàn Lò Lò Giàng Giàng Ly Thàng Kha Pờ Tòng Chu',
      middles: 'Mé Mò Mì Nu Và Go Lò Thị Thị Thị Ca',
      given: 'Bơ Ca De Do Gơ Hà Hoa Khò Lé Lan Mé Mai Mò Mư Na Né Nu Nhè Pư Phì Phương Sơ Xé Xó Xì',
    },
    second: { share: 0, male: 'A', female: 'Mé' },
  },
  mang: {
    male: {
      families: 'Lò Lò Lò Chìn Chìn Tào Tào Pàn Pàn Sìn Vàng Lùng Chiến',
      middles: 'A A A A Văn Văn Văn Văn Ốm Me',
      given:
        'Bóng Cậu Chanh Chiến Dậu Dao Dân Đang Đẹp Đông È Đôi Khoa Khanh Lân Long Minh Nậm Nam Ngằm Nhớt Phồng Panh Quyết Sơn Tâm Thím Thiên Tơ Xuân',
    },
    female: {
      families: 'Lò Lò Lò Chìn Chìn Tào Tào Pàn Pàn Sìn Vàng Lùng',
      middles: 'Thị Thị Thị Thị Me Y',
      given: 'Bình Cang Dua Đào Én Hạnh Hoa Lan Lươm Mai Mẩy Nga Ngoan Pâng Sen Thắm Thơm Vân Xuyên Xoan',
    },
    second: { share: 0, male: 'A', female: 'Thị' },
  },
  lu: {
    male: {
      families: 'Tao Tao Tao Lò Lò Vàng Vàng Khoàng Pờ Lường Lự',
      middles: 'Văn Văn Văn Văn Xuân A',
      given:
        'Ăm Êm Chu Chài Chanh Choi Đòi Đôi Hặc Ín Kèo Khăm Khèo Khúm Lai Lả Lùn Mứng Ngọt Ỏm Pao Pên Phan Phong Păn Sài Sứng Tam Tỉnh Un',
    },
    female: {
      families: 'Tao Tao Tao Lò Lò Vàng Vàng Khoàng Pờ Lường Lự',
      middles: 'Thị Thị Thị Thị',
      given:
        'Bun Chăn Đôi È Êm Hoa Hom Khăm Khèo Lả Lan Mẩn Mứn On Ơi Păn Pâng Pích Sen Sứng Tai Thanh Un Xoan',
    },
    second: { share: 0, male: 'Văn', female: 'Thị' },
  },
  giay: {
    male: {
      families: 'Lù Lù Vàng Vàng Vàng Hoàng Hoàng Lò Lò Vù Phan Sần Nông Lầu Lìu Mè',
      middles: 'Văn Văn Văn Văn Văn A Thành Ngọc Xuân Đức',
      given:
        'Bình Chắn Chung Diu Dung Đông Hào Hòa Hồng Kháng Khoa Lai Lèng Lìn Long Mìn Minh Nghĩa Páo Phong Phúc Quân Quang Sài Sành Sần Sẩm Siêng Sơn Tài Tờ Tuấn Thành Thắng Thiên Vần Vinh Xuân Ngân Vui',
    },
    female: {
      families: 'Lù Lù Vàng Vàng Vàng Hoàng Hoàng Lò Lò Vù Phan Sần Nông Lầu Lìu Mè',
      middles: 'Thị Thị Thị Thị Thị Thị Thu Kim',
      given:
        'Chản Chiên Chúc Dung Đào Hạnh Hằng Hiền Hoa Hồng Hương Lan Liên Loan Mai Mẩy Mỉn Mười Nga Ngân Nhạn Nhung Phin Phương Sen Sâm Sinh Thanh Thắm Thơm Thu Tuyết Vân Vui Xuân Xấm',
    },
    second: { share: 0.08, male: 'Anh Quang', female: 'Thu Hồng Bích' },
  },
  khomu: {
    male: {
      families: 'Lò Lò Quàng Quàng Cút Mòng Lường Lường Hoàng Xeo Vì Ót',
      middles: 'Văn Văn Văn Văn',
      given:
        'Ánh Chom Dọn Dung Đanh È Hịa Hặc Khăm Khuyên Inh Luân Muôn Nọi Ơn Pánh Phanh Phóng Quý Sương Thiên Tiến Tun Vinh Xôm Yêu',
    },
    female: {
      families: 'Lò Lò Quàng Quàng Cút Mòng Lường Lường Hoàng Xeo Vì Ót',
      middles: 'Thị Thị Thị Thị',
      given:
        'Ban Bóng Chom Cương Dung È Hiêng Hom Khăm Lan Mai Nọi On Phượng Pâng Quý Sen Sương Tâm Thoan Un Yên',
    },
    second: { share: 0, male: 'Văn', female: 'Thị' },
  },
} satisfies Record<string, People>;

export type PeopleName = keyof typeof peoples;

/** Full names of well-known holders of public office: no invented person carries one. */
export const avoidedNames: ReadonlySet<string> = new Set([
  'Hồ Chí Minh',
  'Phạm Văn Đồng',
  'Nguyễn Văn Linh',
  'Võ Văn Kiệt',
  'Phan Văn Khải',
  'Lê Đức Anh',
  'Lê Khả Phiêu',
  'Trần Đức Lương',
  'Nguyễn Minh Triết',
  'Nguyễn Văn An',
  'Nguyễn Sinh Hùng',
  'Nguyễn Tấn Dũng',
  'Nguyễn Xuân Phúc',
  'Nguyễn Phú Trọng',
  'Trần Đại Quang',
  'Trần Quốc Vượng',
  'Nguyễn Thị Kim Ngân',
  'Võ Thị Ánh Xuân',
  'Phạm Minh Chính',
  'Võ Văn Thưởng',
  'Vương Đình Huệ',
  'Phạm Bình Minh',
  'Trần Thanh Mẫn',
  'Lê Minh Hưng',
  'Phan Văn Giang',
  'Nguyễn Mạnh Hùng',
  'Nguyễn Hòa Bình',
  'Nguyễn Chí Dũng',
  'Bùi Thanh Sơn',
  'Nguyễn Văn Thắng',
  'Nguyễn Văn Hùng',
  'Nguyễn Hồng Diên',
  'Nguyễn Thanh Nghị',
  'Nguyễn Duy Ngọc',
  'Trần Tiến Dũng',
  'Đỗ Ngọc An',
  'Lê Văn Lương',
  'Hà Trọng Hải',
  'Tống Thanh Hải',
  'Giàng A Tính',
  'Giàng Páo Mỷ',
  'Vũ Mạnh Hà',
  'Lê Minh Ngân',
  'Hà Quang Trung',
  'Sùng A Hồ',
  'Vàng Văn Thắng',
  'Chu Lê Chinh',
  'Lò Văn Giàng',
  'Nguyễn Khắc Chử',
  'Hoàng Thọ Trung',
  'Hoàng Quốc Khánh',
  'Tòng Thị Phóng',
  'Lò Văn Hạnh',
  'Vừ A Dính',
  'Kim Đồng',
]);
