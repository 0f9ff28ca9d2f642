import { openServer } from './server';
import { password } from './world';

export interface Desk {
  /** @returns how long the answer took, in ms @throws when it is anything but a desk with cards */
  ask(): Promise<number>;
  end(): Promise<void>;
}

/** Answers that are not counted: the just-in-time compiler of a running server is warm. */
const warmUps = 150;

/**
 * The built server as another process on the database that the environment names, warm, and somebody's desk there
 * over a connection that is kept. Null where nothing is built.
 */
export async function openDesk(email: string): Promise<Desk | null> {
  const server = await openServer();
  if (!server) return null;
  try {
    const headers = { Authorization: `JWT ${await server.signIn({ email, password })}` };
    const ask = async (): Promise<number> => {
      const began = performance.now();
      const answer = await fetch(`${server.base}/api/desk/today`, { headers });
      const { cards } = (await answer.json()) as { cards?: unknown[] };
      const took = performance.now() - began;
      if (answer.status === 200 && cards?.length) return took;
      throw new Error(`The desk answered ${answer.status} with ${cards?.length ?? 'no'} cards.`);
    };
    for (let n = 0; n < warmUps; n += 1) await ask();
    return { ask, end: server.end };
  } catch (error) {
    await server.end();
    throw error;
  }
}

export interface Asked {
  /** How long each answer took, in ms. */
  times: number[];
  /** Other answers than a desk with cards, and none. */
  errors: number;
}

/** One client, one question after the other without a pause, for as long as something else goes on. */
export async function askDuring(desk: Desk, work: Promise<unknown>): Promise<Asked> {
  const asked: Asked = { times: [], errors: 0 };
  let goesOn = true;
  const over = () => {
    goesOn = false;
  };
  work.then(over, over);
  while (goesOn) {
    try {
      asked.times.push(await desk.ask());
    } catch (error) {
      asked.errors += 1;
      if (asked.errors === 1) console.error(error);
    }
  }
  return asked;
}
