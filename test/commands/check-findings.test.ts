import assert from 'node:assert/strict';
import { rightsIn } from '../../adapters/store/mongodb/rights.ts';
import { fetchFaultInWords } from '../../adapters/web/fetch-fault.ts';
import { checkClock } from '../../app/check/check-clock.ts';
import { checkPeople } from '../../app/check/check-people.ts';
import { rightsInWords } from '../../app/check/check-store.ts';
import { anAgent, aPerson } from '../support/fixtures/builders.ts';
import { freePort } from '../support/processes/free-port.ts';

describe('what check finds', () => {
  it('says who is missing, and whom Sammen cannot write to', () => {
    const home = { addresses: [{ platform: 'teams' as const, id: '29:1', at: new Date() }] };
    const boss = aPerson('boss', { roles: ['admin'], ...home });
    const agent = anAgent('agent', home);
    const saidOf = (people: Parameters<typeof checkPeople>[0]['people'], admins: string[] = []) =>
      checkPeople({ people, admins, platforms: ['teams'] })
        .map(({ about, state, says }) => `${state} ${about}: ${says}`)
        .join('\n');
    assert.match(saidOf([]), /^fail people: nobody is known/);
    assert.match(saidOf([agent]), /^fail admins: nobody is admin/m);
    assert.match(saidOf([boss], ['typo@kommune.dk']), /^fail admins: typo@kommune\.dk in ADMINS is known to nobody/m);
    assert.match(saidOf([{ ...boss, addresses: [] }]), /^warn admins: .* write to none/m);
    assert.match(saidOf([boss]), /^warn HR: nobody/m);
    assert.match(saidOf([boss, agent]), /^warn managers: nobody’s manager is known.*"Leder"/m);
    assert.match(saidOf([boss, { ...agent, manager: boss._id }]), /^ok managers: Sammen knows the manager of 1 of 2/m);
    assert.match(saidOf([boss]), /^fail agents: there is none/m);
    assert.match(saidOf([boss, { ...agent, addresses: [] }]), /^fail agents: Sammen can write to none of the 1/m);
    assert.match(
      saidOf([boss, agent, { ...anAgent('two'), addresses: [] }]),
      /^warn agents: Sammen can write to 1 of 2/m,
    );
    const [knows] = agent.agent?.topics ?? [];
    assert.match(
      saidOf([boss, { ...agent, agent: agent.agent && { ...agent.agent, topics: [] } }]),
      new RegExp(`^warn agents: nobody .* ${knows}`, 'm'),
    );
  });

  it('reads what a user of MongoDB may do', () => {
    const status = (resource: object, actions: string[]) => ({
      authInfo: { authenticatedUsers: [{}], authenticatedUserPrivileges: [{ resource, actions }] },
    });
    const all = ['find', 'insert', 'update', 'remove', 'createCollection', 'createIndex', 'collMod'];
    for (const [answer, said] of [
      [status({ db: 'sammen', collection: '' }, all), /^ok/],
      [status({ anyResource: true }, ['anyAction']), /^ok/],
      [status({ db: 'other', collection: '' }, all), /^fail .*find, insert/],
      [status({ db: 'sammen', collection: 'people' }, all), /^fail .*find/],
      [
        status({ db: 'sammen', collection: '' }, ['find']),
        /^fail .*\(insert, update, remove, createCollection, createIndex, collMod\)\. Give it the roles/,
      ],
      [{ authInfo: { authenticatedUsers: [] } }, /^warn .*access control/],
      [null, /^warn .*does not say/],
      [{ authInfo: { authenticatedUsers: [{}] } }, /^warn .*does not say/],
    ] as const) {
      const { state, says } = rightsInWords(rightsIn(answer, 'sammen'));
      assert.match(`${state} ${says}`, said);
    }
  });

  it('takes the nearest clock for the truth', () => {
    const at = (seconds: number, whose = 'Slack') => ({ whose, theirs: 0, ours: seconds * 1000 });
    for (const [heard, state, says] of [
      [[], 'warn', /could not be compared/],
      [[at(3)], 'ok', /in step with Slack's/],
      [[at(-20)], 'warn', /20 s behind Slack's\. Set it by NTP/],
      [[at(90)], 'fail', /90 s ahead of/],
      [[at(90), at(1, 'Microsoft')], 'ok', /Microsoft/],
    ] as const) {
      const found = checkClock(heard);
      assert.equal(found.state, state);
      assert.match(found.says, says);
    }
  });

  it('says why an address cannot be reached, without the address', async () => {
    const closed = await fetch(`http://127.0.0.1:${await freePort()}/secret`).catch((error: unknown) => error);
    assert.equal(fetchFaultInWords(closed), 'nothing listens there');
    const certificate = new TypeError('fetch failed', {
      cause: Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' }),
    });
    assert.equal(fetchFaultInWords(certificate), 'its certificate has expired');
    assert.equal(
      fetchFaultInWords(AbortSignal.abort(new DOMException('x', 'TimeoutError')).reason),
      'it did not answer in time',
    );
    assert.equal(fetchFaultInWords(new TypeError('http://u:p@x')), 'the connection failed (TypeError)');
  });
});
