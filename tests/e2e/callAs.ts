import type { APIRequest, APIRequestContext } from '@playwright/test';
import { type demo, expect } from './fixtures';
import { tokenOf } from './people';

type Who = keyof typeof demo;

export interface Row {
  id: number | string;
  title: string;
  launchStep: string;
  name: string;
  key: string;
  dimension: { id: unknown };
  contentHash: string;
  status: string;
}

/** What the endpoints that are called here answer, each a part of it. */
interface Answer {
  id: number | string;
  docs: Row[];
  doc: Row;
  status: string;
  statusReason: string | null;
}

const tokens: Partial<Record<Who, string>> = {};

/** Signs these people in for `callAs`. @returns a context without a cookie; whoever asks for it disposes of it */
export async function signInAs(
  { request }: { request: APIRequest },
  people: readonly Who[],
  baseURL: string | undefined,
): Promise<APIRequestContext> {
  const fresh = () => request.newContext({ ...(baseURL ? { baseURL } : {}) });
  for (const who of people) {
    // Signed in, a context has a cookie, with which another sign-in would be a foreign one.
    const own = await fresh();
    tokens[who] = await tokenOf(own, who);
    await own.dispose();
  }
  return fresh();
}

/** The API as one of them: a token is all that the server goes by. */
export function callAs(request: APIRequestContext, who: Who) {
  const headers = { Authorization: `JWT ${tokens[who]}`, 'Accept-Language': 'zh' };
  const answer = async (sent: ReturnType<APIRequestContext['get']>): Promise<Answer> => {
    const response = await sent;
    const body = (await response.json()) as Answer;
    expect(response.ok(), JSON.stringify(body)).toBe(true);
    return body;
  };
  return {
    get: (path: string) => answer(request.get(`/api/${path}`, { headers })),
    post: (path: string, data: object) => answer(request.post(`/api/${path}`, { headers, data })),
    patch: (path: string, data: object) => answer(request.patch(`/api/${path}`, { headers, data })),
  };
}
