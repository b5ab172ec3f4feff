import assert from 'node:assert/strict';
import { eventsOfRun, isAhead } from '../../bot/nudges/choose-event.ts';
import { eventOfFeed } from '../../bot/nudges/event-of-feed.ts';
import type { FeedEvent, TownEvent } from '../../bot/nudges/town-event.ts';
import { content } from '../support/fixtures/content.ts';

const DAY = '2026-12-07';
const feed = (over: Partial<FeedEvent>): FeedEvent => ({
  uid: 'u',
  title: 'Åbent møde',
  place: '',
  categories: '',
  day: '2026-12-10',
  lastDay: '2026-12-10',
  at: new Date('2026-12-10T15:00:00.000Z'),
  ...over,
});
const eventOf = (over: Partial<FeedEvent>) => eventOfFeed(feed(over), { phones: [] }, content.fieldOf);
const must = (over: Partial<FeedEvent>): TownEvent => eventOf(over) ?? assert.fail('it is no event');
const titleOf = (title: string) => eventOf({ title })?.title ?? null;

describe('an event of the town’s calendar', () => {
  it('loses links, mark-up and whatever cannot be seen, and is no event without a title', () => {
    for (const [title, shown] of [
      ['  Åbent\nmøde\u0000\u202e i\u200b Grønt Råd ', 'Åbent møde i Grønt Råd'],
      ['Kom og så! <b>Café</b> - https://by.dk/x?y=1', 'Kom og så! Café'],
      ['Læs mere på www.by.dk/møde (mailto:x@by.dk)', 'Læs mere på'],
      ['<script>alert(1)</script>', 'alert(1)'],
      ['javascript:alert(1)', null],
      ['https://by.dk', null],
      ['—', null],
      ['', null],
    ] as const)
      assert.equal(titleOf(title), shown, title);
    assert.equal(must({ place: 'https://teams.example/møde' }).place, null);
  });

  it('is masked, also where it is cut', () => {
    assert.equal(
      titleOf('Samtale med 010190-1234, ring 20 12 34 56'),
      'Samtale med [cpr-nummer], ring [telefonnummer]',
    );
    assert.equal(must({ place: 'Hos mette@by.dk' }).place, 'Hos [e-mail]');
    for (let padding = 60; padding < 95; padding++) {
      const title = titleOf(`${'x'.repeat(padding)} 010190-1234 og meget mere om det, der skal ske på torvet`) ?? '';
      assert.ok([...title].length <= 90 && !/\d/.test(title), title);
    }
    assert.match(titleOf('Et langt navn '.repeat(20)) ?? '', / (?:Et|langt|navn)…$/);
    assert.equal([...(titleOf('å'.repeat(200)) ?? '')].length, 90);
  });

  it('is near a field of work that its title or its categories name, whatever its place', () => {
    assert.equal(must({ categories: 'Vej og trafik' }).field, 'technical');
    assert.equal(must({ title: 'Læsekreds på biblioteket' }).field, 'culture');
    assert.equal(must({ place: 'Skolen ved Søen' }).field, 'all');
  });

  it('is chosen near the field, with a time, and soonest, whatever their order', () => {
    const general = must({ uid: 'g', day: '2026-12-08', lastDay: '2026-12-08' });
    const allDay = must({ uid: 'd', day: '2026-12-08', at: null });
    const roads = must({ uid: 'r', categories: 'Vej og trafik', day: '2026-12-17' });
    const later = must({ uid: 'l', categories: 'Vej og trafik', day: '2026-12-16', at: null });
    const school = must({ uid: 's', title: 'Møde om skolen' });
    const events = [allDay, later, roads, school, general];
    for (const order of [events, events.toReversed()]) {
      const chosen = eventsOfRun(order, DAY);
      assert.deepEqual([chosen.technical, chosen.schools, chosen.care, chosen.all], [roads, school, general, general]);
    }
    assert.deepEqual(eventsOfRun([roads], DAY), { technical: roads }, 'never one of another field');
  });

  it('lies in the ten days after the day of the nudge', () => {
    for (const [day, isNear] of [
      [DAY, false],
      ['2026-12-08', true],
      ['2026-12-17', true],
      ['2026-12-18', false],
      ['2026-12-01', false],
    ] as const)
      assert.equal(eventsOfRun([must({ day })], DAY).all !== undefined, isNear, day);
  });

  it('is not named once it has begun', () => {
    const [timed, allDay] = [must({}), must({ at: null })];
    assert.ok(isAhead(timed, new Date('2026-12-10T14:59:00.000Z'), '2026-12-10'));
    assert.ok(!isAhead(timed, new Date('2026-12-10T15:00:00.000Z'), '2026-12-10'));
    assert.ok(isAhead(allDay, new Date('2026-12-10T22:00:00.000Z'), '2026-12-10'));
    assert.ok(!isAhead(allDay, new Date('2026-12-11T00:00:00.000Z'), '2026-12-11'));
  });
});
