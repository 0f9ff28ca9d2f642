import type { Locale } from '@/core/model';
import type { AdminWords } from '@/core/words/admin';
import type { ProofInWords } from '@/server/posts/proof';
import { Holders } from './Holders';

interface ProofListProps {
  proofs: readonly ProofInWords[];
  now: number;
  locale: Locale;
  words: AdminWords;
}

/** For each pool: what holds for every possible customer, or who sees too much; what it rests on is folded away. */
export const ProofList = ({ proofs, now, locale, words }: ProofListProps) => (
  <>
    {proofs.map(({ log, holds, sentence, fullest, holders, assumptions, exceptions }) => (
      <div key={log} className={`md-proof ${holds ? 'md-proof-holds' : 'md-proof-fails'}`}>
        <p>
          {holds ? words.forecast.proved : null}
          {sentence[locale]}
        </p>
        {fullest[locale] ? <p className="md-proof-fullest">{fullest[locale]}</p> : null}
        <Holders label={words.forecast.beside} {...{ holders, now, locale }} />
        {exceptions.map((one) => (
          <p key={one[locale]} className="md-small">
            {one[locale]}
          </p>
        ))}
        <details>
          <summary>{words.forecast.assumes}</summary>
          <ul className="md-quiet md-small">
            {assumptions.map((one) => (
              <li key={one[locale]}>{one[locale]}</li>
            ))}
          </ul>
        </details>
      </div>
    ))}
  </>
);
