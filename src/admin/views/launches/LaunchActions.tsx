'use client';
import { Link, toast } from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import type { ScriptAction } from '@/core/launch';
import { launchPageWords } from '@/core/words/launchPages';
import { templateOrigin } from '@/core/words/launchTemplate';
import type { LaunchScreen } from '@/server/screens/launch';
import { Ask } from '../../parts/Ask';
import { Problems } from '../../parts/Problems';
import { postTo } from '../../parts/useAct';
import { useHydrated } from '../../parts/useHydrated';
import { useSlow } from '../../parts/useSlow';
import { useWords } from '../../parts/useWords';

interface LaunchActionsProps {
  launch: LaunchScreen;
  onMove: () => void;
  onSelect: (id: string) => void;
}

type Done = keyof (typeof launchPageWords)['zh']['act']['done'];
type Asked = 'gaps' | 'withdraw' | 'cancel' | 'save-as-template';

/** What this person may do with the launch as it stands; each asks once where it cannot be undone. */
export const LaunchActions = ({ launch, onMove, onSelect }: LaunchActionsProps) => {
  const { words: common, locale } = useWords();
  const words = launchPageWords[locale].act;
  const { id, name, status, actions, gaps, problems, steps, leftOut, launchAt, timezone, now } = launch;
  const router = useRouter();
  const hydrated = useHydrated();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [called, setCalled] = useState(name);
  const [purpose, setPurpose] = useState(
    launchAt === null ? '' : templateOrigin({ name, launchAt, timezone, now }, locale),
  );
  const [refused, setRefused] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [moving, startMoving] = useTransition();
  const slow = useSlow(busy || moving);
  const closed = busy || moving || !hydrated;
  const stops = gaps.filter(({ stop }) => stop);
  const may = (action: ScriptAction) => actions.includes(action);
  const missing = steps.some(({ post }) => post === null);

  const act = async (action: Done | 'save-as-template', body: Record<string, unknown> = {}) => {
    setBusy(true);
    setRefused([]);
    try {
      const answer = await postTo(`/api/launch-scripts/${id}/${action}`, body, locale);
      if (!answer.ok) {
        setRefused(answer.problems.length > 0 ? answer.problems : [common.failed]);
        return false;
      }
      if (action === 'save-as-template') {
        const template = answer.value;
        toast.success(words.saved(String(template.name)));
        startMoving(() => router.push(`/admin/collections/launch-templates/${template.id}`));
        return true;
      }
      toast.success(words.done[action]);
      startMoving(() => router.refresh());
      return true;
    } catch {
      setRefused([common.failed]);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const submit = () => {
    if (stops.length + problems.length > 0) setAsked('gaps');
    else void act('submit');
  };
  const coming = steps.filter(({ post, isOut }) => post !== null && !isOut).length;
  const out = steps.filter(({ isOut }) => isOut).length;
  const close = () => setAsked(null);

  return (
    <div className="md-launch-acts">
      <div className="md-buttons">
        {may('submit') ? (
          <button type="button" className="md-button md-primary" disabled={closed} onClick={submit}>
            {status === 'approved' ? words.resubmit : words.submit}
          </button>
        ) : null}
        {may('approve') || may('request-changes') ? (
          <Link
            className={`md-button${may('submit') ? '' : ' md-primary'}`}
            href={`/admin/approvals?script=${id}`}
            prefetch={false}
          >
            {words.review}
          </Link>
        ) : null}
        {may('make-posts') && missing ? (
          <button
            type="button"
            className="md-button"
            disabled={closed}
            onClick={() => void act('make-posts')}
          >
            {words['make-posts']}
          </button>
        ) : null}
        {may('reschedule') ? (
          <button type="button" className="md-button" disabled={closed} onClick={onMove}>
            {words.reschedule}
          </button>
        ) : null}
        {may('withdraw') ? (
          <button type="button" className="md-button" disabled={closed} onClick={() => setAsked('withdraw')}>
            {words.withdraw}
          </button>
        ) : null}
        {launch.mayEdit && status !== 'cancelled' ? (
          <Link className="md-button" href={`/admin/collections/launch-scripts/${id}`} prefetch={false}>
            {words.structure}
          </Link>
        ) : null}
        {may('save-as-template') ? (
          <button
            type="button"
            className="md-button"
            disabled={closed}
            onClick={() => setAsked('save-as-template')}
          >
            {words['save-as-template']}
          </button>
        ) : null}
        {may('cancel') ? (
          <button
            type="button"
            className="md-button md-danger"
            disabled={closed}
            onClick={() => setAsked('cancel')}
          >
            {words.cancel}
          </button>
        ) : null}
      </div>
      {slow ? (
        <p className="md-busy" role="status">
          {words.busy}
          <progress aria-label={words.busy} />
        </p>
      ) : null}
      <Problems title={words.refused} problems={refused} stop />
      {asked === 'gaps' ? (
        <Ask
          question={words.cannotSubmitAsk(name, stops.length + problems.length)}
          send={words.understood}
          leave={null}
          onSend={async () => true}
          onClose={close}
        >
          <ul className="md-gaps">
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {stops.map(({ post, step, say }) => {
              const target = post ?? step;
              return (
                <li key={`${target} ${say}`}>
                  {target === null ? (
                    say
                  ) : (
                    <button
                      type="button"
                      onClick={() => {
                        close();
                        onSelect(target);
                      }}
                    >
                      {say}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </Ask>
      ) : null}
      {asked === 'withdraw' ? (
        <Ask
          question={words.withdrawAsk(name)}
          send={words.withdrawSend}
          onSend={() => act('withdraw')}
          onClose={close}
        />
      ) : null}
      {asked === 'cancel' ? (
        <Ask
          question={words.cancelAsk(name, coming, out)}
          reason={words.cancelReason}
          send={words.cancelSend}
          danger
          onSend={(reason) => act('cancel', { reason })}
          onClose={close}
        />
      ) : null}
      {asked === 'save-as-template' ? (
        <Ask
          question={words.saveAsk}
          send={words.saveSend}
          onSend={() => act('save-as-template', { name: called.trim(), description: purpose.trim() })}
          onClose={close}
          ready={called.trim() !== ''}
        >
          <label className="md-field">
            <span>{words.saveName}</span>
            <input
              type="text"
              maxLength={80}
              value={called}
              onChange={(event) => setCalled(event.target.value)}
            />
          </label>
          <label className="md-field">
            <span>{words.saveDescription}</span>
            <textarea
              rows={2}
              maxLength={1000}
              value={purpose}
              onChange={(event) => setPurpose(event.target.value)}
            />
          </label>
          {leftOut.length > 0 ? (
            <section className="md-note md-note-warn md-left-out">
              <strong>{words.leftOut}</strong>
              <ul>
                {leftOut.map(({ post, say }) => (
                  <li key={post}>{say}</li>
                ))}
              </ul>
              <p>{words.leftOutHint}</p>
            </section>
          ) : null}
        </Ask>
      ) : null}
    </div>
  );
};
