import type { Payload } from 'payload';
import { approveScript } from '@/server/launches/approve';
import { cancelScript } from '@/server/launches/cancel';
import { scriptFromTemplate } from '@/server/launches/fromTemplate';
import { rescheduleScript } from '@/server/launches/reschedule';
import { reviewOfScript } from '@/server/launches/review';
import { submitScript } from '@/server/launches/submit';
import type { Outcome } from '@/server/outcome';
import { contextFor } from './team';

export interface Asked {
  person: string;
  now: number;
  script?: string;
  template?: string;
  name?: string;
  feeds?: string[];
  launchAt?: number;
}

const answered = (outcome: Outcome<unknown>): string => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return String((outcome.value as { id?: unknown }).id);
};

const as = async (payload: Payload, { person, now }: Asked) => {
  const { id, name } = await payload.findByID({ collection: 'users', id: person, depth: 0 });
  return contextFor(payload, { id, name } as never, now);
};

/** What people do with a launch as a whole, through the use cases behind the doors; each answers with the script's id. */
export const acts = {
  make: async (payload: Payload, asked: Asked) =>
    answered(
      await scriptFromTemplate(await as(payload, asked), {
        template: asked.template ?? '',
        name: asked.name,
        product: null,
        offer: null,
        launchAt: asked.launchAt ?? 0,
        timezone: 'Asia/Shanghai',
        feeds: asked.feeds ?? [],
        segments: null,
      }),
    ),
  submit: async (payload: Payload, asked: Asked) =>
    answered(await submitScript(await as(payload, asked), { id: asked.script ?? '' })),
  approve: async (payload: Payload, asked: Asked) => {
    const ctx = await as(payload, asked);
    const shown = await reviewOfScript(ctx, asked.script ?? '');
    if (!shown.ok) throw new Error(JSON.stringify(shown));
    const { contentHash } = shown.value;
    return answered(await approveScript(ctx, { id: asked.script ?? '', contentHash }));
  },
  move: async (payload: Payload, asked: Asked) =>
    answered(
      await rescheduleScript(await as(payload, asked), {
        id: asked.script ?? '',
        launchAt: asked.launchAt ?? 0,
      }),
    ),
  cancel: async (payload: Payload, asked: Asked) =>
    answered(await cancelScript(await as(payload, asked), { id: asked.script ?? '', reason: '断货' })),
} as const;

export type LaunchAct = keyof typeof acts;
