import { slugs } from '@collections/slugs';
import { mentionedIn, plainText } from '@/core/comments/mentions';
import { urgencyOf } from '@/core/queue/urgency';
import { commentWords } from '@/core/words/comments';
import { mentionTold } from '@/core/words/told';
import type { Context } from '../context';
import { inTransaction } from '../database/inTransaction';
import { notify } from '../notices/notify';
import { done, type Outcome, refuse } from '../outcome';
import { mentionable } from './people';
import { type CommentSaid, commentsWhere, withNames } from './read';
import { type TopicQuestion, topicFor } from './subject';

export interface NewComment extends TopicQuestion {
  text: string;
  /** Ids of people; those in the text count too. */
  mentions?: readonly string[] | null;
  /** Of a launch script. */
  step?: string | null;
}

/** Somebody says something about a post or a script. What is said stays as it is: nobody changes or deletes it. */
export async function writeComment(ctx: Context, given: NewComment): Promise<Outcome<CommentSaid>> {
  const topic = await topicFor(ctx, given);
  if (!topic.ok) return topic;
  const { payload, actor, actorName, locale, now } = ctx;
  const words = commentWords[locale].refusals;
  const text = given.text.trim();
  if (text === '') return refuse(400, [{ message: words.empty, data: { code: 'comment-empty' } }]);
  const mentions = mentionedIn(text, given.mentions ?? []);
  const self = { id: actor.id, name: actorName };
  const others = mentions.some((id) => id !== self.id) ? await mentionable(ctx, topic.value) : [];
  const people = [self, ...others];
  const strangers = mentions.filter((id) => !people.some((person) => person.id === id));
  if (strangers.length > 0) {
    const data = { code: 'mention-unknown', ids: strangers };
    return refuse(400, [{ message: words.strangers(strangers.length), data }]);
  }
  const id = await inTransaction(payload, ctx.req, async (req) => {
    const row = await payload.db.create({
      collection: slugs.comments,
      data: {
        subject: topic.value.subject,
        step: given.step?.trim() ?? '',
        text,
        by: actor.id,
        byName: actorName,
        mentions,
        at: new Date(now).toISOString(),
      },
      req,
    });
    // Nobody is told what they have said themselves.
    const told = mentions.filter((one) => one !== self.id);
    if (told.length > 0) {
      const { title, dueAt } = topic.value;
      await notify(req, {
        kind: 'mention',
        key: `mention:${row.id}`,
        to: told,
        urgency: ['soon', 'overdue'].includes(urgencyOf({ dueAt, now })) ? 'now' : 'digest',
        words: mentionTold(actorName, title, plainText(text, people)),
        link: topic.value.page,
        about: [topic.value.subject],
        at: now,
      });
    }
    return row.id;
  });
  const [said] = await withNames(payload, await commentsWhere(payload, { id: { equals: id } }));
  if (!said) throw new Error(`The comment ${id} is not there after it was written.`);
  return done(said);
}
