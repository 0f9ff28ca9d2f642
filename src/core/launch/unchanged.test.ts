import { describe, expect, it } from 'vitest';
import { aPost, aStep } from '../../../tests/builders/launchParts';
import type { PostContent } from '../approval/content';
import type { FeedId, SegmentId } from '../model';
import type { TemplateStepView } from './template';
import { pictureListsOf, type UnchangedQuestion, unchangedFrom } from './unchanged';

const planned = Date.parse('2026-11-11T20:00:00+08:00');
const member = 'm' as SegmentId;

const approved: TemplateStepView = {
  ...aStep({
    pictures: 3,
    variants: [{ key: 'member', segments: [], body: '会员先买', firstComments: [] }],
  }),
  imageTexts: [],
};

const variant = { key: 'member', segments: [member], body: '会员先买', images: [], firstComments: [] };

const content = aPost({
  product: 'p',
  feeds: ['f' as FeedId],
  variants: [variant],
  scheduledAt: planned,
  status: 'in-review',
});

interface Differing {
  post?: Partial<PostContent>;
  /** SHA-256 of the pictures of the post. */
  images?: readonly string[];
  imageTexts?: readonly string[];
  template?: Partial<TemplateStepView>;
}

const question = ({
  post = {},
  images = [],
  imageTexts = [],
  template = {},
}: Differing = {}): UnchangedQuestion => ({
  post: { content: { ...content, ...post }, images, imageTexts },
  approved: { ...approved, ...template },
  step: aStep({ pictures: 3 }),
  planned,
  expected: { feeds: ['f'], segments: { member: [member] }, product: 'p', offer: null },
});

const from = (differing?: Differing) => unchangedFrom(question(differing));

describe('what is as its template was approved', () => {
  it('20 a post as its template would make it', () => {
    expect(from()).toBe('as-approved');
    expect(from({ images: ['aa'], template: { images: ['aa'] } })).toBe('as-approved');
  });

  it('20 pictures are the editors’ own where the step asks for some and has none, in each version', () => {
    const own = { ...variant, images: ['id'] };
    expect(from({ images: ['aa', 'bb'] })).toBe('pictures-added');
    expect(from({ post: { variants: [own] } })).toBe('pictures-added');
    expect(from({ images: ['aa'], post: { variants: [own] } })).toBe('pictures-added');
  });

  it.each<[string, Differing]>([
    ['the template asks for none', { images: ['aa'], template: { pictures: 0 } }],
    ['it has others', { images: ['bb'], template: { images: ['aa'] } }],
    ['it has them in another order', { images: ['bb', 'aa'], template: { images: ['aa', 'bb'] } }],
    [
      'it has them with other descriptions',
      { images: ['aa'], imageTexts: ['最低价'], template: { images: ['aa'], imageTexts: ['红茶'] } },
    ],
    ['it has some, and the post none', { template: { images: ['aa'] } }],
    [
      'it has some, and a version others',
      {
        images: ['aa'],
        template: { images: ['aa'] },
        post: { variants: [{ ...variant, images: ['id'] }] },
      },
    ],
  ])('20 pictures are a change where %s', (_, differing) => {
    expect(from(differing)).toBeNull();
  });

  it.each<[string, Partial<PostContent>]>([
    ['words', { body: '开抢啦' }],
    ['first comments', { firstComments: ['加我'] }],
    ['the words of a version', { variants: [{ ...variant, body: '都来' }] }],
    ['whom a version is for', { variants: [{ ...variant, segments: ['x' as SegmentId] }] }],
    ['a version less', { variants: [] }],
    ['guidance', { guidance: '私聊他们' }],
    ['a video', { video: 'v' }],
    ['a link', { link: 'https://shop.test/1' }],
    ['the time', { scheduledAt: planned + 60_000 }],
    ['another product', { product: 'q' }],
    ['another offer', { offer: 'o' }],
    ['the audience', { audience: { visibility: 'only', segments: [member] } }],
    ['a higher priority', { priority: 1 }],
    ['being bound to its day', { dayBound: true }],
  ])('20 beside new pictures anything else is a change: %s', (_, post) => {
    expect(from({ images: ['aa'], post })).toBeNull();
    expect(from({ post })).toBeNull();
  });

  it('20 the pictures on the line are those of every version, in order, each list once and the base’s first', () => {
    const audience = { visibility: 'everyone', segments: [] } as const;
    const version = (key: string, images: readonly string[]) => ({
      ...{ key, audience, images, text: '', firstComments: [], imageTexts: [], video: null, link: null },
    });
    const lists = pictureListsOf({
      versions: [version('a', ['cc']), version('b', ['bb', 'aa']), version('base', ['bb', 'aa'])],
    });
    expect(lists.map(({ images, versions }) => [images, versions.map(({ key }) => key)])).toEqual([
      [
        ['bb', 'aa'],
        ['base', 'b'],
      ],
      [['cc'], ['a']],
    ]);
  });
});
