import { frontend } from '../../rsbuild.shared.ts';

export default frontend({ name: 'collections', port: 4205, exposes: { './Tab': './src/tab.tsx' } });
