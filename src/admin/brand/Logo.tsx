import { adminWords, localeOfLanguage } from '@/core/words/admin';
import { Icon } from './Icon';

export const Logo = ({ i18n }: { i18n: { language: string } }) => {
  const words = adminWords[localeOfLanguage(i18n.language)];
  return (
    <div className="md-logo">
      <span className="md-logo-name">
        <Icon />
        {words.product}
      </span>
      <span className="md-quiet">{words.tagline}</span>
    </div>
  );
};
