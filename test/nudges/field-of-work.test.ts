import assert from 'node:assert/strict';
import { fieldFinder, fieldWordsSchema } from '../../bot/nudges/field-of-work.ts';
import { faultsIn } from '../support/assertions/content-faults.ts';
import { content } from '../support/fixtures/content.ts';

const { fieldOf } = content;

describe('the field of a colleague’s work', () => {
  for (const [unit, profession, field] of [
    ['Park og Vej', 'Gartner', 'technical'],
    ['Vej & Park', null, 'technical'],
    ['Jobcenter', 'Vejleder', 'administration'],
    ['Ungdommens Uddannelsesvejledning', 'Vejleder', 'schools'],
    ['Botilbud Skovvej', 'Pædagog', 'care'],
    ['Plejehjemmet Søvej 4', null, 'care'],
    ['Børn, Unge og Familie', 'Socialrådgiver', 'administration'],
    ['Kulturskolen', 'Underviser', 'culture'],
    ['Nordskolen', 'Lærer', 'schools'],
    ['Børnehuset Solsikken', null, 'schools'],
    ['Tandplejen', 'Tandlæge', 'all'],
    ['Visitationen', null, 'administration'],
    ['Integration', null, 'administration'],
    ['Ydelsescenter', null, 'administration'],
    ['Hjemmeplejen Nord', 'SOSU-assistent', 'care'],
    ['Hovedbiblioteket', null, 'culture'],
    ['Ejendomme', 'Teknisk serviceleder', 'technical'],
    ['Center for Alt', 'Sygeplejerske', 'care'],
    ['Center for Alt', 'Direktør', 'all'],
    ['Enhed 7', null, 'all'],
    [null, 'Bibliotekar', 'culture'],
    [null, null, 'all'],
    ['', '', 'all'],
  ] as const)
    it(`of ${profession} in ${unit} is ${field}`, () => assert.equal(fieldOf({ unit, profession }), field));

  it('is what the municipality wrote down, and the longest word decides', () => {
    const own = fieldFinder(
      fieldWordsSchema.parse([
        { field: 'schools', words: ['Center'] },
        { field: 'care', words: ['Center 7', '-huset'] },
      ]),
    );
    assert.equal(own({ unit: 'Center 6', profession: null }), 'schools');
    assert.equal(own({ unit: 'CENTER 7', profession: null }), 'care');
    assert.equal(own({ unit: 'Solhuset', profession: null }), 'care');
    assert.equal(own({ unit: 'Husetik', profession: null }), 'all');
  });

  it('is refused in the file with the place and a mend', () => {
    const faults = faultsIn(
      [
        { field: 'skole', words: ['skole'] },
        { field: 'care', words: ['pleje*', 'skole'] },
      ],
      fieldWordsSchema,
    );
    assert.match(faults.join('\n'), /"field" is "skole"\. Write one of "all", "schools"/);
    assert.match(faults.join('\n'), /is "pleje\*"\. Write a word of letters, such as "vej"/);
    const twice = faultsIn([{ field: 'care', words: ['pleje', 'Pleje'] }], fieldWordsSchema);
    assert.match(twice.join('\n'), /stands here twice\. Take one out/);
  });
});
