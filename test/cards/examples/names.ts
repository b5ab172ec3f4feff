import { personId } from '../../../bot/ids.ts';

/** Two sparring agents. */
export const bo = { id: personId('p7Qk2mXw9'), name: 'Bo Lindgren' };
export const amina = { id: personId('p3Rw8pLz1'), name: 'Amina Said' };
