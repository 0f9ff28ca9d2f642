import { gzipSync } from 'node:zlib';
import type { BigScript } from '../../tests/builders/bigScript';
import { type Figure, medianOf } from './report';
import { openServer, type Server } from './server';

const day = 86_400_000;
/** What the builders of the tests give everybody. */
const password = 'a long test password';
/** Rounds that are not counted: the just-in-time compiler of a running server is warm. */
const warmUps = 3;

type What = 'page' | 'decision' | 'approve' | 'move' | 'make';

interface Answer {
  ms: number;
  text: string;
}

/** A person at a browser: with the cookie of a session, and from the pages of the product. */
async function browserOf(server: Server, email: string) {
  const token = await server.signIn({ email, password });
  const headers = { Cookie: `payload-token=${token}`, Origin: server.base, 'Sec-Fetch-Site': 'same-origin' };
  const ask = async (path: string, body?: object): Promise<Answer> => {
    const began = performance.now();
    const answer = await fetch(`${server.base}${path}`, {
      headers: { ...headers, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      redirect: 'manual',
    });
    const text = await answer.text();
    const ms = performance.now() - began;
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text.slice(0, 300)}`);
    return { ms, text };
  };
  return ask;
}

const sizeOf = ({ text }: Answer): string => {
  const kB = (bytes: number) => Math.round(bytes / 1000);
  return `${kB(Buffer.byteLength(text))} kB, ${kB(gzipSync(text).length)} kB in gzip`;
};

/** The same launch as people have it: its pages, its decisions and its making, over HTTP from the built server. */
export async function launchPages({ script, ...launch }: BigScript, rounds: number): Promise<Figure[]> {
  const server = await openServer();
  if (!server) return [];
  try {
    const [asEditor, asManager] = [
      await browserOf(server, String(launch.editor.email)),
      await browserOf(server, String(launch.manager.email)),
    ];
    const took: Record<What, Answer[]> = { page: [], decision: [], approve: [], move: [], make: [] };
    const api = `/api/launch-scripts/${script.id}`;
    const at = (days: number) => ({ launchAt: new Date(launch.launchAt + days * day).toISOString() });
    for (let round = 1 - warmUps; round <= rounds; round += 1) {
      const timed = async (what: What, answer: Promise<Answer>): Promise<void> => {
        const given = await answer;
        if (round > 0) took[what].push(given);
      };
      await timed('page', asEditor(`/admin/launches/${script.id}`));
      await timed('decision', asManager(`/admin/approvals?script=${script.id}`));
      const { contentHash } = JSON.parse((await asManager(`${api}/review`)).text) as { contentHash: string };
      await timed('approve', asManager(`${api}/approve`, { contentHash }));
      await timed('move', asEditor(`${api}/reschedule`, at(warmUps + round)));
      await asEditor(`${api}/submit`, {});
      const asked = { template: String(launch.template.id), feeds: [String(launch.feed.id)], ...at(400) };
      if (round % 3 === 0) await timed('make', asEditor('/api/launch-scripts/from-template', asked));
    }
    const figure = (what: What, name: string, target: number): Figure => {
      const times = took[what].map(({ ms }) => ms);
      const note = took[what].slice(0, 1).map(sizeOf).join('');
      return medianOf(`${name}, over HTTP`, times, { target, note });
    };
    return [
      figure('page', 'its page', 1_000),
      figure('decision', 'its page for a decision', 1_000),
      figure('approve', 'approved', 2_000),
      figure('move', 'moved', 2_000),
      figure('make', 'made', 2_000),
    ];
  } finally {
    await server.end();
  }
}
