import { type Html, html } from './html.ts';

/** A number that rings when it is tapped, and that no line breaks in two. */
export const phoneLink = (phone: string): Html =>
  html`<a class="phone" href="tel:${phone.replace(/\s/g, '')}">${phone}</a>`;

/** The text, with the number as a link wherever it stands. */
export const withPhone = (text: string, phone: string | null): Html =>
  phone === null
    ? html`${text}`
    : html`${text.split(phone).flatMap((part, nth) => (nth === 0 ? [part] : [phoneLink(phone), part]))}`;
