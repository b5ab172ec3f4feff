/**
 * An address of MongoDB without its options, which may hold an @ of their own: Azure's end in appName=@account@. Where the
 * only @ stands behind a ?, it belongs to a password with a raw ?, and nothing is taken away.
 */
export const withoutOptions = (uri: string): string => {
  const [head = ''] = uri.split(/[?](?=\w+=)/);
  return uri.includes('@') && !head.includes('@') ? uri : head;
};

/** The user and password in an address; null where there are none. */
export const userPartOf = (uri: string): string | null =>
  /^mongodb(?:\+srv)?:\/\/(.*)@/s.exec(withoutOptions(uri))?.[1] ?? null;

/** The address without user, password and options. */
export const placeOf = (uri: string): string =>
  withoutOptions(uri)
    .replace(/^(mongodb(?:\+srv)?:\/\/).*@/s, '$1')
    .replace(/[?].*$/s, '')
    .slice(0, 300);
