/** A report as a fragment of HTML without scripts and styles: the same in a page of its own and among others. */
import type { Report, ReportName } from '../../model/report.ts';
import { html } from '../text/escape.ts';
import type { Language } from '../text/wording.ts';
import { chartsOf } from './charts.ts';
import { renderHtmlTable } from './html-table.ts';
import type { Note, Section } from './layout.ts';
import { layOutReport } from './sheet.ts';
import { fileWords } from './words/files.ts';

/** Every id in it begins with the report's name, so that several may stand in one page. */
export function renderReportBody(report: Report, language: Language): string {
  const { title, notes, sections } = layOutReport(report, language);
  const { report: name } = report;
  const anchored = new Set<string>();
  const parts = [
    ...notes.map((note) => renderNote(note, language)),
    ...chartsOf(report, language).map((svg) => `<figure class="chart">${svg}</figure>`),
    ...renderContents(name, sections, language),
    ...sections.map((section, index) => {
      const id = section.heading === undefined ? `${name}-title` : sectionId(name, index);
      const table = { name, labelledBy: id, caption: section.heading ?? title, anchored };
      return renderSection(section, id, renderHtmlTable(section, table));
    }),
  ];
  return `<article class="report" lang="${language}">
<h1 id="${name}-title">${html(title)}</h1>
${parts.join('\n')}
</article>
`;
}

const sectionId = (name: ReportName, index: number): string => `${name}-${index + 1}`;

function renderNote(note: Note, language: Language): string {
  const words = fileWords[language];
  switch (note.says) {
    case 'counts': {
      const items = note.counts.map(
        ({ word, status, count }) => `<li data-status="${html(status)}">${html(word)} <b>${count}</b></li>`,
      );
      return `<ul class="counts" aria-label="${html(words.counts)}">${items.join('')}</ul>`;
    }
    case 'doubt':
      return `<p class="doubt"><strong>${html(words.doubt)}</strong> ${html(note.text)}</p>`;
    case 'told':
      return `<p>${html(note.text)}</p>`;
  }
}

/** Nothing where there is nothing to choose. */
function renderContents(
  name: ReportName,
  sections: readonly Section[],
  language: Language,
): readonly string[] {
  if (sections.length < 2) return [];
  const links = sections.flatMap(({ kind, heading, rows }, index) => {
    if (heading === undefined) return [];
    const count = kind === 'group' ? ` <b>${rows.length}</b>` : '';
    return [`<li><a href="#${sectionId(name, index)}">${html(heading)}${count}</a></li>`];
  });
  const label = html(fileWords[language].contents);
  return [`<nav class="contents" aria-label="${label}"><ul>\n${links.join('\n')}\n</ul></nav>`];
}

function renderSection({ kind, heading, rows, hint, ldif = [] }: Section, id: string, table: string): string {
  const count = kind === 'group' ? ` <span class="count">${rows.length}</span>` : '';
  const parts = [
    ...(heading === undefined ? [] : [`<h2 id="${id}">${html(heading)}${count}</h2>`]),
    table,
    ...(hint === undefined ? [] : [`<p class="hint">${html(hint)}</p>`]),
    ...ldif.map((record) => `<pre>${record.split('\n').map(html).join('\n')}</pre>`),
  ];
  return `<section>\n${parts.join('\n')}\n</section>`;
}
