'use client';
import type { Channel } from '@/core/model';
import { launchPageWords } from '@/core/words/launchPages';
import type { FormTemplate, LaunchForm } from '@/server/screens/launchForm';
import { useWords } from '../../parts/useWords';
import { channelsOf } from './draft';

interface FormFeedsProps {
  form: LaunchForm;
  template: FormTemplate;
  chosen: readonly string[];
  onChange: (feeds: string[]) => void;
}

/** Feeds by channel, with how many steps of the template go there and what becomes of them without a feed. */
export const FormFeeds = ({ form, template, chosen, onChange }: FormFeedsProps) => {
  const { words: common, locale } = useWords();
  const words = launchPageWords[locale].form;
  const chosenOn = (channel: Channel) =>
    form.feeds.some((feed) => feed.channel === channel && chosen.includes(feed.id));
  const noteOf = (channel: Channel, steps: number, offered: number): string | null => {
    if (steps === 0) return null;
    if (channel === 'wechat-moments' && !chosenOn(channel) && chosenOn('wecom-moments')) return words.instead;
    if (offered === 0) return words.noFeed;
    return chosenOn(channel) ? null : words.notChosen;
  };
  return (
    <div className="md-launch-channels">
      {channelsOf(form, template).map((channel) => {
        const steps = template.channels.find((one) => one.channel === channel)?.steps ?? 0;
        const offered = form.feeds.filter((feed) => feed.channel === channel);
        const name = common.channels[channel];
        const note = noteOf(channel, steps, offered.length);
        return (
          <fieldset key={channel} aria-label={name}>
            <p>
              <strong>{steps > 0 ? words.need(name, steps) : words.unneeded(name)}</strong>
              {note ? <span className="md-launch-note"> · {note}</span> : null}
            </p>
            {offered.map(({ id, name: called, targets }) => (
              <label key={id} className="md-check">
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                  }
                />
                <span>
                  {called}
                  {targets ? <span className="md-quiet md-small"> · {targets}</span> : null}
                </span>
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
};
