import { slugs } from '@collections/slugs';
import { can } from '@/core/abilities';
import type { AudienceView, TagView } from '@/core/approval/view';
import { checkDecision } from '@/core/approval/workflow';
import type { StepContent, StepVariant } from '@/core/launch/content';
import type { TemplateStatus, TemplateView } from '@/core/launch/template';
import { baseVariant, type Channel, type SegmentId } from '@/core/model';
import { relativeExceptionWords } from '@/core/words/launch';
import { phaseName } from '@/core/words/launchPhases';
import { templateSentence } from '@/core/words/launchReasons';
import { namedPlaceholders, phaseRuleWords } from '@/core/words/templateReview';
import { changersOf } from '../approvals/changers';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { text } from '../posts/content';
import { loadFeeds, rows } from '../posts/references';
import { loadRules } from '../scheduler/rules';
import { loadSettings } from '../settings/load';
import { templateFor } from '../templates/approve';
import { type Picture, picturesBySha } from './pictures';

/** A version of a step as staff would get it, names in the places that a script fills. */
export interface TemplateVersion {
  key: string;
  audience: AudienceView;
  text: string;
  firstComments: string[];
}

export interface TemplateStep
  extends Pick<
    StepContent,
    'key' | 'offsetDays' | 'time' | 'offsetMinutes' | 'kind' | 'flash' | 'pictures' | 'copyMode'
  > {
  title: string;
  guidance: string;
  staffGuidance: string;
  feeds: { name: string; channel: Channel }[];
  versions: TemplateVersion[];
  /** SHA-256, in posting order. */
  images: readonly string[];
}

export interface TemplatePhase {
  key: string;
  name: string;
  guidance: string;
  rules: string[];
  exceptions: string[];
  steps: TemplateStep[];
}

/** All that an approval of a template is bound to, for the manager who gives it: plain data, for the browser. */
export interface TemplateScreen {
  id: string;
  name: string;
  description: string;
  status: TemplateStatus;
  /** Of exactly what is shown. */
  contentHash: string;
  phases: TemplatePhase[];
  /** By SHA-256. */
  pictures: Record<string, Picture>;
  mayApprove: boolean;
  /** Why this person may not approve it, in the reader’s language. */
  against: string[];
}

type Tags = ReadonlyMap<string, TagView>;

/** Segments by their id and by the key that templates name them with. */
async function loadTags({ payload, req }: Context): Promise<Tags> {
  const found = await rows(payload, slugs.segments, undefined, req);
  return new Map(
    found.flatMap((row) => {
      const tag = { id: String(row.id) as SegmentId, name: text(row.name), wechatTag: text(row.wechatTag) };
      const names: string[] = [tag.id, `key:${text(row.key)}`];
      return names.map((name) => [name, tag] as const);
    }),
  );
}

function tagsOf({ key, segments }: StepVariant, tags: Tags): TagView[] {
  const names = segments.length > 0 ? segments : [`key:${key}`];
  return names.map((name) => tags.get(name) ?? { id: key as SegmentId, name: key, wechatTag: key });
}

function versionsOf(step: StepContent, tags: Tags, { locale }: Context): TemplateVersion[] {
  const fill = (one: string) => namedPlaceholders(one, locale);
  const own = step.variants.map((variant) => ({
    key: variant.key,
    audience: { visibility: 'only', segments: tagsOf(variant, tags) } as const,
    text: fill(variant.body || step.body),
    firstComments: (variant.firstComments.length > 0 ? variant.firstComments : step.firstComments).map(fill),
  }));
  const segments = own.flatMap(({ audience }) => audience.segments);
  const audience: AudienceView =
    own.length === 0 ? { visibility: 'everyone', segments: [] } : { visibility: 'except', segments };
  return [
    { key: baseVariant, audience, text: fill(step.body), firstComments: step.firstComments.map(fill) },
    ...own,
  ];
}

/** A template as its view has it, which is what the hash is of. */
async function phasesOf(ctx: Context, { phases }: TemplateView): Promise<TemplatePhase[]> {
  const { payload, req, locale } = ctx;
  const tags = await loadTags(ctx);
  const feeds = await loadFeeds(payload, req);
  const rules = new Map((await loadRules(payload, req)).map((rule) => [rule.id, rule]));
  const context = { zone: 'UTC', segments: new Map(), feeds };
  const placesOf = (step: StepContent): TemplateStep['feeds'] => [
    ...step.channels.map((channel) => ({ name: '', channel })),
    ...step.feeds.flatMap((id) => feeds.get(id) ?? []).map(({ name, channel }) => ({ name, channel })),
  ];
  return phases.map((phase) => ({
    key: phase.key,
    name: phaseName(phase, locale),
    guidance: phase.guidance,
    rules: phaseRuleWords(phase, locale),
    exceptions: phase.exceptions.map((one) =>
      relativeExceptionWords(one, (one.rule && rules.get(one.rule)) || null, context, locale),
    ),
    steps: phase.steps.map((step) => ({
      key: step.key,
      offsetDays: step.offsetDays,
      time: step.time,
      offsetMinutes: step.offsetMinutes,
      kind: step.kind,
      flash: step.flash,
      pictures: step.pictures,
      copyMode: step.copyMode,
      title: (locale === 'en' && step.titleEn) || step.title,
      guidance: step.guidance,
      staffGuidance: step.staffGuidance,
      feeds: placesOf(step),
      versions: versionsOf(step, tags, ctx),
      images: step.images,
    })),
  }));
}

/** A template with every text, picture and rule of it, for a decision. */
export async function templateScreen(ctx: Context, id: string): Promise<Outcome<TemplateScreen>> {
  const found = await templateFor(ctx, ctx.req, id);
  if (!found.ok) return found;
  const { row, hash, view, content } = found.value;
  const { approverMustDiffer } = await loadSettings(ctx.payload, ctx.req);
  const isOpen = content.status !== 'approved';
  const mayApprove = isOpen && can(ctx.actor, 'script.approve');
  const against = mayApprove
    ? checkDecision({
        given: hash,
        present: hash,
        approver: ctx.actor.id,
        changedBy: changersOf(row),
        approverMustDiffer,
      })
    : [];
  const shas = view.phases.flatMap(({ steps }) => steps.flatMap(({ images }) => images));
  return done({
    id: content.id,
    name: (ctx.locale === 'en' && content.nameEn) || content.name,
    description: content.description,
    status: content.status,
    contentHash: hash,
    phases: await phasesOf(ctx, view),
    pictures: await picturesBySha(ctx, [...new Set(shas)]),
    mayApprove,
    against: against.map((code) => templateSentence[code][ctx.locale]),
  });
}
