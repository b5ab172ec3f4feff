import assert from 'node:assert/strict';
import { declaredPhone } from '../../bot/people/phone.ts';
import { Refusal } from '../../bot/refusal.ts';

describe('a declared phone number', () => {
  it('is normalised', () => {
    const forms = {
      '70000101': '70 00 01 01',
      ' 70 00 01 01 ': '70 00 01 01',
      '+45 7000 0101': '70 00 01 01',
      '004570000101': '70 00 01 01',
      '+46 70 123 45 67': '+46701234567',
    };
    for (const [typed, kept] of Object.entries(forms)) assert.equal(declaredPhone(typed), kept);
  });

  it('is refused when it is a CPR number, words, or too short or too long', () => {
    const wrong = [
      '0101901234',
      '010190-1234',
      '010190 1234',
      '112',
      '12345678',
      '+4512345678',
      '+45123',
      'ring 70000101',
      '7000010',
      '700001012',
      '+',
      '',
      '70000101, 70000102',
      '٧٠٠٠٠١٠١',
      `+${'9'.repeat(20)}`,
    ];
    for (const text of wrong)
      assert.throws(
        () => declaredPhone(text),
        (error) => error instanceof Refusal && error.code === 'bad-phone',
        text,
      );
  });
});
