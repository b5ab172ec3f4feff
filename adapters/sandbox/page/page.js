// @ts-check
import { api, sentenceOf } from './api.js';
import { createChat } from './chat.js';
import { createClock } from './clock.js';
import { createComposer } from './composer.js';
import { byId, element } from './dom.js';
import { beginner, drawGuide } from './guide.js';
import { createInbox } from './inbox.js';
import { createJobs } from './jobs.js';
import { avatar, createPeople, personInAddress, roleChips, roleNames } from './people.js';
import { createSeen, recall, remember } from './seen.js';
import { listen } from './stream.js';
import { createTheme } from './theme.js';

/** @import { Person } from './api.js' */

const GUIDE_KEY = 'sammen.guide';
const NEWS = 'Ny besked fra Sammen';
/** An unchanged text in a live region is not read again: it is emptied first. */
const ANNOUNCE_MS = 80;
const RETRY_MS = 4000;

const live = byId('live', HTMLElement);
const status = byId('status', HTMLElement);
const lost = byId('lost', HTMLElement);
const dialog = byId('guide', HTMLDialogElement);
const empty = byId('empty', HTMLElement);
const tools = byId('tools', HTMLElement);
const toolsButton = byId('show-tools', HTMLButtonElement);

/** @type {Person[]} */
let everybody = [];
let current = '';
let seen = createSeen('');

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
  empty,
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

/** What the chosen person has on the screen counts as seen; everybody else's number follows. @param {string} person */
function markShown(person) {
  const ids = inbox
    .messages(person)
    .filter(({ from }) => from === 'bot')
    .map(({ id }) => id);
  if (person === current) seen.show(person, inbox.next(person), ids);
  people.setUnread(person, seen.countUnseen(person, ids));
}

/** The link that led here may be gone: the chat takes the focus. */
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

function showIntroduction() {
  const person = beginner(everybody);
  if (!person) return;
  const dismissed = recall(GUIDE_KEY) === 'dismissed';
  const quiet = element('p', { class: 'quiet-text' }, 'Her er stille endnu. Skriv til Sammen herunder.');
  const dismiss = () => {
    remember(GUIDE_KEY, 'dismissed');
    empty.replaceChildren(quiet);
    byId('text', HTMLTextAreaElement).focus();
  };
  const shared = { person, fill: composer.fill };
  empty.replaceChildren(dismissed ? quiet : drawGuide({ ...shared, title: 'guide-intro', onLeave: () => {}, dismiss }));
  const close = () => dialog.close();
  dialog.replaceChildren(drawGuide({ ...shared, title: 'guide-title', onLeave: close, dismiss: close }));
}

/** @param {boolean} open */
function openTools(open) {
  tools.classList.toggle('is-open', open);
  toolsButton.setAttribute('aria-expanded', String(open));
  if (open) tools.querySelector('button')?.focus();
}

const syncAll = () => Promise.all(everybody.map(({ id }) => inbox.sync(id)));

async function load() {
  const answer = await api.people();
  const before = new Set(everybody.map(({ id }) => id));
  if (before.size === 0) seen = createSeen(answer.store ?? '');
  if (JSON.stringify(answer.people) !== JSON.stringify(everybody)) {
    everybody = answer.people;
    people.set(everybody);
    showIntroduction();
  }
  await syncAll();
  for (const { id } of everybody.filter((person) => !before.has(person.id))) {
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

/** Fetches, and goes on trying while the server cannot answer. @param {() => Promise<unknown>} work */
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
byId('show-guide', HTMLButtonElement).addEventListener('click', () => dialog.showModal());
toolsButton.addEventListener('click', () => openTools(!tools.classList.contains('is-open')));
document.addEventListener('pointerdown', ({ target }) => {
  const inside = target instanceof Node && (tools.contains(target) || toolsButton.contains(target));
  if (!inside) openTools(false);
});
tools.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !tools.classList.contains('is-open')) return;
  openTools(false);
  toolsButton.focus();
});
addEventListener('hashchange', showFromAddress);
listen({
  connected: () => void keepTrying(load),
  lost: () => showTrouble('Forbindelsen til Sammen er væk. Siden prøver selv igen.'),
  message: ({ person }) => void keepTrying(() => inbox.sync(person)),
  clock: (now) => clock.set(now),
  people: () => void keepTrying(load),
});
