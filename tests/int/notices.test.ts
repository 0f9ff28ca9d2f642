import { inspect } from 'node:util';
import type { Payload } from 'payload';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { Words } from '@/core/notices';
import { writeComment } from '@/server/comments/write';
import { inTransaction } from '@/server/database/inTransaction';
import { env } from '@/server/env';
import { submitScript } from '@/server/launches/submit';
import { mailAdapter } from '@/server/mail/mail';
import { noMail } from '@/server/mail/noMail';
import { deliverNotices } from '@/server/notices/deliver';
import { lookOnce, startNotifier } from '@/server/notices/notifier';
import { type Notice, notify } from '@/server/notices/notify';
import { requestChanges } from '@/server/posts/requestChanges';
import { submit } from '@/server/posts/submit';
import { startTicking } from '@/server/scheduler/tick';
import { aScript, writeScript } from '../builders/launch';
import { aTeam, clearWork, contextFor, type Made, make, type Team, writePost } from '../builders/team';
import { bootPayload, describeEachDatabase } from '../setup';
import { startChildIn } from '../setup/child';
import { type MailServer, mailPassword, startMailServer } from '../setup/mailServer';
import { type RobotServer, robotKey, robotSecret, robotToken, startRobotServer } from '../setup/robotServer';

const minute = 60_000;
const hour = 60 * minute;
const at = (wall: string, day = '2035-11-23') => Date.parse(`${day}T${wall}:00+08:00`);
const iso = (when: number) => new Date(when).toISOString();
/** Between two digests. */
const now = at('13:00');

const said: Words = {
  zh: { subject: '小编 在「早安」里提到您', text: '请看一下。' },
  en: { subject: '小编 mentions you', text: 'Please have a look.' },
};

