// @ts-check
import { api, sentenceOf } from './api.js';
import { createChat } from './chat.js';
import { createClock } from './clock.js';
import { createComposer } from './composer.js';
import { byId, element } from './dom.js';
import { createDrawer } from './drawer.js';
import { beginner, createGuide } from './guide.js';
import { createInbox } from './inbox.js';
import { createJobs } from './jobs.js';
import { addressOf, avatar, createPeople, personInAddress, roleChips, roleNames } from './people.js';
import { createSeen } from './seen.js';
import { listen } from './stream.js';
import { createTheme } from './theme.js';

/** @import { Person } from './api.js' */

const NEWS = 'Ny besked fra Sammen';
/** Screen readers do not repeat an unchanged text in a live region, so it is emptied this long before. */
const ANNOUNCE_MS = 80;
const RETRY_MS = 4000;

const live = byId('live', HTMLElement);
const status = byId('status', HTMLElement);
const lost = byId('lost', HTMLElement);

/** @type {Person[]} */
let everybody = [];
let current = '';
let seen = createSeen('');
/** The people whose seen messages have been compared with the server's. @type {Set<string>} */
const reconciled = new Set();

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
  markShown(person);
  if (person === current && fresh.some(({ from }) => from === 'bot')) announce(NEWS);
});

const people = createPeople({
  list: byId('people', HTMLElement),
  select: byId('person', HTMLSelectElement),
  next: byId('next', HTMLElement),
});

const chat = createChat({
  scroller: byId('scroller', HTMLElement),
  empty: byId('empty', HTMLElement),
  toEnd: byId('to-end', HTMLButtonElement),
  messagesOf: inbox.messages,
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
  { move: api.moveClock, afterMove: jobs.runDue, say, sentenceOf },
);

/** Marks the messages on screen as seen and updates the person's unread count. @param {string} person */
function markShown(person) {
  const ids = inbox
    .messages(person)
    .filter(({ from }) => from === 'bot')
    .map(({ id }) => id);
  if (person === current) seen.show(person, inbox.next(person), ids);
  people.setUnread(person, seen.countUnseen(person, ids));
}

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
  people.setCurrent(person.id);
  composer.show(person.id);
  chat.show(person.id, person.name);
  markShown(person.id);
  if (changes) keepFocus();
  if (changes) announce(`Du er nu ${[person.name, ...roleNames(person)].join(', ')}`);
}

function showFromAddress() {
  const person = everybody.find(({ id }) => id === personInAddress()) ?? beginner(everybody);
  if (person) showPerson(person);
}

const syncAll = () => Promise.all(everybody.map(({ id }) => inbox.sync(id)));

/** Reloads when the server has come back with another store, because then everything on the page is outdated. */
async function reloadIfReplaced() {
  if (current === '') return;
  const { next } = await api.messages(current, 0);
  if (next < inbox.next(current)) location.reload();
}

async function load() {
  const answer = await api.people();
  // The current person may be gone, for example erased.
  if (!answer.people.some(({ id }) => id === current)) current = '';
  await reloadIfReplaced();
  if (everybody.length === 0) seen = createSeen(answer.store ?? '');
  if (JSON.stringify(answer.people) !== JSON.stringify(everybody)) {
    everybody = answer.people;
    people.set(everybody);
    guide.draw(everybody);
  }
  await syncAll();
  for (const { id } of everybody.filter((person) => !reconciled.has(person.id))) {
    reconciled.add(id);
    const ids = inbox.messages(id).map((message) => message.id);
    seen.reconcile(id, inbox.next(id), ids);
    markShown(id);
  }
  if (current === '') showFromAddress();
  clock.set((await api.clock()).now);
}

/** @param {string} text '' when all is well */
function showTrouble(text) {
  lost.textContent = text;
  lost.hidden = text === '';
}

/** Runs `work` and retries while the server does not answer. @param {() => Promise<unknown>} work */
async function keepTrying(work) {
  try {
    await work();
    showTrouble('');
  } catch (error) {
    showTrouble(sentenceOf(error));
    setTimeout(() => keepTrying(work), RETRY_MS);
  }
}

createTheme(byId('theme', HTMLButtonElement));
createDrawer(byId('tools', HTMLElement), byId('show-tools', HTMLButtonElement));
addEventListener('hashchange', () => {
  if (personInAddress() !== null) showFromAddress();
  // A link within the page, such as the skip link, does not change the person.
  else if (current !== '') history.replaceState(null, '', addressOf({ id: current }));
});
listen({
  connected: () => void keepTrying(load),
  lost: () => showTrouble('Forbindelsen til Sammen er væk. Siden prøver selv igen.'),
  message: ({ person }) => void keepTrying(() => inbox.sync(person)),
  clock: (now) => clock.set(now),
  people: () => void keepTrying(load),
});
