// @ts-check
import { openMenu } from './menu.js';

const NAMES = new Map([
  ['offers', 'Tilbud, der venter på svar'],
  ['follow-up', 'Opfølgning og påmindelser'],
  ['leavers', 'Sager fra dem, der er stoppet'],
  ['weekly-nudge', 'Ugens skub'],
  ['rollups', 'Ugetal til rapporten'],
  ['digest', 'Ugekort til HR'],
  ['retention', 'Sletning af gammelt'],
]);

/** The jobs that must run for a moved clock to have an effect. */
const DUE_JOBS = ['offers', 'follow-up'];

/** @param {string} job */
const nameOf = (job) => NAMES.get(job) ?? job;

/** @param {Record<string, unknown>} counts */
function countsText(counts) {
  const some = Object.entries(counts).filter(([, count]) => typeof count === 'number' && count > 0);
  return some.length === 0 ? 'Der var ikke noget at gøre.' : `${some.map(([what, n]) => `${what}: ${n}`).join(', ')}.`;
}

/**
 * @param {object} parts
 * @param {HTMLButtonElement} parts.button
 * @param {() => Promise<{ jobs: string[] }>} parts.list
 * @param {(name: string) => Promise<Record<string, unknown>>} parts.run
 * @param {(text: string) => void} parts.say
 * @param {(error: unknown) => string} parts.sentenceOf
 */
export function createJobs({ button, list, run, say, sentenceOf }) {
  /** @param {string} job */
  async function runAndSay(job) {
    say(`Kører: ${nameOf(job)} …`);
    try {
      say(`Kørt: ${nameOf(job)}. ${countsText(await run(job))}`);
    } catch (error) {
      say(sentenceOf(error));
    }
  }

  button.addEventListener('click', async () => {
    try {
      const { jobs } = await list();
      const entries = jobs.map((job) => ({ label: nameOf(job), choose: () => void runAndSay(job) }));
      openMenu(button, 'Job', entries);
    } catch (error) {
      say(sentenceOf(error));
    }
  });

  return {
    async runDue() {
      const { jobs } = await list();
      for (const job of DUE_JOBS.filter((due) => jobs.includes(due))) await run(job);
    },
  };
}
