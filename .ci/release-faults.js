/**
 * What keeps a state of the repository from being released, each with its mend; empty when nothing does.
 * @param {{ version: string, branch: string, dirty: string, tags: string[], changelog: string, publiccode: string }} state
 *   `branch` is empty where no branch is checked out; `dirty` is what `git status --porcelain` prints
 * @returns {string[]}
 */
export const releaseFaults = ({ version, branch, dirty, tags, changelog, publiccode }) => {
  const faults = [];
  const wrong = (is, mend) => is && faults.push(mend);
  wrong(dirty !== '', `Commit or put away these first, so that the release is what is committed:\n${dirty}`);
  wrong(branch !== 'main', `Releases are made from main, and this is ${branch || 'no branch'}: git switch main`);

  const number = numberOf(version);
  wrong(number === null, `"${version}" in package.json is no version such as 1.2.3.`);
  const newest = tags.map(numberOf).filter(Boolean).sort(compare).at(-1);
  if (tags.includes(`v${version}`)) faults.push(`v${version} is released already. Raise the version in package.json.`);
  else if (number !== null && newest !== undefined && compare(number, newest) < 0)
    faults.push(`${version} is lower than v${newest.join('.')}, which is released. Raise the version in package.json.`);

  wrong(
    notesOf(version, changelog) === null,
    `CHANGELOG.md has no entry "## [${version}] - YYYY-MM-DD" with words in it. Write what changes for people.`,
  );
  wrong(
    (sectionOf('[Unreleased]', changelog) ?? '') !== '',
    `CHANGELOG.md has lines under [Unreleased]. Put them under [${version}], or they are in the release and nobody reads of them.`,
  );
  const url = /^url: *(\S+)/m.exec(publiccode)?.[1] ?? '';
  wrong(
    !URL.canParse(url) || /\bexample\b/.test(new URL(url).hostname),
    `publiccode.yml gives ${url || 'no address'} as the repository's. Write its real address into url: where others look for software, they go there.`,
  );
  return faults;
};

/** The entry of a version in the changelog, with its heading; null where it is missing, empty or without a date. */
export const notesOf = (version, changelog) => {
  const heading = changelog.split('\n').find((line) => line.startsWith(`## [${version}] - `));
  if (heading === undefined || !/ - \d{4}-\d{2}-\d{2}$/.test(heading)) return null;
  const words = sectionOf(heading.slice('## '.length), changelog);
  return words === null || words === '' ? null : `${heading}\n\n${words}`;
};

/** What stands under a heading; null without the heading. */
const sectionOf = (title, changelog) => {
  const section = changelog.split(/^## /m).find((part) => part.startsWith(`${title}\n`) || part.trim() === title);
  return section === undefined ? null : section.slice(title.length).trim();
};

/** The numbers of "1.2.3" or "v1.2.3"; null for anything else. */
const numberOf = (text) => /^v?(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number) ?? null;

const compare = (a, b) => {
  const at = a.findIndex((part, i) => part !== b[i]);
  return at < 0 ? 0 : a[at] - b[at];
};
