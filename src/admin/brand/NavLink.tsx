'use client';
import { Link } from '@payloadcms/ui';
import { usePathname } from 'next/navigation';

/** A link as Payload draws its own. */
export const NavLink = ({ href, label, exact = false }: { href: string; label: string; exact?: boolean }) => {
  const path = usePathname();
  const here = exact ? path === href : path.startsWith(href);
  return (
    <Link className="nav__link" href={href} prefetch={false} aria-current={here ? 'page' : undefined}>
      {here ? <div className="nav__link-indicator" /> : null}
      <span className="nav__link-label">{label}</span>
    </Link>
  );
};
