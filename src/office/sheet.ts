/** The sheet of a document and its parts by Decree 30/2020/NĐ-CP, annex I: paper, margins, columns, in millimetres. */

export const sheet = {
  width: 210,
  height: 297,
  margin: { top: 20, bottom: 20, left: 30, right: 15, header: 10, footer: 10 },
} as const;

const twipsPerMillimetre = 1440 / 25.4;

/** Word counts in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round(millimetres * twipsPerMillimetre);

export const points = (millimetres: number): number => (millimetres * 72) / 25.4;

export const textColumn = sheet.width - sheet.margin.left - sheet.margin.right;

/** The heads stand beside each other: the nation's, the longer, gets more. */
export const headColumns = { left: 70, right: textColumn - 70 } as const;

/** Recipients on the left, the signature on the right. */
export const footColumns = { left: 80, right: textColumn - 80 } as const;
