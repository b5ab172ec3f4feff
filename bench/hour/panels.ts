import type { Run } from './check.ts';
import { type Finding, finding } from './finding.ts';
import { type Prometheus, panelLines, type Series } from './prometheus.ts';
import { TRUTHS } from './truths.ts';

/** What each line of the dashboard showed from the beginning to the end, and whether that is true. */
export const panelFindings = async (run: Run, prometheus: Prometheus): Promise<Finding[]> => {
  const findings: Finding[] = [];
  for (const { title, legend, expr } of panelLines()) {
    const name = `${title} [${legend}]`;
    const series = await prometheus.range(expr, run.began, Date.now());
    const truth = TRUTHS[name];
    const wrong = truth === undefined ? 'nobody knows what is true of it' : truth(series, run);
    findings.push(
      finding(`panel ${name}`, wrong === null, [...(wrong === null ? [] : [wrong]), inWords(series)].join('; ')),
    );
  }
  return findings;
};

const inWords = (series: readonly Series[]): string =>
  series
    .map(({ labels, values }) => {
      const figures = values.map(([, value]) => value).filter((value) => !Number.isNaN(value));
      const short = (value: number | undefined) => Number((value ?? Number.NaN).toPrecision(4));
      const { job: _job, __name__: _name, ...others } = labels;
      return `${Object.values(others).join(' ')} ${short(Math.min(...figures))} to ${short(Math.max(...figures))}, last ${short(figures.at(-1))}`.trim();
    })
    .join(' | ');
