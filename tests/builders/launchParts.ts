import type { PhaseContent, StepContent } from '@/core/launch';

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
