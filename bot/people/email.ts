/** The longest an address may be, by the rules of mail. */
const MAX_LENGTH = 254;

/** Whether this is one e-mail address, bare. */
export const isEmail = (text: string): boolean =>
  text.length <= MAX_LENGTH && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]{2,}$/u.test(text);
