/** The official tables of days off and days worked, month and day, as published: what the calendars must hold. */

interface Year {
  readonly off: string;
  readonly worked: string;
}

export const officialDays: Readonly<Record<number, Year>> = {
  2021: { off: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03', worked: '' },
  2022: { off: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', worked: '' },
  2023: { off: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', worked: '' },
  2024: { off: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', worked: '05-04' },
  2025: { off: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', worked: '04-26' },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
    worked: '01-10 08-22',
  },
};
