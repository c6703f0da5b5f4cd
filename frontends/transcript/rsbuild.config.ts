import { frontend } from '../../rsbuild.shared.ts';

export default frontend({
  name: 'transcript',
  port: 4203,
  exposes: { './Tab': './src/tab.tsx', './Shared': './src/shared/shared-tab.tsx' },
});
