// @ts-check
import { api, sentenceOf } from './api.js';
import { drawBlocks } from './blocks.js';
import { drawCard } from './cards.js';
import { clockText } from './danish-time.js';
import { byId, element } from './dom.js';
import { showTexts, texts } from './language.js';
import { ask, showForm } from './slack-window.js';
import { createTheme } from './theme.js';

/** Shows one message as in Teams and, next to it, as in Slack. */

const status = byId('status', HTMLElement);
const dialog = byId('window', HTMLDialogElement);
const address = new URLSearchParams(location.search);
const person = address.get('person') ?? '';
const message = address.get('message') ?? '';

/** @param {string} label */
const pressed = (label) => {
  status.textContent = texts.notSent(label);
};

/** @param {import('./api.js').SlackForm} form */
function showSlack({ text, blocks, windows, redrawn }) {
  const drawn = drawBlocks(blocks, ({ name, label, confirm }) => {
    const done = () => pressed(label);
    const view = windows[name];
    if (view) showForm(dialog, view, redrawn[name] ?? null, done);
    else if (confirm) ask(dialog, confirm, done);
    else done();
  });
  byId('slack', HTMLElement).replaceChildren(...drawn);
  byId('text', HTMLElement).textContent = text;
}

/** @param {import('./api.js').Message} shown */
function showTeams({ card, text }) {
  const drawn = card ? drawCard(card, ({ verb }) => pressed(verb)) : null;
  byId('teams', HTMLElement).replaceChildren(drawn?.host ?? element('p', { class: 'bubble' }, text));
}

async function show() {
  const [{ people }, { messages }, form] = await Promise.all([
    api.people(),
    api.messages(person, 0),
    api.slack(person, message),
  ]);
  const shown = messages.find(({ id }) => id === message);
  const reader = people.find(({ id }) => id === person);
  if (!shown || !reader) {
    status.textContent = texts.gone;
    return;
  }
  byId('whose', HTMLElement).textContent = texts.to(reader.name, clockText(new Date(shown.at)));
  showTeams(shown);
  showSlack(form);
  byId('forms', HTMLElement).hidden = false;
}

showTexts();
document.title = `${texts.pageTitle} · Sammen`;
createTheme(byId('theme', HTMLButtonElement));
byId('back', HTMLAnchorElement).href = `/#person=${encodeURIComponent(person)}`;
show().catch((error) => {
  status.textContent = sentenceOf(error);
});
