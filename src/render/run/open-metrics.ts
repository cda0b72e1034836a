/** The OpenMetrics 1.0 text format: families to text, and the samples of our own earlier text back. */

export interface Sample {
  /** Label names are ours: letters and underscores. Values may be anything. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * Only gauges and counters: what collects text files for Prometheus (node_exporter) refuses a whole file over a type
 * its older format has not.
 */
export interface Family {
  /** Without the `_total` of a counter; ends in its unit, where it has one. */
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly unit?: 'seconds';
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** The whole exposition, with its end; families without samples are left out. */
export function renderOpenMetrics(families: readonly Family[]): string {
  const told = families.filter(({ samples }) => samples.length > 0);
  return `${told.map(renderFamily).join('')}# EOF\n`;
}

function renderFamily({ name, type, unit, help, samples }: Family): string {
  const unitLine = unit === undefined ? '' : `# UNIT ${name} ${unit}\n`;
  const head = `# TYPE ${name} ${type}\n${unitLine}# HELP ${name} ${escaped(help)}\n`;
  return head + samples.map((sample) => `${sampleName(name, type, sample)} ${sample.value}\n`).join('');
}

/** What a sample is called in the text, and found by in an earlier one. */
export function sampleName(
  name: string,
  type: Family['type'],
  { labels = {} }: Pick<Sample, 'labels'>,
): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
  return `${name}${type === 'counter' ? '_total' : ''}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`}`;
}

function escaped(text: string): string {
  return text.toWellFormed().replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}

/** The samples of a text of ours, by their names with labels; lines of others are passed over. */
export function parseSamples(text: string): ReadonlyMap<string, number> {
  const samples = new Map<string, number>();
  for (const line of text.split('\n')) {
    const match = /^([a-z_]+(?:\{.*\})?) (\S+)$/s.exec(line);
    const value = Number(match?.[2]);
    if (match?.[1] !== undefined && Number.isFinite(value)) samples.set(match[1], value);
  }
  return samples;
}
