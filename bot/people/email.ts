/** The upper limit in RFC 5321. */
const MAX_LENGTH = 254;

/** Whether the text is a single e-mail address without a display name or brackets. */
export const isEmail = (text: string): boolean =>
  text.length <= MAX_LENGTH && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]{2,}$/u.test(text);
