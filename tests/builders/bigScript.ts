import type { Payload } from 'payload';
import { scriptFromTemplate } from '@/server/launches/fromTemplate';
import { submitScript } from '@/server/launches/submit';
import { approveTemplate } from '@/server/templates/approve';
import { aJpeg } from './files';
import { aPerson, contextFor, type Made, make } from './team';

const kinds = ['persona', 'knowledge', 'interaction', 'sales', 'notice'] as const;
const times = ['08:00', '10:00', '12:00', '14:00', '17:00', '20:00'] as const;
const phaseKeys = ['tease', 'showcase', 'interact', 'on-sale', 'momentum', 'review'] as const;

interface Size {
  /** Six a day, over the six phases. */
  steps: number;
  /** Beside the base. */
  variants: number;
}

export interface BigScript {
  script: Made;
  template: Made;
  feed: Made;
  editor: Made;
  manager: Made;
  launchAt: number;
}

const body = (n: number, who: string): string =>
  [
    `第 ${n} 步，写给${who}：{{product.name}}{{launch.time}}开售。`,
    '先说说为什么做它：早上赶时间，又不想空着肚子出门。',
    '配料只有燕麦、坚果和一点蜂蜜，看得懂的才往里放。',
    '想先尝的，在下面说一声口味，到货先给您留。',
  ].join('\n');

const aBigTemplate = (segments: readonly Made[], image: Made, { steps, variants }: Size) => ({
  name: `大发售 ${steps} 步`,
  phases: phaseKeys.map((key, phase) => ({
    key,
    name: '',
    steps: Array.from({ length: Math.ceil(steps / phaseKeys.length) }, (_, index) => {
      const n = phase * Math.ceil(steps / phaseKeys.length) + index;
      return {
        key: `n${n}`,
        title: `第 ${n + 1} 步`,
        kind: kinds[n % kinds.length],
        offsetDays: Math.floor(n / times.length) - 7,
        time: times[n % times.length],
        channels: ['wechat-moments'],
        body: body(n + 1, '大家'),
        images: [image.id],
        firstComments: [{ text: `链接在这里：{{product.link}}?n=${n + 1}` }],
        variants: segments
          .slice(0, variants)
          .map(({ key: own, name }) => ({ key: own, body: body(n + 1, String(name)) })),
      };
    }).filter((_, index) => phase * Math.ceil(steps / phaseKeys.length) + index < steps),
  })),
});

async function itsSegments(payload: Payload, count: number): Promise<Made[]> {
  const mark = Math.random().toString(36).slice(2, 8);
  const dimension = await make(payload, 'segment-dimensions', {
    name: `口味 ${mark}`,
    key: `taste-${mark}`,
    exclusive: true,
  });
  const made: Made[] = [];
  for (const n of Array.from({ length: count }).keys()) {
    const name = `口味${n + 1}`;
    made.push(
      await make(payload, 'segments', {
        name,
        key: `taste-${mark}-${n + 1}`,
        dimension: dimension.id,
        wechatTag: name,
      }),
    );
  }
  return made;
}

/**
 * A launch as large as the product promises to handle, made the way people make it: a template that a manager has
 * approved, the script from it, submitted by its editor. It begins three days after `now`.
 */
export async function aBigScript(
  payload: Payload,
  { now, size = { steps: 60, variants: 5 } }: { now: number; size?: Size },
): Promise<BigScript> {
  const editor = await aPerson(payload, '编排', ['editor']);
  const manager = await aPerson(payload, '总监', ['manager']);
  const segments = await itsSegments(payload, size.variants);
  const data = await aJpeg(800, 600);
  const image = (await payload.create({
    collection: 'media',
    data: { alt: '燕麦棒' } as never,
    file: { data, mimetype: 'image/jpeg', name: 'oats.jpg', size: data.length },
  })) as unknown as Made;
  const feed = await make(payload, 'feeds', {
    name: '大号朋友圈',
    channel: 'wechat-moments',
    timezone: 'Asia/Shanghai',
    quietHours: { from: null, to: null },
  });
  const product = await make(payload, 'products', {
    name: '燕麦能量棒',
    price: 39.9,
    link: 'https://shop.test/1',
  });
  const asEditor = () => contextFor(payload, editor, now);
  const { req } = await asEditor();
  const template = (await payload.create({
    collection: 'launch-templates',
    data: aBigTemplate(segments, image, size) as never,
    overrideAccess: false,
    user: req.user,
    req,
    depth: 0,
  })) as unknown as Made;
  const approved = await approveTemplate(await contextFor(payload, manager, now), {
    id: String(template.id),
    contentHash: String(template.contentHash),
  });
  if (!approved.ok) throw new Error(JSON.stringify(approved));
  const launchAt = Math.ceil(now / 86_400_000) * 86_400_000 + 10 * 86_400_000 + 12 * 3_600_000;
  const made = await scriptFromTemplate(await asEditor(), {
    template: String(template.id),
    product: String(product.id),
    offer: null,
    launchAt,
    timezone: 'Asia/Shanghai',
    feeds: [String(feed.id)],
    segments: null,
  });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const submitted = await submitScript(await asEditor(), { id: String(made.value.id) });
  if (!submitted.ok) throw new Error(JSON.stringify(submitted));
  return { script: submitted.value as Made, template, feed, editor, manager, launchAt };
}
