// @ts-check
import { api, sentenceOf } from './api.js';
import { createChat } from './chat.js';
import { createClock } from './clock.js';
import { coalesce, gather } from './coalesce.js';
import { createComposer } from './composer.js';
import { byId, element } from './dom.js';
import { createDrawer } from './drawer.js';
import { beginner, createGuide } from './guide.js';
import { createInbox } from './inbox.js';
import { createJobs } from './jobs.js';
import { createLanguageSwitch, showTexts, texts } from './language.js';
import { addressOf, avatar, createPeople, personInAddress, roleChips, roleNames } from './people.js';
import { createSeen } from './seen.js';
import { listen } from './stream.js';
import { createTheme } from './theme.js';

/** @import { Person } from './api.js' */

/** Screen readers do not repeat an unchanged text in a live region, so it is emptied this long before. */
const ANNOUNCE_MS = 80;
const RETRY_MS = 4000;
/** A job may write to two thousand people at once; their news is counted together, this long after the first. */
const COUNT_MS = 300;

showTexts();

const live = byId('live', HTMLElement);
const status = byId('status', HTMLElement);
const lost = byId('lost', HTMLElement);
const youAre = byId('you-are', HTMLElement);

/** @type {Person[]} */
let everybody = [];
let current = '';
const seen = createSeen();

/** @param {string} text */
function announce(text) {
  live.textContent = '';
  setTimeout(() => {
    live.textContent = text;
  }, ANNOUNCE_MS);
}

/** @param {string} text */
const say = (text) => {
  status.textContent = text;
};

const inbox = createInbox(api.messages, ({ person, fresh, changed }) => {
  chat.take(person, fresh, changed);
  if (person !== current) return;
  seen.show(person, inbox.next(person));
  if (fresh.some(({ from }) => from === 'bot')) announce(texts.newMessage);
});

const people = createPeople({
  list: byId('people', HTMLElement),
  searching: byId('searching', HTMLElement),
  field: byId('search', HTMLInputElement),
  hidden: byId('hidden', HTMLElement),
  next: byId('next', HTMLElement),
});

const chat = createChat({
  scroller: byId('scroller', HTMLElement),
  empty: byId('empty', HTMLElement),
  toEnd: byId('to-end', HTMLButtonElement),
  messagesOf: inbox.messages,
  isLoaded: inbox.isLoaded,
  async execute(person, message, { verb, data }) {
    await api.press({ person, message: message.id, verb, data });
    await inbox.sync(person).catch(() => {});
  },
  sentenceOf,
});

const composer = createComposer({
  form: byId('composer', HTMLFormElement),
  field: byId('text', HTMLTextAreaElement),
  button: byId('send', HTMLButtonElement),
  problem: byId('problem', HTMLElement),
  hint: byId('hint', HTMLElement),
  async send(person, text) {
    await api.write(person, text);
    await inbox.sync(person).catch(() => {});
  },
  sentenceOf,
});

const guide = createGuide({
  empty: byId('empty', HTMLElement),
  dialog: byId('guide', HTMLDialogElement),
  button: byId('show-guide', HTMLButtonElement),
  fill: composer.fill,
});

const jobs = createJobs({
  button: byId('jobs', HTMLButtonElement),
  list: api.jobs,
  run: api.runJob,
  say,
  sentenceOf,
});

const clock = createClock(
  {
    long: byId('now', HTMLTimeElement),
    short: byId('now-short', HTMLTimeElement),
    closed: byId('closed', HTMLElement),
    open: byId('open', HTMLButtonElement),
    moves: {
      twoHours: byId('two-hours', HTMLButtonElement),
      nextMorning: byId('next-morning', HTMLButtonElement),
      tenDays: byId('ten-days', HTMLButtonElement),
    },
    form: byId('set-clock', HTMLFormElement),
    field: byId('clock-field', HTMLInputElement),
  },
  { move: api.moveClock, hours: api.workingHours, afterMove: jobs.runDue, say, sentenceOf },
);

