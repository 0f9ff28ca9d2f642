import type { PostContent } from '@/core/approval/content';
import type { PhaseContent, StepContent } from '@/core/launch';
import type { FeedId, PostId } from '@/core/model';

/** A step at the launch itself, in no feed; calm in every other respect. */
export const aStep = (more: Partial<StepContent> = {}): StepContent => ({
  key: 's1',
  offsetDays: null,
  time: '',
  offsetMinutes: more.offsetDays === undefined ? 0 : null,
  kind: 'sales',
  feeds: [],
  channels: [],
  flash: null,
  title: '开售',
  titleEn: '',
  body: '开抢',
  variants: [],
  firstComments: [],
  images: [],
  pictures: 0,
  copyMode: 'exact',
  guidance: '',
  staffGuidance: '',
  ...more,
});

/** A phase that asks nothing of its steps. */
export const aPhase = <Exception>(more: Partial<PhaseContent<Exception>> = {}): PhaseContent<Exception> => ({
  key: 'on-sale',
  name: '开售',
  nameEn: '',
  guidance: '',
  required: false,
  kinds: [],
  maxSales: null,
  minGapMinutes: null,
  exceptions: [],
  steps: [],
  ...more,
});

/** The post that `aStep` makes for script 7 in feed f1: a draft for everybody, without a time. */
export const aPost = (more: Partial<PostContent> = {}): PostContent => ({
  id: '1' as PostId,
  title: '开售',
  kind: 'sales',
  body: '开抢',
  guidance: '',
  copyMode: 'exact',
  dayBound: false,
  firstComments: [],
  images: [],
  video: null,
  link: '',
  linkTitle: '',
  product: null,
  offer: null,
  feeds: ['f1' as FeedId],
  audience: { visibility: 'everyone' },
  variants: [],
  scheduledAt: null,
  expiresAt: null,
  priority: 0,
  onConflict: 'defer',
  onLate: 'release',
  launchScript: '7',
  launchStep: 's1',
  status: 'draft',
  ...more,
});
