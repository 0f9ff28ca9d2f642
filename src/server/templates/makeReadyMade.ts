import { slugs } from '@collections/slugs';
import type { Payload } from 'payload';
import type { PhaseContent, StepContent } from '@/core/launch';
import { type ReadyMade, readyMade } from '@/core/launch/readyMade';
import type { TemplateException } from '@/core/launch/template';
import { makeOnce } from '../database/makeOnce';
import { templatePhases } from '../launches/rows';

/** Says in the database that this installation has had its templates, whatever became of them. */
const marker = 'ready-made-templates';

const stepOf = (step: ReadyMade['phases'][number]['steps'][number]): StepContent => ({
  key: step.key,
  offsetDays: 'days' in step.at ? step.at.days : null,
  time: 'days' in step.at ? step.at.time : '',
  offsetMinutes: 'minutes' in step.at ? step.at.minutes : null,
  kind: step.kind,
  feeds: [],
  channels: step.channels,
  flash: step.flash ?? null,
  title: step.title.zh,
  titleEn: step.title.en,
  body: step.body,
  variants: (step.variants ?? []).map((variant) => ({ ...variant, segments: [], firstComments: [] })),
  firstComments: step.firstComments ?? [],
  images: [],
  pictures: step.pictures,
  copyMode: step.copyMode ?? 'exact',
  guidance: step.guidance,
  staffGuidance: step.staffGuidance ?? '',
});

const phasesOf = ({ phases }: ReadyMade): PhaseContent<TemplateException>[] =>
  phases.map(({ name, steps, ...phase }) => ({
    ...phase,
    name: name.zh,
    nameEn: name.en,
    exceptions: [],
    steps: steps.map(stepOf),
  }));

/**
 * Gives a new installation its ready-made templates, once and for all: people change and delete them as they like.
 * @returns whether they were made now.
 */
export const makeReadyMadeTemplates = (payload: Payload): Promise<boolean> =>
  makeOnce(payload, marker, async (req) => {
    for (const template of readyMade) {
      // As the system: nobody has an account yet.
      await payload.create({
        collection: slugs.launchTemplates,
        data: {
          name: template.name.zh,
          nameEn: template.name.en,
          description: template.description.zh,
          phases: templatePhases(payload, phasesOf(template)),
        } as never,
        depth: 0,
        req,
      });
    }
  });