/** Focuses the chat when the link that led here is gone. */
function keepFocus() {
  const at = document.activeElement;
  if (at === document.body || !at?.checkVisibility()) byId('scroller', HTMLElement).focus({ preventScroll: true });
}

/** @param {Person} person */
function showPerson(person) {
  const changes = current !== '' && current !== person.id;
  current = person.id;
  const chips = roleChips(person);
  const unit = element('p', { class: 'unit' }, person.unit, ...chips);
  byId('who', HTMLElement).replaceChildren(avatar(person), element('div', {}, element('h2', {}, person.name), unit));
  document.title = `${person.name} · Sammen`;
  youAre.textContent = person.name;
  people.setCurrent(person.id);
  composer.show(person.id);
  chat.show(person.id, person.name);
  if (changes) keepFocus();
  if (changes) announce(texts.youAreNow([person.name, ...roleNames(person)].join(', ')));
  void showMessages();
}

function showFromAddress() {
  const person = everybody.find(({ id }) => id === personInAddress()) ?? beginner(everybody);
  if (person) showPerson(person);
}

async function syncShown() {
  const person = current;
  await inbox.sync(person);
  if (person !== current) return;
  seen.show(person, inbox.next(person));
  chat.showEmpty();
}

const countNews = coalesce(async () => {
  const asked = new Map(seen.entries());
  const [shown, had] = [current, inbox.next(current)];
  const { news } = await api.news([...asked]);
  // Meanwhile somebody's chat may have been opened, and then this count is of the past.
  const counted = news.filter(({ person }) => seen.until(person) === (asked.get(person) ?? 0));
  people.setUnread(new Map(counted.map(({ person, unseen }) => [person, unseen])));
  // The server has come back with another store: everything on the page is outdated.
  if ((news.find(({ person }) => person === shown)?.next ?? 0) < had) location.reload();
});

async function showEverybody() {
  const answer = await api.people();
  // The current person may be gone, for example erased.
  if (!answer.people.some(({ id }) => id === current)) current = '';
  if (JSON.stringify(answer.people) !== JSON.stringify(everybody)) {
    everybody = answer.people;
    people.set(everybody);
    guide.draw(everybody);
  }
}

const load = coalesce(async () => {
  clock.set((await api.clock()).now);
  await showEverybody();
  if (current === '') showFromAddress();
  else await syncShown();
  await countNews();
});

/** @param {string} text '' when all is well */
function showTrouble(text) {
  lost.textContent = text;
  lost.hidden = text === '';
}

/** Returns a function that runs `work`, and retries while the server does not answer. @param {() => Promise<void>} work */
function untilItWorks(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let again;
  return async function attempt() {
    clearTimeout(again);
    try {
      await work();
      showTrouble('');
    } catch (error) {
      showTrouble(sentenceOf(error));
      clearTimeout(again);
      again = setTimeout(attempt, RETRY_MS);
    }
  };
}

const showMessages = untilItWorks(syncShown);
const showNews = untilItWorks(countNews);
const loadAll = untilItWorks(load);
const newsSoon = gather(() => void showNews(), COUNT_MS);

createTheme(byId('theme', HTMLButtonElement));
createLanguageSwitch(byId('language', HTMLButtonElement));
createDrawer(byId('tools', HTMLElement), byId('show-tools', HTMLButtonElement));
const closePeople = createDrawer(byId('side', HTMLElement), byId('show-people', HTMLButtonElement));
byId('side', HTMLElement).addEventListener('click', ({ target }) => {
  if (target instanceof Element && target.closest('a')) closePeople();
});
addEventListener('hashchange', () => {
  if (personInAddress() !== null) showFromAddress();
  // A link within the page, such as the skip link, does not change the person.
  else if (current !== '') history.replaceState(null, '', addressOf({ id: current }));
});
listen({
  connected: () => void loadAll(),
  lost: () => showTrouble(texts.away),
  message: ({ person }) => (person === current ? void showMessages() : newsSoon()),
  clock: (now) => clock.set(now),
  people: () => void loadAll(),
});
