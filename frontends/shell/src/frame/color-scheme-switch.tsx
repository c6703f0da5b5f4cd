import {
  IconDeviceDesktop,
  IconMoon,
  IconSun,
  SegmentedControl,
  useMantineColorScheme,
  VisuallyHidden,
  type MantineColorScheme,
} from '@colloquy/ui';
import { useMessages } from '@colloquy/web-kit';

const ICONS = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const;
const SCHEMES = ['light', 'dark', 'auto'] as const satisfies readonly MantineColorScheme[];

export function ColorSchemeSwitch() {
  const { t } = useMessages('shell');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('scheme.label')}
      value={colorScheme}
      onChange={(value) => setColorScheme(SCHEMES.find((scheme) => scheme === value) ?? 'auto')}
      data={SCHEMES.map((value) => {
        const Icon = ICONS[value];
        return {
          value,
          label: (
            <>
              <Icon size={16} stroke={1.75} style={{ display: 'block' }} aria-hidden />
              <VisuallyHidden>{t(`scheme.${value}`)}</VisuallyHidden>
            </>
          ),
        };
      })}
    />
  );
}
