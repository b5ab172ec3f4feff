/**
 * Asks for the document that names Microsoft's signing keys, without which no request from Teams can be authenticated.
 * @param timeout milliseconds
 */
export const reachMetadata = async (url: string, timeout: number): Promise<void> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(timeout) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`Microsoft's metadata answered ${answer.status}`);
};
