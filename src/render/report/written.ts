/** What `danhba report --out` says it has written. */
import type { Report } from '../../model/report.ts';
import { visible } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { fileWords } from './words/files.ts';

export const renderWritten = ({ rows }: Report, file: string, language: Language): string =>
  `${fileWords[language].written(rows.length, visible(file))}\n`;
