import { Button, Checkbox } from '@colloquy/ui';
import { formatTime, useMessages } from '@colloquy/web-kit';
import { changedPart } from '../corrections/changed-part.ts';
import { WordDifference } from '../versions/word-difference.tsx';
import type { ListedPlace } from './replacement-places.ts';

interface ReplacementListProps {
  readonly places: readonly ListedPlace[];
  /** Keys of what is left out. */
  readonly left: ReadonlySet<string>;
  /** Null where it cannot be said what to leave out, because not everything is listed. */
  readonly onLeave: ((left: ReadonlySet<string>) => void) | null;
}

/** What replacing would change, place by place, to be left out one by one or all but one. */
export function ReplacementList({ places, left, onLeave }: ReplacementListProps) {
  const { t } = useMessages('transcript');
  return (
    <ul className="transcript-replacements">
      {places.map(({ key, startMs, number, count, before, after }) => {
        const time = formatTime(startMs);
        const place =
          count > 1
            ? t('replace.hereOf', { time, number: (number ?? 0) + 1, count })
            : t('replace.here', { time });
        return (
          <li key={key}>
            <Checkbox
              disabled={!onLeave}
              checked={!left.has(key)}
              aria-label={place}
              onChange={(event) =>
                onLeave?.(
                  event.currentTarget.checked
                    ? new Set([...left].filter((one) => one !== key))
                    : new Set([...left, key]),
                )
              }
            />
            <span className="transcript-difference">
              <span className="transcript-replacement-time">{time}</span>{' '}
              <WordDifference {...changedPart(before, after)} />
            </span>
            {onLeave && places.length > 1 && (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('replace.onlyAt', { place })}
                onClick={() => onLeave(new Set(places.map((one) => one.key).filter((one) => one !== key)))}
              >
                {t('replace.only')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
