import { JOB_NAMES } from '../../jobs/names.ts';
import { type Run, whole } from './check.ts';
import { type Finding, finding, isNear } from './finding.ts';
import { figure } from './watch.ts';

const PLATFORMS = ['teams', 'slack'] as const;

/** The counters of the processes that lived on, against what was seen at the other end: each to the last one. */
export const figureFindings = (run: Run): Finding[] => {
  const { platforms, entrance, watch } = run;
  return whole(run).flatMap((life) => {
    const { scrape, requests } = watch.of(life);
    const shown = (name: string, labels: Record<string, string> = {}) => figure(scrape, name, labels) ?? 0;
    const same = (about: string, says: number, seen: number, may = 0): Finding =>
      finding(`${about} of ${life.name}`, isNear(says, seen, 0, may), `says ${says}, seen ${seen}`);
    const failed = ([503, 500, 'cut'] as const).reduce((sum, how) => sum + entrance.answers(life.name, how), 0);
    /** A turn counts also where the store went away in the middle of it. */
    const turns = (on: (typeof PLATFORMS)[number], turn: 'hear' | 'press'): Finding => {
      const says = shown('sammen_turn_seconds_count', { platform: on, turn });
      const seen = entrance.turns(life.name, on, turn);
      return finding(
        `${turn} on ${on} of ${life.name}`,
        says >= seen && says <= seen + failed,
        `says ${says}, seen ${seen}, and ${failed} that were not answered with 200`,
      );
    };
    const minutes = (Date.now() - life.begins) / 60_000;
    return [
      ...PLATFORMS.flatMap((on) => {
        const asked = (what: 'post' | 'update') => platforms.asked(life.name, { on, what, came: 'done' });
        return [
          same(
            `sent on ${on}`,
            shown('sammen_deliveries_total', { platform: on, state: 'sent' }),
            asked('post') + asked('update'),
          ),
          same(
            `unreachable on ${on}`,
            shown('sammen_deliveries_total', { platform: on, state: 'unreachable' }),
            platforms.asked(life.name, { on, came: 'blocked' }),
          ),
          same(
            `429 on ${on}`,
            shown('sammen_platform_throttled_total', { platform: on }),
            (['post', 'update', 'open'] as const).reduce(
              (sum, what) => sum + platforms.asked(life.name, { on, what, came: 'throttled' }),
              0,
            ),
          ),
          turns(on, 'hear'),
          turns(on, 'press'),
        ];
      }),
      same('answers with 503', shown('sammen_requests_total', { status: '503' }), entrance.answers(life.name, 503)),
      same('answers with 500', shown('sammen_requests_total', { status: '500' }), entrance.answers(life.name, 500)),
      finding(
        `answers with 200 of ${life.name}`,
        shown('sammen_requests_total', { status: '200' }) >= entrance.answers(life.name, 200) + requests,
        `says ${shown('sammen_requests_total', { status: '200' })}, seen ${entrance.answers(life.name, 200) + requests} and those of Prometheus`,
      ),
      same('runs of jobs', shown('sammen_job_runs_total', { name: JOB_NAMES[0] }), Math.floor(minutes), 2),
      same('faults', shown('sammen_faults_total'), 0),
    ];
  });
};
