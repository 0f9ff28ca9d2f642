'use client';
import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui';
import { checkQuietHours } from '@/core/rules';
import { isWallTime } from '@/core/time';
import { quietHoursWords } from '@/core/words/rules';
import { useWords } from '../parts/useWords';
import { useTellKnown } from './known';
import { MovesSection } from './MovesSection';
import { type HoursTrial, useTrial } from './useTrial';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What other quiet hours would move, as soon as they are others than those stored. */
export const HoursPanel = ({ now }: { now: number }) => {
  const { words, locale } = useWords();
  const { id, hasSavePermission, savedDocumentData } = useDocumentInfo();
  const [fields] = useAllFormFields();
  const from = textOf(fields['quietHours.from']?.value);
  const to = textOf(fields['quietHours.to']?.value);
  const stored = savedDocumentData?.quietHours;
  const differ = from !== textOf(stored?.from) || to !== textOf(stored?.to);
  // A feed that is not stored yet has nothing planned.
  const shown = id !== undefined && hasSavePermission === true && differ;
  const unreadable = [from, to].some((wall) => wall !== null && !isWallTime(wall));
  const problem = checkQuietHours({ from, to });
  const change: HoursTrial | null =
    shown && !unreadable && !problem
      ? { feed: String(id), quietHours: from && to ? { from, to } : null }
      : null;
  const trial = useTrial(change, now);
  useTellKnown(fields, change && trial);

  if (!shown) return null;
  return (
    <div className="md md-panel">
      <MovesSection trial={change && trial} now={now}>
        <p className="md-quiet">
          {problem && !unreadable ? quietHoursWords(problem, locale) : words.rule.wrong}
        </p>
      </MovesSection>
    </div>
  );
};
