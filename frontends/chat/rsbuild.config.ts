import { frontend } from '../../rsbuild.shared.ts';

export default frontend({ name: 'chat', port: 4204, exposes: { './Tab': './src/tab.tsx' } });
