// @ts-check
import { texts } from './language.js';
import { openMenu } from './menu.js';

/** The jobs that must run for a moved clock to have an effect. */
const DUE_JOBS = ['offers', 'follow-up'];

/** @param {string} job */
const nameOf = (job) => texts.jobNames[job] ?? job;

/** @param {Record<string, unknown>} counts */
function countsText(counts) {
  const some = Object.entries(counts).flatMap(([what, count]) =>
    typeof count === 'number' && count > 0 ? [texts.done[what]?.(count) ?? `${what}: ${count}`] : [],
  );
  const [first, ...rest] = some.join(', ');
  return first === undefined ? texts.nothingToDo : `${first.toUpperCase()}${rest.join('')}.`;
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
    say(texts.running(nameOf(job)));
    try {
      say(texts.ran(nameOf(job), countsText(await run(job))));
    } catch (error) {
      say(sentenceOf(error));
    }
  }

  button.addEventListener('click', async () => {
    try {
      const { jobs } = await list();
      const entries = jobs.map((job) => ({ label: nameOf(job), choose: () => void runAndSay(job) }));
      openMenu(button, texts.jobs, entries);
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
