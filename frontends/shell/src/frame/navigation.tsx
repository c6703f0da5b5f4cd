import { IconLibrary, IconMessageCircle, IconStack2, IconUpload, IconUsers, IconWebhook } from '@colloquy/ui';
import { paths, RouteLink, useMessages, type Route } from '@colloquy/web-kit';
import classes from './frame.module.css';

const PLACES = [
  { tab: 'library', href: paths.library(), Icon: IconLibrary },
  { tab: 'collections', href: paths.collections(), Icon: IconStack2 },
  { tab: 'chat', href: paths.chat(), Icon: IconMessageCircle },
  { tab: 'people', href: paths.people(), Icon: IconUsers },
  { tab: 'upload', href: paths.upload(), Icon: IconUpload },
  { tab: 'webhooks', href: paths.webhooks(), Icon: IconWebhook },
] as const;

/** A transcript is reached from the library and belongs to it. */
const placeOf = (tab: Route['tab']) => (tab === 'transcript' ? 'library' : tab);

export function Navigation({ route, onNavigate }: { route: Route; onNavigate: () => void }) {
  const { t } = useMessages('shell');
  return (
    <ul className={classes.navList}>
      {PLACES.map(({ tab, href, Icon }) => (
        <li key={tab}>
          <RouteLink
            href={href}
            className={classes.navLink}
            title={t(`tabHints.${tab}`)}
            aria-current={placeOf(route.tab) === tab ? (route.tab === tab ? 'page' : 'true') : undefined}
            onClick={onNavigate}
          >
            <Icon size={19} stroke={1.75} aria-hidden />
            {t(`tabs.${tab}`)}
          </RouteLink>
        </li>
      ))}
    </ul>
  );
}
