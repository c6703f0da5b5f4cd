import { frontend } from '../../rsbuild.shared.ts';

export default frontend({ name: 'people', port: 4206, exposes: { './Tab': './src/tab.tsx' } });