describeEachDatabase('notices', (app) => {
  let payload: Payload;
  let team: Team;
  let mail: MailServer;
  let robots: RobotServer;
  const given = { ...env };

  beforeAll(async () => {
    mail = await startMailServer();
    robots = await startRobotServer();
  });
  afterAll(async () => {
    await Promise.all([mail.stop(), robots.stop()]);
  });

  const useMail = async (SMTP_URL: string | undefined = mail.url()) => {
    const adapter = await mailAdapter({ SMTP_URL, MAIL_FROM: '朋友圈排期 <desk@team.test>' });
    payload.email = adapter({ payload });
  };

  beforeEach(async () => {
    payload = app.payload;
    await clearWork(payload);
    team = await aTeam(payload);
    await payload.db.updateOne({ collection: 'users', id: team.otherManager.id, data: { locale: 'en' } });
    Object.assign(env, {
      SERVER_URL: 'https://desk.team.test',
      WECOM_ROBOT_URL: robots.wecom(),
      DINGTALK_ROBOT_URL: robots.dingtalk(),
      DINGTALK_ROBOT_SECRET: robotSecret,
    });
    await useMail();
    mail.mails.length = 0;
    mail.unknown.clear();
    robots.taken.length = 0;
    robots.fault = 'none';
    robots.forget();
  });
  afterEach(() => {
    vi.restoreAllMocks();
    Object.assign(env, given);
    payload.email = noMail({ payload });
  });

  const submitted = async (due: number, when = now, more: Record<string, unknown> = {}): Promise<Made> => {
    const post = await writePost(payload, team, { scheduledAt: iso(due), ...more });
    const outcome = await submit(await contextFor(payload, team.editor, when), { id: String(post.id) });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome));
    return outcome.value as Made;
  };
  const look = (when: number) => lookOnce(payload, when);
  const addressOf = ({ email }: Made) => String(email);
  const receivers = () => mail.mails.map(({ to }) => String(to?.[0]?.address)).sort();
  const both = () => [addressOf(team.manager), addressOf(team.otherManager)].sort();
  const outbox = async () =>
    (
      await payload.db.find<Record<string, unknown>>({
        collection: 'notices',
        where: { kind: { not_equals: 'round' } },
        sort: 'key',
        limit: 0,
        pagination: false,
      })
    ).docs as Record<string, unknown>[];
  const states = async () => (await outbox()).map(({ state }) => state);
  const tell = (notice: Partial<Notice> = {}) =>
    inTransaction(payload, undefined, (req) =>
      notify(req, {
        ...{
          kind: 'mention',
          key: 'mention:1',
          urgency: 'now',
          words: said,
          link: '/admin/approvals?post=3',
          about: [],
        },
        to: [String(team.manager.id)],
        ...notice,
      }),
    );

  describe('at once', () => {
    it('what is due within two hours reaches those who may decide and the groups, once', async () => {
      const post = await submitted(now + 90 * minute);
      await look(now);
      await look(now + minute);
      expect(receivers()).toEqual(both());
      const link = `https://desk.team.test/admin/approvals?post=${post.id}`;
      const [zh] = mail.mails.filter(({ to }) => to?.[0]?.address === addressOf(team.manager));
      expect(zh).toMatchObject({
        from: { name: '朋友圈排期', address: 'desk@team.test' },
        subject: expect.stringContaining('请尽快审批：「新品燕麦」'),
      });
      expect(zh?.text).toContain('小编 提交。');
      expect(zh?.text).toContain(`打开: ${link}`);
      expect(zh?.text).not.toContain('早安');
      const [en] = mail.mails.filter(({ to }) => to?.[0]?.address === addressOf(team.otherManager));
      expect(en?.subject).toContain('Please decide soon: “新品燕麦”');
      expect(robots.taken.map(({ robot }) => robot).sort()).toEqual(['dingtalk', 'wecom']);
      for (const { text } of robots.taken) expect(text).toContain(`[打开](${link})`);
      expect(await states()).toEqual(['sent', 'sent', 'sent', 'sent']);
    });

    it('when it comes into the two hours, and again when it is submitted again', async () => {
      const post = await submitted(now + 3 * hour);
      await look(now);
      expect(mail.mails).toEqual([]);
      await look(now + hour);
      expect(receivers()).toEqual(both());
      const id = String(post.id);
      const back = await requestChanges(await contextFor(payload, team.manager, now + hour), {
        id,
        comment: '换图',
      });
      expect(back.ok).toBe(true);
      await look(now + hour + minute);
      expect(mail.mails).toHaveLength(2);
      await submit(await contextFor(payload, team.editor, now + 2 * hour), { id });
      await look(now + 2 * hour);
      expect(mail.mails).toHaveLength(4);
    });

    it('a launch script by the earliest of its posts, in the place of those', async () => {
      const script = await writeScript(payload, team, aScript([], { launchAt: iso(now + 40 * hour) }));
      await submitScript(await contextFor(payload, team.editor, now), { id: String(script.id) });
      await look(now);
      expect(mail.mails).toEqual([]);
      await submitted(now + 5 * hour, now, { launchScript: script.id });
      await submitted(now + hour, now, { launchScript: script.id });
      await look(now);
      expect(receivers()).toEqual(both());
      expect(mail.mails[0]?.text).toContain(`/admin/approvals?script=${script.id}`);
    });

    it('is not told to a manager of another team, nor to one who has left', async () => {
      const other = await payload.create({ collection: 'teams', data: { name: '二店' } });
      await payload.db.updateOne({ collection: 'users', id: team.manager.id, data: { team: other.id } });
      await submitted(now + hour);
      await look(now);
      expect(receivers()).toEqual([addressOf(team.otherManager)]);
      await payload.db.updateOne({ collection: 'users', id: team.manager.id, data: { team: null } });

      await tell();
      await payload.db.updateOne({ collection: 'users', id: team.manager.id, data: { active: false } });
      await deliverNotices({ payload, now: Date.now() });
      await payload.db.updateOne({ collection: 'users', id: team.manager.id, data: { active: true } });
      expect(receivers()).toEqual([addressOf(team.otherManager)]);
      expect((await outbox()).find(({ kind }) => kind === 'mention')).toMatchObject({
        state: 'given-up',
        problem: 'inactive',
      });
    });
  });

  describe('whoever may no longer read it is not told', () => {
    const post = (title: string, feeds: Made[]) =>
      writePost(payload, team, { title, feeds: feeds.map(({ id }) => id) });
    /** A feed of a team, and the manager in that team. */
    const ofTeam = async (name = '一店圈') => {
      const own = await make(payload, 'teams', { name: `一店 ${Math.random()}` });
      const feed = await make(payload, 'feeds', {
        ...{ name, channel: 'wechat-moments', timezone: 'Asia/Shanghai', teams: [own.id] },
      });
      const move = (to: unknown) =>
        payload.db.updateOne({ collection: 'users', id: team.manager.id, data: { team: to } });
      const elsewhere = async () =>
        move((await make(payload, 'teams', { name: `二店 ${Math.random()}` })).id);
      await move(own.id);
      return { own, feed, move, elsewhere };
    };
    const said = async (on: Made, when: number) =>
      writeComment(await contextFor(payload, team.editor, when), {
        ...({ type: 'posts', id: String(on.id) } as const),
        text: `@[${team.manager.id}] 价格先别说出去`,
      });
    afterEach(() => payload.db.updateOne({ collection: 'users', id: team.manager.id, data: { team: null } }));
    const mention = async () => (await outbox()).find(({ kind }) => kind === 'mention');

    it('16: in the digest, of a mention, and of nothing that was sent back to them', async () => {
      const day = '2035-12-17';
      const { feed, elsewhere, move } = await ofTeam();
      const secret = await post('一店的新品', [feed]);
      expect((await said(secret, at('08:00', day))).ok).toBe(true);
      const back = await submitted(at('20:00', '2035-12-19'), at('08:10', day), {
        feeds: [feed.id],
        title: '一店的退稿',
      });
      // As if the manager had written it.
      await payload.db.updateMany({
        collection: 'approvals',
        where: { subject: { equals: `posts:${back.id}` } },
        data: { by: String(team.manager.id) },
      });
      await requestChanges(await contextFor(payload, team.otherManager, at('08:20', day)), {
        id: String(back.id),
        comment: '换图',
      });
      await elsewhere();
      await look(at('09:00', day));
      expect(mail.mails.map(({ text }) => text).join()).not.toMatch(/一店|先别说/);
      expect(await mention()).toMatchObject({ state: 'given-up', problem: 'not-theirs' });
      await move(null);
      expect((await said(secret, at('09:30', day))).ok).toBe(true);
      await look(at('17:00', day));
      expect(mail.mails.map(({ text }) => text).join()).toContain('一店的新品');
    });

    it('16: at once, where it waited to be sent', async () => {
      const { feed, elsewhere } = await ofTeam();
      const secret = await writePost(payload, team, { feeds: [feed.id], scheduledAt: iso(now + hour) });
      expect((await said(secret, now)).ok).toBe(true);
      await elsewhere();
      await deliverNotices({ payload, now: now + minute });
      expect(mail.mails).toEqual([]);
      expect(await mention()).toMatchObject({ state: 'given-up', problem: 'not-theirs' });
    });

    it('16: of a digest that has to be tried again', async () => {
      const day = '2035-12-18';
      const { feed, elsewhere } = await ofTeam();
      await said(await post('一店的新品', [feed]), at('08:00', day));
      await useMail('smtp://127.0.0.1:9');
      await look(at('09:00', day));
      await elsewhere();
      await useMail();
      await look(at('09:10', day));
      expect(mail.mails.filter(({ to }) => to?.[0]?.address === addressOf(team.manager))).toEqual([]);
      expect(
        (await outbox()).find(({ kind, to }) => kind === 'digest' && to === String(team.manager.id)),
      ).toMatchObject({
        state: 'given-up',
        problem: 'not-theirs',
      });
    });

    it('16: of a digest that has to be tried again; what else it told is in the next one', async () => {
      const day = '2035-12-20';
      const [first, second] = [await ofTeam(), await ofTeam('二店圈')];
      await first.move(null);
      await said(await post('一店的新品', [first.feed]), at('08:00', day));
      await said(await post('二店的新品', [second.feed]), at('08:01', day));
      await useMail('smtp://127.0.0.1:9');
      await look(at('09:00', day));
      await second.move(second.own.id);
      await useMail();
      await look(at('09:10', day));
      const mailed = () => mail.mails.filter(({ to }) => to?.[0]?.address === addressOf(team.manager));
      expect(mailed()).toEqual([]);
      await look(at('17:00', day));
      const [one, ...more] = mailed().map(({ text }) => text);
      expect(one).toContain('二店的新品');
      expect(one).not.toContain('一店的新品');
      expect(more).toEqual([]);
    });

    it('16: a digest goes out though something that it names was deleted', async () => {
      const day = '2035-12-21';
      const gone = await post('删掉的', [team.feed]);
      await said(gone, at('08:00', day));
      await said(await post('留下的', [team.feed]), at('08:01', day));
      await useMail('smtp://127.0.0.1:9');
      await look(at('09:00', day));
      await payload.db.deleteMany({ collection: 'posts', where: { id: { equals: gone.id } } });
      await useMail();
      await look(at('09:10', day));
      const mailed = mail.mails.filter(({ to }) => to?.[0]?.address === addressOf(team.manager));
      expect(mailed.map(({ text }) => text).join()).toContain('留下的');
    });

    it('16: staff who were to post a launch are told that it is cancelled, though they read no scripts', async () => {
      await tell({ kind: 'cancelled', to: [String(team.staff.id)], about: [] });
      await tell({ key: 'mention:2', to: [String(team.staff.id)], about: ['launch-scripts:1'] });
      await deliverNotices({ payload, now: Date.now() });
      expect((await outbox()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
        'cancelled sent',
        'mention given-up',
      ]);
    });
  });

  describe('the digest', () => {
    it('comes twice a day, has everything in one message, and nothing where nothing is new or due', async () => {
      const day = '2035-11-26';
      const editor = addressOf(team.editor);
      await submitted(at('20:00', '2035-11-29'), at('08:00', day), { title: '下周的' });
      const back = await submitted(at('20:00', '2035-11-28'), at('08:00', day), { title: '要改的' });
      await requestChanges(await contextFor(payload, team.manager, at('08:10', day)), {
        id: String(back.id),
        comment: '换图',
      });
      await writePost(payload, team, { title: '今晚的草稿', scheduledAt: iso(at('20:00', day)) });
      await tell({ urgency: 'digest' });

      await look(at('08:59', day));
      expect(mail.mails).toEqual([]);
      await look(at('09:00', day));
      await look(at('09:01', day));
      expect(receivers()).toEqual([...both(), editor].sort());
      const textFor = (person: Made) =>
        mail.mails.find(({ to }) => to?.[0]?.address === addressOf(person))?.text ?? '';
      expect(textFor(team.manager)).toMatch(
        /新消息：\n· 小编 在「早安」里提到您\n[\s\S]*还在等审批的：\n· .*「下周的」/,
      );
      expect(textFor(team.otherManager)).not.toContain('mentions you');
      expect(textFor(team.editor)).toMatch(
        /^24 小时内要发，还没通过：\n· .*「今晚的草稿」，草稿，还没提交\n/,
      );
      expect(textFor(team.editor)).toMatch(/退回给您的：\n· .*「要改的」，王主管 退回\n/);
      expect(textFor(team.editor)).not.toContain('下周的');
      expect(robots.taken).toHaveLength(2);
      expect(robots.taken[0]?.text).toContain('「下周的」');
      expect(robots.taken[0]?.text).not.toContain('草稿');

      // The draft is still due; for managers nothing is new.
      mail.mails.length = 0;
      await look(at('17:00', day));
      expect(receivers()).toEqual([editor]);
      expect(mail.mails[0]?.text).not.toContain('要改的');
    });

    it('is not sent at night, and is none where the settings have no time', async () => {
      await writePost(payload, team, { scheduledAt: iso(at('20:00', '2035-12-03')) });
      await look(at('23:00', '2035-12-02'));
      await payload.updateGlobal({ slug: 'settings', data: { digestTimes: { first: '', second: '' } } });
      await look(at('09:00', '2035-12-03'));
      expect(mail.mails).toEqual([]);
      await payload.updateGlobal({ slug: 'settings', data: { digestTimes: { first: '10:30', second: '' } } });
      await look(at('10:30', '2035-12-03'));
      expect(receivers()).toEqual([addressOf(team.editor)]);
      await expect(
        payload.updateGlobal({ slug: 'settings', data: { digestTimes: { first: '23:00', second: '' } } }),
      ).rejects.toThrow(/汇总时间|digest|invalid|First/i);
      await payload.updateGlobal({
        slug: 'settings',
        data: { digestTimes: { first: '09:00', second: '17:00' } },
      });
    });

    it('is made once by two who look at once, and keeps no note back', async () => {
      const when = at('09:00', '2035-12-10');
      await tell({ urgency: 'digest', at: when - hour });
      // Between processes the stand-in for MongoDB shows nothing (tests/setup/standInTurns.ts).
      const other =
        app.kind === 'sqlite' ? await bootPayload({ database: app.kind, url: app.booted.url }) : app.booted;
      other.payload.email = payload.email;
      await Promise.all([lookOnce(payload, when), lookOnce(other.payload, when)]);
      if (other !== app.booted) await other.stop();
      await look(when + 3 * minute);
      expect(receivers()).toEqual([addressOf(team.manager)]);
      expect((await outbox()).map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
        'digest sent',
        'mention gathered',
      ]);
    });
  });

  describe('the outbox', () => {
    it('has a notice if and only if the change is committed, and once for its key', async () => {
      const failing = inTransaction(payload, undefined, async (req) => {
        await notify(req, {
          ...{ kind: 'mention', key: 'mention:9', urgency: 'now', words: said, link: '/admin' },
          about: [],
          to: 'robot',
        });
        throw new Error('The change failed.');
      });
      await expect(failing).rejects.toThrow('The change failed.');
      expect(await outbox()).toEqual([]);
      await tell();
      await tell({ to: [String(team.manager.id), String(team.editor.id), String(team.editor.id)] });
      expect((await outbox()).map(({ to }) => to).sort()).toEqual(
        [String(team.editor.id), String(team.manager.id)].sort(),
      );
    });

    it('without SMTP goes to the log: who by id and about what, no address and no text', async () => {
      const info = vi.spyOn(payload.logger, 'info');
      payload.email = (await mailAdapter({}))({ payload });
      await tell();
      await deliverNotices({ payload, now: Date.now() });
      const logged = info.mock.calls.map(([first]) => first);
      expect(logged).toContainEqual({
        msg: 'A notice, without mail.',
        to: String(team.manager.id),
        kind: 'mention',
        subject: said.zh.subject,
      });
      expect(inspect(logged, { depth: 9 })).not.toMatch(/team\.test|请看一下/);
      expect(await outbox()).toMatchObject([{ state: 'sent', via: 'log' }]);
    });

    it('tries again after 1, 5, 30 and 30 minutes, gives up after five tries, and says so', async () => {
      const error = vi.spyOn(payload.logger, 'error').mockReturnValue(undefined);
      mail.unknown.set(addressOf(team.manager), '450 mailbox busy');
      await tell();
      let when = Date.now();
      const steps = [0, 1, 5, 30, 30];
      for (const [n, wait] of steps.entries()) {
        when += wait * minute + 5_000;
        await deliverNotices({ payload, now: when - 10_000 * n - 5_000 });
        expect(await outbox()).toMatchObject([{ tries: n === 0 ? 1 : n }]);
        await deliverNotices({ payload, now: when });
        expect(await outbox()).toMatchObject([{ tries: n + 1 }]);
      }
      expect(await outbox()).toMatchObject([{ state: 'given-up', problem: 'EENVELOPE 450' }]);
      expect(error).toHaveBeenCalledWith(
        expect.objectContaining({
          msg: 'A notice did not get out and is given up.',
          to: String(team.manager.id),
        }),
      );
      expect(mail.mails).toEqual([]);
    });

    it('13: the notes of a digest that could not be sent are in the next one', async () => {
      const day = '2035-12-22';
      vi.spyOn(payload.logger, 'error').mockReturnValue(undefined);
      await tell({ urgency: 'digest', at: at('08:00', day) });
      await useMail('smtp://127.0.0.1:9');
      for (const time of ['09:00', '09:02', '09:08', '09:40', '10:12']) await look(at(time, day));
      const given = (await outbox()).find(
        ({ kind, to }) => kind === 'digest' && to === String(team.manager.id),
      );
      expect(given).toMatchObject({ state: 'given-up', tries: 5 });
      await useMail();
      await look(at('17:00', day));
      expect(receivers()).toEqual([addressOf(team.manager)]);
      expect(mail.mails[0]?.text).toContain(said.zh.subject);
    });

    it('one who cannot be reached keeps nothing from the others', async () => {
      vi.spyOn(payload.logger, 'warn').mockReturnValue(undefined);
      mail.unknown.set(addressOf(team.manager), '550 no such mailbox');
      robots.fault = 'error';
      await submitted(now + hour);
      await look(now);
      await look(now + 5_000);
      expect(receivers()).toEqual([addressOf(team.otherManager)]);
      mail.unknown.clear();
      robots.fault = 'none';
      await look(now + 2 * minute);
      await look(now + 2 * minute + 5_000);
      expect(receivers()).toEqual(both());
      expect(robots.taken).toHaveLength(2);
    });

    it('two senders at once send each notice once', async () => {
      const people = [team.manager, team.otherManager, team.editor].map(({ id }) => String(id));
      for (let n = 0; n < 8; n += 1) await tell({ key: `mention:${n}`, to: people });
      const other = await bootPayload({ database: app.kind, url: app.booted.url });
      other.payload.email = payload.email;
      const when = Date.now();
      await Promise.all([
        deliverNotices({ payload, now: when }),
        deliverNotices({ payload: other.payload, now: when }),
      ]);
      await other.stop();
      expect(mail.mails).toHaveLength(24);
      expect(new Set(await states())).toEqual(new Set(['sent']));
    });

    it('what a killed sender had is sent by the next one after two minutes, and nothing is lost', async () => {
      Object.assign(env, { DINGTALK_ROBOT_URL: undefined, DINGTALK_ROBOT_SECRET: undefined });
      for (let n = 0; n < 3; n += 1) await tell({ key: `mention:${n}`, to: 'robot' });
      robots.fault = 'hold';
      const held = robots.held();
      const when = Date.now();
      const child = startChildIn(
        { WECOM_ROBOT_URL: robots.wecom() },
        'notices',
        app.booted.url,
        inject('runDirectory'),
        String(when),
      );
      await Promise.race([held, child.line('done')]);
      child.process.kill('SIGKILL');
      await child.exited;
      robots.fault = 'none';
      expect((await outbox()).map(({ tries }) => tries).sort()).toEqual([0, 0, 1]);

      await deliverNotices({ payload, now: when + minute });
      expect(robots.taken).toHaveLength(2);
      await deliverNotices({ payload, now: when + 3 * minute });
      await deliverNotices({ payload, now: when + 9 * minute });
      expect(robots.taken).toHaveLength(3);
      expect(await states()).toEqual(['sent', 'sent', 'sent']);
    });
  });

  describe('robots', () => {
    const only = async (more: Record<string, unknown>) => {
      Object.assign(env, { WECOM_ROBOT_URL: undefined, DINGTALK_ROBOT_URL: undefined }, more);
      vi.spyOn(payload.logger, 'warn').mockReturnValue(undefined);
      await tell({ to: 'robot' });
      await deliverNotices({ payload, now: Date.now() });
      return (await outbox())[0];
    };

    it.each([
      ['an invalid key of WeCom', () => ({ WECOM_ROBOT_URL: robots.wecom('other') }), 'errcode 93000'],
      [
        'an unknown token of DingTalk',
        () => ({ DINGTALK_ROBOT_URL: robots.dingtalk('other') }),
        'errcode 300001',
      ],
      [
        'a wrong secret of DingTalk',
        () => ({ DINGTALK_ROBOT_URL: robots.dingtalk(), DINGTALK_ROBOT_SECRET: 'SECother' }),
        'errcode 310000',
      ],
      [
        'no secret where DingTalk wants one',
        () => ({ DINGTALK_ROBOT_URL: robots.dingtalk(), DINGTALK_ROBOT_SECRET: undefined }),
        'errcode 310000',
      ],
    ])('say %s by its number', async (_, settings, problem) => {
      expect(await only(settings())).toMatchObject({ state: 'waiting', tries: 1, problem });
    });

    it.each([
      ['redirect', 'http 302'],
      ['long', 'answer-too-long'],
      ['garbage', 'unexpected-answer'],
      ['error', 'http 502'],
    ] as const)(
      'an answer that is none (%s) is a failure, and no redirect is followed',
      async (fault, problem) => {
        robots.fault = fault;
        const before = robots.asked;
        expect(await only({ WECOM_ROBOT_URL: robots.wecom() })).toMatchObject({ state: 'waiting', problem });
        expect(robots.asked).toBe(before + 1);
      },
    );

    it('get at most 20 messages a minute, and the rest after it, each once', async () => {
      const warn = vi.spyOn(payload.logger, 'warn');
      for (let n = 0; n < 23; n += 1) await tell({ key: `mention:${n}`, to: 'robot' });
      const when = Date.now();
      const deliver = (after: number) => deliverNotices({ payload, now: when + after });
      await Promise.all([deliver(0), deliver(0)]);
      await deliver(30_000);
      const count = (robot: string) => robots.taken.filter((one) => one.robot === robot).length;
      expect([count('wecom'), count('dingtalk')]).toEqual([20, 20]);
      robots.forget();
      await deliver(70_000);
      expect([count('wecom'), count('dingtalk')]).toEqual([23, 23]);
      expect(warn).not.toHaveBeenCalled();
    });

    it.each([
      ['wecom', 'errcode 45009'],
      ['dingtalk', 'errcode 130101'],
    ])('%s that others write to as well: what comes too fast is tried again', async (robot, problem) => {
      vi.spyOn(payload.logger, 'warn').mockReturnValue(undefined);
      const env20 = { WECOM_ROBOT_URL: undefined, DINGTALK_ROBOT_URL: undefined };
      const own =
        robot === 'wecom' ? { WECOM_ROBOT_URL: robots.wecom() } : { DINGTALK_ROBOT_URL: robots.dingtalk() };
      Object.assign(env, env20, own);
      for (let n = 0; n < 20; n += 1) await tell({ key: `other:${n}`, to: 'robot' });
      await deliverNotices({ payload, now: Date.now() });
      await payload.db.deleteMany({ collection: 'notices', where: {} });
      await tell({ to: 'robot' });
      const when = Date.now();
      await deliverNotices({ payload, now: when });
      expect(await outbox()).toMatchObject([{ state: 'waiting', problem }]);
      robots.forget();
      await deliverNotices({ payload, now: when + 61_000 });
      expect(await states()).toEqual(['sent']);
    });
  });

  it('no secret gets into the log or the outbox, whatever goes wrong', async () => {
    const calls = (['info', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(payload.logger, level).mockReturnValue(undefined),
    );
    const secrets = [mailPassword, encodeURIComponent(mailPassword), robotKey, robotToken, robotSecret];
    const attempt = async (key: string) => {
      await tell({ key, to: [String(team.manager.id)] });
      await tell({ key, to: 'robot' });
      await lookOnce(payload, Date.now());
    };
    await useMail(mail.url(`${mailPassword}-wrong`));
    Object.assign(env, {
      WECOM_ROBOT_URL: robots.wecom(`${robotKey}-wrong`),
      DINGTALK_ROBOT_SECRET: `${robotSecret}-wrong`,
    });
    await attempt('a');
    await payload.db.deleteMany({ collection: 'notices', where: {} });
    const nowhere = 'http://127.0.0.1:1';
    await useMail(`smtp://desk:${encodeURIComponent(mailPassword)}@127.0.0.1:1`);
    Object.assign(env, {
      WECOM_ROBOT_URL: `${nowhere}/send?key=${robotKey}`,
      DINGTALK_ROBOT_URL: `${nowhere}/send?access_token=${robotToken}`,
    });
    await attempt('b');
    const problems = (await outbox()).map(({ problem }) => problem);
    expect(problems.sort()).toEqual(['ESOCKET', 'unreachable', 'unreachable']);
    const logged = inspect(
      calls.map(({ mock }) => mock.calls),
      { depth: 12, maxStringLength: null, showHidden: true },
    );
    expect(logged).toContain('EAUTH 535');
    for (const secret of secrets) {
      expect(logged).not.toContain(secret);
      expect(JSON.stringify(await outbox())).not.toContain(secret);
    }
  });

  it('a forgotten password is recovered by mail, with a link of SERVER_URL alone', async () => {
    await payload.forgotPassword({ collection: 'users', data: { email: addressOf(team.editor) } });
    expect(receivers()).toEqual([addressOf(team.editor)]);
    expect(mail.mails[0]?.html).toMatch(/https:\/\/desk\.team\.test\/admin\/reset\/[0-9a-f]{40}/);
  });

  describe('beside the scheduler', () => {
    it('one look at a time, and whoever wakes it waits for nothing', async () => {
      vi.spyOn(payload.logger, 'warn').mockReturnValue(undefined);
      robots.fault = 'hold';
      const held = robots.held();
      const before = robots.asked;
      const notifier = startNotifier(payload);
      Object.assign(env, { DINGTALK_ROBOT_URL: undefined });
      await tell({ to: 'robot' });
      await held;
      for (let n = 0; n < 5; n += 1) notifier.wake();
      await tell({ key: 'mention:2' });
      expect(robots.asked).toBe(before + 1);
      expect(mail.mails).toEqual([]);
      const stopped = notifier.stop();
      robots.letGo();
      await stopped;
      expect((await outbox()).map(({ tries }) => tries).sort()).toEqual([0, 1]);
    });

    it('a tick tells, and a notice written in this process wakes it at once', async () => {
      const present = Date.now();
      await submitted(present + 90 * minute, present);
      const ticking = startTicking(payload);
      await vi.waitFor(() => expect(receivers()).toEqual(both()), { timeout: 20_000 });
      await tell({ to: [String(team.editor.id)] });
      await vi.waitFor(() => expect(receivers()).toContain(addressOf(team.editor)), { timeout: 20_000 });
      await ticking.stop();
    });
  });
});
