import type { ReactNode } from 'react';
import type { MomentsPicture } from './MomentsCard';

export interface ChatMessagesProps {
  /** The group, or what the chat is called. */
  room: string;
  /** Who writes. */
  name: string;
  /** A private chat shows no names beside its messages. */
  named: boolean;
  text: string;
  images?: readonly MomentsPicture[];
  video?: { title: string; poster?: string | null } | null;
  link?: { url: string; title: string } | null;
  /** What is sent next, each a message of its own. */
  next?: readonly string[];
  words: { video: string };
  theme?: 'auto' | 'light' | 'dark';
}

const Pictures = ({ images }: { images: readonly MomentsPicture[] }) =>
  images.map((image, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list in posting order, in which a file may stand twice
    <span key={`${index}-${image.src}`} className="cm-picture">
      <img
        src={image.src}
        alt={image.alt}
        width={image.width ?? undefined}
        height={image.height ?? undefined}
        loading="lazy"
        decoding="async"
      />
    </span>
  ));

/** A post as the members of a chat get it: one message after the other, pictures and what follows each by itself. */
export const ChatMessages = ({
  room,
  name,
  named,
  text,
  images = [],
  video,
  link,
  next = [],
  words,
  theme = 'auto',
}: ChatMessagesProps) => {
  const bubble = (content: string): ReactNode => <p className="cm-bubble">{content}</p>;
  const messages: ReactNode[] = [
    ...(text === '' ? [] : [bubble(text)]),
    ...Pictures({ images }),
    ...(video
      ? [
          <span key="video" className="cm-bubble cm-video">
            {words.video}
            {video.title ? ` · ${video.title}` : ''}
          </span>,
        ]
      : []),
    ...(link
      ? [
          <span key="link" className="cm-bubble cm-link">
            <b>{link.title || link.url}</b>
            <span>{link.url}</span>
          </span>,
        ]
      : []),
    ...next.map(bubble),
  ];
  return (
    <article className="cm" {...(theme === 'auto' ? {} : { 'data-theme': theme })} aria-label={room}>
      <p className="cm-room">{room}</p>
      <ol>
        {messages.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages come in one order
          <li key={index}>
            <span className="cm-avatar" aria-hidden="true">
              {[...name][0] ?? ''}
            </span>
            <div>
              {named ? <p className="cm-name">{name}</p> : null}
              {message}
            </div>
          </li>
        ))}
      </ol>
    </article>
  );
};
