const patienceMs = 10_000;
const mostBytes = 64 * 1024;

export type JsonAnswer = { ok: true; body: unknown } | { ok: false; problem: string };

/**
 * Posts to an address of the operator's: for ten seconds, an answer of 64 kB at most, and no redirect, which would
 * carry what is in the address elsewhere. No error is passed on: fetch writes addresses into its own.
 */
export async function postJson(address: URL, message: unknown): Promise<JsonAnswer> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await bounded(response);
    if (response.status !== 200) return { ok: false, problem: `http ${response.status}` };
    if (text === null) return { ok: false, problem: 'answer-too-long' };
    return { ok: true, body: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** The text of an answer; null where it is longer than anything that a robot says. */
async function bounded(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const problemOf = (error: unknown): string => {
  if (error instanceof SyntaxError) return 'unexpected-answer';
  return error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'unreachable';
};
