/** Why an address could not be reached, in words that follow "because". Never the address itself: it may hold a secret. */
export const fetchFaultInWords = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it did not answer in time';
  const code = codeIn(error);
  return (code === null ? undefined : WORDS[code]) ?? `the connection failed (${code ?? error.name})`;
};

/** `fetch` hides the cause, and where a name leads to several addresses one below another. */
const codeIn = (error: unknown): string | null => {
  if (!(error instanceof Error)) return null;
  const causes = error instanceof AggregateError ? error.errors : [error.cause];
  const inner = causes.map(codeIn).find((code) => code !== null);
  return inner ?? ('code' in error && typeof error.code === 'string' ? error.code : null);
};

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name does not exist (DNS)',
  EAI_AGAIN: 'its name could not be looked up (DNS)',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EHOSTUNREACH: 'no way leads there (network or firewall)',
  ENETUNREACH: 'no way leads there (network or firewall)',
  ETIMEDOUT: 'it did not answer in time (network or firewall)',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time (network or firewall)',
  UND_ERR_SOCKET: 'the connection was cut',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself, and neither Microsoft nor Slack takes that',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate comes from an authority that is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate between its own and the authority’s is missing',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate comes from an authority that is not known here',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  EPROTO: 'it does not speak TLS there',
  ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS there',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS there',
};
