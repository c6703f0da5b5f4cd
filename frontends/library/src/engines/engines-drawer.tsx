import { Badge, Code, Drawer, Group, List, Loader, ProblemAlert, Stack, Text, Title } from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';
import { useQuery } from 'urql';
import type { EngineKind, SpeechEnginesQuery as Engines } from '../gql/graphql.ts';
import { SpeechEnginesQuery } from '../library.operations.ts';
import { byUse } from './engine-order.ts';
import classes from './engines.module.css';

type Engine = NonNullable<Engines['speechEngines']>[number];

const KINDS: readonly EngineKind[] = ['RECOGNIZER', 'DIARIZER'];

/** The ladder of engines: what is used, what could be, and how to get the rest. */
export function EnginesDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useMessages('library');
  const [{ data, error }, ask] = useQuery({
    query: SpeechEnginesQuery,
    pause: !opened,
    requestPolicy: 'cache-and-network',
  });
  const engines = data?.speechEngines;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="lg"
      title={t('engines.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Text size="sm" c="dimmed" mb="lg">
        {t('engines.body')}
      </Text>
      {error && !engines && (
        <ProblemAlert problem={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      )}
      {!error && !engines && <Loader role="status" aria-label={t('common:loading')} />}
      {engines &&
        KINDS.map((kind) => (
          <section key={kind} className={classes.kind}>
            <Title order={3} mb="sm">
              {t(`engines.${kind}`)}
            </Title>
            <ul className={classes.list}>
              {byUse(engines.filter((engine) => engine.kind === kind)).map((engine) => (
                <EngineItem key={engine.id} engine={engine} />
              ))}
            </ul>
          </section>
        ))}
    </Drawer>
  );
}

function EngineItem({ engine }: { engine: Engine }) {
  const { t } = useMessages('library');
  const { name, model, rung, available, selected, unavailableReason, howToGet } = engine;
  const state = selected ? 'inUse' : available ? 'available' : 'missing';
  return (
    <li className={classes.engine} data-selected={selected || undefined}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {[rung, model].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Badge flex="none" color={selected ? 'petrol' : available ? 'green' : 'gray'}>
          {t(`engines.${state}`)}
        </Badge>
      </Group>
      {!available && (
        <Stack gap={4} mt={6}>
          {unavailableReason && <Text size="sm">{unavailableReason}</Text>}
          {howToGet.length > 0 && (
            <>
              <Text size="xs" fw={600}>
                {t('engines.howToGet')}
              </Text>
              <List size="sm" spacing={2}>
                {howToGet.map((step) => (
                  <List.Item key={step}>
                    <WithCode text={step} />
                  </List.Item>
                ))}
              </List>
            </>
          )}
        </Stack>
      )}
    </li>
  );
}

/** Sets what stands between backticks as code. */
function WithCode({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? <Code key={index}>{part}</Code> : <span key={index}>{part}</span>,
    );
}
