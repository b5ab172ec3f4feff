// @ts-check
import { element } from './dom.js';
import { addressOf } from './people.js';
import { recall, remember } from './seen.js';

/** @import { Person } from './api.js' */

const KEY = 'sammen.guide';

const EXAMPLES = [
  {
    label: 'Skaterampen',
    text: 'En gruppe unge vil selv bygge en skaterrampe ved havnen. Jeg vil gerne hjælpe, men er bange for at tage idéen fra dem. Hvordan griber jeg det an?',
  },
  {
    label: 'Grunden, ingen ejer',
    text: 'Forældrene vil lave en lille legeplads på den tomme grund ved skolen. Vi er tre afdelinger om den, og ingen ringer tilbage. Hvem skal jeg tale med?',
  },
  {
    label: 'Ventetiden på cykelstien',
    text: 'Beboerne har ventet et halvt år på svar om cykelstien. Jeg ved ikke noget nyt endnu. Hvad skriver jeg til dem?',
  },
];

/** The person to start as: Signe if she exists, else somebody without a role. @param {Person[]} people */
export function beginner(people) {
  const plain = people.filter(({ roles }) => roles.length === 0);
  return plain.find(({ name }) => name.startsWith('Signe')) ?? plain[0] ?? people[0];
}

/** @param {Person} person @param {() => void} onLeave */
function linkTo(person, onLeave) {
  const link = element('a', { href: addressOf(person) }, person.name);
  link.addEventListener('click', onLeave);
  return link;
}

/**
 * Three sentences for a newcomer, and dilemmas to start with.
 *
 * @param {object} deps
 * @param {Person} deps.person the person to start as
 * @param {string} deps.title the id of its heading
 * @param {(text: string) => void} deps.fill
 * @param {() => void} deps.onLeave called after a choice in it
 * @param {() => void} deps.dismiss
 */
function drawGuide({ person, title, fill, onLeave, dismiss }) {
  const [firstName = person.name] = person.name.split(' ');
  const close = element('button', { type: 'button', class: 'quiet' }, 'Luk');
  close.addEventListener('click', dismiss);
  const chips = EXAMPLES.map(({ label, text }) => {
    const chip = element('button', { type: 'button', class: 'chip' }, label);
    chip.addEventListener('click', () => {
      onLeave();
      fill(text);
    });
    return chip;
  });
  return element(
    'div',
    { class: 'guide' },
    element('h3', { id: title }, 'Prøv det på to minutter'),
    element(
      'ol',
      {},
      element(
        'li',
        {},
        'Skriv et dilemma som ',
        linkTo(person, onLeave),
        ', og tryk Send. Du får et kort at se. Tryk Send på det.',
      ),
      element('li', {}, 'Skift til den kollega, der får et tal ud for sit navn. Tag sagen, og svar på den.'),
      element('li', {}, `Skift tilbage til ${firstName}, læs svaret, og sig, om det hjalp.`),
    ),
    element('p', {}, 'Mangler du et dilemma? Tag et af disse. Det bliver først sendt, når du trykker Send.'),
    element('div', { class: 'chips' }, ...chips),
    close,
  );
}

/**
 * The guide is shown in an empty chat until somebody closes it; the button reopens it.
 *
 * @param {object} parts
 * @param {HTMLElement} parts.empty
 * @param {HTMLDialogElement} parts.dialog
 * @param {HTMLButtonElement} parts.button
 * @param {(text?: string) => void} parts.fill puts a text in the composer and focuses it
 */
export function createGuide({ empty, dialog, button, fill }) {
  const close = () => dialog.close();
  const quiet = () => element('p', { class: 'quiet-text' }, 'Her er stille endnu. Skriv til Sammen herunder.');

  function dismiss() {
    remember(KEY, 'dismissed');
    empty.replaceChildren(quiet());
    fill();
  }

  button.addEventListener('click', () => dialog.showModal());

  return {
    /** @param {Person[]} people */
    draw(people) {
      const person = beginner(people);
      if (!person) return;
      const intro = { person, fill, title: 'guide-intro', onLeave: () => {}, dismiss };
      empty.replaceChildren(recall(KEY) === 'dismissed' ? quiet() : drawGuide(intro));
      dialog.replaceChildren(drawGuide({ person, fill, title: 'guide-title', onLeave: close, dismiss: close }));
    },
  };
}
