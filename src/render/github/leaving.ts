/** Whose last day of work is still to come, as rows of the table of changes: their mailboxes live until it is over (8.2). */
import type { LeavingPerson } from '../../model/github/review.ts';
import { dateText } from '../text/dates.ts';
import { organizationName } from '../text/named.ts';
import { safe } from './safe.ts';
import { deedCell, manyCell, oneCell, type TableOptions } from './table-cells.ts';
import { leavingDeeds, leavingWords } from './words/leaving.ts';

/** Who leave for one reason on one day are one row. */
export function leavingRows(leaving: readonly LeavingPerson[], options: TableOptions): readonly string[] {
  const { language } = options;
  const groups = Map.groupBy(leaving, ({ reason, until, was }) => `${reason} ${until} ${was}`);
  return [...groups.values()].map((same) => {
    const [{ reason, until, was }] = same as [LeavingPerson, ...LeavingPerson[]];
    const words = leavingWords[language];
    const before = was === undefined ? undefined : dateText(was, language);
    const what =
      until === undefined ? words.back(before ?? '') : words.until(dateText(until, language), before);
    const deed = deedCell(leavingDeeds[reason][language], same.length);
    return `| ${deed} | ${whoText(same, options)} | ${what} |`;
  });
}

function whoText(same: readonly LeavingPerson[], options: TableOptions): string {
  const { names, isOneOrganization } = options;
  const [{ name, id, organization, line }] = same as [LeavingPerson, ...LeavingPerson[]];
  if (same.length > 1) return manyCell(same, options);
  const whose = isOneOrganization ? undefined : organizationName(names, organization);
  return oneCell({ name, organization: whose, id: safe(id), line }, options);
}
