import assert from 'node:assert/strict';
import { pageScript } from '../support/fixtures/page-script.ts';

type Person = { id: string; name: string; unit: string; roles: string[] };

const { arrange } = await pageScript<{
  arrange(wanted: {
    people: readonly Person[];
    unread(id: string): number;
    current: string;
    query: string;
    roleNames(person: Person): string[];
  }): { groups: { heading: { kind: string }; people: Person[] }[]; hidden: number };
}>('arrange-people.js');

const ROLE_WORDS: Record<string, string> = { hr: 'HR', admin: 'Admin', agent: 'Sparringsagent' };
const roleNames = ({ roles }: Person): string[] => roles.map((role) => ROLE_WORDS[role] ?? role);

/** Two thousand colleagues in forty units, with the few who have a role spread among them. */
const TOWN: Person[] = Array.from({ length: 2000 }, (_, at) => ({
  id: `p${at}`,
  name: `Kollega Nummer${at}`,
  unit: `Enhed ${at % 40}`,
  roles: at % 50 === 7 ? ['agent'] : [],
}));
TOWN.splice(1500, 1, { id: 'lone', name: 'Lone Vestergaard', unit: 'Rådhuset', roles: ['hr'] });
TOWN.splice(900, 1, { id: 'karen', name: 'Karen Skov', unit: 'Ældre', roles: ['agent', 'admin'] });
TOWN.splice(1700, 1, { id: 'liv', name: 'Liv Østergaard', unit: 'Børn og Unge', roles: [] });

const list = (people: Person[], { query = '', current = '', news = {} as Record<string, number> } = {}) => {
  const { groups, hidden } = arrange({ people, query, current, unread: (id) => news[id] ?? 0, roleNames });
  return {
    kinds: groups.map(({ heading }) => heading.kind),
    ids: groups.flatMap((g) => g.people.map(({ id }) => id)),
    hidden,
  };
};

describe('the list of people in the sandbox', () => {
  it('has people with a role first, HR before admins before agents', () => {
    for (const people of [TOWN, TOWN.filter(({ roles }, at) => roles.length > 0 && at > 600).slice(0, 20)])
      assert.deepEqual(list(people).ids.slice(0, 2), ['lone', 'karen']);
  });

  it('has people with news next in a long list, and says how many are left out', () => {
    const { kinds, ids, hidden } = list(TOWN, { news: { liv: 1, p57: 2 } });
    assert.deepEqual(kinds.slice(0, 3), ['roles', 'news', 'unit']);
    assert.equal(ids[2], 'p57', 'an agent with news before the other agents');
    assert.equal(ids[TOWN.filter(({ roles }) => roles.length > 0).length], 'liv');
    assert.ok(ids.length <= 101, `${ids.length} rows`);
    assert.equal(hidden, TOWN.length - ids.length);
  });

  it('stays short when everybody has news', () => {
    const { ids } = list(TOWN, { news: Object.fromEntries(TOWN.map(({ id }) => [id, 1])), current: 'p1999' });
    assert.ok(ids.length <= 101, `${ids.length} rows`);
    assert.equal(ids[0], 'p1999', 'the person shown is always in it');
  });

  it('shows everybody in a short list, in place', () => {
    const few = TOWN.slice(0, 30);
    const { kinds, ids, hidden } = list(few, { news: { p3: 1 } });
    assert.equal(new Set(ids).size, few.length);
    assert.ok(!kinds.includes('news'), 'a row does not jump away under the pointer');
    assert.equal(hidden, 0);
  });

  for (const [query, first] of [
    ['lone', 'lone'],
    ['LONE VEST', 'lone'],
    ['vestergaard', 'lone'],
    ['vestergård', 'lone'],
    ['hr', 'lone'],
    ['admin', 'karen'],
    ['ostergaard', 'liv'],
    ['østergård', 'liv'],
    ['born unge', 'liv'],
    ['ældre', 'karen'],
    ['nummer1999', 'p1999'],
  ] as const) {
    it(`finds ${first} by "${query}"`, () => {
      assert.equal(list(TOWN, { query }).ids[0], first);
    });
  }

  it('finds nobody where there is nobody', () => {
    assert.deepEqual(list(TOWN, { query: 'xyz' }), { kinds: ['found'], ids: [], hidden: 0 });
  });
});
